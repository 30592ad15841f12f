/** What the keys do on a step of the staircase, as edits of the plan. */
import type { Edit } from '../../care/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Step } from '../../domain/regimen.ts';
import { INCREMENTS } from '../../knowledge/bounds/amount.ts';

/** The sentence that tells a keyboard user what the keys do. */
export const KEYS_SAY =
  'Up and down change the amount, left and right the nights, Insert adds a step after this one, Delete removes it, Home goes to its line in the table.';

/** Edits for a key on a step, derived from the plan as it then is; none for other keys. */
export function editsForKey(key: string, index: number): ((plan: Plan) => readonly Edit[]) | undefined {
  const one = KEYS[key];
  return one && ((plan) => withStep(plan, index, one));
}

type StepEdits = (step: Step, index: number, plan: Plan) => readonly Edit[];

const KEYS: Readonly<Record<string, StepEdits>> = {
  ArrowUp: (step, index) => moved(step, index, 1),
  ArrowDown: (step, index) => moved(step, index, -1),
  ArrowRight: (step, index) => [{ kind: 'set-nights', step: index, nights: step.nights + 1 }],
  ArrowLeft: (step, index) => [{ kind: 'set-nights', step: index, nights: step.nights - 1 }],
  Insert: (step, index) => [{ kind: 'insert-step', step: index + 1, new: step }],
  Delete: (_step, index) => [{ kind: 'remove-step', step: index }],
};

const withStep = (plan: Plan, index: number, edits: StepEdits): readonly Edit[] => {
  const step = plan.regimen.steps[index];
  return step ? edits(step, index, plan) : [];
};

/** Every dose of the step by one increment of its form, which the knowledge of the product says. */
const moved = (step: Step, index: number, sign: 1 | -1): readonly Edit[] =>
  step.doses.map(({ amountUg }, dose) => ({
    kind: 'set-amount',
    step: index,
    dose,
    amountUg: amountUg + sign * (INCREMENTS[step.form]?.recommendedUg ?? 0),
  }));
