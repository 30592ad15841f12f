import { describe, expect, it } from 'vitest';
import { beyondUse, formById, FORMS } from '../../src/knowledge/forms/index.ts';
import { ASSUMED_PRICES } from '../../src/knowledge/prices/index.ts';
import { SOURCES } from '../../src/knowledge/sources.ts';

const capsule = formById('capsule')!;
const liquid = formById('liquid-1-mg-per-ml')!;

// Made on 1 March 2027. 31 days of March, so 30 days later is 31 March and 35 days later 5 April.
// 180 days: 30 left in March, 30 + 31 + 30 + 31 = 122 to the end of July (152), 28 in August: 28 August.
describe('the beyond-use date is the earliest limit that speaks', () => {
  it.each([
    [
      'a capsule keeps 180 days by the default table, though its study ran 360',
      capsule,
      {},
      '2027-08-28',
      'chapter-default',
    ],
    [
      'a liquid in the refrigerator keeps 35 days, though its study ran 60',
      liquid,
      {},
      '2027-04-05',
      'chapter-default',
    ],
    [
      'a liquid at room temperature keeps the 30 days of its study',
      liquid,
      { storage: 'room' },
      '2027-03-31',
      'stability-study-room',
    ],
    [
      'a component that expires earlier decides',
      capsule,
      { componentExpiry: '2027-05-31' },
      '2027-05-31',
      'component-expiry',
    ],
    [
      'a component that expires later does not',
      capsule,
      { componentExpiry: '2028-05-31' },
      '2027-08-28',
      'chapter-default',
    ],
    [
      'a batch for a fortnight is not kept half a year',
      capsule,
      { lastNight: '2027-03-14' },
      '2027-04-13',
      'supply-end',
    ],
  ] as const)('%s', (_title, form, options, date, because) => {
    expect(beyondUse(form, '2027-03-01', options)).toMatchObject({ date, because });
  });

  it('no study reaches beyond the cap of the chapter', () => {
    const cap = beyondUse(capsule, '2027-03-01').limits.find((limit) => limit.id === 'chapter-cap');
    const study = beyondUse(capsule, '2027-03-01').limits.find((limit) => limit.id === 'stability-study');
    expect([cap?.date, study?.date]).toEqual(['2027-08-28', '2028-02-24']);
  });
});

describe('forms', () => {
  it('release at once: no slow form is listed', () =>
    expect(FORMS.map((form) => form.release)).toEqual(FORMS.map(() => 'immediate')));

  it('ids are distinct and strengths rise', () => {
    expect(new Set(FORMS.map((form) => form.id)).size).toBe(FORMS.length);
    for (const { strengthsUg } of FORMS)
      expect(strengthsUg).toEqual([...new Set(strengthsUg)].toSorted((a, b) => a - b));
  });

  it.each(FORMS)('$id has one filler of first choice, a storage and a price', (form) => {
    expect(form.fillers.filter((filler) => filler.use === 'first choice')).toHaveLength(1);
    expect(form.storage.length).toBeGreaterThan(0);
    expect(ASSUMED_PRICES.perUnitCents[form.id]).toBeGreaterThan(0);
  });

  it('calcium carbonate and lactose are not fillers of capsules', () =>
    expect(capsule.fillers.filter((filler) => filler.use === 'avoid').map((filler) => filler.name)).toEqual(
      expect.arrayContaining(['calcium carbonate', 'lactose']),
    ));

  it('every cited source is registered', () => {
    const sources = [
      ...ASSUMED_PRICES.sources,
      ...FORMS.flatMap((form) => [
        ...Object.values(form.sources),
        ...form.fillers.map((filler) => filler.source),
        ...form.keeping.map((limit) => limit.source),
      ]),
    ];
    for (const source of sources) if (source.kind === 'cited') expect(SOURCES).toHaveProperty(source.key);
  });
});

describe('the assumed price of a month', () => {
  // Article 000: about 50 to 60 dollars a month.
  it.each([
    [30, 5250],
    [60, 6000],
  ])('of %i capsules in one bottle lies between 50 and 60 dollars', (capsules, cents) => {
    const { perFillCents, perBottleCents, perUnitCents } = ASSUMED_PRICES;
    expect(perFillCents + perBottleCents + capsules * perUnitCents['capsule']!).toBe(cents);
    expect(cents).toBeGreaterThanOrEqual(5000);
    expect(cents).toBeLessThanOrEqual(6000);
  });
});
