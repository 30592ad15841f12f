/** The frame of a figure: heading, picture, what it shows in a sentence, its numbers as a table, and what it rests on. */
import { type ReactNode } from 'react';
import type { Source } from '../../domain/source.ts';
import { CLAIMS } from '../../knowledge/claims/index.ts';
import { Mark } from '../parts/Mark.tsx';
import { Sources } from '../parts/Sources.tsx';
import { VERDICT_WORDS } from '../parts/verdicts.ts';
import { Link } from '../router.tsx';

interface FigureProps {
  readonly id: string;
  readonly title: string;
  /** What the picture shows now, with its numbers. */
  readonly says: ReactNode;
  readonly picture: ReactNode;
  readonly table: Table;
  /** Stands beside the picture. */
  readonly aside: ReactNode;
  readonly isBusy?: boolean;
  /** Share, 0 to 1, of the parameters behind the curves that are assumed. */
  readonly assumedShare: number;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const Figure = ({ id, title, says, picture, table, aside, assumedShare, isBusy = false }: FigureProps) => (
  <section className="how-part" aria-labelledby={`${id}-title`} id={id}>
    <h2 id={`${id}-title`}>{title}</h2>
    <figure aria-busy={isBusy}>
      <p className="model-word">model, {Math.round(100 * assumedShare)} % of its numbers assumed</p>
      {picture}
      <figcaption>{says}</figcaption>
      <details className="numbers">
        <summary>The numbers as a table</summary>
        <div className="wide-table">
          <table aria-label={`${title}: numbers`}>
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first, ...rest]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, k) => (
                    <td key={k}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
    <aside aria-label={`${title}: what is known`} className="known">
      {aside}
    </aside>
  </section>
);

interface KnownProps {
  /** What is known, in a sentence or two. */
  readonly children: ReactNode;
  /** Who measured it. */
  readonly sources: readonly Source[];
  /** Ids of claims of the articles. */
  readonly claims: readonly string[];
}

/** Claims shown before the fold. */
const AT_FIRST = 2;

/** What is known, who measured it, and what the articles said of it. */
export function Known({ children, sources, claims }: KnownProps) {
  const told = claims.flatMap((id) => CLAIMS.filter((claim) => claim.id === id));
  return (
    <>
      <div>
        <h3>What is known</h3>
        {children}
        <Sources of={sources} />
      </div>
      <div>
        <h3>What the articles said</h3>
        <Told claims={told.slice(0, AT_FIRST)} />
        {told.length > AT_FIRST && (
          <details>
            <summary>{told.length - AT_FIRST} more claims</summary>
            <Told claims={told.slice(AT_FIRST)} />
          </details>
        )}
      </div>
    </>
  );
}

const Told = ({ claims }: { readonly claims: typeof CLAIMS }) => (
  <ul className="plain told">
    {claims.map(({ id, said, verdict }) => (
      <li key={id}>
        <Mark kind={VERDICT_WORDS[verdict].mark} size={20} />
        <p>
          <strong>{VERDICT_WORDS[verdict].word}:</strong> {said}{' '}
          <Link href={`/claims#${id}`} className="small">
            Why ({id})
          </Link>
        </p>
      </li>
    ))}
  </ul>
);
