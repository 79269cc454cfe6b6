import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pages } from '../navigation/addresses';
import { Page } from './page';

interface NotFoundPageProps {
  title?: string;
  children?: ReactNode;
}

export function NotFoundPage({ title = 'Page not found', children }: NotFoundPageProps) {
  return (
    <Page title={title} width="narrow">
      {children ?? <p>The address may be out of date or misspelled.</p>}
      <p>
        <Link className="button" href={pages.catalogue}>
          Browse products
        </Link>
      </p>
    </Page>
  );
}
