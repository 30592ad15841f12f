/** Directions as a pharmacist writes them on a label: every number beside its unit, no abbreviations. */
import { inMg, mgNumber } from '../../domain/amount.ts';
import { inWords } from '../../domain/dates.ts';
import type { Bottle, Direction, Fill, Take } from '../../domain/order.ts';
import { formById } from '../../knowledge/forms/index.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';

export type DoseOfDirection = Direction['doses'][number];

/**
 * Whether doses are measured (microlitres) and not counted (capsules).
 * @throws RangeError when no such form is registered (an order that was put together wrongly)
 */
export function isLiquid({ form }: Pick<Bottle, 'form'>): boolean {
  const found = formById(form);
  if (!found) throw new RangeError(`"${form}" is not a registered dose form`);
  return found.kind === 'measured';
}

/** Millilitres from whole microlitres, without a trailing zero: `1500` -> `1.5`. */
export const mlNumber = (microlitres: number): string => mgNumber(microlitres);

/** `at bedtime`, `in the morning`. */
export const TIME_WORDS: Readonly<Record<TimeOfDay, string>> = {
  morning: 'in the morning',
  midday: 'at midday',
  evening: 'in the evening',
  bedtime: 'at bedtime',
};

/**
 * The bottle that a take comes from.
 * @throws RangeError when the fill has no such bottle (an order that was put together wrongly)
 */
export function bottleOf(fill: Fill, take: Take): Bottle {
  const found = fill.bottles.find((bottle) => bottle.number === take.bottle);
  if (!found) throw new RangeError(`fill ${fill.number} has no bottle ${take.bottle}`);
  return found;
}

/** `2 capsules of 0.5 mg`, `1.5 mL of 1 mg/mL`. */
export function takeInWords(fill: Fill, take: Take): string {
  const bottle = bottleOf(fill, take);
  if (isLiquid(bottle)) return `${mlNumber(take.units)} mL of ${inMg(bottle.strengthUg)}/mL`;
  return `${take.units} ${take.units === 1 ? 'capsule' : 'capsules'} of ${inMg(bottle.strengthUg)}`;
}

/** `Take 1 mg by mouth at bedtime: 2 capsules of 0.5 mg (bottle 1). From 2 November 2026 to 15 November 2026.` */
export function directionInWords(fill: Fill, direction: Direction, dose: DoseOfDirection): string {
  const takes = dose.takes.map((take) => `${takeInWords(fill, take)} (bottle ${take.bottle})`).join(' and ');
  const dates = `From ${inWords(direction.from)} to ${inWords(direction.to)}.`;
  return `Take ${inMg(dose.amountUg)} by mouth ${TIME_WORDS[dose.at]}: ${takes}. ${dates}`;
}
