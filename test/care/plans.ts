import type { Order } from '../../src/domain/order.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Dose, FormId } from '../../src/domain/regimen.ts';
import { supply } from '../../src/care/supply/index.ts';
import { writeOrder, type OrderRequest } from '../../src/care/order/index.ts';

/** `[1.5, 14]`: 1.5 mg at bedtime for 14 nights. `[[1, 1], 14]`: 1 mg in the morning and 1 mg at bedtime. */
export type ShortStep = readonly [mg: number | readonly [number, number], nights: number, form?: FormId];

const dosesOf = (mg: ShortStep[0]): readonly Dose[] =>
  typeof mg === 'number'
    ? [{ amountUg: Math.round(mg * 1000), at: 'bedtime' }]
    : [
        { amountUg: Math.round(mg[0] * 1000), at: 'morning' },
        { amountUg: Math.round(mg[1] * 1000), at: 'bedtime' },
      ];

/** A plan of steps that begins on Monday 1 March 2027, with a safety frame that these tests do not look at. */
export const planOf = (steps: readonly ShortStep[], start = '2027-03-01'): Plan => ({
  protocol: 'weekly-1.5',
  version: 1,
  regimen: { start, steps: steps.map(([mg, nights, form = 'capsule']) => ({ doses: dosesOf(mg), nights, form })) },
  ceilingUg: 6000,
  checkPoints: [{ beforeStep: 1, conditions: ['No opioid was taken.'] }],
  stepBacks: [{ step: 1, kind: 'back', toStep: 0, when: 'Three bad nights.' }],
  stopRule: { afterNights: 56, scale: 'phq-9', lessThanPercent: 25 },
  reasons: {},
});

export const ADA: Patient = {
  name: 'Ada Example',
  birthDate: '1980-05-17',
  address: '1 Main Street, Springfield',
  allergies: [],
};

export const DOCTOR = { name: 'Dr. Example', npi: '1234567893', phone: '555-0100' };

export const LIQUID = 'liquid-1-mg-per-ml';

/** An order for the plan that passes every check. */
export function goodOrder(plan: Plan, changes: Partial<OrderRequest> = {}): Order {
  const chosen = supply(plan, { objective: 'capsules' }).chosen;
  if (chosen === undefined) throw new Error('the plan of this test cannot be supplied');
  const { order, problems } = writeOrder({
    plan,
    supply: chosen,
    patient: ADA,
    prescriber: DOCTOR,
    written: '2027-02-20',
    ...changes,
  });
  if (order === undefined) throw new Error(`no order: ${problems.map((problem) => problem.found).join('; ')}`);
  return order;
}
