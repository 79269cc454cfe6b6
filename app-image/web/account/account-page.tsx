import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Account } from '../../api/accounts';
import { FailureNotice } from '../feedback/failure-notice';
import { Page } from '../layout/page';
import { pages } from '../navigation/addresses';
import { MembersOnly } from '../session/members-only';
import { useShop, useUnansweredOrders } from '../session/session-context';

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
  const unansweredOrders = useUnansweredOrders();
  const signOut = useMutation({
    mutationFn: () => shop.signOut(),
    onSuccess: () => {
      // Loads the page again, so that the next person at this device sees no chat and no order of this one.
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
