/** Orders in words: the same sentence stands on order, label and sheet. Numbers carry their unit, strengths no naked zero. */
import { inMg, mgNumber, type Micrograms } from '../../domain/amount.ts';
import { daysBetween, inShort, type IsoDate } from '../../domain/dates.ts';
import type { Bottle, Direction, Order, Supply, Take } from '../../domain/order.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';
import { formById } from '../../knowledge/forms/index.ts';

export const AT: Readonly<Record<TimeOfDay, string>> = {
  morning: 'in the morning',
  midday: 'at midday',
  evening: 'in the evening',
  bedtime: 'at bedtime',
};

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const isMeasured = (bottle: Bottle): boolean => formById(bottle.form)?.kind === 'measured';

/** `42 capsules`; `47 mL`. A fraction of a unit, which only a bad order has, is shown as it stands. */
export const quantityInWords = (bottle: Bottle, units: number): string =>
  isMeasured(bottle)
    ? `${Number.isSafeInteger(units) ? mgNumber(units) : units / 1000} mL`
    : plural(units, formById(bottle.form)?.name ?? bottle.form);

/** `1.5 mg in each capsule`; `1 mg in 1 mL`. */
export const strengthInWords = (bottle: Bottle): string =>
  isMeasured(bottle)
    ? `${inMg(bottle.strengthUg)} in 1 mL`
    : `${inMg(bottle.strengthUg)} in each ${formById(bottle.form)?.name ?? bottle.form}`;

/** `2 capsules of 0.5 mg`; `0.5 mL of the liquid with 1 mg in 1 mL`. */
const takeInWords = (bottle: Bottle, units: number): string =>
  isMeasured(bottle)
    ? `${quantityInWords(bottle, units)} of the liquid with ${strengthInWords(bottle)}`
    : `${quantityInWords(bottle, units)} of ${inMg(bottle.strengthUg)}`;

/** The bottle of this number, at home or in a fill; undefined when the supply has none. */
export const bottleOf = (supply: Supply, number: number): Bottle | undefined =>
  [...(supply.cupboard ?? []), ...supply.fills.flatMap((fill) => fill.bottles)].find(
    (bottle) => bottle.number === number,
  );

/** `2 capsules of 0.5 mg from bottle 1 and 1 capsule of 3 mg from bottle 2`; a take from no bottle says so. */
export const takesInWords = (supply: Supply, takes: readonly Take[]): string =>
  takes
    .map(({ bottle: number, units }) => {
      const bottle = bottleOf(supply, number);
      return bottle
        ? `${takeInWords(bottle, units)} from bottle ${number}`
        : `${units} units of bottle ${number}, not listed`;
    })
    .join(' and ');

/** `nights 8-14`, `night 8`, counted from the first night of the supply. */
export function nightsInWords(start: IsoDate, from: IsoDate, to: IsoDate): string {
  const [first, last] = [daysBetween(start, from) + 1, daysBetween(start, to) + 1];
  return first === last ? `night ${first}` : `nights ${first}-${last}`;
}

/** `Mon 8 Mar - Sun 14 Mar`. */
export const datesInWords = (from: IsoDate, to: IsoDate): string =>
  from === to ? inShort(from) : `${inShort(from)} - ${inShort(to)}`;

/** `1 mg in the morning and 1 mg at bedtime (2 mg a day)`. */
export function dosesInWords(doses: readonly { readonly at: TimeOfDay; readonly amountUg: Micrograms }[]): string {
  const each = doses.map(({ at, amountUg }) => `${inMg(amountUg)} ${AT[at]}`).join(' and ');
  const total = doses.reduce((sum, dose) => sum + dose.amountUg, 0);
  return doses.length > 1 ? `${each} (${inMg(total)} a day)` : each;
}

/** `Take 2 capsules of 0.5 mg from bottle 1 (1 mg) by mouth at bedtime, nights 8-14 (Mon 8 Mar - Sun 14 Mar).` */
export function directionInWords(supply: Supply, { from, to, doses }: Direction): string {
  const start = supply.fills[0]?.from ?? from;
  const each = doses.map(
    ({ at, amountUg, takes }) => `take ${takesInWords(supply, takes)} (${inMg(amountUg)}) by mouth ${AT[at]}`,
  );
  const what = each.join('; ') || 'take nothing';
  return `${what[0]!.toUpperCase()}${what.slice(1)}, ${nightsInWords(start, from, to)} (${datesInWords(from, to)}).`;
}

/** One line of directions, with the fill it belongs to. */
export interface OrderLine {
  readonly fill: number;
  readonly direction: Direction;
  readonly says: string;
}

/** The directions of the whole order, one line for each run of nights, in order. */
export const orderLines = ({ supply }: Order): readonly OrderLine[] =>
  supply.fills.flatMap((fill) =>
    fill.directions.map((direction) => ({
      fill: fill.number,
      direction,
      says: directionInWords(supply, direction),
    })),
  );
