import { z } from 'zod';
import { inMg } from '../../domain/amount.ts';
import { addDays, daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, type Problem } from '../../domain/problem.ts';
import { dailyUg, datedSteps, lastNight, type DatedStep } from '../../domain/regimen.ts';
import type { Circumstances, Operation, Outcome } from '../operation.ts';
import { newVersion, planFrom, type Edit } from '../plan.ts';
import { isoDate, planSchema } from '../schemas.ts';
import { leftoverWhen, supply, type Leftover } from '../supply/index.ts';
import { optionsOf } from './making.ts';
import { planFields, planFor, planInWords, type PlanAnswer, type PlanInput } from './plan.ts';

type Event = 'hold' | 'back' | 'stop';

interface ReplanInput extends Omit<PlanInput, 'protocol' | 'start' | 'edits' | 'doseForm' | 'inHand'> {
  readonly patient: Patient;
  readonly plan: Plan;
  readonly event: Event;
  readonly onNight: IsoDate;
  readonly nights?: number | undefined;
}

interface ReplanAnswer {
  /** What is in the cupboard on that night, and how long it lasts. */
  readonly left: Leftover;
  /** The next version from that night on, supplied from what is left first; null after a stop. */
  readonly next: PlanAnswer | null;
}

/** Nights of a hold or of the lower step when none are given: one more week, like the shortest published step. */
const USUAL_NIGHTS = 7;

const { patient, objective, making } = planFields;

export const replan: Operation<ReplanInput, ReplanAnswer | null> = {
  name: 'replan',
  sentence:
    'Hold, step back or stop a plan under way: what is left in the bottles, and the next version supplied from it.',
  takes: 'record',
  input: z.strictObject({
    patient,
    plan: planSchema.meta({ description: 'the plan that is being followed' }),
    event: z.enum(['hold', 'back', 'stop']).meta({ description: 'what is decided' }),
    onNight: isoDate.meta({ description: 'the first night on which the plan is no longer followed' }),
    nights: z
      .number()
      .int()
      .min(1)
      .max(180)
      .optional()
      .meta({ description: 'how long to hold or to stay on the lower step; 7 when left out' }),
    objective,
    making,
  }),
  example: {
    patient: {},
    plan: examplePlan(),
    event: 'hold',
    onNight: '2027-03-08',
  },
  run: replanFor,
  inWords: ({ answer }) =>
    answer === null
      ? []
      : [
          ...leftInWords(answer.left),
          '',
          ...(answer.next === null ? ['Stopped: no further plan.'] : planInWords(answer.next)),
        ],
};

function replanFor(input: ReplanInput, circumstances: Circumstances): Outcome<ReplanAnswer | null> {
  const { plan, event, onNight } = input;
  const wrong = outsidePlan(plan, onNight);
  if (wrong !== undefined) return { answer: null, because: [], problems: [wrong] };
  // The bottles as they were ordered: without today's date, which would refuse to make what was made in the past.
  const options = { ...optionsOf(input.making ?? {}), ...(input.objective && { objective: input.objective }) };
  const before = supply(plan, options);
  if (before.chosen === undefined) return { answer: null, because: before.because, problems: before.problems };
  const left = leftoverWhen(plan, before.chosen, { kind: event, onNight });
  if (event === 'stop') return { answer: { left, next: null }, because: [], problems: [] };
  const next = planFor(
    { ...input, plan: newVersion(plan), edits: editsFor(input), inHand: left.bottles },
    circumstances,
  );
  return { answer: { left, next: next.answer }, because: next.because, problems: next.problems };
}

function outsidePlan({ regimen }: Plan, onNight: IsoDate): Problem | undefined {
  const first = addDays(regimen.start, 1);
  const last = addDays(lastNight(regimen), 1);
  if (onNight >= first && onNight <= last) return undefined;
  return error(
    'onNight',
    onNight,
    `a night from ${first} to ${last}`,
    'Name the first night on which the plan is no longer followed.',
  );
}

/** The edits that make the next version: the change itself, then the nights that are over are cut off. */
function editsFor({ plan, event, onNight, nights = USUAL_NIGHTS }: ReplanInput): readonly Edit[] {
  const { step, index, from } = stepBefore(plan, onNight);
  const taken = daysBetween(from, onNight);
  const passed: readonly Edit[] = Array.from({ length: index }, () => ({ kind: 'remove-step', step: 0 }));
  const change: readonly Edit[] =
    event === 'hold'
      ? [...passed, { kind: 'set-nights', step: 0, nights: step.nights - taken + nights }]
      : [{ kind: 'step-back', step: index, afterNights: taken, nights }, ...passed, { kind: 'remove-step', step: 0 }];
  return [...change, { kind: 'set-start', start: onNight }, ...continuing(plan, dailyUg(step))];
}

/** The step of the last night that was followed. */
function stepBefore({ regimen }: Plan, onNight: IsoDate): DatedStep {
  const night = addDays(onNight, -1);
  return datedSteps(regimen).find(({ from, to }) => from <= night && night <= to)!;
}

/** A next version does not begin anew: what was reached is the reason for a first amount above the usual one. */
const continuing = (plan: Plan, reachedUg: number): readonly Edit[] =>
  ['first-dose', 'first-dose-liver', 'first-dose-thyroid', 'first-dose-sensitive'].map((bound) => ({
    kind: 'give-reason',
    bound,
    reason: `Continues version ${plan.version}, which reached ${inMg(reachedUg)} a day.`,
  }));

const leftInWords = ({ bottles, lastsUntil, nights }: Leftover): readonly string[] => [
  bottles.length === 0 ? 'Nothing is left.' : 'Left in the bottles:',
  ...bottles.map(
    ({ number, left, strengthUg, form, beyondUse }) =>
      `  Bottle ${number}: ${left} x ${inMg(strengthUg)} (${form}), use until ${inWords(beyondUse)}`,
  ),
  ...(lastsUntil === undefined ? [] : [`  They last ${nights} nights, until ${inWords(lastsUntil)}.`]),
];

/** A plan of three weekly steps, under way in the example. */
function examplePlan(): Plan {
  const { plan } = planFrom({ protocol: 'weekly-1.5', start: '2027-03-01' });
  if (plan === undefined) throw new TypeError('the example of replan has no plan');
  return plan;
}
