/** The synthetic people of `data/demo` live on one day; moved to today, "stopped four days ago" stays true. */
import { addDays, isIsoDate, type IsoDate } from '../domain/dates.ts';
import { isObject } from './cursor.ts';

/** The day on which the synthetic records take place. */
export const DEMO_DAY: IsoDate = '2027-03-01';

/** A FHIR resource with every whole date (also the date of a dateTime, and birth dates) moved by a number of days. */
export function moveDates(value: unknown, days: number): unknown {
  if (typeof value === 'string') return movedText(value, days);
  if (Array.isArray(value)) return value.map((item) => moveDates(item, days));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moveDates(item, days)]));
}

function movedText(text: string, days: number): string {
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text) ?? [];
  return isIsoDate(date) ? addDays(date, days) + (clock ?? '') : text;
}
