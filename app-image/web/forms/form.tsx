import { useEffect, useRef, type ReactNode } from 'react';
import { FailureNotice } from '../feedback/failure-notice';
import { fieldProblems } from './field-problems';

interface FormProps {
  label: string;
  submit: string;
  /** Why the last attempt failed, if it did. */
  error: unknown;
  busy: boolean;
  onSubmit: (values: Readonly<Record<string, string>>) => void;
  children: (problems: Readonly<Record<string, string>>) => ReactNode;
}

/** A form that passes on its fields by name, and focuses the first field that the server did not accept. */
export function Form({ label, submit, error, busy, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const problems = fieldProblems(error);

  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [error]);

  return (
    <form
      ref={form}
      className="form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit(textsOf(new FormData(event.currentTarget)));
      }}
    >
      {children(problems)}
      {error ? <FailureNotice error={error} /> : null}
      <button type="submit" className="button button-large" aria-disabled={busy}>
        {busy ? 'Please wait…' : submit}
      </button>
    </form>
  );
}

function textsOf(data: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  data.forEach((value, name) => {
    if (typeof value === 'string') texts[name] = value;
  });
  return texts;
}
