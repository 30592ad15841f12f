/** What a reader has chosen on the page, and how it stands in the address, so that a link shows the same curves. */
import { error, quote, type Problem } from '../../domain/problem.ts';
import { mgNumber } from '../../domain/amount.ts';
import { DEFAULT_READING, SWITCHABLE, type Reading } from '../../knowledge/mechanisms/index.ts';
import { doseFrom } from './doses.ts';

export interface Chosen {
  readonly doseUg: number;
  /** Hour of the clock, 0 to 23.5 in halves. */
  readonly hour: number;
  readonly reading: Reading;
  /** 1 is once; more is that many nights in a row. */
  readonly nights: number;
  readonly off: readonly string[];
}

/** Most nights that the page follows; beyond two weeks the levels no longer change. */
export const MOST_NIGHTS = 28;
export const LAST_HOUR = 23.5;

export const START: Chosen = { doseUg: 4500, hour: 22, reading: DEFAULT_READING, nights: 1, off: [] };

/** The part of the address after `?`; empty for what stands at the start. */
export function queryOf({ doseUg, hour, reading, nights, off }: Chosen): string {
  const query = new URLSearchParams({
    ...(doseUg !== START.doseUg && { dose: mgNumber(doseUg) }),
    ...(hour !== START.hour && { hour: String(hour) }),
    ...(reading !== START.reading && { reading }),
    ...(nights !== START.nights && { nights: String(nights) }),
    ...(off.length > 0 && { off: off.join(' ') }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}

/** Reads the address. What is wrong in it is said, and the start stands in its place. */
export function chosenFrom(query: URLSearchParams): { readonly chosen: Chosen; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(name: string, fallback: T, of: (text: string) => T | Problem): T => {
    const text = query.get(name);
    if (text === null) return fallback;
    const found = of(text);
    if (!isProblem(found)) return found;
    problems.push(found);
    return fallback;
  };
  const chosen: Chosen = {
    doseUg: read('dose', START.doseUg, doseOf),
    hour: read('hour', START.hour, (text) => hourFrom(text)),
    reading: read<Reading>('reading', START.reading, readingOf),
    nights: read('nights', START.nights, nightsFrom),
    off: read('off', START.off, offOf),
  };
  return { chosen, problems };
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'severity' in value;

function doseOf(text: string): number | Problem {
  const found = doseFrom(text);
  return 'problem' in found ? found.problem : found.amountUg;
}

const hourFrom = (text: string): number | Problem => {
  const hour = Number(text);
  return text.trim() !== '' && hour >= 0 && hour <= LAST_HOUR && Number.isInteger(2 * hour)
    ? hour
    : error('hour', quote(text), `a half or whole hour from 0 to ${LAST_HOUR}`, 'Move the slider of the hour.');
};

/** Nights as typed, or why they cannot be shown. */
export function nightsFrom(text: string): number | Problem {
  const nights = Number(text);
  if (text.trim() === '')
    return error('nights', 'nothing', `a whole number from 1 to ${MOST_NIGHTS}`, 'Type how many nights.');
  return Number.isInteger(nights) && nights >= 1 && nights <= MOST_NIGHTS
    ? nights
    : error(
        'nights',
        quote(text),
        `a whole number from 1 to ${MOST_NIGHTS}`,
        'After two weeks another night changes nothing that a line could show.',
      );
}

const readingOf = (text: string): Reading | Problem =>
  text === 'slow' || text === 'plasma'
    ? text
    : error('reading', quote(text), 'slow or plasma', 'Choose one of the two readings.');

const offOf = (text: string): readonly string[] | Problem => {
  const ids = text.split(' ').filter((id) => id !== '');
  const unknown = ids.find((id) => !SWITCHABLE.includes(id));
  return unknown === undefined
    ? ids
    : error('off', quote(unknown), 'mechanisms that can be switched off', 'Use the switches below.');
};

/** `22.5` -> `22:30`. */
export const clock = (hour: number): string =>
  `${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 === 0 ? '00' : '30'}`;
