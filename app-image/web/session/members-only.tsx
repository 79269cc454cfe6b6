import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Account } from '../../api/accounts';
import { Skeleton } from '../feedback/skeleton';
import { pages, signInAddress } from '../navigation/addresses';
import { useSession } from './session-context';

interface MembersOnlyProps {
  /** Ends the sentence "Please sign in …". */
  reason: string;
  children: (account: Account) => ReactNode;
}

export function MembersOnly({ reason, children }: MembersOnlyProps) {
  const session = useSession();
  const [path] = useLocation();
  if (session.status === 'checking') return <Skeleton shape="line" count={4} />;
  if (session.status === 'member') return children(session.account);
  return (
    <div className="empty">
      <p className="empty-title">Please sign in {reason}</p>
      <p className="notice-actions">
        <Link className="button" href={signInAddress(path)}>
          Sign in
        </Link>
        <Link className="button button-quiet" href={signInAddress(path, pages.register)}>
          Create an account
        </Link>
      </p>
    </div>
  );
}
