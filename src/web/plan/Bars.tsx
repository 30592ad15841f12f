/** The same steps for narrow screens: one bar under the other, as long as the amount is large. */
import { inShort } from '../../domain/dates.ts';
import { ariaOf, type StepControl, type Tread } from './treads.ts';

export function Bars({ steps, control }: { readonly steps: readonly Tread[]; readonly control: StepControl }) {
  const highest = Math.max(...steps.map(({ amountUg }) => amountUg));
  return (
    <div className="bars" role="group" aria-label="Staircase of doses">
      {steps.map((tread) => (
        <div
          key={tread.index}
          {...ariaOf(tread, highest)}
          className={tread.isRefused ? 'bar refused' : 'bar'}
          onKeyDown={control.onKeyDown(tread.index)}
          onFocus={() => control.onFocus(tread.index)}
        >
          <span className="bar-length" style={{ width: `${(tread.amountUg / highest) * 100}%` }} />
          <span className="bar-words">
            <strong>{tread.amount}</strong> {tread.nights} nights from {inShort(tread.from)}
          </span>
        </div>
      ))}
    </div>
  );
}
