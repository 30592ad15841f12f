/** Whether the plan may be signed, in one line, and what stands against it. */
import type { Planning } from '../contracts.ts';
import { Mark } from '../parts/Mark.tsx';
import { Link } from '../router.tsx';

export function Standing({ planning }: { readonly planning: Planning }) {
  const { answer, because, problems } = planning;
  if (!answer) return null;
  const screening = because.filter(({ rule, blocks }) => rule.startsWith('screening') && blocks !== 'no');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const unreasoned = because.filter(({ rule, blocks }) => !rule.startsWith('screening') && blocks !== 'no').length;
  return (
    <section
      className={`standing standing-${answer.signable ? 'go' : 'stop'}`}
      aria-live="polite"
      aria-label="Standing of the plan"
    >
      <Mark kind={answer.signable ? 'go' : 'stop'} size={32} />
      <div>
        <h2>{answer.signable ? 'May be signed' : 'Draft: not to be signed'}</h2>
        <ul className="plain">
          {screening.map(({ rule, says }) => (
            <li key={rule}>
              {says} <Link href="/candidate">Go to the ladder</Link>
            </li>
          ))}
          {errors > 0 && <li>{errors === 1 ? 'One thing is' : `${errors} things are`} refused below.</li>}
          {unreasoned > 0 && <li>{unreasoned === 1 ? 'One reason is' : `${unreasoned} reasons are`} missing below.</li>}
        </ul>
      </div>
    </section>
  );
}
