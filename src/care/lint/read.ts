/** From text to facts: each phrase reader in turn at each place; what none of them reads is kept and reported. */
import {
  abbreviation,
  alternate,
  amount,
  bare,
  ceiling,
  dispense,
  doseRange,
  frequency,
  ramp,
  refills,
  slashed,
  slowRelease,
  strength,
  strengthAfter,
  supplyDays,
  units,
} from './doses.ts';
import type { Fact, Match, Phrase, Read, Slip } from './facts.ts';
import { saysAt } from './parts.ts';
import { safety } from './sentences.ts';
import { afterLength, dated, eachLasting, lasting, numbered, open, vague } from './spans.ts';
import { withTablesAsText } from './table.ts';
import { tokensOf, type Token } from './tokens.ts';
import { NOISE, STOP_WORDS } from './vocabulary.ts';

/** The order matters: longer and more particular phrases stand before what they contain. */
const PHRASES: readonly Phrase[] = [
  link,
  ending,
  ceiling,
  safety,
  dispense,
  supplyDays,
  refills,
  slowRelease,
  ramp,
  alternate,
  stepNumber,
  slashed,
  dated,
  numbered,
  doseRange,
  strength,
  units,
  strengthAfter,
  amount,
  vague,
  afterLength,
  eachLasting,
  lasting,
  open,
  abbreviation,
  frequency,
  bare,
];

export interface Reading {
  readonly facts: readonly Read[];
  readonly slips: readonly Slip[];
}

/** Reads a whole text. Nothing is passed over in silence: an unread word is a slip of the rule `unread`. */
export function read(written: string): Reading {
  const text = withTablesAsText(written);
  const tokens = tokensOf(text);
  const facts: Read[] = [];
  const slips: Slip[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = firstMatch(tokens, at) ?? unread(tokens, at);
    const place = placeOf(text, tokens, at, match.to);
    facts.push(...match.facts.map((fact) => ({ ...fact, ...place })));
    slips.push(...(match.slips ?? []).map((slip) => ({ ...slip, ...place })));
    at = match.to;
  }
  return { facts, slips };
}

function firstMatch(tokens: readonly Token[], at: number): Match | undefined {
  for (const phrase of PHRASES) {
    const match = phrase(tokens, at);
    if (match && match.to > at) return match;
  }
  return undefined;
}

/** A word of no meaning for a schedule, or a run of words that nothing reads. */
function unread(tokens: readonly Token[], at: number): Match {
  let to = at;
  while (
    to < tokens.length &&
    !NOISE.has(tokens[to]?.low ?? '') &&
    !isMark(tokens[to]) &&
    (to === at || !firstMatch(tokens, to))
  )
    to += 1;
  if (to === at) return { to: at + 1, facts: [] };
  const words = tokens.slice(at, to).map(({ text }) => text);
  return { to, facts: [], slips: [{ rule: 'unread', says: `Could not read "${words.join(' ')}".` }] };
}

const isMark = (token: Token | undefined): boolean => token?.kind === 'mark' || token?.kind === 'line-end';

/** Words and marks that join or part: they decide where one row ends and the next begins. */
function link(tokens: readonly Token[], at: number): Match | undefined {
  const token = tokens[at];
  const fact = token && linkOf(token, tokens[at + 1]);
  return fact && { to: at + 1, facts: [fact] };
}

function linkOf(token: Token, next: Token | undefined): Fact | undefined {
  if (token.low === 'then' || token.low === '>' || token.low === '→') return { kind: 'then' };
  if (token.low === 'and' && next?.low !== 'then') return { kind: 'and' };
  if (token.low === '+') return { kind: 'and' };
  return token.kind === 'line-end' || [',', ';', '.'].includes(token.low) ? { kind: 'pause' } : undefined;
}

/** `then stop`: the end of the last row, which has its own length. */
function ending(tokens: readonly Token[], at: number): Match | undefined {
  const ends = ['.', ';', '!', undefined].includes(tokens[at + 1]?.low) || tokens[at + 1]?.kind === 'line-end';
  const stops = STOP_WORDS.has(tokens[at]?.low ?? '') && tokens[at - 1]?.low === 'then';
  return stops && ends ? { to: at + 1, facts: [] } : undefined;
}

/** `Step 2`, `Bottle 1`, `Rx`: a number that names and does not measure. */
function stepNumber(tokens: readonly Token[], at: number): Match | undefined {
  const names = ['step', 'bottle', 'phase', 'stage'].includes(tokens[at]?.low ?? '');
  if (!names || tokens[at + 1]?.kind !== 'number' || saysAt(tokens, at + 2, 'mg')) return undefined;
  return { to: at + 2, facts: [] };
}

function placeOf(text: string, tokens: readonly Token[], from: number, to: number): { words: string; line: number } {
  const first = tokens[from];
  const last = tokens[to - 1];
  const words = first && last ? text.slice(first.at, last.at + last.text.length).trim() : '';
  return { words: words.length <= 60 ? words : `${words.slice(0, 57)}...`, line: first?.line ?? 1 };
}
