/** The smallest parts of phrases: counts, amounts with their unit, lengths of time, and words to step over. */
import { readAmount, type Micrograms } from '../../domain/amount.ts';
import type { Match } from './facts.ts';
import type { Token } from './tokens.ts';
import { AMOUNT_UNITS, CAPSULE_WORDS, DAYS_IN, ML_WORDS, NUMBER_WORDS } from './vocabulary.ts';
import type { UnitKind } from './facts.ts';

/** Index of the first token at or after `at` that is none of `words`. */
export function skip(tokens: readonly Token[], at: number, words: readonly string[]): number {
  let next = at;
  while (words.includes(tokens[next]?.low ?? '')) next += 1;
  return next;
}

/** Whether the tokens from `at` are these words, in this order. */
export const saysAt = (tokens: readonly Token[], at: number, words: string): boolean =>
  words.split(' ').every((word, offset) => tokens[at + offset]?.low === word);

/** As pharmacists write a count before capsules. */
const ROMAN = ['i', 'ii', 'iii', 'iv'];

export interface Counted {
  readonly value: number;
  readonly to: number;
}

/** A number in digits or in words; `half a` and `a half` are 0.5. Not a decimal comma. */
export function countAt(tokens: readonly Token[], at: number): Counted | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') return token.text.includes(',') ? undefined : { value: Number(token.text), to: at + 1 };
  const roman = CAPSULE_WORDS.has(tokens[at + 1]?.low ?? '') ? ROMAN.indexOf(token?.low ?? '') : -1;
  if (roman >= 0) return { value: roman + 1, to: at + 1 };
  const value = NUMBER_WORDS.get(token?.low ?? '');
  if (value === undefined) return undefined;
  if (token?.low === 'half') return { value, to: skip(tokens, at + 1, ['a', 'of']) };
  const tail = NUMBER_WORDS.get(tokens[at + 1]?.low ?? '') ?? tailAfterHyphen(tokens, at);
  const tens = value >= 20 && tail !== undefined && tail > 0 && tail < 10;
  const found = tens
    ? { value: value + tail, to: tokens[at + 1]?.low === '-' ? at + 3 : at + 2 }
    : { value, to: at + 1 };
  return inDigitsToo(tokens, found) ? { ...found, to: found.to + 3 } : found;
}

/** `seven (7)`: the same number again. Another number in the brackets stands for itself. */
const inDigitsToo = (tokens: readonly Token[], { value, to }: Counted): boolean =>
  tokens[to]?.low === '(' && Number(tokens[to + 1]?.text) === value && tokens[to + 2]?.low === ')';

const tailAfterHyphen = (tokens: readonly Token[], at: number): number | undefined =>
  tokens[at + 1]?.low === '-' ? NUMBER_WORDS.get(tokens[at + 2]?.low ?? '') : undefined;

/** `2 weeks`, `a fortnight`, `ten days`: the nights it means. */
export function lengthAt(tokens: readonly Token[], at: number): Counted | undefined {
  const article = tokens[at]?.low === 'a' || tokens[at]?.low === 'one' ? { value: 1, to: at + 1 } : undefined;
  const count = countAt(tokens, at) ?? article ?? (tokens[at]?.low === 'fortnight' ? { value: 1, to: at } : undefined);
  const days = count && DAYS_IN.get(tokens[count.to]?.low ?? '');
  return count && days !== undefined ? { value: count.value * days, to: count.to + 1 } : undefined;
}

/** Capsules or millilitres, when that is the word at `at`. */
export function unitAt(tokens: readonly Token[], at: number): UnitKind | undefined {
  const word = tokens[at]?.low ?? '';
  return CAPSULE_WORDS.has(word) ? 'capsule' : ML_WORDS.has(word) ? 'ml' : undefined;
}

export interface WrittenAmount {
  /** Undefined when it is written with a decimal comma, which is refused. */
  readonly amountUg: Micrograms | undefined;
  readonly to: number;
  readonly slips: NonNullable<Match['slips']>;
}

/** A number with a unit of mass. What is written in a dangerous way is read where it can have one meaning, and noted. */
export function amountAt(tokens: readonly Token[], at: number): WrittenAmount | undefined {
  const number = tokens[at];
  const unit = tokens[at + 1];
  if (!unit || !AMOUNT_UNITS.has(unit.low)) return undefined;
  const count = countAt(tokens, at);
  if (number?.kind !== 'number' && count === undefined) return undefined;
  const written = number?.kind === 'number' ? number.text : String(count?.value);
  const strict = readAmount(`${written} ${unit.low.startsWith('mg') ? 'mg' : unit.text}`);
  if (strict.ok) return { amountUg: strict.amountUg, to: at + 2, slips: [] };
  const fault = faultOf(written);
  const amountUg = fault.readable ? Math.round(Number(written) * (isMicro(unit.low) ? 1 : 1000)) : undefined;
  const says = `"${written} ${unit.text}" ${fault.says}`;
  return { amountUg, to: at + 2, slips: [{ rule: fault.rule, says, todo: strict.todo }] };
}

const isMicro = (unit: string): boolean => !/^(mg|milli)/.test(unit);

interface NumberFault {
  readonly rule: string;
  readonly says: string;
  /** Whether it can have one meaning only. */
  readonly readable: boolean;
}

function faultOf(number: string): NumberFault {
  if (number.includes(',')) return { rule: 'decimal-comma', says: 'has a decimal comma.', readable: false };
  if (number.startsWith('.')) return { rule: 'leading-zero', says: 'has no zero before the point.', readable: true };
  if (/^\d+\.\d*0$/.test(number)) return { rule: 'trailing-zero', says: 'has a zero after the point.', readable: true };
  return { rule: 'no-amount', says: 'is no amount that can be measured.', readable: false };
}
