import { z } from 'zod';
import type { Prescriber } from '../../domain/order.ts';
import type { Patient } from '../../domain/patient.ts';
import { warning } from '../../domain/problem.ts';
import type { Operation } from '../operation.ts';
import type { Screening } from '../screen.ts';
import { order, orderOf, orderFields, type OrderInput, type OrderOutcome } from './order.ts';
import { planFor, planInWords, type PlanAnswer } from './plan.ts';
import { verdictInWords } from './screen.ts';
import { prescriberSchema } from '../schemas.ts';

interface Everything {
  readonly screening: Screening['answer'];
  readonly date?: string;
  readonly questions: Screening['questions'];
  readonly patient: Patient;
  /** A draft as long as the screening does not allow a start. */
  readonly plan: PlanAnswer | null;
  /** Only for a person who may start, and with a prescriber named. */
  readonly order: OrderOutcome | null;
}

type AllInput = Omit<OrderInput, 'prescriber'> & { readonly prescriber?: Prescriber | undefined };

/** From a record to whatever can be had: always the screening, a plan, and the order where it is allowed. */
export const all: Operation<AllInput, Everything> = {
  name: 'all',
  sentence: 'Screen, plan and, where the screening allows it, order: everything at once, with --out into a folder.',
  takes: 'record',
  input: z.strictObject({ ...orderFields, prescriber: prescriberSchema.optional() }),
  example: { patient: {}, start: '2027-03-01' },
  run: (input, circumstances) => {
    const { prescriber } = input;
    const planned = planFor(input, circumstances);
    const ordered =
      prescriber === undefined || planned.answer?.signable !== true
        ? undefined
        : orderOf(planned, { ...input, prescriber }, circumstances);
    const { answer, date, questions, because } = planned.screening;
    return {
      answer: {
        screening: answer,
        ...(date !== undefined && { date }),
        questions,
        patient: input.patient,
        plan: planned.answer,
        order: ordered?.answer ?? null,
      },
      because: [...because, ...planned.because],
      problems: [...(ordered?.problems ?? planned.problems), ...(prescriber === undefined ? [NO_PRESCRIBER] : [])],
    };
  },
  inWords: ({ answer }) => [
    verdictInWords({ answer: answer.screening, date: answer.date }),
    ...answer.questions.map(({ id, text }, at) => `  ${at + 1}. ${text} [${id}]`),
    '',
    ...(answer.plan === null ? ['No plan: see the problems.'] : planInWords(answer.plan)),
    '',
    answer.order === null ? 'No order was written.' : order.inWords({ answer: answer.order } as never).join('\n'),
  ],
};

const NO_PRESCRIBER = warning(
  'prescriber',
  'nobody',
  'the name of the prescriber',
  'Give --prescriber-name to have the order written.',
);
