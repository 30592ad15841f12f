/** The frame of a page: its name in the window's title, its heading, and focus on the heading when it opens. */
import { useEffect, useRef, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Stands under the heading. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

let hasOpenedOne = false;

export function Page({ title, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Lowdose`;
  }, [title]);
  useEffect(() => {
    // The first page leaves focus at the top, where the skip link is.
    if (hasOpenedOne) heading.current?.focus({ preventScroll: true });
    hasOpenedOne = true;
  }, []);
  return (
    <>
      <div className="stack page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <div className="lead">{lead}</div>}
      </div>
      {children}
    </>
  );
}
