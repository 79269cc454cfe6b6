import { useEffect, useRef, type ReactNode } from 'react';
import { arriveAt } from '../navigation/arrival';

interface PageProps {
  /** The heading, and the document's title unless there is a `documentTitle`. */
  title: string;
  documentTitle?: string;
  /** `narrow` for text and forms. @default 'wide' */
  width?: 'wide' | 'narrow';
  children: ReactNode;
}

/** One page with its title and its heading, which receives the focus when the page opens. */
export function Page({ title, documentTitle = title, width = 'wide', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) arriveAt(heading.current);
  }, []);
  useEffect(() => {
    document.title = `${documentTitle} · InsightShop`;
  }, [documentTitle]);
  return (
    <div className={`page page-${width}`}>
      <h1 ref={heading} tabIndex={-1} className="page-title">
        {title}
      </h1>
      {children}
    </div>
  );
}
