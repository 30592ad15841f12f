import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/domain/hash.ts';
import type { Patient } from '../../src/domain/patient.ts';
import { isNpi, label, orderLines, sheet, writeOrder, type OrderRequest } from '../../src/care/order/index.ts';
import { supply } from '../../src/care/supply/index.ts';
import { ADA, DOCTOR, LIQUID, goodOrder, planOf } from './plans.ts';

const PLAN = planOf([
  [0.5, 7],
  [1, 7],
  [1.5, 28],
]);
const SUPPLY = supply(PLAN).chosen!;
const REQUEST: OrderRequest = {
  plan: PLAN,
  supply: SUPPLY,
  patient: ADA,
  prescriber: DOCTOR,
  pharmacy: { name: 'Corner Pharmacy', phone: '555-0199' },
  written: '2027-02-20',
};
const ORDER = writeOrder(REQUEST).order!;

describe('an order', () => {
  it('names the salt, the release, the filler and why it is compounded', () =>
    expect(ORDER).toMatchObject({
      plan: hashOf(PLAN),
      planVersion: 1,
      drug: 'naltrexone hydrochloride',
      route: 'oral',
      release: 'immediate',
      filler: 'microcrystalline cellulose',
      excludedFillers: ['lactose', 'calcium carbonate', 'hypromellose', 'dye'],
      refills: 0,
      reasonForCompounding: 'strength not commercially available; naltrexone is sold only as 50 mg tablets',
      shipTo: '1 Main Street, Springfield',
    }));

  it('says in one line for each run of nights what to take', () =>
    expect(orderLines(ORDER).map((line) => line.says)).toEqual([
      'Take 1 capsule of 0.5 mg from bottle 1 (0.5 mg) by mouth at bedtime, nights 1-7 (Mon 1 Mar - Sun 7 Mar).',
      'Take 2 capsules of 0.5 mg from bottle 1 (1 mg) by mouth at bedtime, nights 8-14 (Mon 8 Mar - Sun 14 Mar).',
      'Take 1 capsule of 1.5 mg from bottle 2 (1.5 mg) by mouth at bedtime, nights 15-42 (Mon 15 Mar - Sun 11 Apr).',
    ]));

  it('names two strengths and both times of a day that has two doses', () => {
    const order = goodOrder(planOf([[[1, 2.5], 5]]), {});
    expect(orderLines(order).map((line) => line.says)).toEqual([
      'Take 1 capsule of 1 mg from bottle 1 (1 mg) by mouth in the morning; take 1 capsule of 1 mg from bottle 1 and 1 capsule of 1.5 mg from bottle 2 (2.5 mg) by mouth at bedtime, nights 1-5 (Mon 1 Mar - Fri 5 Mar).',
    ]);
  });

  it('gives a liquid in millilitres and milligrams', () =>
    expect(orderLines(goodOrder(planOf([[0.5, 5, LIQUID]])))[0]?.says).toBe(
      'Take 0.5 mL of the liquid with 1 mg in 1 mL from bottle 1 (0.5 mg) by mouth at bedtime, nights 1-5 (Mon 1 Mar - Fri 5 Mar).',
    ));

  it('keeps allergies that are not refuted, and asks when nobody did', () => {
    const allergy = (text: string, status: 'active' | 'unknown' | 'refuted') =>
      ({ what: { codings: [], text }, status, from: 'test' }) as const;
    const allergies = [allergy('codeine', 'active'), allergy('wool', 'unknown'), allergy('nuts', 'refuted')];
    expect(goodOrder(PLAN, { patient: { ...ADA, allergies } }).patient.allergies).toEqual(['codeine', 'wool']);

    const { allergies: _, ...unasked } = ADA;
    const { order, problems } = writeOrder({ ...REQUEST, patient: unasked });
    expect(order?.patient.allergies).toBeUndefined();
    expect(problems.map(({ path, severity }) => [path, severity])).toEqual([['patient.allergies', 'warning']]);
  });

  it.each<[string, Partial<OrderRequest>, string]>([
    ['without the name of the patient', { patient: { birthDate: '1980-05-17' } }, 'patient.name'],
    ['without a date of birth', { patient: { name: 'Ada Example' } }, 'patient.birthDate'],
    ['with an NPI that is none', { prescriber: { ...DOCTOR, npi: '1234567890' } }, 'prescriber.npi'],
    ['for another plan than the supply was compiled from', { plan: planOf([[0.5, 7]]) }, 'supply.fills[1].to'],
    ['written after the first fill is made', { written: '2027-03-01' }, 'supply.fills[0].on'],
    ['with lactose as filler', { filler: 'lactose' }, 'filler'],
  ])('is not written %s', (_title, change, path) => {
    const { order, problems } = writeOrder({ ...REQUEST, ...change });
    expect(order).toBeUndefined();
    const errors = problems.filter((problem) => problem.severity === 'error');
    expect(errors.map((problem) => problem.path)).toEqual([path]);
  });

  it('says that the patient collects it when no address is known', () => {
    const nowhere: Patient = { name: 'Ada Example', birthDate: '1980-05-17', allergies: [] };
    const { order, problems } = writeOrder({ ...REQUEST, patient: nowhere });
    expect(order?.shipTo).toBe('the patient collects it');
    expect(problems.map((problem) => problem.path)).toEqual(['shipTo']);
  });
});

describe('a National Provider Identifier', () => {
  // 1234567893 is the example of the standard: Luhn over 808401234567893.
  it.each([
    ['1234567893', true],
    ['1234567890', false],
    ['1243567893', false],
    ['123456789', false],
    ['12345678933', false],
    ['3234567893', false],
    ['', false],
  ])('%s: %s', (text, real) => expect(isNpi(text)).toBe(real));
});

describe('the label of a bottle', () => {
  const [fill] = ORDER.supply.fills;
  const first = label(ORDER, fill!, fill!.bottles[0]!);

  it('says what it is, for whom, how much, and until when', () =>
    expect(first).toMatchObject({
      bottle: 'Bottle 1 of 2',
      nights: 'nights 1-14 (Mon 1 Mar - Sun 14 Mar)',
      patient: 'Ada Example',
      drug: 'naltrexone hydrochloride',
      strength: '0.5 mg in each capsule',
      form: 'capsule, immediate release',
      quantity: '21 capsules',
      route: 'by mouth',
      // 14 nights, and 30 days in which a step may be stayed on: 14 March + 30.
      beyondUse: '2027-04-13',
      beyondUseBecause: '30 days after the last night it is meant for',
      prescriber: 'Dr. Example, NPI 1234567893, telephone 555-0100',
      pharmacy: 'Corner Pharmacy, telephone 555-0199',
      refills: 'No refills.',
    }));

  it('has only the directions that use this bottle', () =>
    expect(first.directions).toEqual(
      orderLines(ORDER)
        .slice(0, 2)
        .map((line) => line.says),
    ));

  it('warns of opioids first and says that it is compounded', () => {
    expect(first.warnings[0]).toContain('Never take it with an opioid');
    expect(first.compounded).toContain('This is a compounded drug.');
  });

  it('tells where to keep a liquid for which the date was reckoned', () => {
    const plan = planOf([[0.5, 5, LIQUID]]);
    const storageOf = (storage: 'room' | 'refrigerator') => {
      const order = goodOrder(plan, { supply: supply(plan, { storage }).chosen! });
      return label(order, order.supply.fills[0]!, order.supply.fills[0]!.bottles[0]!);
    };
    expect(storageOf('room').storage).toContain('room temperature');
    expect(storageOf('refrigerator').storage).toContain('refrigerator');
    expect(storageOf('room').strength).toBe('1 mg in 1 mL');
  });

  it('has a number of its own', () => {
    const ids = ORDER.supply.fills.flatMap((one) => one.bottles.map((bottle) => label(ORDER, one, bottle).id));
    expect(new Set(ids).size).toBe(2);
  });
});

describe('the titration sheet', () => {
  const page = sheet(PLAN, ORDER);

  it('has one row for each step, with its bottle and its way out', () =>
    expect(page.rows.slice(0, 2)).toEqual([
      {
        step: 1,
        nights: '1-7 (Mon 1 Mar - Sun 7 Mar)',
        dose: '0.5 mg',
        take: ['1 capsule of 0.5 mg from bottle 1'],
        when: 'bedtime',
        before: ['No opioid was taken.'],
        trouble: [],
      },
      {
        step: 2,
        nights: '8-14 (Mon 8 Mar - Sun 14 Mar)',
        dose: '1 mg',
        take: ['2 capsules of 0.5 mg from bottle 1'],
        when: 'bedtime',
        before: [],
        trouble: ['Three bad nights. Go back to step 1 (0.5 mg a day).'],
      },
    ]));

  it('says which bottle when one follows another inside a step', () => {
    const long = planOf([[1.5, 40]]);
    expect(sheet(long, goodOrder(long)).rows[0]?.take).toEqual([
      'nights 1-30: 1 capsule of 1.5 mg from bottle 1',
      'nights 31-40: 1 capsule of 1.5 mg from bottle 2',
    ]);
  });

  it('says both doses of a day and their sum', () =>
    expect(sheet(planOf([[[1, 1], 5]])).rows[0]).toMatchObject({
      dose: '1 mg in the morning and 1 mg at bedtime (2 mg a day)',
      when: 'morning and bedtime',
      take: [],
    }));

  it('ends with what to do when sheet and bottle disagree', () =>
    expect(page.foot.at(-1)).toBe(
      'If this sheet and the bottle disagree, call the pharmacy (555-0199) before taking it.',
    ));

  it('names the version it replaces, and the plan by its hash', () => {
    const second = { ...PLAN, version: 2, replaces: hashOf(PLAN) };
    expect(sheet(second).header.at(-1)?.[1]).toContain('version 2, ');
    expect(sheet(second).header.at(-1)?.[1]).toContain('replaces version 1');
    expect(sheet(second).hash).toBe(hashOf(second));
  });

  it('tells none known from not asked', () => {
    const { allergies: _, ...unasked } = ADA;
    const allergies = (patient: Patient) => new Map(sheet(PLAN, goodOrder(PLAN, { patient })).header).get('Allergies');
    expect([allergies(ADA), allergies(unasked)]).toEqual(['none known', 'not asked']);
  });
});
