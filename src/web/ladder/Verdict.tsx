/** The verdict as one big word with its shape; every change is announced. */
import type { Screening } from '../contracts.ts';
import { Mark } from '../parts/Mark.tsx';
import { verdictInWords } from './words.ts';

interface VerdictProps {
  readonly screening: Screening;
  readonly isScreening: boolean;
}

export function Verdict({ screening, isScreening }: VerdictProps) {
  const words = verdictInWords(screening);
  if (!words) return null;
  const open = screening.questions?.length ?? 0;
  return (
    <section className={`verdict verdict-${words.mark}`} aria-busy={isScreening} aria-labelledby="verdict-word">
      <Mark kind={words.mark} size={56} />
      <div>
        <h2 id="verdict-word" className="verdict-word">
          {words.word}
        </h2>
        <p>{words.says}</p>
      </div>
      <p className="unseen" aria-live="polite">
        Verdict: {words.word}. {open === 0 ? 'No open question.' : `${open} open questions.`}
      </p>
    </section>
  );
}
