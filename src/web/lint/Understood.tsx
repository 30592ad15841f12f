/** The schedule as it was understood, so that a wrong reading is seen. */
import { inMg } from '../../domain/amount.ts';
import type { LintAnswer } from '../contracts.ts';

type Row = LintAnswer['schedule'][number];

export const Understood = ({ schedule }: { readonly schedule: LintAnswer['schedule'] }) => (
  <section className="section" aria-labelledby="understood-title">
    <h2 id="understood-title">As it was understood</h2>
    {schedule.length === 0 ? (
      <p>No step of a schedule was recognised.</p>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">nights</th>
            <th scope="col">dose</th>
            <th scope="col">read from</th>
          </tr>
        </thead>
        <tbody>
          {schedule.map((row, index) => (
            <tr key={index}>
              <td>{nightsOf(row)}</td>
              <td>{row.doses.map(doseOf).join(' and ')}</td>
              <td>“{row.words}”</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);

const nightsOf = ({ fromDay, toDay }: Row): string =>
  toDay === undefined ? `${fromDay} and on` : `${fromDay} to ${toDay}`;

function doseOf({ amountUg, units, at }: Row['doses'][number]): string {
  const amount = amountUg === undefined ? undefined : inMg(amountUg);
  const count = units === undefined ? undefined : amount === undefined ? `${units} units` : `(${units} units)`;
  return [amount, count, at].filter((part) => part !== undefined).join(' ') || 'not understood';
}
