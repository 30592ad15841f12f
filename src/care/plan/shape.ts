/**
 * Whether a plan is whole: a real date, steps with nights and doses, and a safety frame that names only steps that
 * exist. A plan that is not whole is refused before any bound is looked at.
 */
import { isIsoDate } from '../../domain/dates.ts';
import type { Plan, StepBack } from '../../domain/plan.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import { dailyUg, nightsOf, type Step, type TimeOfDay } from '../../domain/regimen.ts';
import { boundOf } from '../../knowledge/bounds/index.ts';
import { protocolOf } from '../../knowledge/protocols/index.ts';
import { OPIOID_CONDITION } from '../../knowledge/protocols/protocol.ts';
import { SCALES, scaleOf } from '../../knowledge/scales/index.ts';

/** The times of a day in their order. */
export const TIMES: readonly TimeOfDay[] = ['morning', 'midday', 'evening', 'bedtime'];

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;
const isIndex = (value: unknown, length: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < length;

/** Nights up to which a calendar is worked out: ten times what the bounds allow, so that a draft can still be shown. */
const MOST_NIGHTS = 10 * (boundOf('total-nights')?.absolute?.max ?? 366);

/** The last year in which a plan may begin and still have dates of four digits. */
const LAST_YEAR = 9900;

/** Why no dates can be worked out for this plan; empty when they can. What is longer or later is a slip of the pen. */
export function calendarProblems({ regimen }: Plan): readonly Problem[] {
  const nights = nightsOf(regimen);
  return [
    ...(nights > MOST_NIGHTS
      ? [error('regimen.steps', `${nights} nights in all`, `at most ${MOST_NIGHTS} nights`, 'Correct the nights.')]
      : []),
    ...(Number(regimen.start.slice(0, 4)) > LAST_YEAR
      ? [error('regimen.start', quote(regimen.start), 'a date of this century', 'Correct the year.')]
      : []),
  ];
}

/** Every fault of the plan's shape; empty when it is whole. */
export const shapeProblems = (plan: Plan): readonly Problem[] => {
  const { steps } = plan.regimen;
  const loose = [...headProblems(plan), ...steps.flatMap(stepProblems)];
  return loose.length > 0 ? loose : [...checkPointProblems(plan), ...stepBackProblems(plan), ...ceilingProblems(plan)];
};

function headProblems(plan: Plan): readonly Problem[] {
  const { protocol, version, replaces, regimen, stopRule, ceilingUg, reasons } = plan;
  const problems: Problem[] = [];
  const expect = (holds: boolean, path: string, found: unknown, expected: string, todo: string) => {
    if (!holds) problems.push(error(path, quote(found), expected, todo));
  };
  expect(protocolOf(protocol) !== undefined, 'protocol', protocol, 'a registered protocol', 'Choose one of the list.');
  expect(isCount(version), 'version', version, 'a version from 1', 'Number the versions 1, 2, 3.');
  expect(
    version === 1 ? replaces === undefined : /^sha256:[0-9a-f]{64}$/.test(replaces ?? ''),
    'replaces',
    replaces,
    version === 1 ? 'nothing in the first version' : 'the hash of the version before',
    'Make a new version from the old one.',
  );
  expect(
    isIsoDate(regimen.start),
    'regimen.start',
    regimen.start,
    'a date such as 2027-03-01',
    'Give the first night.',
  );
  expect(regimen.steps.length > 0, 'regimen.steps', regimen.steps, 'at least one step', 'Add a step.');
  expect(isCount(ceilingUg), 'ceilingUg', ceilingUg, 'whole micrograms above 0', 'Give the highest amount a day.');
  expect(isCount(stopRule.afterNights), 'stopRule.afterNights', stopRule.afterNights, 'a number of nights', 'Give it.');
  expect(
    scaleOf(stopRule.scale) !== undefined,
    'stopRule.scale',
    stopRule.scale,
    `one of ${SCALES.map(({ id }) => id).join(', ')}`,
    'Name a registered scale, such as phq-9.',
  );
  for (const [bound, reason] of Object.entries(reasons))
    expect(reason.trim() !== '', `reasons.${bound}`, reason, 'a reason in words', 'Say why, or stay within the bound.');
  return problems;
}

function stepProblems(step: Step, index: number): readonly Problem[] {
  const path = `regimen.steps[${index}]`;
  const problems: Problem[] = [];
  if (!isCount(step.nights))
    problems.push(error(`${path}.nights`, quote(step.nights), 'a whole number of nights, at least 1', 'Give it.'));
  if (step.doses.length === 0) problems.push(error(`${path}.doses`, 'no dose', 'at least one dose', 'Add a dose.'));
  step.doses.forEach((dose, at) => {
    if (!isCount(dose.amountUg))
      problems.push(
        error(`${path}.doses[${at}].amountUg`, quote(dose.amountUg), 'whole micrograms above 0', 'Give the amount.'),
      );
  });
  const order = step.doses.map((dose) => TIMES.indexOf(dose.at));
  if (order.some((place, at) => place < 0 || (at > 0 && place <= (order[at - 1] ?? -1))))
    problems.push(
      error(
        `${path}.doses`,
        step.doses.map((dose) => dose.at).join(', '),
        'each time of day once, in the order of the day',
        'Put morning first and bedtime last.',
      ),
    );
  return problems;
}

function checkPointProblems({ regimen: { steps }, checkPoints }: Plan): readonly Problem[] {
  const problems: Problem[] = [];
  checkPoints.forEach(({ beforeStep, conditions }, at) => {
    const path = `checkPoints[${at}]`;
    if (!isIndex(beforeStep, steps.length))
      problems.push(error(`${path}.beforeStep`, quote(beforeStep), 'a step of this plan', 'Remove this check.'));
    if (!conditions.includes(OPIOID_CONDITION))
      problems.push(
        error(`${path}.conditions`, 'no opioid question', 'the opioid question in every check', 'Add the question.'),
      );
  });
  steps.forEach((_, index) => {
    const found = checkPoints.filter(({ beforeStep }) => beforeStep === index).length;
    if (found !== 1)
      problems.push(
        error('checkPoints', `${found} checks before step ${index + 1}`, 'one check', 'Ask once before each step.'),
      );
  });
  return problems;
}

function stepBackProblems({ regimen: { steps }, stepBacks }: Plan): readonly Problem[] {
  const problems = stepBacks.flatMap((back, at) => {
    const wrong = stepBackFault(steps, back);
    return wrong === undefined
      ? []
      : [error(`stepBacks[${at}]`, quote(back), wrong, 'Correct or remove this way out.')];
  });
  steps.forEach((_, index) => {
    const own = stepBacks.filter(({ step }) => step === index);
    const missing = [
      own.some(({ kind }) => kind === 'pause') ? undefined : 'a pause for opioids',
      own.some(({ kind }) => kind === 'back' || kind === 'pause') ? undefined : 'a way out',
      own.every(({ when }) => when.trim() !== '') ? undefined : 'a condition for every way out',
    ].filter((what) => what !== undefined);
    for (const what of missing)
      problems.push(error('stepBacks', `step ${index + 1} has none`, what, 'Say what to do when the step goes badly.'));
  });
  return problems;
}

/** What is wrong with one step-back; undefined when nothing is. */
function stepBackFault(steps: readonly Step[], back: StepBack): string | undefined {
  const step = steps[back.step];
  if (!isIndex(back.step, steps.length) || !step) return 'a step of this plan';
  if (back.kind === 'stay') return isCount(back.nights) ? undefined : 'a whole number of nights';
  if (back.kind === 'move') {
    if (step.doses.length > 1) return 'one dose a day: of two, none can be moved onto the other';
    return TIMES.includes(back.to) ? undefined : 'a time of day';
  }
  if (back.kind === 'pause') return undefined;
  const to = steps[back.toStep];
  const lower = to !== undefined && isIndex(back.toStep, back.step) && dailyUg(to) < dailyUg(step);
  return lower ? undefined : 'an earlier step with a smaller amount';
}

function ceilingProblems({ regimen: { steps }, ceilingUg }: Plan): readonly Problem[] {
  return steps.flatMap((step, index) =>
    dailyUg(step) <= ceilingUg
      ? []
      : [
          error(
            `regimen.steps[${index}].doses`,
            `${dailyUg(step)} micrograms a day in step ${index + 1}`,
            `at most the ceiling of the plan, ${ceilingUg} micrograms`,
            'Lower the step, or raise the ceiling with a reason.',
          ),
        ],
  );
}
