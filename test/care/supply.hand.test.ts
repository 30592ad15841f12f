import { describe, expect, it } from 'vitest';
import { mgNumber } from '../../src/domain/amount.ts';
import { inShort } from '../../src/domain/dates.ts';
import type { Bottle, Fill } from '../../src/domain/order.ts';
import { supply, type SupplyOptions } from '../../src/care/supply/index.ts';
import { LIQUID, planOf, type ShortStep } from './plans.ts';

// Plans worked out with pencil and paper. All begin on Monday 1 March 2027, so night 31 is 31 March, night 61 is 30 April.
// A fill is made 3 days before its first night and lasts at most 30 nights unless the row says otherwise. Prices in cents:
// 4000 for a fill, 500 for a bottle, 25 for a capsule, 10 for a millilitre.
interface Row {
  readonly title: string;
  readonly steps: readonly ShortStep[];
  readonly options?: SupplyOptions;
  /** Made on; first and last night; bottles as `number: count x strength`; cents. */
  readonly fills: readonly (readonly [on: string, from: string, to: string, bottles: string, cents: number])[];
  readonly cents: number;
  /** Micrograms left over. */
  readonly left?: number;
}

const WEEKLY: readonly ShortStep[] = [
  [1.5, 7],
  [3, 7],
  [4.5, 7],
];
const FORTNIGHTLY: readonly ShortStep[] = [
  [1.5, 14],
  [3, 14],
  [4.5, 14],
];
const HALVES: readonly ShortStep[] = [
  [0.5, 7],
  [1, 7],
  [1.5, 7],
  [2, 7],
];

const ROWS: readonly Row[] = [
  {
    title: 'three weekly steps in one bottle: 7 x 1 + 7 x 2 + 7 x 3 = 42 capsules of 1.5 mg',
    steps: WEEKLY,
    // 4000 + 500 + 42 x 25 = 5550
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 21 Mar', '1: 42 x 1.5 mg', 5550]],
    cents: 5550,
  },
  {
    title: 'the same with the fewest capsules: one a night, three bottles of 7',
    steps: WEEKLY,
    options: { objective: 'capsules' },
    // 4000 + 3 x 500 + 21 x 25 = 6025
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 21 Mar', '1: 7 x 1.5 mg, 2: 7 x 3 mg, 3: 7 x 4.5 mg', 6025]],
    cents: 6025,
  },
  {
    title: 'the same at the lowest cost: two bottles would be 28 capsules for 5700, so one bottle it is',
    steps: WEEKLY,
    options: { objective: 'cost' },
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 21 Mar', '1: 42 x 1.5 mg', 5550]],
    cents: 5550,
  },
  {
    title: 'three fortnights need two fills; the cut falls on the end of a step (night 28), not on night 30',
    steps: FORTNIGHTLY,
    // 14 + 28 = 42 capsules: 5550. Then 14 of 4.5 mg: 4000 + 500 + 350 = 4850.
    fills: [
      ['Fri 26 Feb', 'Mon 1 Mar', 'Sun 28 Mar', '1: 42 x 1.5 mg', 5550],
      ['Fri 26 Mar', 'Mon 29 Mar', 'Sun 11 Apr', '2: 14 x 4.5 mg', 4850],
    ],
    cents: 10400,
  },
  {
    title: 'three fortnights in one fill of up to 90 nights: 14 + 28 + 42 = 84 capsules of 1.5 mg',
    steps: FORTNIGHTLY,
    options: { maxDaysPerFill: 90 },
    // 4000 + 500 + 84 x 25 = 6600
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 11 Apr', '1: 84 x 1.5 mg', 6600]],
    cents: 6600,
  },
  {
    title: 'the same at the lowest cost: 42 of 1.5 mg and 14 of 4.5 mg (6400) beat one bottle (6600) and three (6550)',
    steps: FORTNIGHTLY,
    options: { maxDaysPerFill: 90, objective: 'cost' },
    // 4000 + 2 x 500 + 56 x 25 = 6400; three bottles: 4000 + 1500 + 42 x 25 = 6550
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 11 Apr', '1: 42 x 1.5 mg, 2: 14 x 4.5 mg', 6400]],
    cents: 6400,
  },
  {
    title: 'half-milligram steps to 2 mg from one bottle: 7 x (1 + 2 + 3 + 4) = 70 capsules of 0.5 mg',
    steps: HALVES,
    // 4000 + 500 + 70 x 25 = 6250
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 28 Mar', '1: 70 x 0.5 mg', 6250]],
    cents: 6250,
  },
  {
    title: 'the same with one capsule a night: four bottles of 7',
    steps: HALVES,
    options: { objective: 'capsules' },
    // 4000 + 4 x 500 + 28 x 25 = 6700
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 28 Mar', '1: 7 x 0.5 mg, 2: 7 x 1 mg, 3: 7 x 1.5 mg, 4: 7 x 2 mg', 6700]],
    cents: 6700,
  },
  {
    title: 'the same at the lowest cost: 0.5 mg 7 + 14 + 0 + 7 = 28, 1.5 mg 7 + 7 = 14',
    steps: HALVES,
    options: { objective: 'cost' },
    // 4000 + 2 x 500 + 42 x 25 = 6050
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 28 Mar', '1: 28 x 0.5 mg, 2: 14 x 1.5 mg', 6050]],
    cents: 6050,
  },
  {
    title: '1 mg twice a day for 56 days: 30 and 26 days, two capsules a day',
    steps: [[[1, 1], 56]],
    // 4500 + 60 x 25 = 6000; 4500 + 52 x 25 = 5800
    fills: [
      ['Fri 26 Feb', 'Mon 1 Mar', 'Tue 30 Mar', '1: 60 x 1 mg', 6000],
      ['Sun 28 Mar', 'Wed 31 Mar', 'Sun 25 Apr', '2: 52 x 1 mg', 5800],
    ],
    cents: 11800,
  },
  {
    title: '1 mg in the morning and 2 mg at bedtime for 10 days: 10 x (1 + 2) = 30 capsules of 1 mg',
    steps: [[[1, 2], 10]],
    // 4500 + 30 x 25 = 5250
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Wed 10 Mar', '1: 30 x 1 mg', 5250]],
    cents: 5250,
  },
  {
    title: 'a liquid: 7 x 0.5 + 7 x 1 = 10.5 mL, a twentieth more is 11.025, so 12 mL; 1.5 mL is left',
    steps: [
      [0.5, 7, LIQUID],
      [1, 7, LIQUID],
    ],
    // 4000 + 500 + 12 x 10 = 4620
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 14 Mar', '1: 12 mL', 4620]],
    cents: 4620,
    left: 1500,
  },
  {
    title: 'a liquid of 35 days, made 3 days before, lasts 32 nights even where 90 are allowed',
    steps: [[4.5, 60, LIQUID]],
    options: { maxDaysPerFill: 90 },
    // 32 x 4.5 = 144, + 7.2 = 151.2 -> 152 mL: 4500 + 1520 = 6020; 28 x 4.5 = 126, + 6.3 = 132.3 -> 133: 5830
    // Left: 152 - 144 + 133 - 126 = 15 mL
    fills: [
      ['Fri 26 Feb', 'Mon 1 Mar', 'Thu 1 Apr', '1: 152 mL', 6020],
      ['Tue 30 Mar', 'Fri 2 Apr', 'Thu 29 Apr', '2: 133 mL', 5830],
    ],
    cents: 11850,
    left: 15000,
  },
  {
    title: 'liquid for 0.3 mg, capsules from 1 mg on: 3 mL (3.15, so 4) and 10 capsules in one fill',
    steps: [
      [0.3, 10, LIQUID],
      [1, 10],
    ],
    // 4000 + 500 + 40 + 500 + 250 = 5290
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sat 20 Mar', '1: 4 mL, 2: 10 x 1 mg', 5290]],
    cents: 5290,
    left: 1000,
  },
  {
    title: 'a pharmacy that makes only 1 mg: 3 mg for 14 nights is 42 capsules',
    steps: [[3, 14]],
    options: { strengthsUg: [1000] },
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 14 Mar', '1: 42 x 1 mg', 5550]],
    cents: 5550,
  },
  {
    title: 'a tenth to spare: 14 + 1.4 is 16 capsules, two of 1.5 mg stay over',
    steps: [[1.5, 14]],
    options: { overagePercent: 10 },
    // 4500 + 16 x 25 = 4900
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 14 Mar', '1: 16 x 1.5 mg', 4900]],
    cents: 4900,
    left: 3000,
  },
  {
    title:
      '2.5 mg: five halves are too many at once, so 1 and 1.5 mg; 2 and 0.5 mg cost the same but need a smaller one',
    steps: [[2.5, 10]],
    // 4000 + 2 x 500 + 20 x 25 = 5500
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Wed 10 Mar', '1: 10 x 1 mg, 2: 10 x 1.5 mg', 5500]],
    cents: 5500,
  },
  {
    title: '3.5 mg: 2 and 1.5 mg',
    steps: [[3.5, 10]],
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Wed 10 Mar', '1: 10 x 1.5 mg, 2: 10 x 2 mg', 5500]],
    cents: 5500,
  },
  {
    title: 'a plan that begins tomorrow is made today, not three days before',
    steps: [[1.5, 14]],
    options: { today: '2027-02-28' },
    // 4500 + 14 x 25 = 4850
    fills: [['Sun 28 Feb', 'Mon 1 Mar', 'Sun 14 Mar', '1: 14 x 1.5 mg', 4850]],
    cents: 4850,
  },
  {
    title: 'a component that expires on 20 March ends the first fill on the 19th',
    steps: [[3, 30]],
    options: { componentExpiry: '2027-03-20' },
    // 4500 + 19 x 25 = 4975; 4500 + 11 x 25 = 4775
    fills: [
      ['Fri 26 Feb', 'Mon 1 Mar', 'Fri 19 Mar', '1: 19 x 3 mg', 4975],
      ['Wed 17 Mar', 'Sat 20 Mar', 'Tue 30 Mar', '2: 11 x 3 mg', 4775],
    ],
    cents: 9750,
  },
  {
    title: 'ten capsules at home come first; four more are made for the rest and numbered after them',
    steps: [[1.5, 14]],
    options: { inHand: [{ number: 3, form: 'capsule', strengthUg: 1500, left: 10, beyondUse: '2027-06-01' }] },
    // nothing to pay for ten nights; 4500 + 4 x 25 = 4600
    fills: [
      ['Mon 1 Mar', 'Mon 1 Mar', 'Wed 10 Mar', '', 0],
      ['Mon 8 Mar', 'Thu 11 Mar', 'Sun 14 Mar', '4: 4 x 1.5 mg', 4600],
    ],
    cents: 4600,
  },
  {
    title: 'weekly to 6 mg from one bottle: 7 x (1 + 2 + 3 + 4) = 70 capsules of 1.5 mg',
    steps: [...WEEKLY, [6, 7]],
    fills: [['Fri 26 Feb', 'Mon 1 Mar', 'Sun 28 Mar', '1: 70 x 1.5 mg', 6250]],
    cents: 6250,
  },
  {
    title: 'two weeks up and eight at the target: three fills, only one cut inside a step',
    steps: [
      [1.5, 7],
      [3, 7],
      [4.5, 56],
    ],
    // nights 1-14: 7 + 14 = 21 capsules, 5025; nights 15-44: 30, 5250; nights 45-70: 26, 5150
    fills: [
      ['Fri 26 Feb', 'Mon 1 Mar', 'Sun 14 Mar', '1: 21 x 1.5 mg', 5025],
      ['Fri 12 Mar', 'Mon 15 Mar', 'Tue 13 Apr', '2: 30 x 4.5 mg', 5250],
      ['Sun 11 Apr', 'Wed 14 Apr', 'Sun 9 May', '3: 26 x 4.5 mg', 5150],
    ],
    cents: 15425,
  },
];

const bottleInShort = ({ number, form, strengthUg, quantity }: Bottle): string =>
  form === LIQUID ? `${number}: ${mgNumber(quantity)} mL` : `${number}: ${quantity} x ${mgNumber(strengthUg)} mg`;

const fillInShort = ({ on, from, to, bottles, costCents }: Fill) => [
  inShort(on),
  inShort(from),
  inShort(to),
  bottles.map(bottleInShort).join(', '),
  costCents,
];

describe('plans worked out by hand', () => {
  it.each(ROWS)('$title', ({ steps, options, fills, cents, left = 0 }) => {
    const { chosen } = supply(planOf(steps), options);
    expect(chosen?.fills.map(fillInShort)).toEqual(fills);
    expect(chosen?.costCents).toBe(cents);
    expect(chosen?.leftoverUg).toBe(left);
    expect(inShort(chosen!.runOut)).toBe(fills.at(-1)?.[2]);
  });
});
