import { addDays } from '../../src/domain/dates.ts';
import { hashOf } from '../../src/domain/hash.ts';
import type { Order } from '../../src/domain/order.ts';
import type { Plan } from '../../src/domain/plan.ts';

// Three steps from 2 November 2026 (a Monday): 14 nights of 0.5 mg, 14 of 1 mg, 28 of 1.5 mg, from capsules of 0.5 mg
// and 1.5 mg. The first fill holds 43 capsules of 0.5 mg (14 + 28 and one spare), the second 30 of 1.5 mg (28 and two).
export const plan: Plan = {
  protocol: 'half-mg-fortnightly',
  version: 2,
  replaces: hashOf('the plan before'),
  regimen: {
    start: '2026-11-02',
    steps: [500, 1000, 1500].map((amountUg, index) => ({
      doses: [{ amountUg, at: 'bedtime' as const }],
      nights: index === 2 ? 28 : 14,
      form: 'capsule',
    })),
  },
  ceilingUg: 4500,
  checkPoints: [1, 2].map((beforeStep) => ({
    beforeStep,
    conditions: ['I slept well enough on 3 of the last 5 nights.', 'I have taken no opioid, and none is planned.'],
  })),
  stepBacks: [
    { step: 0, kind: 'move', to: 'morning', when: 'vivid dreams or poor sleep' },
    { step: 1, kind: 'back', toStep: 0, when: 'poor sleep for 3 nights' },
    { step: 2, kind: 'back', toStep: 1, when: 'poor sleep for 3 nights' },
  ],
  stopRule: { afterNights: 84, scale: 'phq-9', lessThanPercent: 20 },
  reasons: {},
};

const take = (bottle: number, units: number) => ({ bottle, units });
const night = (
  sequence: number,
  step: number,
  from: string,
  nights: number,
  amountUg: number,
  bottle: number,
  units: number,
) => ({
  sequence,
  step,
  from,
  to: addDays(from, nights - 1),
  doses: [{ at: 'bedtime' as const, amountUg, takes: [take(bottle, units)] }],
});
const until = (date: string) => ({
  date,
  because: 'dry-form',
  limits: [{ id: 'dry-form', says: 'dry capsules', date, source: { kind: 'assumed', why: 'an example' } as const }],
});

export const order: Order = {
  plan: hashOf(plan),
  planVersion: 2,
  written: '2026-10-30',
  patient: {
    name: 'Ada Example',
    birthDate: '1980-04-05',
    id: 'MRN-7',
    address: '1 Sample Street, Springfield',
    phone: '555-0100',
    allergies: ['lactose'],
  },
  prescriber: { name: 'Dr. Pat Prescriber', npi: '1234567893', licence: 'MD-4711', phone: '555-0101' },
  pharmacy: { name: 'Corner Compounding', address: '2 Sample Street', phone: '555-0102' },
  drug: 'naltrexone hydrochloride',
  route: 'oral',
  release: 'immediate',
  filler: 'microcrystalline cellulose',
  excludedFillers: ['lactose', 'calcium carbonate'],
  supply: {
    fills: [
      {
        number: 1,
        on: '2026-10-31',
        from: '2026-11-02',
        to: '2026-11-29',
        daysSupply: 28,
        bottles: [
          { number: 1, form: 'capsule', strengthUg: 500, quantity: 43, used: 42, from: '2026-11-02', to: '2026-11-29' },
        ],
        directions: [night(1, 0, '2026-11-02', 14, 500, 1, 1), night(2, 1, '2026-11-16', 14, 1000, 1, 2)],
        beyondUse: until('2027-04-29'),
        costCents: 4500,
      },
      {
        number: 2,
        on: '2026-11-27',
        from: '2026-11-30',
        to: '2026-12-27',
        daysSupply: 28,
        bottles: [
          {
            number: 2,
            form: 'capsule',
            strengthUg: 1500,
            quantity: 30,
            used: 28,
            from: '2026-11-30',
            to: '2026-12-27',
          },
        ],
        directions: [night(3, 2, '2026-11-30', 28, 1500, 2, 1)],
        beyondUse: until('2027-05-26'),
        costCents: 4200,
      },
    ],
    runOut: '2026-12-27',
    currency: 'USD',
    costCents: 8700,
    bottles: 2,
    mostUnitsPerDay: 2,
    leftoverUg: 3500,
  },
  refills: 0,
  substitution: 'not-permitted',
  reasonForCompounding: 'Strength not commercially available; the smallest tablet has 50 mg.',
  shipTo: 'patient',
  packaging: 'child-resistant',
};
