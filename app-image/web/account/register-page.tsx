import { Link } from 'wouter';
import { ProblemError } from '../api/failures';
import type { Registration } from '../api/shop';
import { Field } from '../forms/field';
import { Form } from '../forms/form';
import { Page } from '../layout/page';
import { nextAfterSignIn, signInAddress } from '../navigation/addresses';
import { useQueryState } from '../navigation/use-query-state';
import { useShop } from '../session/session-context';
import { useSignIn } from './use-sign-in';

export function RegisterPage() {
  const shop = useShop();
  const [{ next }] = useQueryState();
  const register = useSignIn((registration: Registration) => shop.register(registration));
  const taken =
    register.error instanceof ProblemError && register.error.problem.type === '/problems/email-taken';
  const signInInstead = signInAddress(nextAfterSignIn(next));
  return (
    <Page title="Create an account" width="narrow">
      <Form
        label="Create an account"
        submit="Create account"
        error={taken ? undefined : register.error}
        busy={register.isPending}
        onSubmit={({ name = '', email = '', password = '' }) => register.mutate({ name, email, password })}
      >
        {(problems) => (
          <>
            <Field label="Name" name="name" autoComplete="name" maxLength={100} problem={problems.name} />
            <Field
              label="E-mail"
              name="email"
              type="email"
              autoComplete="username"
              maxLength={254}
              problem={problems.email}
            />
            <Field
              label="Password"
              name="password"
              type="password"
              autoComplete="new-password"
              minLength={10}
              maxLength={200}
              hint="At least ten characters. A few words in a row are easy to remember and hard to guess."
              problem={problems.password}
            />
            {taken && (
              <p className="notice notice-failure" role="alert">
                There is already an account with this e-mail address.{' '}
                <Link href={signInInstead}>Sign in instead</Link>
              </p>
            )}
          </>
        )}
      </Form>
      <p>
        Already have an account? <Link href={signInInstead}>Sign in</Link>
      </p>
    </Page>
  );
}
