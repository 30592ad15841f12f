/** Phrases that say how much and when in the day: amounts, capsules, strengths, ramps, frequencies, supply. */
import type { Fact, Match, Phrase } from './facts.ts';
import { amountAt, countAt, lengthAt, saysAt, skip, unitAt } from './parts.ts';
import type { Token } from './tokens.ts';
import {
  ABBREVIATIONS,
  AMOUNT_UNITS,
  CAPSULE_WORDS,
  DAYS_IN,
  DISPENSE_WORDS,
  ML_WORDS,
  RAISE_WORDS,
  RANGE_WORDS,
  TIMES,
  WEEKDAYS,
} from './vocabulary.ts';

const match = (to: number, facts: readonly Fact[], slips: Match['slips'] = []): Match => ({ to, facts, slips });

/** `a day`, `per night`, `/day`, `daily`, `each night`: where it ends; undefined when it does not stand at `at`. */
function perDay(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.low ?? '';
  if (word === 'daily') return at + 1;
  const each = ['a', 'per', 'each', 'every', '/'].includes(word);
  return each && DAYS_IN.get(tokens[at + 1]?.low ?? '') === 1 ? at + 2 : undefined;
}

/** `1.5 mg`, `3 mg a day`, `4.5 mg daily`. */
export const amount: Phrase = (tokens, at) => {
  const found = amountAt(tokens, at);
  if (!found) return undefined;
  // "3 capsules (1.5 mg each)": what one of them holds, and not the dose.
  if (found.amountUg !== undefined && tokens[found.to]?.low === 'each' && tokens[found.to + 1]?.kind !== 'word')
    return match(found.to + 1, [{ kind: 'strength', strengthUg: found.amountUg, unit: 'capsule' }], found.slips);
  const end = perDay(tokens, found.to);
  return match(end ?? found.to, [{ kind: 'amount', amountUg: found.amountUg, aDay: end !== undefined }], found.slips);
};

/** `4.5 mg capsules`, `1 mg/mL`, `1.5 mg per capsule`; and a count before it: `one 4.5 mg capsule`, `2 x 0.5 mg capsules`. */
export const strength: Phrase = (tokens, at) => {
  const count = countAt(tokens, at);
  const after = count ? skip(tokens, count.to, ['x', '×', '*', 'of']) : at;
  const counted = count && amountAt(tokens, after) ? count : undefined;
  const held = amountAt(tokens, counted ? after : at);
  if (!held || held.amountUg === undefined) return undefined;
  const link = skip(tokens, held.to, ['/', 'per', 'strength', 'in', '1']);
  const unit = unitAt(tokens, link);
  if (!unit) return undefined;
  const one =
    !counted &&
    !isHeading(tokens, at, link + 1) &&
    unit === 'capsule' &&
    /^(capsule|cap|tablet|tab|pill)$/.test(tokens[link]?.low ?? '') &&
    link === held.to;
  const units = counted?.value ?? (one ? 1 : undefined);
  const fact: Fact =
    units === undefined
      ? { kind: 'strength', strengthUg: held.amountUg, unit }
      : { kind: 'units', units, unit, strengthUg: held.amountUg };
  return match(link + 1, [fact], held.slips);
};

/** `Naltrexone 1.5 mg capsule` alone on its line, as a pharmacy label begins: what it is, and no dose. */
const isHeading = (tokens: readonly Token[], from: number, to: number): boolean =>
  ['naltrexone', 'ldn', 'hcl', 'hydrochloride'].includes(tokens[from - 1]?.low ?? '') &&
  tokens[to]?.kind === 'line-end';

/** `capsules of 0.5 mg` without a count: the strength. */
export const strengthAfter: Phrase = (tokens, at) => {
  const unit = unitAt(tokens, at) ?? (tokens[at]?.low === 'strength' ? 'capsule' : undefined);
  const held = unit && amountAt(tokens, skip(tokens, at + 1, ['of', ':', 'are', 'is', '=']));
  return held?.amountUg === undefined || !unit
    ? undefined
    : match(held.to, [{ kind: 'strength', strengthUg: held.amountUg, unit }], held.slips);
};

/** `2 capsules`, `three caps of 0.5 mg`, `0.5 mL`, `half a capsule`, `a capsule`. */
export const units: Phrase = (tokens, at) => {
  const count =
    countAt(tokens, at) ??
    (['a', 'whole', 'full'].includes(tokens[at]?.low ?? '') ? { value: 1, to: at + 1 } : undefined);
  return count && counted(tokens, count.value, skip(tokens, count.to, ['x', '×', 'more']));
};

/** So many of the unit at `at`, with the strength when it stands behind. */
function counted(tokens: readonly Token[], count: number, at: number): Match | undefined {
  const unit = unitAt(tokens, at);
  if (!unit) return undefined;
  const held = amountAt(tokens, skip(tokens, at + 1, ['of', 'x', '×']));
  const strengthUg = held?.amountUg;
  const fact: Fact = { kind: 'units', units: count, unit, ...(strengthUg === undefined ? {} : { strengthUg }) };
  const to = held?.to ?? at + 1;
  return match(perDay(tokens, to) ?? to, [fact], held?.slips);
}

/** `increase by 0.5 mg every 2 weeks until 4.5 mg`, in any order of its three parts. */
export const ramp: Phrase = (tokens, at) => {
  if (!RAISE_WORDS.has(tokens[at]?.low ?? '')) return undefined;
  let by: Held | undefined;
  let until: Held | undefined;
  let everyNights: number | undefined;
  let next = at + 1;
  const slips = [];
  for (;;) {
    const here = skip(tokens, next, RAMP_NOISE);
    const end = untilAt(tokens, here);
    const more = end ? undefined : heldAt(tokens, skip(tokens, here, ['by', 'increments', 'another', 'one']));
    const every = end || more ? undefined : everyAt(tokens, here);
    const part = end ?? more ?? every;
    if (!part) break;
    if (end) until = end;
    else if (more) by = more;
    else everyNights = every?.value;
    slips.push(...(end?.slips ?? more?.slips ?? []));
    next = part.to;
  }
  if (by?.value === undefined || everyNights === undefined) return undefined;
  const ends = until?.value !== undefined && until.in === by.in ? { until: until.value } : {};
  return match(next, [{ kind: 'ramp', in: by.in, by: by.value, everyNights, ...ends }], slips);
};

const RAMP_NOISE = 'the dose your daily it up in steps of as tolerated ,'.split(' ');

/** An amount, or a count of capsules or millilitres. */
interface Held {
  readonly in: 'amountUg' | 'units';
  readonly value: number | undefined;
  readonly to: number;
  readonly slips: NonNullable<Match['slips']>;
}

function heldAt(tokens: readonly Token[], at: number): Held | undefined {
  const amount = amountAt(tokens, at);
  if (amount) return { in: 'amountUg', value: amount.amountUg, to: amount.to, slips: amount.slips };
  const count = countAt(tokens, at) ?? { value: 1, to: at };
  return unitAt(tokens, count.to) ? { in: 'units', value: count.value, to: count.to + 1, slips: [] } : undefined;
}

const untilAt = (tokens: readonly Token[], at: number) =>
  ['until', 'till', 'to', 'max', 'maximum', 'reaching'].includes(tokens[at]?.low ?? '') || saysAt(tokens, at, 'up to')
    ? heldAt(
        tokens,
        skip(
          tokens,
          at,
          'until till to up a at max maximum of reaching reach you dose the target is reached'.split(' '),
        ),
      )
    : undefined;

/** `every 2 weeks`, `each week`, `weekly`, `fortnightly`, `every other week`, `q 2 wk`. */
function everyAt(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const word = tokens[at]?.low ?? '';
  if (word === 'weekly') return { value: 7, to: at + 1 };
  if (word === 'fortnightly' || word === 'biweekly') return { value: 14, to: at + 1 };
  if (!['every', 'each', 'per', 'a', 'q', '/', 'after'].includes(word)) return undefined;
  const other = tokens[at + 1]?.low === 'other' || tokens[at + 1]?.low === 'second' ? 2 : 1;
  const single = DAYS_IN.get(tokens[at + other]?.low ?? '');
  return single === undefined ? lengthAt(tokens, at + 1) : { value: single * other, to: at + other + 1 };
}

/** `at bedtime`, `in the morning`, `nightly`, `every night`, `at night`, `twice a day`, `bid`. */
export const frequency: Phrase = (tokens, at) => {
  const here = skip(
    tokens,
    at,
    ['at', 'in', 'the', 'with', 'every', 'each', 'before', 'bed'].filter((word) => word !== 'bed'),
  );
  const time =
    TIMES.get(tokens[here]?.low ?? '') ?? (['night', 'bed'].includes(tokens[here]?.low ?? '') ? 'bedtime' : undefined);
  if (time) return match(here + 1, [{ kind: 'time', at: time }]);
  if (tokens[at]?.low === 'twice' || tokens[at]?.low === 'once') {
    const end = perDay(tokens, at + 1);
    const times = tokens[at]?.low === 'twice' ? 2 : 1;
    return end === undefined ? undefined : match(end, times === 2 ? [{ kind: 'times-a-day', times }] : []);
  }
  const end = perDay(tokens, at);
  return end === undefined ? undefined : match(end, []);
};

/** `every other night`, `every 3 nights`, `per week`: the nights between have no dose. */
export const alternate: Phrase = (tokens, at) => {
  const days = someWeekdays(tokens, at);
  if (days !== undefined) return { to: days, facts: [], slips: [SOME_NIGHTS] };
  const every = ['every', 'each', 'per', 'q'].includes(tokens[at]?.low ?? '') ? everyAt(tokens, at) : undefined;
  const to = tokens[at]?.low === 'alternate' ? at + 2 : every && every.value > 1 ? every.to : undefined;
  if (to === undefined) return undefined;
  return match(to, [], [SOME_NIGHTS]);
};

const SOME_NIGHTS = {
  rule: 'hole',
  says: 'Not every night has a dose.',
  todo: 'A titration gives a dose each night; say what each night has.',
};

/** `Monday to Friday`, `weekdays only`: where it ends; undefined when it does not stand here. */
function someWeekdays(tokens: readonly Token[], at: number): number | undefined {
  if (['weekday', 'weekdays', 'weekend', 'weekends'].includes(tokens[at]?.low ?? '')) return at + 1;
  const range = WEEKDAYS.includes(tokens[at]?.low ?? '') && RANGE_WORDS.has(tokens[at + 1]?.low ?? '');
  return range && WEEKDAYS.includes(tokens[at + 2]?.low ?? '') ? at + 3 : undefined;
}

/** `1/2 capsule` is half a capsule; any other number with a stroke, such as 3/4/2027, is a date that two readers read differently. */
export const slashed: Phrase = (tokens, at) => {
  const [first, second] = [tokens[at], tokens[at + 2]];
  if (first?.kind !== 'number' || tokens[at + 1]?.low !== '/' || second?.kind !== 'number') return undefined;
  const part = counted(tokens, Number(first.text) / Number(second.text), at + 3);
  if (part) return part;
  const to = tokens[at + 3]?.low === '/' && tokens[at + 4]?.kind === 'number' ? at + 5 : at + 3;
  return match(
    to,
    [],
    [{ rule: 'unclear-date', says: 'Numbers with a stroke are read as day and month, or as month and day.' }],
  );
};

/** `qd`, `hs`, `u`, `as directed`, `q.d.` and `q2wk` are misread; the time they mean is kept. */
export const abbreviation: Phrase = (tokens, at) => {
  if (saysAt(tokens, at, 'as directed') || saysAt(tokens, at, 'as needed'))
    return match(
      at + 2,
      [],
      [slipOf(`"as ${tokens[at + 1]?.low}" tells nobody what to take.`, 'what to take each night')],
    );
  const { word, to } = lettersAt(tokens, at);
  const known = ABBREVIATIONS.get(word);
  if (!known) return undefined;
  const facts: readonly Fact[] = known.at
    ? [{ kind: 'time', at: known.at }]
    : known.times
      ? [{ kind: 'times-a-day', times: known.times }]
      : [];
  return match(to, facts, [slipOf(`"${word.toUpperCase()}" is an abbreviation that has been misread.`, known.write)]);
};

const slipOf = (says: string, write: string) => ({ rule: 'abbreviation', says, todo: `Write ${write}.` });

/** `q.h.s.` as `qhs`; or the word as it stands. */
function lettersAt(tokens: readonly Token[], at: number): { word: string; to: number } {
  let word = tokens[at]?.low ?? '';
  let to = at + 1;
  if (word.length === 1 && tokens[to]?.low === '.' && /^[a-z]$/.test(tokens[to + 1]?.low ?? ''))
    while (tokens[to]?.low === '.' && /^[a-z]$/.test(tokens[to + 1]?.low ?? '')) {
      word += tokens[to + 1]?.low;
      to += 2;
    }
  return { word, to: to > at + 1 && tokens[to]?.low === '.' ? to + 1 : to };
}

/** `dispense #30`, `#90`, `quantity: 30 capsules`. */
export const dispense: Phrase = (tokens, at) => {
  const named = DISPENSE_WORDS.has(tokens[at]?.low ?? '') || tokens[at]?.low === '#';
  const count = named ? countAt(tokens, skip(tokens, at + 1, [':', '#', '=', 'of', 'is', '.'])) : undefined;
  if (!count || AMOUNT_UNITS.has(tokens[count.to]?.low ?? '')) return undefined;
  const to =
    CAPSULE_WORDS.has(tokens[count.to]?.low ?? '') || ML_WORDS.has(tokens[count.to]?.low ?? '')
      ? count.to + 1
      : count.to;
  const length = lengthAt(tokens, skip(tokens, to, ['for', '(']));
  const isSupply = length !== undefined && tokens[to]?.low === 'for';
  return match(isSupply ? length.to : to, [
    { kind: 'dispense', count: count.value },
    ...(isSupply ? [{ kind: 'supply-days', nights: length.value } as const] : []),
  ]);
};

/** `28 day supply`, `30-day supply`, `30 days' supply`. */
export const supplyDays: Phrase = (tokens, at) => {
  const count = countAt(tokens, at);
  const unit = count && skip(tokens, count.to, ['-']);
  const days = unit === undefined ? undefined : DAYS_IN.get(tokens[unit]?.low.replace(/['’]s?$/, '') ?? '');
  if (!count || unit === undefined || days === undefined) return undefined;
  const supply = skip(tokens, unit + 1, ["'", '’', '-']);
  return tokens[supply]?.low === 'supply'
    ? match(supply + 1, [{ kind: 'supply-days', nights: count.value * days }])
    : undefined;
};

/** `1-2 capsules`, `1.5 to 3 mg`: nobody knows which. An increase from one to the other is none. */
export const doseRange: Phrase = (tokens, at) => {
  const first = countAt(tokens, at);
  const before = tokens[at - 1]?.low ?? '';
  if (!first || before === 'from' || RAISE_WORDS.has(before)) return undefined;
  if (!['-', '–', 'to', 'or'].includes(tokens[first.to]?.low ?? '')) return undefined;
  const second = countAt(tokens, first.to + 1);
  const unit = second && (AMOUNT_UNITS.has(tokens[second.to]?.low ?? '') || unitAt(tokens, second.to) !== undefined);
  if (!second || !unit) return undefined;
  const says = 'The dose is a range, and no single number.';
  return match(second.to + 1, [{ kind: 'amount', amountUg: undefined, aDay: false }], [{ rule: 'dose-range', says }]);
};

/** `SR capsule`, `slow release`. */
export const slowRelease: Phrase = (tokens, at) => {
  const words = ['slow', 'sustained', 'extended', 'modified', 'controlled'].includes(tokens[at]?.low ?? '');
  const release = skip(tokens, at + 1, ['-']);
  const long = words && tokens[release]?.low === 'release';
  const short = ['sr', 'er', 'xr', 'cr'].includes(tokens[at]?.low ?? '');
  if (!long && !short) return undefined;
  const end = long ? release + 1 : at + 1;
  return match(unitAt(tokens, end) ? end + 1 : end, [], [{ rule: 'slow-release', says: 'Slow release is asked for.' }]);
};

/** `2 refills`, `refills: 1`, `no refills`. */
export const refills: Phrase = (tokens, at) => {
  const is = (index: number) => /^(refills?|repeats?|rf)$/.test(tokens[index]?.low ?? '');
  const before = tokens[at]?.low === 'no' ? { value: 0, to: at + 1 } : countAt(tokens, at);
  if (before && is(before.to)) return match(before.to + 1, [{ kind: 'refills', count: before.value }]);
  const after = is(at) ? countAt(tokens, skip(tokens, at + 1, [':', '#', '='])) : undefined;
  return after && match(after.to, [{ kind: 'refills', count: after.value }]);
};

/** `do not exceed 4.5 mg`, `maximum dose 4.5 mg a day`, `ceiling 4.5 mg`. */
export const ceiling: Phrase = (tokens, at) => {
  const lead = skip(tokens, at, ['do', 'not', 'never', 'the']);
  if (!['exceed', 'max', 'maximum', 'ceiling'].includes(tokens[lead]?.low ?? '')) return undefined;
  const found = amountAt(tokens, skip(tokens, lead + 1, ['dose', 'daily', 'of', 'is', ':', 'a', 'day', 'go', 'above']));
  return (
    found && match(perDay(tokens, found.to) ?? found.to, [{ kind: 'ceiling', amountUg: found.amountUg }], found.slips)
  );
};

/** A number that stands alone: `on day 22 three`. */
export const bare: Phrase = (tokens, at) => {
  const count = countAt(tokens, at);
  return count && match(count.to, [{ kind: 'bare', value: count.value }]);
};
