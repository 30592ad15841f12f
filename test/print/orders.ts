import { writeOrder } from '../../src/care/order/index.ts';
import { supply, type InHand } from '../../src/care/supply/index.ts';
import type { Order } from '../../src/domain/order.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { PROTOCOLS, type Protocol } from '../../src/knowledge/protocols/index.ts';

export const patient: Patient = {
  id: 'MRN-7',
  name: 'Ada Example',
  birthDate: '1980-04-05',
  sex: 'female',
  address: '1 Sample Street, Springfield',
  phone: '555-0100',
  allergies: [],
};
const prescriber = { name: 'Dr. Pat Prescriber', npi: '1234567893', licence: 'MD-4711', phone: '555-0101' };
const pharmacy = { name: 'Corner Compounding', address: '2 Sample Street', phone: '555-0102' };

function ordered(
  protocol: Protocol,
  inHand: readonly InHand[] = [],
): { readonly id: string; readonly plan: Plan; readonly order: Order } {
  const { id, steps, ceilingUg, checkPoints, stepBacks, stopRule } = protocol;
  const regimen = { start: '2026-11-02', steps };
  const reasons = id === 'final-6' ? { 'daily-amount': 'research with an ethics approval' } : {};
  const plan: Plan = { protocol: id, version: 1, regimen, ceilingUg, checkPoints, stepBacks, stopRule, reasons };
  const { chosen, problems } = supply(plan, { inHand });
  if (!chosen) throw new Error(`${id}: ${JSON.stringify(problems)}`);
  const written = writeOrder({ plan, supply: chosen, patient, prescriber, pharmacy, written: '2026-10-29' });
  if (!written.order) throw new Error(`${id}: ${JSON.stringify(written.problems)}`);
  return { id, plan, order: written.order };
}

/** Every published protocol as a plan from 2 November 2026, supplied and ordered by the product itself. */
export const ORDERS = PROTOCOLS.map((protocol) => ordered(protocol));

/** The weekly plan when a bottle of the earlier version is at home and lasts for its first nine capsules. */
export const WITH_A_BOTTLE_AT_HOME = ordered(PROTOCOLS[0]!, [
  { number: 7, form: 'capsule', strengthUg: 1500, left: 10, beyondUse: '2027-06-01' },
]);

/** Three small steps of a liquid of 1 mg in 1 mL, which keeps for weeks and not for months. */
export const LIQUID = ordered({
  ...PROTOCOLS.find(({ id }) => id === 'slow-to-3')!,
  steps: [500, 800, 1200].map((amountUg) => ({
    doses: [{ amountUg, at: 'morning' }],
    nights: 14,
    form: 'liquid-1-mg-per-ml',
  })),
  checkPoints: [],
  stepBacks: [],
});
