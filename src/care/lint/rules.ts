/** What a written schedule is held against: one row for each rule, with what to do and what the rule rests on. */
import { assume, cite, type Source } from '../../domain/source.ts';

export interface LintRule {
  readonly id: string;
  /** What is wrong when it speaks, as a heading. */
  readonly title: string;
  /** What to do, unless the finding says it better. */
  readonly todo: string;
  /** `error`: the schedule cannot be followed as written, or is dangerous. `warning`: it leaves something open. */
  readonly severity: 'error' | 'warning';
  readonly source: Source;
}

const ZEROS = assume('recalled: the convention of medication-safety bodies on zeros and points');
const COVER = assume('a plan gives every night exactly one dose, so that nobody has to guess');
const FRAME = assume('a titration without a way back, a check and an end is not a plan that a prescriber can sign');

const rule = (id: string, severity: LintRule['severity'], title: string, todo: string, source: Source): LintRule => ({
  id,
  severity,
  title,
  todo,
  source,
});

export const LINT_RULES: readonly LintRule[] = [
  rule(
    'unread',
    'error',
    'Words that could not be read',
    'Say it in other words, or check by eye what they mean.',
    assume('what is skipped in silence may be the dose'),
  ),
  rule(
    'nothing',
    'error',
    'No schedule found',
    'Write what is taken, for how many nights, and what comes next.',
    COVER,
  ),
  rule('hole', 'error', 'A day without a dose', 'Say what is taken on this day.', COVER),
  rule('overlap', 'error', 'A day with two doses', 'Let each day stand in one line only.', COVER),
  rule('late-first-day', 'error', 'Day 1 has no dose', 'Begin with day 1.', COVER),
  rule('no-length', 'error', 'A step without a length', 'Say for how many nights.', COVER),
  rule('vague-length', 'error', 'A length that is no number of nights', 'Write the number of nights or weeks.', COVER),
  rule('unplaced', 'error', 'Days that cannot be placed', 'Say from which day to which day.', COVER),
  rule('no-amount', 'error', 'Days without an amount', 'Say how much is taken.', COVER),
  rule('endless', 'error', 'An increase without an end', 'Say the highest amount.', FRAME),
  rule('open-end', 'warning', 'No last day', 'Say for how many nights, and when it is reviewed.', FRAME),
  rule(
    'unclear-date',
    'error',
    'A date that can be read in two ways',
    'Write the month as a word: 3 March 2027.',
    COVER,
  ),
  rule('no-year', 'warning', 'Dates without a year', 'Write the year, or give the first night.', COVER),
  rule('decimal-comma', 'error', 'A decimal comma', 'Write a point.', ZEROS),
  rule('leading-zero', 'error', 'No zero before the point', 'Write 0.5 mg, never .5 mg.', ZEROS),
  rule('trailing-zero', 'error', 'A zero after the point', 'Write 3 mg, never 3.0 mg.', ZEROS),
  rule('missing-unit', 'warning', 'A number without a unit', 'Write mg or capsules beside each number.', ZEROS),
  rule('abbreviation', 'warning', 'An abbreviation that is misread', 'Write it out.', ZEROS),
  rule(
    'tenfold',
    'error',
    'Perhaps ten times too much',
    'Check the point.',
    cite('final-2024', 'abstract: up to 6 mg, the most in a low-dose trial'),
  ),
  rule(
    'bound',
    'error',
    'Outside an absolute bound',
    'No reason lifts this limit; change the schedule.',
    assume('see the bound that is named'),
  ),
  rule(
    'recommended',
    'warning',
    'Outside a recommended bound',
    'Change it or give a reason.',
    assume('see the bound that is named'),
  ),
  rule('above-ceiling', 'error', 'Above the ceiling of the text', 'Lower the dose or correct the ceiling.', FRAME),
  rule('no-strength', 'warning', 'Capsules of unknown strength', 'Write the mg beside the capsules.', ZEROS),
  rule('dose-range', 'error', 'A dose that is a range', 'Write one number for each night.', COVER),
  rule(
    'slow-release',
    'error',
    'Slow release',
    'Use immediate release.',
    cite('ifmsynergy-2026', 'filler conventions; no head-to-head data, weak evidence'),
  ),
  rule(
    'split-capsule',
    'error',
    'Part of a capsule',
    'Use a strength that gives whole capsules.',
    assume('a capsule cannot be divided exactly'),
  ),
  rule('units-differ', 'error', 'Capsules and amount do not agree', 'Correct the one or the other.', ZEROS),
  rule(
    'no-time',
    'warning',
    'No time of day',
    'Say bedtime or morning.',
    assume('bedtime is convention; the person has to know which'),
  ),
  rule('quantity', 'error', 'Quantity and schedule do not agree', 'Dispense what the nights need.', COVER),
  rule('no-quantity', 'warning', 'No quantity', 'Say how many are dispensed.', COVER),
  rule(
    'no-fall-back',
    'warning',
    'No way back',
    'Say what to do when a step goes badly: stay, go back, or move to the morning.',
    FRAME,
  ),
  rule(
    'no-stop-rule',
    'warning',
    'No stop rule',
    'Say when it is stopped for want of benefit.',
    assume('recalled convention: 8 to 12 weeks at the target, then stop without 25 to 50 % improvement'),
  ),
  rule(
    'no-check',
    'warning',
    'No check before a step up',
    'Ask about opioids and side effects before each step.',
    cite('label-revia', 'contraindications: opioid use'),
  ),
];

/** The rule with this id. @throws RangeError for an id that is not in the list (a programmer's mistake) */
export function ruleOf(id: string): LintRule {
  const found = LINT_RULES.find((rule) => rule.id === id);
  if (!found) throw new RangeError(`${id} is not a rule of the linter`);
  return found;
}
