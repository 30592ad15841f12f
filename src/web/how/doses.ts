/** The doses that the slider stops at, and how a typed dose is read. */
import { inMg, readAmount } from '../../domain/amount.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';

export const LEAST_UG = 100;
export const MOST_UG = 100_000;
const PER_DECADE = 40;
const DECADES = 3;

/** Two significant digits from 0.1 to 100 mg, evenly spread on a logarithmic scale. */
export const DOSES_UG: readonly number[] = [
  ...new Set(
    Array.from({ length: PER_DECADE * DECADES + 1 }, (_, k) =>
      Math.round(Number((LEAST_UG * 10 ** (k / PER_DECADE)).toPrecision(2))),
    ),
  ),
];

/** The same in mg. */
export const DOSES_MG: readonly number[] = DOSES_UG.map((amountUg) => amountUg / 1000);

/** Doses with a button: three steps of usual titrations, the usual low dose, the licensed dose. */
export const PRESETS_UG: readonly number[] = [500, 1500, 3000, 4500, 50_000];

/** The stop of the slider nearest to a dose, by ratio. */
export function stopOf(amountUg: number): number {
  const distances = DOSES_UG.map((one) => Math.abs(Math.log(one / amountUg)));
  return distances.indexOf(Math.min(...distances));
}

const FIELD = 'dose';
const BOUNDS = `an amount from ${inMg(LEAST_UG)} to ${inMg(MOST_UG)}`;

/** The dose that somebody typed into a field whose unit is mg, or why it cannot be shown. */
export function doseFrom(text: string): { readonly amountUg: number } | { readonly problem: Problem } {
  const refuse = (expected: string, todo: string) => ({ problem: error(FIELD, quote(text), expected, todo) });
  const bare = text.trim();
  if (bare === '') return { problem: error(FIELD, 'nothing', BOUNDS, 'Type a dose, such as 4.5.') };
  if (/^[-−]/.test(bare)) return refuse(BOUNDS, 'Nobody can take less than nothing; leave out the minus.');
  const reading = readAmount(/[a-zµμ]\s*$/i.test(bare) ? bare : `${bare} mg`);
  if (!reading.ok) return refuse(reading.expected, reading.todo);
  if (reading.amountUg < LEAST_UG)
    return refuse(BOUNDS, 'Below a tenth of a milligram the curves would be lines at zero.');
  if (reading.amountUg > MOST_UG)
    return refuse(BOUNDS, 'It is twice the licensed dose and more; is the decimal point where it should be?');
  return { amountUg: reading.amountUg };
}
