/**
 * The shapes that may come from outside (web page, command line, HTTP), checked whole: one schema for each central type,
 * tied to that type by the compiler. Nothing is coerced and no unknown field is dropped in silence.
 */
import { z } from 'zod';
import { earliest, isIsoDate } from '../domain/dates.ts';
import type { Patient } from '../domain/patient.ts';
import type { Plan } from '../domain/plan.ts';
import type { Pharmacy, Prescriber } from '../domain/order.ts';
import type { Edit } from './plan.ts';

const line = z.string().max(1000);
const text = z.string().max(20_000);

export const isoDate = z
  .string()
  .refine(isIsoDate, { message: 'a date in the form YYYY-MM-DD' })
  .meta({ format: 'date', description: 'YYYY-MM-DD' });

const partialDate = z
  .string()
  .refine((date) => earliest(date) !== undefined, { message: 'a date: YYYY, YYYY-MM or YYYY-MM-DD' });

const coding = z.strictObject({
  system: line.exactOptional(),
  code: line.exactOptional(),
  display: text.exactOptional(),
});

const concept = z.strictObject({ codings: z.array(coding).max(200), text: text.exactOptional() });

const medicine = z.strictObject({
  what: concept,
  ingredients: z.array(concept).max(50).exactOptional(),
  status: z.enum(['active', 'on-hold', 'completed', 'stopped', 'planned', 'not-taken', 'entered-in-error', 'unknown']),
  kind: z.enum(['request', 'statement', 'dispense', 'administration', 'answer']),
  recorded: partialDate.exactOptional(),
  start: partialDate.exactOptional(),
  end: partialDate.exactOptional(),
  lastTaken: partialDate.exactOptional(),
  daysSupply: z.number().nonnegative().exactOptional(),
  form: text.exactOptional(),
  route: text.exactOptional(),
  directions: text.exactOptional(),
  from: line,
});

const stated = ['active', 'resolved', 'unknown', 'entered-in-error', 'refuted'] as const;

const condition = z.strictObject({
  what: concept,
  status: z.enum(stated),
  onset: partialDate.exactOptional(),
  ended: partialDate.exactOptional(),
  recorded: partialDate.exactOptional(),
  from: line,
});

const allergy = z.strictObject({
  what: concept,
  status: z.enum(stated),
  reaction: text.exactOptional(),
  recorded: partialDate.exactOptional(),
  from: line,
});

const measurement = z.strictObject({
  what: concept,
  value: z.number().exactOptional(),
  unit: line.exactOptional(),
  word: text.exactOptional(),
  upperLimit: z.number().exactOptional(),
  date: partialDate.exactOptional(),
  status: z.enum(['final', 'preliminary', 'cancelled', 'unknown']),
  from: line,
});

const procedure = z.strictObject({
  what: concept,
  status: z.enum(['planned', 'in-progress', 'completed', 'not-done', 'unknown', 'entered-in-error']),
  date: partialDate.exactOptional(),
  from: line,
});

const score = z.strictObject({
  scale: line,
  date: partialDate.exactOptional(),
  total: z.number().exactOptional(),
  items: z.array(z.number().nullable()).max(100).exactOptional(),
  from: line,
});

export const answerSchema = z.strictObject({
  value: z.union([z.string().max(2000), z.number(), z.boolean()]),
  on: isoDate,
  by: line.exactOptional(),
  date: isoDate.exactOptional(),
});

export const patientSchema: z.ZodType<Patient> = z.strictObject({
  id: line.exactOptional(),
  name: line.exactOptional(),
  birthDate: partialDate.exactOptional(),
  sex: z.enum(['female', 'male', 'other']).exactOptional(),
  deceased: z.strictObject({ date: partialDate.exactOptional() }).exactOptional(),
  address: line.exactOptional(),
  phone: line.exactOptional(),
  medicines: z.array(medicine).max(20_000).exactOptional(),
  conditions: z.array(condition).max(20_000).exactOptional(),
  allergies: z.array(allergy).max(20_000).exactOptional(),
  measurements: z.array(measurement).max(100_000).exactOptional(),
  procedures: z.array(procedure).max(20_000).exactOptional(),
  scores: z.array(score).max(20_000).exactOptional(),
  answers: z.record(z.string().max(200), answerSchema).exactOptional(),
  unread: z
    .array(z.strictObject({ from: line, text }))
    .max(1000)
    .exactOptional(),
  recordUntil: partialDate.exactOptional(),
});

const micrograms = z.number().int().nonnegative();
const timeOfDay = z.enum(['morning', 'midday', 'evening', 'bedtime']);
const index = z.number().int().nonnegative();

const dose = z.strictObject({ amountUg: micrograms, at: timeOfDay });

const step = z.strictObject({
  doses: z.array(dose).min(1).max(4),
  nights: z.number().int().min(1),
  form: line,
});

const regimen = z.strictObject({ start: isoDate, steps: z.array(step).min(1).max(60) });

const stopRule = z.strictObject({
  afterNights: z.number().int().min(1),
  scale: line,
  lessThanPercent: z.number().int().min(0).max(100),
});

const stepBack = z.discriminatedUnion('kind', [
  z.strictObject({ step: index, kind: z.literal('back'), toStep: index, when: text }),
  z.strictObject({ step: index, kind: z.literal('stay'), nights: z.number().int().min(1), when: text }),
  z.strictObject({ step: index, kind: z.literal('move'), to: timeOfDay, when: text }),
  z.strictObject({ step: index, kind: z.literal('pause'), when: text }),
]);

export const planSchema: z.ZodType<Plan> = z.strictObject({
  protocol: line,
  version: z.number().int().min(1),
  replaces: line.exactOptional(),
  regimen,
  ceilingUg: micrograms,
  checkPoints: z.array(z.strictObject({ beforeStep: index, conditions: z.array(text).max(20) })).max(60),
  stepBacks: z.array(stepBack).max(300),
  stopRule,
  reasons: z.record(line, text),
});

export const editSchema: z.ZodType<Edit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set-start'), start: isoDate }),
  z.strictObject({ kind: z.literal('set-amount'), step: index, dose: index.exactOptional(), amountUg: micrograms }),
  z.strictObject({ kind: z.literal('set-nights'), step: index, nights: z.number().int() }),
  z.strictObject({ kind: z.literal('set-time'), step: index, at: timeOfDay }),
  z.strictObject({ kind: z.literal('set-form'), form: line }),
  z.strictObject({ kind: z.literal('insert-step'), step: index, new: step }),
  z.strictObject({ kind: z.literal('remove-step'), step: index }),
  z.strictObject({ kind: z.literal('hold'), step: index, nights: z.number().int() }),
  z.strictObject({
    kind: z.literal('step-back'),
    step: index,
    afterNights: z.number().int(),
    nights: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('set-ceiling'), ceilingUg: micrograms }),
  z.strictObject({ kind: z.literal('set-stop-rule'), stopRule }),
  z.strictObject({ kind: z.literal('give-reason'), bound: line, reason: text }),
]);

export const prescriberSchema: z.ZodType<Prescriber> = z.strictObject({
  name: line,
  npi: line.exactOptional(),
  licence: line.exactOptional(),
  phone: line.exactOptional(),
});

export const pharmacySchema: z.ZodType<Pharmacy> = z.strictObject({
  name: line,
  address: line.exactOptional(),
  phone: line.exactOptional(),
});
