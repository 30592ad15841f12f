/**
 * Calendar dates without a clock or a time zone. A night is named by the date on which its evening falls: a dose taken
 * at 01:30 belongs to the night before. Because plans count nights and not hours, a change to daylight-saving time or
 * a flight never makes a night vanish or appear twice.
 */
import { Temporal } from 'temporal-polyfill';

/** A whole date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A date as a record may have it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** Up to this hour (local, 24 h) a dose still belongs to the evening before. Assumed: few people go to bed later. */
export const NIGHT_ENDS_AT_HOUR = 12;

/** Whether the text is a real calendar date in the form YYYY-MM-DD (2026-02-30 is not). */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false; // The only way Temporal says that a date does not exist.
  }
}

/** The date `days` after `date` (before, when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: IsoDate): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Whole years from a (partial) birth date to `today`, the larger reading when the day is not known; undefined if unreadable. */
export function ageInYears(birth: PartialDate, today: IsoDate): number | undefined {
  const first = earliest(birth);
  return first === undefined
    ? undefined
    : Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(today), { largestUnit: 'year' }).years;
}

/** The first day that a partial date can mean; undefined when it is not a date. */
export function earliest(date: PartialDate): IsoDate | undefined {
  const whole = /^\d{4}$/.test(date) ? `${date}-01-01` : /^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date;
  return isIsoDate(whole) ? whole : undefined;
}

/** The last day that a partial date can mean; undefined when it is not a date. */
export function latest(date: PartialDate): IsoDate | undefined {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  if (!/^\d{4}-\d{2}$/.test(date)) return isIsoDate(date) ? date : undefined;
  const first = earliest(date);
  return first && addDays(Temporal.PlainDate.from(first).add({ months: 1 }).toString(), -1);
}

/**
 * The night to which a dose taken at `instant` belongs, for a person in `timeZone`.
 * @param instant an RFC 3339 instant with offset or Z
 * @param timeZone an IANA name such as `Europe/Berlin`
 * @throws RangeError when either cannot be read (a caller's mistake)
 */
export function nightOf(instant: string, timeZone: string): IsoDate {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate();
  return (local.hour < NIGHT_ENDS_AT_HOUR ? date.subtract({ days: 1 }) : date).toString();
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** A date as a reader says it: `3 March 2027`. A partial date stays partial: `March 2027`, `2027`. */
export function inWords(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** A date short enough for a table: `Tue 3 Mar`. */
export const inShort = (date: IsoDate): string =>
  `${DAYS[weekday(date) - 1]?.slice(0, 3)} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]?.slice(0, 3)}`;
