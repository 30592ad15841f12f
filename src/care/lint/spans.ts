/** Phrases that say when: days, weeks, nights, dates, and from then on. */
import type { Fact, Match, Phrase, WrittenDate } from './facts.ts';
import { countAt, lengthAt, skip, unitAt } from './parts.ts';
import type { Token } from './tokens.ts';
import {
  AMOUNT_UNITS,
  DAYS_IN,
  MONTH_SPANS,
  MONTHS,
  NEXT_WORDS,
  ONWARDS,
  ORDINALS,
  RANGE_WORDS,
  WEEKDAYS,
} from './vocabulary.ts';

const match = (to: number, ...facts: readonly Fact[]): Match => ({ to, facts });

/** `days 1-14`, `week 2`, `nights 8 to 14`, `day 22 onwards`, `on day 11`, `until day 14`. */
export const numbered: Phrase = (tokens, at) => {
  const lead = skip(tokens, at, ['on', 'from', 'starting', 'by']);
  const until = ['until', 'till', 'through'].includes(tokens[lead]?.low ?? '');
  const unitAtIndex = until ? lead + 1 : lead;
  const days = DAYS_IN.get(tokens[unitAtIndex]?.low ?? '');
  const first = days === undefined ? undefined : countAt(tokens, skip(tokens, unitAtIndex + 1, ['#']));
  if (days === undefined || first === undefined || !Number.isInteger(first.value)) return undefined;
  // "1st week 1 mg": this number is a dose.
  if (AMOUNT_UNITS.has(tokens[first.to]?.low ?? '') || unitAt(tokens, first.to)) return undefined;
  if (until) return match(first.to, { kind: 'span', to: first.value * days });
  const from = (first.value - 1) * days + 1;
  const last = rangeEnd(tokens, first.to);
  if (last) return match(last.to, { kind: 'span', from, to: last.value * days });
  // A week lasts until its end; a single day begins a row that lasts until the next one.
  return match(first.to, {
    kind: 'span',
    from,
    ...(days > 1 && !opens(tokens, first.to) ? { to: first.value * days } : {}),
  });
};

function rangeEnd(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  if (!RANGE_WORDS.has(tokens[at]?.low ?? '') && !['and', '&'].includes(tokens[at]?.low ?? '')) return undefined;
  const repeated = DAYS_IN.has(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1;
  const count = countAt(tokens, repeated);
  return count &&
    Number.isInteger(count.value) &&
    !unitAt(tokens, count.to) &&
    !AMOUNT_UNITS.has(tokens[count.to]?.low ?? '')
    ? count
    : undefined;
}

const opens = (tokens: readonly Token[], at: number): boolean =>
  ONWARDS.has(tokens[at]?.low ?? '') ||
  tokens[at]?.low === '+' ||
  (tokens[at]?.low === 'and' && (ONWARDS.has(tokens[at + 1]?.low ?? '') || isAndOn(tokens, at)));

/** `week 3 and on:`, but not `and on day 11`. */
const isAndOn = (tokens: readonly Token[], at: number): boolean =>
  ['on', 'up'].includes(tokens[at + 1]?.low ?? '') && ['mark', 'line-end', undefined].includes(tokens[at + 2]?.kind);

/** `the first 10 days`, `first week`, `for 2 weeks`, `the next ten days`, `x 7 nights`, `7 nights`, `a further week`. */
export const lasting: Phrase = (tokens, at) => {
  const lead = skip(tokens, at, ['for', 'during', 'over', 'x', '×', '*', 'the', 'a', 'of']);
  const word = tokens[lead]?.low ?? '';
  if (word === 'first') return lastingFrom(tokens, lead + 1, 1);
  if (NEXT_WORDS.has(word)) return lastingFrom(tokens, lead + 1, undefined);
  const ordinal = ordinalAt(tokens, lead);
  if (ordinal !== undefined) {
    const days = DAYS_IN.get(tokens[ordinal.to]?.low ?? '');
    if (days === undefined) return undefined;
    const from = (ordinal.value - 1) * days + 1;
    const opened = tokens[at - 1]?.low === 'from' || opens(tokens, ordinal.to + 1);
    return match(ordinal.to + 1, { kind: 'span', from, ...(opened ? {} : { to: ordinal.value * days }) });
  }
  const length = lengthAt(tokens, lead) ?? (lead > at + 1 ? lengthAt(tokens, lead - 1) : undefined);
  return length && Number.isInteger(length.value)
    ? match(length.to, { kind: 'span', nights: length.value })
    : undefined;
};

/** `third`, `3rd`. */
function ordinalAt(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const word = ORDINALS.get(tokens[at]?.low ?? '');
  if (word !== undefined) return { value: word, to: at + 1 };
  const value = wholeAt(tokens, at);
  const ends = ['st', 'nd', 'rd', 'th'].includes(tokens[at + 1]?.low ?? '');
  return value !== undefined && ends ? { value, to: at + 2 } : undefined;
}

/** `after 2 weeks`, `after another week`: how long the dose before lasts. */
export const afterLength: Phrase = (tokens, at) => {
  if (tokens[at]?.low !== 'after') return undefined;
  const next = NEXT_WORDS.has(tokens[at + 1]?.low ?? '');
  const found = next ? lastingFrom(tokens, at + 2, undefined) : lasting(tokens, at + 1);
  const [fact] = found?.facts ?? [];
  return found && fact?.kind === 'span' && fact.nights !== undefined && fact.from === undefined
    ? match(found.to, { kind: 'after', nights: fact.nights })
    : undefined;
};

/** `each for a week`, `for 7 nights each`: the length of every dose that was listed before. */
export const eachLasting: Phrase = (tokens, at) => {
  const before = tokens[at]?.low === 'each';
  const found = lasting(tokens, before ? at + 1 : at);
  const [fact] = found?.facts ?? [];
  if (!found || fact?.kind !== 'span' || fact.nights === undefined || fact.from !== undefined) return undefined;
  const after = tokens[found.to]?.low === 'each' && !['word', 'number'].includes(tokens[found.to + 1]?.kind ?? '');
  if (!before && !after) return undefined;
  return match(before ? found.to : found.to + 1, { kind: 'each', nights: fact.nights });
};

function lastingFrom(tokens: readonly Token[], at: number, from: number | undefined): Match | undefined {
  const single = DAYS_IN.get(tokens[at]?.low ?? '');
  const length = lengthAt(tokens, at) ?? (single === undefined ? undefined : { value: single, to: at + 1 });
  return length && match(length.to, { kind: 'span', nights: length.value, ...(from === undefined ? {} : { from }) });
}

/** Nights that a month or a year is taken for, so that what follows has a place; the finding says so. */
const MONTH_NIGHTS = 30;
const YEAR_NIGHTS = 365;

/** `for one month`, `month 2`: no number of nights, so it is reported together with the number that it is read as. */
export const vague: Phrase = (tokens, at) => {
  const lead = skip(tokens, at, ['for', 'the', 'first', 'next']);
  const count =
    countAt(tokens, lead) ?? (tokens[lead]?.low === 'a' ? { value: 1, to: lead + 1 } : { value: 1, to: lead });
  const word = tokens[count.to]?.low ?? '';
  if (!MONTH_SPANS.has(word)) return undefined;
  const each = word.startsWith('year') ? YEAR_NIGHTS : MONTH_NIGHTS;
  const says = `A month or a year is no fixed number of nights; ${word} is read here as ${each} nights.`;
  const ordinal = count.to === lead ? countAt(tokens, count.to + 1) : undefined;
  const numbered = ordinal && Number.isInteger(ordinal.value) && !AMOUNT_UNITS.has(tokens[ordinal.to]?.low ?? '');
  const facts: readonly Fact[] = numbered
    ? [{ kind: 'span', from: (ordinal.value - 1) * each + 1, to: ordinal.value * each }]
    : count.to > at && Number.isInteger(count.value * each)
      ? [{ kind: 'span', nights: count.value * each }]
      : [];
  return { to: numbered ? ordinal.to : count.to + 1, facts, slips: [{ rule: 'vague-length', says }] };
};

export const open: Phrase = (tokens, at) => {
  const lead = skip(tokens, at, ['and', 'from', 'then', 'as', 'after']);
  if (ONWARDS.has(tokens[lead]?.low ?? '')) return match(lead + 1, { kind: 'open' });
  if (tokens[at]?.low === 'after' && tokens[at + 1]?.low === 'that') return match(at + 2, { kind: 'then' });
  return undefined;
};

/** `from 3 March to 9 March`, `2027-03-01 to 2027-03-07`, `until March 9`, `3-9 March`. */
export const dated: Phrase = (tokens, at) => {
  const lead = skip(tokens, at, ['on', 'from', 'starting']);
  const until = ['until', 'till', 'through'].includes(tokens[lead]?.low ?? '');
  const first = dateAt(tokens, skip(tokens, until ? lead + 1 : lead, WEEKDAYS)) ?? sharedMonth(tokens, lead);
  if (!first) return undefined;
  if (until) return match(first.to, { kind: 'dates', to: first.date });
  if (first.end) return match(first.to, { kind: 'dates', from: first.date, to: first.end });
  const last = RANGE_WORDS.has(tokens[first.to]?.low ?? '')
    ? (dateAt(tokens, skip(tokens, first.to + 1, WEEKDAYS)) ?? dayOfSameMonth(tokens, first))
    : undefined;
  return match(last?.to ?? first.to, { kind: 'dates', from: first.date, ...(last ? { to: last.date } : {}) });
};

interface DateAt {
  readonly date: WrittenDate;
  readonly end?: WrittenDate;
  readonly to: number;
}

/** `2027-03-01`, `3 March`, `3rd March 2027`, `March 3, 2027`. */
function dateAt(tokens: readonly Token[], at: number): DateAt | undefined {
  const token = tokens[at];
  if (token?.kind === 'date') {
    const [year, month, day] = token.text.split('-').map(Number);
    return { date: { year: year ?? 0, month: month ?? 0, day: day ?? 0 }, to: at + 1 };
  }
  const monthFirst = MONTHS.get(token?.low ?? '');
  const dayAt = monthFirst === undefined ? at : at + 1;
  const day = wholeAt(tokens, dayAt);
  if (day === undefined) return undefined;
  const afterDay = skip(tokens, dayAt + 1, ['st', 'nd', 'rd', 'th', 'of']);
  const month = monthFirst ?? MONTHS.get(tokens[afterDay]?.low ?? '');
  if (month === undefined) return undefined;
  const yearAt = skip(
    tokens,
    monthFirst === undefined ? afterDay + 1 : afterDay,
    monthFirst === undefined ? [] : [','],
  );
  const year = wholeAt(tokens, yearAt);
  return year !== undefined && year >= 1900
    ? { date: { year, month, day }, to: yearAt + 1 }
    : { date: { month, day }, to: monthFirst === undefined ? afterDay + 1 : afterDay };
}

/** `3-9 March 2027`: the month stands once for both days. */
function sharedMonth(tokens: readonly Token[], at: number): DateAt | undefined {
  const day = wholeAt(tokens, at);
  const last = day !== undefined && RANGE_WORDS.has(tokens[at + 1]?.low ?? '') ? dateAt(tokens, at + 2) : undefined;
  return last && day !== undefined ? { date: { ...last.date, day }, end: last.date, to: last.to } : undefined;
}

/** `March 1-7`: the month stands once, before both days. */
function dayOfSameMonth(tokens: readonly Token[], { date, to }: DateAt): DateAt | undefined {
  const day = wholeAt(tokens, to + 1);
  const isDose = AMOUNT_UNITS.has(tokens[to + 2]?.low ?? '') || unitAt(tokens, to + 2) !== undefined;
  return day === undefined || isDose ? undefined : { date: { ...date, day }, to: to + 2 };
}

const wholeAt = (tokens: readonly Token[], at: number): number | undefined =>
  /^\d+$/.test(tokens[at]?.text ?? '') ? Number(tokens[at]?.text) : undefined;
