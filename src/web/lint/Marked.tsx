/** The text as pasted, with the words of each finding marked and numbered. */
import type { LintAnswer } from '../contracts.ts';
import { marksIn, pieces } from './marks.ts';

export function Marked({ text, findings }: { readonly text: string; readonly findings: LintAnswer['findings'] }) {
  const marks = marksIn(text, findings);
  if (marks.length === 0) return null;
  return (
    <section className="section" aria-labelledby="marked-title">
      <h2 id="marked-title">In the text</h2>
      <p className="marked-text">
        {pieces(text, marks).map((piece) =>
          piece.numbers.length === 0 ? (
            <span key={piece.from}>{piece.text}</span>
          ) : (
            <mark key={piece.from}>
              {piece.text}
              <sup>
                {piece.numbers.map((number, at) => (
                  <a key={number} href={`#finding-${number}`} aria-label={`finding ${number}`}>
                    {at > 0 && ' '}
                    {number}
                  </a>
                ))}
              </sup>
            </mark>
          ),
        )}
      </p>
    </section>
  );
}
