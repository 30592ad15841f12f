/**
 * Sentences about safety: what to do if it goes badly, when to stop, what to check. They are read whole, so that an
 * amount inside one ("go back to 1.5 mg") is no row of the schedule.
 */
import type { Fact, Phrase } from './facts.ts';
import type { Token } from './tokens.ts';
import {
  BENEFIT_WORDS,
  CHECK_WORDS,
  CONDITION_WORDS,
  FALL_BACK_WORDS,
  STOP_WORDS,
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
  return SENTENCE_STARTS.has(first) && startsHere(tokens, at) ? whole(tokens, at) : undefined;
};

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
  const length = tokens
    .slice(at)
    .findIndex((token) => token.kind === 'line-end' || ['.', ';', '|'].includes(token.low));
  const to = length < 0 ? tokens.length : at + length;
  const facts = meaningOf(tokens.slice(at, to));
  return facts.length === 0 ? undefined : { to, facts };
}

function meaningOf(sentence: readonly Token[]): readonly Fact[] {
  const has = (words: ReadonlySet<string>) => sentence.some(({ low }) => words.has(low));
  if (has(STOP_WORDS) && has(BENEFIT_WORDS)) return [{ kind: 'stop-rule' }];
  const facts: Fact[] = [];
  if (has(FALL_BACK_WORDS) || has(STOP_WORDS)) facts.push({ kind: 'fall-back' });
  if (has(CHECK_WORDS)) facts.push({ kind: 'check' });
  return facts;
}
