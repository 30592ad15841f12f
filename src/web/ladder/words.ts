/** A verdict and a reason's weight in the words and shapes of the ladder. */
import { inWords } from '../../domain/dates.ts';
import type { Reason } from '../../domain/result.ts';
import type { Screening, Verdict } from '../contracts.ts';
import type { MarkKind } from '../parts/Mark.tsx';

interface VerdictWords {
  readonly word: string;
  readonly mark: MarkKind;
  readonly says: string;
}

const WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  'may-start': {
    word: 'Ready',
    mark: 'go',
    says: 'Nothing that was asked speaks against a start. The decision is yours.',
  },
  wait: { word: 'Wait', mark: 'wait', says: 'A start is possible later, if nothing more is taken until then.' },
  ask: {
    word: 'Ask first',
    mark: 'ask',
    says: 'What is not known cannot be taken as absent. The questions settle it, most decisive first.',
  },
  'must-not': {
    word: 'No',
    mark: 'stop',
    says: 'This person must not start. The reasons stand at the top of the ladder.',
  },
};

/** The screening as one big word and one sentence. */
export function verdictInWords({ answer, date }: Screening): VerdictWords | undefined {
  if (answer === null) return undefined;
  const words = WORDS[answer];
  if (date === undefined) return words;
  if (answer === 'wait') return { ...words, word: `Wait until ${inWords(date)}` };
  return answer === 'ask' ? { ...words, says: `${words.says} In any case not before ${inWords(date)}.` } : words;
}

export interface RungWords {
  readonly word: string;
  readonly mark: MarkKind;
}

/** How a reason stands on the ladder. */
export function rungWords({ blocks, presence, date }: Reason): RungWords {
  if (blocks === 'never') return { word: 'stops', mark: 'stop' };
  if (blocks === 'until') return { word: date === undefined ? 'wait' : `until ${inWords(date)}`, mark: 'wait' };
  if (blocks === 'ask') return { word: 'ask', mark: 'ask' };
  if (presence === 'unknown') return { word: 'not known', mark: 'open' };
  return presence === 'absent' ? { word: 'clear', mark: 'go' } : { word: 'note', mark: 'note' };
}

/** Rules that tell whether the treatment is reasonable; all others tell whether it is safe. */
const INDICATION = /^(episode|severity|trial|add-on|inflammation|comorbidity)\b/;

export const isIndication = ({ rule }: Reason): boolean => INDICATION.test(rule);

/** Asked, and nothing found. */
export const isClear = ({ blocks, presence }: Reason): boolean => blocks === 'no' && presence === 'absent';

const WEIGHT: Readonly<Record<Reason['blocks'], number>> = { never: 0, until: 1, ask: 2, no: 3 };

/** What decides first: stops, waits, asks, and last what only needs to be known. */
export const byWeight = (one: Reason, other: Reason): number => WEIGHT[one.blocks] - WEIGHT[other.blocks];
