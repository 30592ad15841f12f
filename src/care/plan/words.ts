/** Steps of a plan in the words of a titration sheet. */
import { inMg } from '../../domain/amount.ts';
import { inWords } from '../../domain/dates.ts';
import { dailyUg, datedSteps, type DatedStep, type Regimen, type Step, type TimeOfDay } from '../../domain/regimen.ts';

const AT: Readonly<Record<TimeOfDay, string>> = {
  morning: 'in the morning',
  midday: 'at midday',
  evening: 'in the evening',
  bedtime: 'at bedtime',
};

/** `1.5 mg at bedtime for 7 nights`; `1 mg in the morning and 1 mg at bedtime (2 mg a day) for 56 nights`. */
export function stepInWords(step: Step): string {
  const doses = step.doses.map(({ amountUg, at }) => `${inMg(amountUg)} ${AT[at]}`).join(' and ');
  const total = step.doses.length > 1 ? ` (${inMg(dailyUg(step))} a day)` : '';
  return `${doses}${total} for ${step.nights} ${step.nights === 1 ? 'night' : 'nights'}`;
}

/** `Step 2, nights 8 to 14 (8 March 2027 to 14 March 2027): 3 mg at bedtime for 7 nights`. */
export const stepsInWords = (regimen: Regimen): readonly string[] => {
  let night = 1;
  return datedSteps(regimen).map((dated) => {
    const words = datedInWords(dated, night);
    night += dated.step.nights;
    return words;
  });
};

const datedInWords = ({ step, index, from, to }: DatedStep, first: number): string =>
  `Step ${index + 1}, nights ${first} to ${first + step.nights - 1} (${inWords(from)} to ${inWords(to)}): ${stepInWords(step)}`;
