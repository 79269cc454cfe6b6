import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Account } from '../../api/accounts';
import { unansweredOrders } from '../checkout/use-place-order';
import { FailureNotice } from '../feedback/failure-notice';
import { Page } from '../layout/page';
import { pages } from '../navigation/addresses';
import { MembersOnly } from '../session/members-only';
import { useShop } from '../session/session-context';

export function AccountPage() {
  return (
    <Page title="Your account" width="narrow">
      <MembersOnly reason="to see your account.">
        {(account) => <AccountDetails account={account} />}
      </MembersOnly>
    </Page>
  );
}

function AccountDetails({ account }: { account: Account }) {
  const shop = useShop();
  const signOut = useMutation({
    mutationFn: () => shop.signOut(),
    onSuccess: () => {
      // The next person at this screen finds nothing of this one: a page loaded anew remembers no chat.
      unansweredOrders.answered();
      location.assign(pages.catalogue);
    },
  });
  return (
    <>
      <dl className="facts">
        <div>
          <dt>Name</dt>
          <dd>{account.name}</dd>
        </div>
        <div>
          <dt>E-mail</dt>
          <dd>{account.email}</dd>
        </div>
      </dl>
      <p className="notice-actions">
        <Link className="button" href={pages.orders}>
          Your orders
        </Link>
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={signOut.isPending}
          onClick={() => signOut.isPending || signOut.mutate()}
        >
          Sign out
        </button>
      </p>
      {signOut.isError && <FailureNotice error={signOut.error} />}
    </>
  );
}
