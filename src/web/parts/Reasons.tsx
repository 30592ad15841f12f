/** A list of reasons as rungs: shape and word, sentence, and what it rests on. */
import { inWords } from '../../domain/dates.ts';
import type { Evidence, Reason } from '../../domain/result.ts';
import { rungWords } from '../ladder/words.ts';
import { Mark } from './Mark.tsx';
import './reasons.css';
import { Sources } from './Sources.tsx';

export const Reasons = ({ of, label }: { readonly of: readonly Reason[]; readonly label: string }) => (
  <ol className="plain rungs" aria-label={label}>
    {of.map((reason, index) => (
      <Rung key={`${reason.rule}-${index}`} reason={reason} />
    ))}
  </ol>
);

function Rung({ reason }: { readonly reason: Reason }) {
  const { word, mark } = rungWords(reason);
  return (
    <li className={`rung rung-${mark}`}>
      <span className="rung-mark">
        <Mark kind={mark} />
      </span>
      <span className="rung-word">{word}</span>
      <div className="rung-text">
        <p>{reason.says}</p>
        {reason.evidence.length > 0 && <EvidenceList of={reason.evidence} />}
        <Sources of={reason.sources} />
      </div>
    </li>
  );
}

const EvidenceList = ({ of }: { readonly of: readonly Evidence[] }) => (
  <ul className="plain evidence">
    {of.map((piece, index) => (
      <li key={index}>
        “{piece.text}”{piece.date !== undefined && <>, {inWords(piece.date)}</>}
        <span className="path"> {piece.from}</span>
      </li>
    ))}
  </ul>
);
