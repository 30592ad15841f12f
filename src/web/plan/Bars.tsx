/** The same steps for narrow screens: one bar under the other, as long as the amount is large. */
import { inShort } from '../../domain/dates.ts';
import { ariaOf, type StepControl, type Tread } from './treads.ts';

export function Bars({ steps, control }: { readonly steps: readonly Tread[]; readonly control: StepControl }) {
  const highest = Math.max(...steps.map(({ amountUg }) => amountUg));
  return (
    <div className="bars">
      {steps.map((tread) => (
        <div
          key={tread.index}
          {...ariaOf(tread, highest)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a step also takes keys that an input would swallow
          role="slider"
          tabIndex={0}
          aria-valuenow={tread.amountUg}
          className={tread.isRefused ? 'bar refused' : 'bar'}
          onKeyDown={control.onKeyDown(tread.index)}
          onFocus={() => control.onFocus(tread.index)}
        >
          <span>
            <strong>{tread.amount}</strong>, {tread.nights} nights from {inShort(tread.from)}
          </span>
          <span className="bar-length" style={{ width: `${(tread.amountUg / highest) * 100}%` }} />
        </div>
      ))}
    </div>
  );
}
