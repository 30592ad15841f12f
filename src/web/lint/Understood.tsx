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
              <td>{row.doses.map((dose) => doseOf(dose, row.unit)).join(' and ')}</td>
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

function doseOf({ amountUg, units, at }: Row['doses'][number], unit: Row['unit']): string {
  const amount = amountUg === undefined ? undefined : inMg(amountUg);
  const counted = units === undefined ? undefined : `${units} ${unitName(units, unit)}`;
  const count = counted === undefined || amount === undefined ? counted : `(${counted})`;
  return [amount, count, at].filter((part) => part !== undefined).join(' ') || 'not understood';
}

function unitName(units: number, unit: Row['unit']): string {
  if (unit === 'ml') return 'mL';
  const name = unit ?? 'unit';
  return units === 1 ? name : `${name}s`;
}
