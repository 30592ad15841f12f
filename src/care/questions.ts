/** Which ids an answer may have: those of the questions for everybody, and those that a finding about one person asks. */
import { DRUGS } from '../knowledge/drugs/index.ts';
import { RULES } from '../knowledge/rules/index.ts';
import { SCALES } from '../knowledge/scales/index.ts';
import { ASSESSMENT_QUESTIONS } from './assess.ts';
import { SCREENING_QUESTIONS } from './screen.ts';

const FOR_EVERYBODY: ReadonlySet<string> = new Set([
  ...[...SCREENING_QUESTIONS, ...ASSESSMENT_QUESTIONS].map(({ id }) => id),
  // Asked only after a finding, each by one rule.
  'suicide-risk-assessed',
  'naloxone-challenge-failed',
  'depression.still-current',
  'depression.indication',
]);

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
const drugs = idsOf(DRUGS);

/** Ids made of a prefix and what they are about; `what-is:` names a line of the record, which may be any text. */
const ABOUT: readonly (readonly [RegExp, ReadonlySet<string> | undefined])[] = [
  [/^(?:last-taken|still-taking|depot-gone):(.+)$/, drugs],
  [/^trial\.(.+)\.now$/, drugs],
  [/^weighed:(.+)$/, idsOf(RULES)],
  [/^score\.(.+)$/, idsOf(SCALES)],
  [/^what-is:(.+)$/, undefined],
];

/** Whether some question has this id. An answer under another id would settle nothing, and its giver must know. */
export function isQuestionId(id: string): boolean {
  if (FOR_EVERYBODY.has(id)) return true;
  for (const [pattern, known] of ABOUT) {
    const about = pattern.exec(id)?.[1];
    if (about !== undefined) return known === undefined || known.has(about);
  }
  return false;
}
