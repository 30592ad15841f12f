/** What stands against an edit of a plan, in one sentence each. */
import { isIsoDate } from '../../domain/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import type { Step, TimeOfDay } from '../../domain/regimen.ts';
import { boundOf } from '../../knowledge/bounds/index.ts';
import { lowerStep, usualCheckPoint, usualStepBacks } from '../../knowledge/protocols/protocol.ts';
import type { Edit } from './edits.ts';
import { shapeProblems, TIMES } from './shape.ts';

/** What stands against an edit: a step that does not exist, or a value that no plan can hold. */
export function editFaults(plan: Plan, edit: Edit): readonly Problem[] {
  const { steps } = plan.regimen;
  const whole = shapeProblems(plan).filter(({ path }) => path !== 'ceilingUg' && !path.endsWith('.doses'));
  if (whole.length > 0) return whole;
  if ('step' in edit) {
    const last = edit.kind === 'insert-step' ? steps.length : steps.length - 1;
    if (!Number.isInteger(edit.step) || edit.step < 0 || edit.step > last)
      return [error('step', quote(edit.step), `a step from 0 to ${last}`, 'Choose a step of the plan.')];
  }
  const fault = valueFault(plan, edit);
  return fault === undefined ? [] : [error(fault.path, quote(fault.found), fault.expected, fault.todo)];
}

interface Fault {
  readonly path: string;
  readonly found: unknown;
  readonly expected: string;
  readonly todo: string;
}

function valueFault(plan: Plan, edit: Edit): Fault | undefined {
  const { steps } = plan.regimen;
  const count = (path: string, found: number, expected: string): Fault | undefined =>
    Number.isSafeInteger(found) && found >= 1 ? undefined : { path, found, expected, todo: 'Give a whole number.' };
  switch (edit.kind) {
    case 'set-start':
      return isIsoDate(edit.start)
        ? undefined
        : { path: 'start', found: edit.start, expected: 'a date such as 2027-03-01', todo: 'Give the first night.' };
    case 'set-amount':
      return steps[edit.step]?.doses[edit.dose ?? 0] === undefined
        ? { path: 'dose', found: edit.dose, expected: 'a dose of this step', todo: 'Choose a dose of the day.' }
        : count('amountUg', edit.amountUg, 'whole micrograms above 0');
    case 'set-nights':
      return count('nights', edit.nights, 'a number of nights, at least 1');
    case 'hold':
      return count('nights', edit.nights, 'a number of nights, at least 1');
    case 'set-time':
      return timeFault(steps.slice(edit.step), edit.at);
    case 'set-ceiling':
      return count('ceilingUg', edit.ceilingUg, 'whole micrograms above 0');
    case 'set-stop-rule':
      return count('stopRule.afterNights', edit.stopRule.afterNights, 'a number of nights, at least 1');
    case 'remove-step':
      return steps.length > 1
        ? undefined
        : { path: 'step', found: edit.step, expected: 'more than one step', todo: 'A plan keeps at least one step.' };
    case 'step-back':
      return stepBackFault(steps, edit);
    case 'give-reason':
      return boundOf(edit.bound) === undefined
        ? { path: 'bound', found: edit.bound, expected: 'the id of a bound', todo: 'Name the bound that asks.' }
        : undefined;
    case 'insert-step':
      return insertFault(plan, edit.new);
    case 'set-form':
      return edit.form === ''
        ? { path: 'form', found: edit.form, expected: 'the id of a form', todo: 'Choose capsule or liquid.' }
        : undefined;
    default:
      return unknownKind(edit);
  }
}

/** An edit that came from outside the type, such as from JSON. */
const unknownKind = (edit: never): Fault => ({
  path: 'kind',
  found: (edit as { kind?: unknown }).kind,
  expected: 'a kind of edit',
  todo: 'Use one of the kinds that the manual lists.',
});

const timeFault = (steps: readonly Step[], at: TimeOfDay): Fault | undefined =>
  !TIMES.includes(at)
    ? { path: 'at', found: at, expected: TIMES.join(', '), todo: 'Choose a time of day.' }
    : steps.some(({ doses }) => doses.length !== 1)
      ? { path: 'step', found: 'two doses a day', expected: 'one dose a day', todo: 'Two doses cannot share one time.' }
      : undefined;

function stepBackFault(steps: readonly Step[], edit: Extract<Edit, { kind: 'step-back' }>): Fault | undefined {
  const nights = steps[edit.step]?.nights ?? 0;
  if (lowerStep(steps, edit.step) === undefined)
    return {
      path: 'step',
      found: edit.step,
      expected: 'a step with a lower one before it',
      todo: 'Hold or stop instead.',
    };
  if (!Number.isInteger(edit.afterNights) || edit.afterNights < 1 || edit.afterNights > nights)
    return { path: 'afterNights', found: edit.afterNights, expected: `1 to ${nights}`, todo: 'Say when it ended.' };
  return Number.isSafeInteger(edit.nights) && edit.nights >= 1
    ? undefined
    : { path: 'nights', found: edit.nights, expected: 'a number of nights, at least 1', todo: 'Give a whole number.' };
}

/** A new step must be whole on its own: a plan of that step alone, with the usual frame, has no fault of shape. */
function insertFault(plan: Plan, step: Step): Fault | undefined {
  const alone: Plan = {
    ...plan,
    regimen: { ...plan.regimen, steps: [step] },
    ceilingUg: Number.MAX_SAFE_INTEGER,
    checkPoints: [usualCheckPoint(0)],
    stepBacks: usualStepBacks([step], 0),
  };
  const [problem] = shapeProblems(alone);
  return problem && { path: 'new', found: problem.found, expected: problem.expected, todo: problem.todo };
}
