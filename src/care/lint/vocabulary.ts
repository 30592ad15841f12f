/** The words that the reader of schedules knows. A word that is in none of these lists is reported as unread. */
import type { TimeOfDay } from '../../domain/regimen.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ['thirty', 30],
  ['half', 0.5],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ').map((word, at) => [word, at + 1]),
);

/** Days in each unit of time that is a fixed number of nights. A month is none. */
export const DAYS_IN: ReadonlyMap<string, number> = new Map([
  ...['day', 'days', 'd', 'night', 'nights', 'evenings'].map((word) => [word, 1] as const),
  ...['week', 'weeks', 'wk', 'wks'].map((word) => [word, 7] as const),
  ...['fortnight', 'fortnights'].map((word) => [word, 14] as const),
]);

export const MONTH_SPANS = list('month months year years');

export const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, at) => [
      [name, at + 1] as const,
      [name.slice(0, 3), at + 1] as const,
      ...(name === 'september' ? [['sept', 9] as const] : []),
    ]),
);

export const AMOUNT_UNITS = list('mg mgs milligram milligrams ug mcg µg μg microgram micrograms');
export const CAPSULE_WORDS = list('capsule capsules cap caps tablet tablets tab tabs pill pills');
export const ML_WORDS = list('ml mls millilitre millilitres milliliter milliliters');

export const TIMES: ReadonlyMap<string, TimeOfDay> = new Map([
  ['bedtime', 'bedtime'],
  ['nightly', 'bedtime'],
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['breakfast', 'morning'],
  ['midday', 'midday'],
  ['noon', 'midday'],
  ['lunch', 'midday'],
  ['evening', 'evening'],
  ['dinner', 'evening'],
]);

/** Abbreviations that are misread, with what to write instead and the time of day they stand for. */
export const ABBREVIATIONS: ReadonlyMap<
  string,
  { readonly write: string; readonly at?: TimeOfDay; readonly times?: number }
> = new Map([
  ['qd', { write: 'once daily' }],
  ['od', { write: 'once daily' }],
  ['qod', { write: 'every other day' }],
  ['qhs', { write: 'at bedtime', at: 'bedtime' }],
  ['hs', { write: 'at bedtime', at: 'bedtime' }],
  ['qam', { write: 'in the morning', at: 'morning' }],
  ['qpm', { write: 'in the evening', at: 'evening' }],
  ['bid', { write: 'twice daily', times: 2 }],
  ['bd', { write: 'twice daily', times: 2 }],
  ['u', { write: 'units, or better the amount in mg' }],
  ['prn', { write: 'when it is to be taken' }],
  ['ud', { write: 'how it is to be taken' }],
  ['utd', { write: 'how it is to be taken' }],
]);

export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun'.split(
  ' ',
);
export const RANGE_WORDS = list('to through thru until till - – —');
export const ONWARDS = list('onwards onward thereafter ongoing indefinitely afterwards maintenance beyond');
export const NEXT_WORDS = list('next another following further more additional');
export const RAISE_WORDS = list('increase increasing increases raise raising titrate titrating add adding up');
export const DISPENSE_WORDS = list('dispense dispensed disp supply supplied quantity qty');
export const CONDITION_WORDS = list('if should unless when');

/** Words that begin a sentence about safety, and the words by which such a sentence is understood. */
export const STOP_WORDS = list('stop discontinue cease end');
export const FALL_BACK_WORDS = list(
  'back return reduce lower previous stay remain hold repeat pause move switch halve decrease drop skip',
);
export const CHECK_WORDS = list(
  'check review call ask contact phone opioid opioids phq visit before tell confirm avoid never do no not report tolerated tolerating well',
);
export const BENEFIT_WORDS = list(
  'benefit improvement improve improved response help helps helping effect better works worked',
);
export const TOLERATED_WORDS = list('tolerated tolerating ok okay well fine needed desired');

/** Words that carry nothing a schedule needs. */
export const NOISE = list(
  'take taken taking the a an of at by mouth orally oral po dose doses dosage start starting begin beginning with increase increasing increased raise to in each per every for from on it its is your you and be as go then after that until stay continue continuing keep maintain target naltrexone ldn low hydrochloride hcl compounded daily once day days night nights titrate titration schedule plan step up reach reached reaching patient initial initially total mg ir immediate release during please one last dated monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun this will or until rx sig directions only same strength remain liquid solution suspension may can hi hello dear best kind regards sincerely thanks thank dr md np',
);
