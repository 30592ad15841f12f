import { z } from 'zod';
import type { Order, Pharmacy, Prescriber } from '../../domain/order.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, type Problem } from '../../domain/problem.ts';
import {
  checkOrder,
  label,
  orderLines,
  sheet,
  writeOrder,
  type LabelContent,
  type OrderFinding,
  type OrderLine,
  type SheetContent,
} from '../order/index.ts';
import type { Circumstances, Operation, Outcome } from '../operation.ts';
import { pharmacySchema, planSchema, prescriberSchema } from '../schemas.ts';
import { planFields, planFor, type PlanAnswer, type PlanInput, type Planning } from './plan.ts';

export interface OrderInput extends PlanInput {
  readonly prescriber: Prescriber;
  readonly pharmacy?: Pharmacy | undefined;
  readonly filler?: string | undefined;
  readonly excludedFillers?: readonly string[] | undefined;
  readonly flavour?: string | undefined;
  readonly shipTo?: string | undefined;
  readonly reasonForCompounding?: string | undefined;
}

const words = z.string().max(500).optional();

export const orderFields = {
  ...planFields,
  prescriber: prescriberSchema,
  pharmacy: pharmacySchema.optional(),
  filler: words.meta({ description: 'filler asked for; the usual one of the form when left out' }),
  excludedFillers: z
    .array(z.string().max(200))
    .max(20)
    .optional()
    .meta({ description: 'fillers that must not be used' }),
  flavour: words.meta({ description: 'flavour of a liquid' }),
  shipTo: words.meta({ description: 'where to send it; the address of the patient when left out' }),
  reasonForCompounding: words.meta({ description: 'why no commercial product serves' }),
};

export interface OrderOutcome {
  readonly plan: PlanAnswer;
  readonly order: Order;
  /** Who it is for: the person as screened. */
  readonly patient: Patient;
  readonly lines: readonly OrderLine[];
  readonly sheet: SheetContent;
  readonly labels: readonly LabelContent[];
  /** Warnings of the checker; what it refuses is never written. */
  readonly findings: readonly OrderFinding[];
}

const EXAMPLE_PRESCRIBER = { name: 'Dr. Example', npi: '1234567893', phone: '555-0100' };

/** Writes an order only for a plan that may be signed: the person is screened again, whoever asks. */
export const order: Operation<OrderInput, OrderOutcome | null> = {
  name: 'order',
  sentence: 'Write the compound order, the titration sheet and the labels for a person whose screening allows it.',
  takes: 'record',
  input: z.strictObject(orderFields),
  example: { patient: {}, start: '2027-03-01', prescriber: EXAMPLE_PRESCRIBER },
  run: (input, circumstances) => orderOf(planFor(input, circumstances), input, circumstances),
  inWords: ({ answer }) => (answer === null ? [] : orderInWords(answer)),
};

/**
 * The order and everything printed from it; null, with the reason in `problems`, when the plan may not be signed.
 * `planned` is what `planFor` gave for the same input under the same circumstances.
 */
export function orderOf(
  planned: Planning,
  input: OrderInput,
  circumstances: Circumstances,
): Outcome<OrderOutcome | null> {
  const refuse = (problems: readonly Problem[]) => ({
    answer: null,
    because: planned.because,
    problems: [...planned.problems, ...problems],
    extra: { plan: planned.answer },
  });
  const ready = planned.answer;
  if (ready === null) return refuse([]);
  if (!ready.signable) return refuse([notSignable(ready)]);
  if (ready.supply === undefined) return refuse([]);
  const { patient, prescriber, pharmacy, filler, excludedFillers, flavour, shipTo, reasonForCompounding } = input;
  const written = writeOrder({
    plan: ready.plan,
    supply: ready.supply,
    patient,
    prescriber,
    written: circumstances.today,
    ...given({ pharmacy, filler, excludedFillers, flavour, shipTo, reasonForCompounding }),
  });
  if (written.order === undefined) return refuse(written.problems);
  return {
    answer: outcomeOf(ready, written.order, patient),
    because: planned.because,
    problems: [...planned.problems, ...written.problems],
  };
}

const notSignable = ({ screening }: PlanAnswer): Problem =>
  error(
    'plan',
    `a plan that may not be signed (screening: ${screening.answer})`,
    'a person who may start and a plan inside its bounds',
    'Answer the open questions, or change the plan; the reasons say which. No order is written before.',
  );

function outcomeOf(ready: PlanAnswer, written: Order, patient: Patient): OrderOutcome {
  return {
    plan: ready,
    order: written,
    patient,
    lines: orderLines(written),
    sheet: sheet(ready.plan, written),
    labels: written.supply.fills.flatMap((fill) => fill.bottles.map((bottle) => label(written, fill, bottle))),
    findings: checkOrder(written, ready.plan),
  };
}

/** The fields that were given, without those that are undefined. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

const orderInWords = ({ order: written, lines, findings }: OrderOutcome): readonly string[] => [
  `Order for ${written.patient.name}: ${written.drug}, ${written.release} release, ${written.route}`,
  ...lines.map((line) => `  ${line.says}`),
  ...findings.map(({ severity, says, todo }) => `  ${severity}: ${says} ${todo}`),
];

interface CheckInput {
  readonly order?: unknown;
  readonly plan?: Plan | undefined;
}

interface CheckAnswer {
  readonly accepted: boolean;
  readonly findings: readonly OrderFinding[];
}

export const check: Operation<CheckInput, CheckAnswer> = {
  name: 'check',
  sentence:
    'Check a compound order as a pharmacist would, against its own arithmetic and, when given, against its plan.',
  takes: 'order',
  input: z.strictObject({
    order: z.unknown(),
    plan: planSchema.optional().meta({ description: 'the plan it should supply' }),
  }),
  example: { order: { drug: 'naltrexone' } },
  run: ({ order: given, plan }) => {
    const findings = checkOrder(given, plan);
    return {
      answer: { accepted: !findings.some(({ severity }) => severity === 'refuse'), findings },
      because: [],
      problems: [],
    };
  },
  inWords: ({ answer }) => [
    answer.accepted ? 'ACCEPTED' : 'REFUSED',
    ...answer.findings.flatMap(({ severity, rule, path, says, todo }) => [
      `  ${severity} ${path}: ${says} ${todo} [${rule}]`,
    ]),
  ],
};
