/** The shape of an order that comes from outside as JSON, and which check a missing part belongs to. */
import { z } from 'zod';
import { isIsoDate } from '../../domain/dates.ts';
import type { Order } from '../../domain/order.ts';

const line = z.string().max(2000);
const date = z.string().refine(isIsoDate, { message: 'a date in the form YYYY-MM-DD' });
const whole = z.number().int().nonnegative();
const count = z.number().int().positive();

const source = z.union([
  z.strictObject({ kind: z.literal('cited'), key: line, where: line }),
  z.strictObject({ kind: z.literal('assumed'), why: line }),
]);

const limit = z.strictObject({ id: line, says: line, date, source });

const bottle = z.strictObject({
  number: count,
  form: line,
  strengthUg: z.number().positive(),
  quantity: count,
  used: whole,
  from: date,
  to: date,
  beyondUse: date.exactOptional(),
});

const dose = z.strictObject({
  at: z.enum(['morning', 'midday', 'evening', 'bedtime']),
  amountUg: count,
  takes: z.array(z.strictObject({ bottle: count, units: z.number() })).max(20),
});

const direction = z.strictObject({
  sequence: count,
  step: whole,
  from: date,
  to: date,
  doses: z.array(dose).max(4),
});

const fill = z.strictObject({
  number: count,
  on: date,
  from: date,
  to: date,
  daysSupply: count,
  bottles: z.array(bottle).max(50),
  directions: z.array(direction).max(2000),
  beyondUse: z.strictObject({ date, because: line, limits: z.array(limit).max(50) }),
  costCents: whole,
});

const supply = z.strictObject({
  cupboard: z.array(bottle).max(100).exactOptional(),
  fills: z.array(fill).min(1).max(200),
  runOut: date,
  currency: line,
  costCents: whole,
  bottles: whole,
  mostUnitsPerDay: whole,
  leftoverUg: z.number().nonnegative(),
});

/** An order as JSON. Unknown fields are refused, because what nobody reads nobody checks. */
export const orderSchema: z.ZodType<Order> = z.strictObject({
  plan: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a hash: sha256 and 64 hexadecimal digits'),
  planVersion: count,
  written: date,
  patient: z.strictObject({
    name: line,
    birthDate: line,
    id: line.exactOptional(),
    address: line.exactOptional(),
    phone: line.exactOptional(),
    allergies: z.array(line).max(500).exactOptional(),
  }),
  prescriber: z.strictObject({
    name: line,
    npi: line.exactOptional(),
    licence: line.exactOptional(),
    phone: line.exactOptional(),
  }),
  pharmacy: z.strictObject({ name: line, address: line.exactOptional(), phone: line.exactOptional() }).exactOptional(),
  drug: line,
  route: line,
  release: line,
  filler: line,
  excludedFillers: z.array(line).max(50),
  flavour: line.exactOptional(),
  supply,
  refills: whole,
  substitution: z.enum(['not-permitted', 'permitted']),
  reasonForCompounding: line,
  shipTo: line,
  packaging: line,
});

/** Where a part is missing altogether, the check that asks for it speaks. */
export const MISSING: Readonly<Record<string, string>> = {
  patient: 'patient-name',
  'patient.name': 'patient-name',
  'patient.birthDate': 'patient-birth-date',
  prescriber: 'prescriber-name',
  'prescriber.name': 'prescriber-name',
  drug: 'other-drug',
  route: 'wrong-route',
  release: 'not-immediate-release',
  filler: 'filler-missing',
  reasonForCompounding: 'reason-missing',
};
