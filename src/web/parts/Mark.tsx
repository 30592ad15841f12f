/** A sign with a shape of its own for each meaning, so that no meaning hangs on colour. Always beside a word. */
import './mark.css';

/** Go: disc with tick. Wait: clock. Ask: diamond. Stop: octagon with bar. Note: ring. Open: broken ring. */
export type MarkKind = 'go' | 'wait' | 'ask' | 'stop' | 'note' | 'open';

const SHAPES: Readonly<Record<MarkKind, React.ReactNode>> = {
  go: (
    <>
      <circle cx="12" cy="12" r="11" className="mark-body" />
      <path d="M6.8 12.4l3.6 3.6 7-7.6" className="mark-line" />
    </>
  ),
  wait: (
    <>
      <circle cx="12" cy="12" r="10" className="mark-ring" />
      <path d="M12 6v6.4l4.2 2.6" className="mark-hand" />
    </>
  ),
  ask: (
    <>
      <path d="M12 .8L23.2 12 12 23.2.8 12z" className="mark-body" />
      <path d="M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2v.3M12 17.3v.3" className="mark-line" />
    </>
  ),
  stop: (
    <>
      <path d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z" className="mark-body" />
      <path d="M6.5 12h11" className="mark-line" />
    </>
  ),
  note: <circle cx="12" cy="12" r="6" className="mark-ring" />,
  open: <circle cx="12" cy="12" r="8" className="mark-ring mark-broken" />,
};

export const Mark = ({ kind, size = 24 }: { readonly kind: MarkKind; readonly size?: number }) => (
  <svg className={`mark mark-${kind}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
    {SHAPES[kind]}
  </svg>
);
