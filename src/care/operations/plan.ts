import { z } from 'zod';
import { addDays, inShort, inWords, type IsoDate } from '../../domain/dates.ts';
import { hashOf, shortHash } from '../../domain/hash.ts';
import { inMg } from '../../domain/amount.ts';
import { inMoney } from '../../domain/money.ts';
import type { Supply } from '../../domain/order.ts';
import type { Patient } from '../../domain/patient.ts';
import type { CheckPoint, Plan, StepBack } from '../../domain/plan.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import { dailyUg, datedSteps } from '../../domain/regimen.ts';
import type { Reason } from '../../domain/result.ts';
import { FORMS } from '../../knowledge/forms/index.ts';
import { PROTOCOLS } from '../../knowledge/protocols/index.ts';
import type { Circumstances, Operation } from '../operation.ts';
import { checkPlan, editAll, planFrom, stepInWords, type Edit } from '../plan.ts';
import { calendarProblems } from '../plan/shape.ts';
import { editSchema, isoDate, patientSchema, planSchema } from '../schemas.ts';
import { screen, type Screening } from '../screen.ts';
import { LEAD_DAYS, OBJECTIVES, supply, type Choice, type InHand, type Objective } from '../supply/index.ts';
import { makingSchema, optionsOf, type Making } from './making.ts';

/** What says which plan is meant: a protocol and a start, or a plan that is already there; and the edits to make. */
export interface PlanInput {
  readonly patient: Patient;
  readonly protocol?: string | undefined;
  readonly start?: IsoDate | undefined;
  readonly doseForm?: string | undefined;
  readonly plan?: Plan | undefined;
  readonly edits?: readonly Edit[] | undefined;
  readonly objective?: Objective | undefined;
  /** Bottles of an earlier fill: used first, and not ordered again. */
  readonly inHand?: readonly InHand[] | undefined;
  readonly making?: Making | undefined;
}

/** Its dates and numbers are checked where the bottles are used. */
const inHandSchema: z.ZodType<InHand> = z.strictObject({
  number: z.number().int().min(1),
  form: z.string().max(100),
  strengthUg: z.number().int().min(1),
  left: z.number().int().min(0).max(1_000_000),
  beyondUse: isoDate,
});

export const planFields = {
  patient: patientSchema,
  protocol: z
    .enum(PROTOCOLS.map(({ id }) => id))
    .optional()
    .meta({ description: 'the titration protocol; the first of the list when left out' }),
  start: isoDate.optional().meta({
    description: 'date of the first night; three days from today when left out, so that the first fill can be made',
  }),
  doseForm: z
    .enum(FORMS.map(({ id }) => id))
    .optional()
    .meta({ description: 'dose form; that of the protocol when left out' }),
  plan: planSchema.optional().meta({ description: 'a plan to go on from, in place of a protocol' }),
  edits: z.array(editSchema).max(500).optional().meta({ description: 'changes of the plan, in turn' }),
  inHand: z.array(inHandSchema).max(50).optional().meta({ description: 'bottles at home, used before new ones' }),
  making: makingSchema.optional(),
  objective: z.enum(OBJECTIVES).optional().meta({ description: 'what the bottles keep small; bottles when left out' }),
};

export interface StepView {
  readonly step: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly says: string;
  readonly checks: readonly string[];
  readonly ifTrouble: readonly StepBack[];
}

export interface PlanAnswer {
  readonly plan: Plan;
  readonly hash: string;
  readonly signable: boolean;
  readonly screening: Pick<Screening, 'answer' | 'date'>;
  readonly steps: readonly StepView[];
  /** Absent when the plan cannot be supplied; `problems` says why. */
  readonly supply?: Supply;
  readonly choices: readonly Choice[];
}

export interface Planning {
  /** The whole screening that the plan was held against. */
  readonly screening: Screening;
  readonly answer: PlanAnswer | null;
  readonly because: readonly Reason[];
  readonly problems: readonly Problem[];
}

/** The plan, whether it may be signed for this person, and the bottles that supply it. */
export function planFor(input: PlanInput, circumstances: Circumstances): Planning {
  const { today, table } = circumstances;
  const screening = screen({ patient: input.patient, ...circumstances });
  const made = madePlan(input, today);
  if (made.plan === undefined) return { screening, answer: null, because: made.because, problems: made.problems };
  const undatable = calendarProblems(made.plan);
  if (undatable.length > 0)
    return { screening, answer: null, because: made.because, problems: [...made.problems, ...undatable] };
  const { answer: verdict, date } = screening;
  const allowed = { answer: verdict, ...(date !== undefined && { date }) };
  const checked = checkPlan(made.plan, {
    patient: input.patient,
    screening: { ...allowed, on: today },
    today,
    ...(table && { table }),
  });
  const { objective, inHand, making } = input;
  const supplied = supply(made.plan, {
    ...optionsOf(making ?? {}),
    today,
    ...(objective && { objective }),
    ...(inHand && { inHand }),
  });
  const problems = [...made.problems, ...checked.problems, ...supplied.problems];
  return {
    screening,
    answer: {
      plan: made.plan,
      hash: hashOf(made.plan),
      signable: checked.signable && !problems.some(({ severity }) => severity === 'error'),
      screening: allowed,
      steps: stepViews(made.plan),
      ...(supplied.chosen && { supply: supplied.chosen }),
      choices: supplied.choices,
    },
    because: [...made.because, ...checked.because, ...supplied.because],
    problems,
  };
}

function madePlan(
  { plan, protocol, start, doseForm, edits = [] }: PlanInput,
  today: IsoDate,
): Pick<Planning, 'because' | 'problems'> & { readonly plan?: Plan } {
  if (plan !== undefined) {
    const beside = Object.entries({ protocol, start, doseForm }).filter(([, value]) => value !== undefined);
    const edited = editAll(plan, edits);
    return { because: [], ...edited, problems: [...beside.map(besidePlan), ...edited.problems] };
  }
  const request = {
    protocol: protocol ?? PROTOCOLS[0]!.id,
    start: start ?? addDays(today, LEAD_DAYS),
    edits,
    ...(doseForm !== undefined && { form: doseForm }),
  };
  const { plan: made, because, problems } = planFrom(request);
  // The bounds are checked again below, for the person; only what the edits ran into is kept from here.
  return {
    ...(made && { plan: made }),
    because: because.slice(0, 1),
    problems: made === undefined ? problems : problems.filter(({ path }) => path.startsWith('edits')),
  };
}

/** A plan brings its own; what is named beside it would be passed over in silence. */
const besidePlan = ([field, value]: readonly [string, unknown]): Problem =>
  error(field, quote(value), 'nothing beside a plan', `Leave it out, or change the plan by an edit.`);

const stepViews = (plan: Plan): readonly StepView[] =>
  datedSteps(plan.regimen).map(({ step, index, from, to }) => ({
    step: index + 1,
    from,
    to,
    says: stepInWords(step),
    checks: checksBefore(plan.checkPoints, index),
    ifTrouble: plan.stepBacks.filter((back) => back.step === index),
  }));

const checksBefore = (checkPoints: readonly CheckPoint[], index: number): readonly string[] =>
  checkPoints.filter(({ beforeStep }) => beforeStep === index).flatMap(({ conditions }) => conditions);

export const plan: Operation<PlanInput, PlanAnswer | null> = {
  name: 'plan',
  sentence: 'Make or edit a titration plan, check it against its bounds and this person, and compile it into bottles.',
  takes: 'record',
  input: z.strictObject(planFields),
  example: { patient: {}, start: '2027-03-01' },
  run: (input, circumstances) => {
    const { answer, because, problems } = planFor(input, circumstances);
    return { answer, because, problems };
  },
  inWords: ({ answer }) => (answer === null ? [] : planInWords(answer)),
};

/** The plan and its bottles as lines. */
export function planInWords({
  plan: made,
  hash,
  signable,
  screening,
  steps,
  supply: chosen,
}: PlanAnswer): readonly string[] {
  const draft = signable ? 'may be signed' : `DRAFT, not to be signed (screening: ${screening.answer})`;
  return [
    `Plan ${shortHash(hash)}, protocol ${made.protocol}, version ${made.version}: ${draft}`,
    ...steps.map(
      ({ step, from, to, says }) => `  ${step}. ${inShort(from)} - ${inShort(to)} ${to.slice(0, 4)}  ${says}`,
    ),
    `  Ceiling ${inMg(made.ceilingUg)} a day; largest step ${inMg(Math.max(...made.regimen.steps.map(dailyUg)))}.`,
    ...(chosen === undefined ? ['  No bottles: see the problems.'] : supplyInWords(chosen)),
  ];
}

const supplyInWords = ({ fills, runOut, costCents, currency, bottles, mostUnitsPerDay }: Supply): readonly string[] => [
  '',
  `${bottles} bottles in ${fills.filter(({ bottles: made }) => made.length > 0).length} fills, at most ${mostUnitsPerDay} units a day, about ${inMoney(costCents, currency)}, runs out after ${inWords(runOut)}`,
  ...fills.flatMap((fill) => [
    fill.bottles.length === 0
      ? `  ${inWords(fill.from)} to ${inWords(fill.to)}: from bottles at home`
      : `  Fill ${fill.number}, ready ${inWords(fill.on)}, use until ${inWords(fill.beyondUse.date)} (${fill.beyondUse.because}), ${inMoney(fill.costCents, currency)}`,
    ...fill.bottles.map(
      (bottle) => `    Bottle ${bottle.number}: ${bottle.quantity} x ${inMg(bottle.strengthUg)} (${bottle.form})`,
    ),
  ]),
];
