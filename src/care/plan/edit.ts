/**
 * Edits of a plan, as data. Each gives a new plan in which every check-point and step-back again names a step that
 * exists: indices move with the steps, what pointed to a removed step is replaced by the usual, and a step back always
 * leads to a smaller amount. A reason that was given for a limit falls when what it was given for has changed.
 */
import type { CheckPoint, Plan, StepBack } from '../../domain/plan.ts';
import { warning, type Problem } from '../../domain/problem.ts';
import { dailyUg, type Step, type TimeOfDay } from '../../domain/regimen.ts';
import { boundOf, outside } from '../../knowledge/bounds/index.ts';
import { lowerStep, usualCheckPoint, usualStepBacks } from '../../knowledge/protocols/protocol.ts';
import { editFaults } from './edit-faults.ts';
import type { Edit } from './edits.ts';

export interface Edited {
  /** The edited plan; the old one, unchanged, when the edit could not be made. */
  readonly plan: Plan;
  readonly problems: readonly Problem[];
}

/** Makes one edit. It may leave the plan outside a bound: `checkPlan` says so. It never leaves it with a broken frame. */
export function editPlan(plan: Plan, edit: Edit): Edited {
  const faults = editFaults(plan, edit);
  if (faults.length > 0) return { plan, problems: faults };
  const changed = apply(plan, edit);
  return edit.kind === 'give-reason' ? { plan: changed, problems: [] } : dropStaleReasons(plan, changed);
}

/** Makes edits in turn; the first that cannot be made stops the rest, so that no later edit meets another plan. */
export function editAll(plan: Plan, edits: readonly Edit[]): Edited {
  let edited: Edited = { plan, problems: [] };
  for (const [at, edit] of edits.entries()) {
    const next = editPlan(edited.plan, edit);
    const named = next.problems.map((problem) => ({ ...problem, path: `edits[${at}].${problem.path}` }));
    edited = { plan: next.plan, problems: [...edited.problems, ...named] };
    if (named.some(({ severity }) => severity === 'error')) return edited;
  }
  return edited;
}

function apply(plan: Plan, edit: Edit): Plan {
  const { regimen } = plan;
  const { steps } = regimen;
  switch (edit.kind) {
    case 'set-start':
      return { ...plan, regimen: { ...regimen, start: edit.start } };
    case 'set-ceiling':
      return { ...plan, ceilingUg: edit.ceilingUg };
    case 'set-stop-rule':
      return { ...plan, stopRule: edit.stopRule };
    case 'give-reason':
      return { ...plan, reasons: withReason(plan.reasons, edit.bound, edit.reason.trim()) };
    case 'set-form':
      return withSteps(
        plan,
        steps.map((step) => ({ ...step, form: edit.form })),
      );
    case 'set-time':
      return withSteps(
        plan,
        steps.map((step, index) => (index < edit.step ? step : at(step, edit.at))),
      );
    case 'insert-step':
      return withSteps(plan, steps.toSpliced(edit.step, 0, edit.new), inserted(edit.step, 1));
    case 'remove-step':
      return withSteps(plan, steps.toSpliced(edit.step, 1), removed(edit.step));
    case 'step-back':
      return steppedBack(plan, edit.step, edit.afterNights, edit.nights);
    case 'set-amount':
      return changeStep(plan, edit.step, (step) => ({
        ...step,
        doses: step.doses.with(edit.dose ?? 0, { ...step.doses[edit.dose ?? 0]!, amountUg: edit.amountUg }),
      }));
    case 'set-nights':
      return changeStep(plan, edit.step, (step) => ({ ...step, nights: edit.nights }));
    case 'hold':
      return changeStep(plan, edit.step, (step) => ({ ...step, nights: step.nights + edit.nights }));
    default:
      throw new TypeError(`editFaults let an unknown edit pass: ${JSON.stringify(edit satisfies never)}`);
  }
}

const at = (step: Step, time: TimeOfDay): Step => ({
  ...step,
  doses: step.doses.map((dose) => ({ ...dose, at: time })),
});

const changeStep = (plan: Plan, index: number, change: (step: Step) => Step): Plan =>
  withSteps(
    plan,
    plan.regimen.steps.map((step, other) => (other === index ? change(step) : step)),
  );

function withReason(reasons: Plan['reasons'], bound: string, reason: string): Plan['reasons'] {
  const others = Object.entries(reasons).filter(([id]) => id !== bound);
  return Object.fromEntries(reason === '' ? others : [...others, [bound, reason]]);
}

/** Splits the step, puts the lower one between, and begins the step again with the nights it was meant to have. */
function steppedBack(plan: Plan, index: number, afterNights: number, nights: number): Plan {
  const { steps } = plan.regimen;
  const step = steps[index]!;
  const lower = steps[lowerStep(steps, index)!]!;
  const parts = [{ ...step, nights: afterNights }, { ...lower, nights }, step];
  return withSteps(plan, steps.toSpliced(index, 1, ...parts), inserted(index + 1, 2));
}

/** Where an old step went; undefined when it is gone. */
type Moved = (step: number) => number | undefined;
const unmoved: Moved = (step) => step;
const inserted =
  (from: number, count: number): Moved =>
  (step) =>
    step < from ? step : step + count;
const removed =
  (gone: number): Moved =>
  (step) =>
    step === gone ? undefined : step < gone ? step : step - 1;

/** The plan with other steps, its frame carried over and mended. */
function withSteps(plan: Plan, steps: readonly Step[], moved: Moved = unmoved): Plan {
  const backs = plan.stepBacks.flatMap((back) => carried(back, moved));
  const checks = new Map(plan.checkPoints.map((check) => [moved(check.beforeStep), check.conditions]));
  return {
    ...plan,
    regimen: { ...plan.regimen, steps },
    checkPoints: steps.map((_, index) => checkPoint(index, checks.get(index))),
    stepBacks: steps.flatMap((_, index) => mended(steps, index, backs)),
  };
}

/** The carried conditions of a check, except that what once stood before the first step gets the full list. */
function checkPoint(beforeStep: number, conditions: CheckPoint['conditions'] | undefined): CheckPoint {
  const usual = usualCheckPoint(beforeStep);
  return conditions && conditions.length >= usual.conditions.length ? { beforeStep, conditions } : usual;
}

function carried(back: StepBack, moved: Moved): readonly StepBack[] {
  const step = moved(back.step);
  if (step === undefined) return [];
  if (back.kind !== 'back') return [{ ...back, step }];
  const toStep = moved(back.toStep);
  return toStep === undefined ? [] : [{ ...back, step, toStep }];
}

/** The ways out of one step: its own where they still hold, the usual where one is missing. */
function mended(steps: readonly Step[], index: number, backs: readonly StepBack[]): readonly StepBack[] {
  const lower = lowerStep(steps, index);
  const own = backs.filter((back) => back.step === index && (back.kind !== 'back' || leadsDown(steps, back)));
  const usual = usualStepBacks(steps, index);
  const nearest = own.map((back) => (back.kind === 'back' ? { ...back, toStep: lower ?? back.toStep } : back));
  return [...nearest, ...usual.filter((back) => !nearest.some((other) => sameWay(other, back)))];
}

const leadsDown = (steps: readonly Step[], back: { readonly step: number; readonly toStep: number }): boolean => {
  const to = steps[back.toStep];
  const from = steps[back.step];
  return to !== undefined && from !== undefined && back.toStep < back.step && dailyUg(to) < dailyUg(from);
};

const sameWay = (one: StepBack, other: StepBack): boolean =>
  one.kind === other.kind && (one.kind !== 'pause' || one.when === other.when);

/** Reasons whose bound now reads other values outside its recommended limit are dropped, with a line that says so. */
function dropStaleReasons(before: Plan, after: Plan): Edited {
  const stale = Object.keys(after.reasons).filter((id) => offence(before, id) !== offence(after, id));
  const kept = Object.entries(after.reasons).filter(([id]) => !stale.includes(id));
  return {
    plan: stale.length === 0 ? after : { ...after, reasons: Object.fromEntries(kept) },
    problems: stale.map((id) =>
      warning(
        `reasons.${id}`,
        'a reason given before this change',
        'a reason for what the plan says now',
        'Give it again if the plan still leaves this bound.',
      ),
    ),
  };
}

function offence(plan: Plan, id: string): string {
  const bound = boundOf(id);
  const left = bound?.recommended ? outside(bound, bound.recommended, plan) : [];
  return JSON.stringify(left.map(({ value }) => value).toSorted((a, b) => a - b));
}
