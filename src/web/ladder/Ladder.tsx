/** The rungs: first those of safety, then those of indication. What blocks stands highest. */
import type { Reason } from '../../domain/result.ts';
import type { Screening } from '../contracts.ts';
import { Reasons } from '../parts/Reasons.tsx';
import { byWeight, isClear, isIndication } from './words.ts';

export function Ladder({ screening }: { readonly screening: Screening }) {
  const safety = screening.because.filter((reason) => !isIndication(reason));
  const indication = screening.because.filter(isIndication);
  return (
    <div className="ladder">
      <Rail title="Safety" of={safety} />
      <Rail title="Indication" of={indication} />
    </div>
  );
}

function Rail({ title, of }: { readonly title: string; readonly of: readonly Reason[] }) {
  const speaking = of.filter((reason) => !isClear(reason)).toSorted(byWeight);
  const clear = of.filter(isClear);
  if (of.length === 0) return null;
  return (
    <section className="rail">
      <h2>{title}</h2>
      {speaking.length > 0 && <Reasons of={speaking} label={title} />}
      {clear.length > 0 && (
        <details className="clear-rungs">
          <summary>
            {clear.length} {clear.length === 1 ? 'rung is' : 'rungs are'} clear
          </summary>
          <Reasons of={clear} label={`${title}, clear`} />
        </details>
      )}
    </section>
  );
}
