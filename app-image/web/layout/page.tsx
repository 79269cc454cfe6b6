import { useEffect, useRef, type ReactNode } from 'react';
import { arriveAt } from '../navigation/arrival';

interface PageProps {
  /** Heading, and the document's title unless `documentTitle` says otherwise. */
  title: string;
  documentTitle?: string;
  /** Whether the heading is only for those who hear the page. */
  headingHidden?: boolean;
  /** `narrow` for text and forms. @default 'wide' */
  width?: 'wide' | 'narrow';
  children: ReactNode;
}

/** One page: its title, its heading, and the focus that arrives with it. */
export function Page({
  title,
  documentTitle = title,
  headingHidden = false,
  width = 'wide',
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) arriveAt(heading.current);
  }, []);
  useEffect(() => {
    document.title = `${documentTitle} · InsightShop`;
  }, [documentTitle]);
  return (
    <div className={`page page-${width}`}>
      <h1 ref={heading} tabIndex={-1} className={headingHidden ? 'visually-hidden' : 'page-title'}>
        {title}
      </h1>
      {children}
    </div>
  );
}
