import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pages } from '../navigation/addresses';
import { Page } from './page';

interface NotFoundPageProps {
  title?: string;
  children?: ReactNode;
}

export function NotFoundPage({ title = 'There is no such page', children }: NotFoundPageProps) {
  return (
    <Page title={title} width="narrow">
      {children ?? <p>The address may be old, or mistyped.</p>}
      <p>
        <Link className="button" href={pages.catalogue}>
          Browse the shop
        </Link>
      </p>
    </Page>
  );
}
