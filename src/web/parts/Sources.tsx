/** What a statement rests on, folded: citations in full, and what is only assumed marked as such. */
import type { Source } from '../../domain/source.ts';
import { SOURCES } from '../../knowledge/sources.ts';
import './sources.css';

export function Sources({ of }: { readonly of: readonly Source[] }) {
  if (of.length === 0) return null;
  const assumed = of.filter(({ kind }) => kind === 'assumed').length;
  return (
    <details className="sources">
      <summary>
        {of.length === 1 ? '1 source' : `${of.length} sources`}
        {assumed > 0 && <span className="assumed">{assumed === of.length ? 'assumed' : `${assumed} assumed`}</span>}
      </summary>
      <SourceList of={of} />
    </details>
  );
}

export const SourceList = ({ of }: { readonly of: readonly Source[] }) => (
  <ul className="plain source-list">
    {of.map((source, index) => (
      <li key={index}>
        {source.kind === 'assumed' ? (
          <Assumption why={source.why} />
        ) : (
          <Citation id={source.key} where={source.where} />
        )}
      </li>
    ))}
  </ul>
);

const Assumption = ({ why }: { readonly why: string }) => (
  <>
    <span className="assumed">assumed</span> {why}
  </>
);

function Citation({ id, where }: { readonly id: string; readonly where: string }) {
  const source = SOURCES[id];
  return (
    <>
      {source?.citation ?? id}. <span className="quiet">{where}.</span>{' '}
      {source && (
        <span className="quiet">
          Seen by us: {source.seen}
          {source.note ? `; ${source.note}` : ''}.
        </span>
      )}
    </>
  );
}
