import { Link } from 'wouter';
import { ProblemError } from '../api/failures';
import type { Credentials } from '../api/shop';
import { Field } from '../forms/field';
import { Form } from '../forms/form';
import { Page } from '../layout/page';
import { nextAfterSignIn, pages, signInAddress } from '../navigation/addresses';
import { useQueryState } from '../navigation/use-query-state';
import { useShop } from '../session/session-context';
import { useSignIn } from './use-sign-in';

export function SignInPage() {
  const shop = useShop();
  const [{ next }] = useQueryState();
  const signIn = useSignIn((credentials: Credentials) => shop.signIn(credentials));
  const refused = signIn.error instanceof ProblemError && signIn.error.status === 401;
  return (
    <Page title="Sign in" width="narrow">
      <Form
        label="Sign in"
        submit="Sign in"
        error={refused ? undefined : signIn.error}
        busy={signIn.isPending}
        onSubmit={({ email = '', password = '' }) => signIn.mutate({ email, password })}
      >
        {(problems) => (
          <>
            <Field
              label="E-mail"
              name="email"
              type="email"
              autoComplete="username"
              problem={problems.email}
            />
            <Field
              label="Password"
              name="password"
              type="password"
              autoComplete="current-password"
              problem={problems.password}
            />
            {refused && (
              <p className="notice notice-failure" role="alert">
                The e-mail address or the password is wrong. Check capital letters, or create an account.
              </p>
            )}
          </>
        )}
      </Form>
      <p>
        No account yet?{' '}
        <Link href={signInAddress(nextAfterSignIn(next), pages.register)}>Create an account</Link>
      </p>
    </Page>
  );
}
