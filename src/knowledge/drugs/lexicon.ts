/**
 * Finds names of drugs in a line of text. Exact names come first, the longest first (`Robitussin AC` before `Robitussin`,
 * `methylnaltrexone` before `naltrexone`); words that are left are compared with the table for misspellings. A word with
 * a drug's name inside it (`Morphinsulfat`) is found as well.
 */
import type { Drug } from './drug.ts';
import { DRUGS } from './index.ts';
import { FILLER_WORDS, LOOK_ALIKES, VAGUE_WORDS } from './ordinary.ts';
import { keyOf, sound, tokens, within } from './spelling.ts';
import { partsOf, strangersIn } from './strangers.ts';

/** How a name was met in a text. `street` and `misspelt` are doubts; `denied` is a name that the text says is not taken. */
export type Match = 'exact' | 'street' | 'misspelt' | 'denied';

export interface Mention {
  readonly drug: Drug;
  readonly match: Match;
  /** The words of the text that were taken for the name. */
  readonly words: string;
  /** Which name of the table they were taken for. */
  readonly name: string;
  /** Places of those words in the text. */
  readonly at: Span;
}

export interface Reading {
  readonly mentions: readonly Mention[];
  /** Whether any word could be the name of a medicine; a line of forms and numbers, or in another script, cannot be read. */
  readonly readable: boolean;
  /** Whether words stand there that are neither a name of the table nor filler: probably another drug. */
  readonly otherWords: readonly string[];
  /** Names of the text that nobody here knows, a medicine each; absent when the text names nothing, known or not. */
  readonly strangers?: readonly string[];
}

interface Name {
  readonly key: string;
  readonly name: string;
  readonly street: boolean;
  readonly brand: boolean;
  /** How many words it has. */
  readonly size: number;
  readonly drugs: readonly Drug[];
  readonly sound: string;
  readonly letters: number;
}

const LONGEST_NAME = 5;
const SHORTEST_MISSPELT = 5;
const LONGEST_SPLIT = 4;
const LONG_WORD = 9;
const SHORTEST_HEARD = 7;
/** Letters by which a word and the name it is taken for may differ in length. */
const LONGEST_GAP = 3;
const SHORTEST_INSIDE = 6;

const lettersOf = (word: string): number => {
  let bits = 0;
  for (const letter of word) bits |= 1 << (letter.charCodeAt(0) % 31);
  return bits;
};

function bitsOf(value: number): number {
  let rest = value;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

type Kind = 'generic' | 'brand' | 'street';

const namesOf = (drug: Drug): readonly (readonly [string, Kind])[] => [
  ...[drug.name.replace(/\(.*\)/, ''), ...(drug.names ?? [])].map((name) => [name, 'generic'] as const),
  ...[drug.brands, drug.slowBrands, drug.depotBrands].flatMap((brands = []) =>
    brands.map((name) => [name, 'brand'] as const),
  ),
  ...(drug.streetNames ?? []).map((name) => [name, 'street'] as const),
];

function buildNames(): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>();
  for (const drug of DRUGS)
    for (const [name, kind] of namesOf(drug)) {
      const key = keyOf(name);
      const known = names.get(key);
      if (known?.drugs.includes(drug)) continue;
      names.set(key, {
        key,
        name: name.trim(),
        street: kind === 'street' && (known?.street ?? true),
        brand: kind === 'brand' && (known?.brand ?? true),
        size: Math.max(tokens(name).length, known?.size ?? 1),
        drugs: [...(known?.drugs ?? []), drug],
        sound: sound(key),
        letters: lettersOf(sound(key)),
      });
    }
  return names;
}

const NAMES = buildNames();
const HARMLESS: ReadonlySet<string> = new Set(LOOK_ALIKES.map(keyOf).filter((key) => !NAMES.has(key)));
const LONG_NAMES = [...NAMES.values()].filter((name) => name.key.length > SHORTEST_MISSPELT);
const LONGEST_KEY = Math.max(...LONG_NAMES.map(({ key }) => key.length));
const NAMES_BY_LENGTH = Array.from({ length: LONGEST_KEY + 1 }, (_, length) =>
  LONG_NAMES.filter(({ key }) => key.length === length),
);
const PHRASES = [...NAMES.values()].filter((name) => name.size > 1 && name.key.length >= SHORTEST_MISSPELT);
const NAMES_INSIDE = LONG_NAMES.filter(
  (name) => !name.street && !name.brand && name.size === 1 && name.key.length >= SHORTEST_INSIDE,
);

/** What stands behind a name in one word and leaves it certain: endings, salts and forms (`Morphinsulfat`, `oxycodonehcl`). */
const SALT =
  /^(e|a|um|i|o)?(hydro|mono|di|semi|hemi|bi)?(hydrogen)?(chlorid|chloryd|clorid|brom|sulfat|sulphat|phosphat|fosfat|tartrat|bitartrat|hcl|hbr|retard|long|comp|apap|sodium|hydrat)/;

const DENIED_BEFORE =
  /(^| )(no|not|non|denies|denied|without|never|off|avoid|not taking|not on|does not take|doesn t take|not currently taking|never took|never taken|no longer (taking|takes|on|using|uses)|stopped|discontinued|declined|refused|allerg(y|ic) to|intoleran(t|ce) (to|of)|switch(ed)? from|instead of)( any| an| a)?$/;
const DENIED_AFTER =
  /^(free|none|denied|negative|nil|never|discontinued|stopped|not taken|(patient )?(declined|refused|declines|refuses)|allergy|intolerance)( |$)/;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reads one line of text. */
export function readText(text: string): Reading {
  const parts = partsOf(text);
  const words = parts.flat();
  const taken = new Set<number>();
  const harmless = new Set<number>();
  const mentions: Mention[] = [];
  for (const { from, to } of spansByLength(words.length)) {
    const key = words.slice(from, to).join('');
    if (range(from, to).some((at) => taken.has(at) || harmless.has(at))) continue;
    if (HARMLESS.has(key)) for (const at of range(from, to)) harmless.add(at);
    const name = NAMES.get(key);
    if (name === undefined || HARMLESS.has(key)) continue;
    for (const at of range(from, to)) taken.add(at);
    mentions.push(...mentionsOf(name, name.street ? 'street' : 'exact', words, { from, to }));
  }
  mentions.push(...misspellings(words, taken, [likePhrases]));
  const read = new Set([...taken, ...harmless]);
  mentions.push(...misspellings(words, read, [likeWord, likeSplitWord]));
  const other = words.filter((word, at) => (!read.has(at) || harmless.has(at)) && isName(word));
  const strangers = strangersIn(parts, placesOf(mentions));
  return {
    mentions,
    ...(strangers !== undefined && { strangers }),
    readable: mentions.length > 0 || (other.length > 0 && !words.some((word) => !/^[a-z]+$|^\p{Number}+$/u.test(word))),
    otherWords: other,
  };
}

/** The words that name a drug; a name that is denied vouches for nothing beside it. */
const placesOf = (mentions: readonly Mention[]): ReadonlySet<number> =>
  new Set(mentions.filter(({ match }) => match !== 'denied').flatMap(({ at }) => range(at.from, at.to)));

/** Whether the words say only that it is something against pain, cough or diarrhoea. */
export const isVague = (text: string): boolean => tokens(text).some((word) => VAGUE_WORDS.has(word));

const isName = (word: string): boolean => word.length >= 3 && /^[a-z]+$/.test(word) && !FILLER_WORDS.has(word);

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

function spansByLength(length: number): readonly Span[] {
  const spans: Span[] = [];
  for (let size = Math.min(LONGEST_NAME, length); size >= 1; size--)
    for (let from = 0; from + size <= length; from++) spans.push({ from, to: from + size });
  return spans;
}

function mentionsOf(name: Name, match: Match, words: readonly string[], { from, to }: Span): readonly Mention[] {
  const before = words.slice(0, from).join(' ');
  const after = words.slice(to).join(' ');
  const denied = DENIED_BEFORE.test(before) || DENIED_AFTER.test(after);
  return name.drugs.map((drug) => ({
    drug,
    match: denied ? 'denied' : match,
    words: words.slice(from, to).join(' '),
    name: name.name,
    at: { from, to },
  }));
}

/** What the words that are left may be misspellings of, each word read once; marks them as taken. */
function misspellings(words: readonly string[], taken: Set<number>, ways: readonly Likeness[]): readonly Mention[] {
  const spans = spansByLength(words.length);
  return ways.flatMap((like) =>
    spans.flatMap((span) => {
      if (range(span.from, span.to).some((at) => taken.has(at))) return [];
      const hits = like(words.slice(span.from, span.to));
      if (hits.length > 0) for (const at of range(span.from, span.to)) taken.add(at);
      return hits.flatMap(([name, match]) => mentionsOf(name, match, words, span));
    }),
  );
}

type Hits = readonly (readonly [Name, Match])[];
type Likeness = (words: readonly string[]) => Hits;

/** Names of several words, of which one has a slip: `popy tea`. Numbers have none: `Tylenol 8` is not `Tylenol 3`. */
function likePhrases(words: readonly string[]): Hits {
  if (words.length < 2) return [];
  const word = words.join('');
  return PHRASES.filter(
    (name) => name.size === words.length && numbersIn(word) === numbersIn(name.key) && within(word, name.key, 1),
  ).map((name) => [name, 'misspelt']);
}

const numbersIn = (word: string): string => word.replace(/\P{Number}+/gu, ' ');

function likeWord(words: readonly string[]): Hits {
  const [word = ''] = words;
  if (words.length !== 1 || word.length < SHORTEST_MISSPELT || FILLER_WORDS.has(word)) return [];
  const longest = NAMES_INSIDE.filter((name) => word.includes(name.key)).toSorted(
    (a, b) => b.key.length - a.key.length,
  )[0];
  if (longest === undefined) return namesLike(word).map((name) => [name, 'misspelt']);
  const behind = word.slice(word.indexOf(longest.key) + longest.key.length);
  return [[longest, word.startsWith(longest.key) && SALT.test(behind) ? 'exact' : 'misspelt']];
}

/** `oxyc0done` and `oxy codne`: read as one word, unless a part of it means something by itself. */
function likeSplitWord(words: readonly string[]): Hits {
  const word = words.join('');
  if (words.length < 2 || words.length > LONGEST_SPLIT || word.length < SHORTEST_MISSPELT) return [];
  if (words.some((part) => FILLER_WORDS.has(part) && part.length > 1)) return [];
  if (/^\p{Number}|\p{Number}$/u.test(word)) return [];
  return namesLike(word).map((name) => [name, 'misspelt']);
}

/** Names that a word may be a misspelling of: one slip away, two in long words, or the same by ear. */
function namesLike(word: string): readonly Name[] {
  const heard = sound(word);
  const letters = lettersOf(heard);
  const near: Name[] = [];
  for (let length = word.length - LONGEST_GAP; length <= word.length + LONGEST_GAP; length++)
    for (const name of NAMES_BY_LENGTH[length] ?? []) {
      const limit = slipsAllowed(word, name);
      if (bitsOf(letters ^ name.letters) > 2 * limit + 2) continue;
      if (heard === name.sound || within(word, name.key, limit) || isHeardLike(heard, name)) near.push(name);
    }
  return near;
}

const slipsAllowed = (word: string, { key }: Name): number =>
  key.length >= LONG_WORD && word.length >= LONG_WORD - 1 ? 2 : 1;

const isHeardLike = (heard: string, name: Name): boolean =>
  name.key.length >= SHORTEST_HEARD && name.key.length < LONG_WORD && within(heard, name.sound, 1);
