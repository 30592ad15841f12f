/**
 * Sentences about safety: what to do if it goes badly, when to stop, what to check. They are read whole, so that an
 * amount inside one ("go back to 1.5 mg") is no row of the schedule.
 */
import type { Fact, Phrase } from './facts.ts';
import { amountAt, countAt, skip, unitAt } from './parts.ts';
import type { Token } from './tokens.ts';
import {
  BENEFIT_WORDS,
  CHECK_WORDS,
  CONDITION_WORDS,
  DAYS_IN,
  FALL_BACK_WORDS,
  STOP_WORDS,
  TIMES,
  TOLERATED_WORDS,
} from './vocabulary.ts';

const SENTENCE_STARTS = new Set(
  'stop discontinue check review call ask contact before tell confirm avoid never no do remain hold repeat pause move return reduce'.split(
    ' ',
  ),
);

/** `If dreams are vivid, go back to 1.5 mg.`, `Stop after 12 weeks without benefit.`, `if tolerated`. */
export const safety: Phrase = (tokens, at) => {
  const first = tokens[at]?.low ?? '';
  const condition = CONDITION_WORDS.has(first) || (first === 'in' && tokens[at + 1]?.low === 'case');
  if (condition) return tolerated(tokens, at) ?? whole(tokens, at);
  if (!SENTENCE_STARTS.has(first) || !startsHere(tokens, at) || isTimeOfDay(tokens, at)) return undefined;
  // "Hold at 3 mg for 8 weeks" is a row; only a sentence that plainly forbids or ends something may name an amount.
  const end = sentenceEnd(tokens, at);
  return MAY_NAME_AMOUNTS.has(first) || !namesAmount(tokens, at, end) ? whole(tokens, at) : undefined;
};

const MAY_NAME_AMOUNTS = new Set(['stop', 'discontinue', 'never', 'avoid', 'do', 'return', 'reduce', 'move']);

/** `before bed`, `before breakfast`. */
const isTimeOfDay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.low === 'before' && (tokens[at + 1]?.low === 'bed' || TIMES.has(tokens[at + 1]?.low ?? ''));

const namesAmount = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((_, offset) => amountAt(tokens, from + offset) ?? doseCount(tokens, from + offset));

/** `2 capsules`. */
function doseCount(tokens: readonly Token[], at: number): boolean {
  const count = countAt(tokens, at);
  return count !== undefined && unitAt(tokens, count.to) !== undefined;
}

/** A sentence begins after a stop, a semicolon, a bar, a line end, or at the very beginning. */
const startsHere = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.kind === 'line-end' ||
    ['.', ';', ':', '|', ',', '-', 'and', ')'].includes(before.low)
  );
};

/** `if tolerated`, `as long as ... well`: a check before the next step, after which the schedule goes on. */
function tolerated(tokens: readonly Token[], at: number): ReturnType<Phrase> {
  const near = tokens.slice(at + 1, at + 5);
  const ends = near.findIndex(({ low }) => TOLERATED_WORDS.has(low) && low !== 'well');
  const plain = near
    .slice(0, ends)
    .every(({ low }) => ['well', 'it', 'is', 'this', 'dose', 'the', 'all', 'you', 'feel'].includes(low));
  return ends >= 0 && plain ? { to: at + 2 + ends, facts: [{ kind: 'check' }] } : undefined;
}

function whole(tokens: readonly Token[], at: number): ReturnType<Phrase> {
  const to = sentenceEnd(tokens, at);
  const facts = meaningOf(tokens.slice(at, to));
  return facts.length === 0 ? undefined : { to, facts };
}

/** Where a sentence ends: at a stop, a semicolon, a bar, a line end, or at a comma after which a row begins. */
function sentenceEnd(tokens: readonly Token[], at: number): number {
  const length = tokens.slice(at).findIndex((token, offset) => {
    if (token.kind === 'line-end' || ['.', ';', '|'].includes(token.low)) return true;
    return token.low === ',' && rowBegins(tokens, at + offset + 1);
  });
  return length < 0 ? tokens.length : at + length;
}

/** Whether a dose, a day or a date stands here: then it is a row and no part of a sentence. */
function rowBegins(tokens: readonly Token[], at: number): boolean {
  const here = skip(tokens, at, ['then', 'and', 'from', 'on', 'for', 'take', 'the']);
  return (
    amountAt(tokens, here) !== undefined ||
    doseCount(tokens, here) ||
    DAYS_IN.has(tokens[here]?.low ?? '') ||
    tokens[here]?.kind === 'date'
  );
}

function meaningOf(sentence: readonly Token[]): readonly Fact[] {
  const has = (words: ReadonlySet<string>) => sentence.some(({ low }) => words.has(low));
  if (has(STOP_WORDS) && has(BENEFIT_WORDS)) return [{ kind: 'stop-rule' }];
  const facts: Fact[] = [];
  if (has(FALL_BACK_WORDS) || has(STOP_WORDS)) facts.push({ kind: 'fall-back' });
  if (has(CHECK_WORDS)) facts.push({ kind: 'check' });
  return facts;
}
