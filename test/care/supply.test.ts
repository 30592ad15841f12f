import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/domain/problem.ts';
import { ASSUMED_PRICES } from '../../src/knowledge/prices/index.ts';
import { leftoverWhen, supply, type InHand, type SupplyOptions } from '../../src/care/supply/index.ts';
import { LIQUID, planOf } from './plans.ts';

const atHome = (number: number, strengthUg: number, left: number, beyondUse = '2027-12-31'): InHand => ({
  number,
  form: 'capsule',
  strengthUg,
  left,
  beyondUse,
});

describe('a dose that cannot be made is a problem with the nearest that can', () => {
  it.each([
    [
      'between two capsules',
      planOf([[0.7, 7]]),
      {},
      'regimen.steps[0].doses: found 0.7 mg, which cannot be made, expected 4 whole capsules or fewer of 0.5 mg, 1 mg, 1.5 mg, 2 mg, 3 mg, 4.5 mg. Change the dose to 0.5 mg or 1 mg, or order the liquid of 1 mg in 1 mL for this step.',
    ],
    [
      'too many capsules',
      planOf([[4.5, 7]]),
      { strengthsUg: [500] },
      'regimen.steps[0].doses: found 4.5 mg, which cannot be made, expected 4 whole capsules or fewer of 0.5 mg. Change the dose to 2 mg, or order the liquid of 1 mg in 1 mL for this step.',
    ],
    [
      'between two marks of the syringe',
      planOf([[0.75, 7, LIQUID]]),
      {},
      'regimen.steps[0].doses: found 0.75 mg, which cannot be made, expected a mark of the syringe, every 0.1 mL up to 10 mL. Change the dose to 0.7 mg or 0.8 mg.',
    ],
  ])('%s', (_title, plan, options, says) => {
    const { chosen, choices, problems } = supply(plan, options);
    expect([chosen, choices]).toEqual([undefined, []]);
    expect(problems.map(sentence)).toEqual([says]);
  });
});

describe('what cannot be used is told, all of it, and nothing is supplied', () => {
  const plan = planOf([[1.5, 7]]);
  it.each<[string, SupplyOptions, string]>([
    ['a negative lead', { leadDays: -1 }, 'leadDays'],
    ['fills of no nights', { maxDaysPerFill: 0 }, 'maxDaysPerFill'],
    ['half a percent', { overagePercent: 0.5 }, 'overagePercent'],
    ['a date that does not exist', { today: '2027-02-30' }, 'today'],
    ['no strengths', { strengthsUg: [] }, 'strengthsUg'],
    ['a strength twice', { strengthsUg: [1500, 1500] }, 'strengthsUg'],
    ['eleven strengths', { strengthsUg: Array.from({ length: 11 }, (_, index) => 500 + index) }, 'strengthsUg'],
    ['no price for the form', { prices: { ...ASSUMED_PRICES, perUnitCents: {} } }, 'prices.perUnitCents'],
    ['half a cent', { prices: { ...ASSUMED_PRICES, perFillCents: 0.5 } }, 'prices.perFillCents'],
    ['one number on two bottles at home', { inHand: [atHome(1, 1500, 5), atHome(1, 3000, 5)] }, 'inHand'],
    ['a bottle with minus one capsule', { inHand: [atHome(1, 1500, -1)] }, 'inHand[0].left'],
    ['a lead longer than a liquid keeps', { leadDays: 40 }, 'leadDays'],
    ['a component that has expired', { componentExpiry: '2027-02-01' }, 'componentExpiry'],
  ])('%s', (_title, options, path) => {
    const liquid = options.leadDays === 40 ? planOf([[1, 7, LIQUID]]) : plan;
    const { chosen, problems } = supply(liquid, options);
    expect(chosen).toBeUndefined();
    expect(problems.map((problem) => [problem.path, problem.severity])).toEqual([[path, 'error']]);
  });

  it('a plan without steps, a form that nobody knows, no nights', () => {
    expect(supply(planOf([])).problems.map((problem) => problem.path)).toEqual(['regimen.steps']);
    expect(
      supply(
        planOf([
          [1, 0],
          [1, 5, 'patch'],
        ]),
      ).problems.map((problem) => problem.path),
    ).toEqual(['regimen.steps[0].nights', 'regimen.steps[1].form']);
  });

  it('a first night that is past is a warning, and the supply stands beside it', () => {
    const { chosen, problems } = supply(plan, { today: '2027-03-05' });
    expect(chosen).toBeDefined();
    expect(problems.map((problem) => [problem.path, problem.severity])).toEqual([['fills[0].from', 'warning']]);
  });
});

describe('a supply says why', () => {
  const { because } = supply(planOf([[4.5, 40, LIQUID]]));
  it('names the limit that ends each fill, the overage, the prices and the alternatives', () =>
    expect([...new Set(because.map((reason) => reason.rule))]).toEqual([
      'supply-objective',
      'supply-one-bottle',
      'supply-beyond-use',
      'supply-overage',
      'supply-price',
    ]));
  it('each with a source', () => expect(because.every((reason) => reason.sources.length > 0)).toBe(true));
});

// 1.5 mg for 14 nights, then 3 mg for 14, from one bottle of 42 capsules of 1.5 mg; then 4.5 mg for 14 from bottle 2, made on
// 26 March. On the evening of 22 March (night 22), 14 x 1 + 7 x 2 = 28 are taken and 14 are left in bottle 1.
describe('when a step is left', () => {
  const plan = planOf([
    [1.5, 14],
    [3, 14],
    [4.5, 14],
  ]);
  const { chosen } = supply(plan);
  const leave = (kind: 'hold' | 'back' | 'stop', onNight = '2027-03-22') =>
    leftoverWhen(plan, chosen!, { kind, onNight });

  it('14 capsules of 1.5 mg are left of 42', () =>
    expect(leave('stop')).toMatchObject({
      bottles: [{ number: 1, strengthUg: 1500, left: 14 }],
      leftUg: 21_000,
      nights: 0,
    }));

  it('they hold 3 mg for 7 more nights, until 28 March', () =>
    expect(leave('hold')).toMatchObject({ nights: 7, lastsUntil: '2027-03-28' }));

  it('they hold 1.5 mg for 14 more nights, until 4 April', () =>
    expect(leave('back')).toMatchObject({ nights: 14, lastsUntil: '2027-04-04' }));

  it('one hold more, when bottle 2 is already fetched, does not count its 4.5 mg for 3 mg', () =>
    expect(leave('hold', '2027-03-29')).toMatchObject({
      bottles: [{ number: 2, strengthUg: 4500, left: 14 }],
      nights: 0,
    }));

  it('staying a week on 3 mg and then going on takes the rest from home and 14 capsules of 4.5 mg anew', () => {
    const again = planOf(
      [
        [3, 7],
        [4.5, 14],
      ],
      '2027-03-22',
    );
    const { chosen: next } = supply(again, { inHand: leave('hold').bottles });
    expect(
      next?.fills.map((fill) => [fill.from, fill.to, fill.bottles.map((b) => [b.number, b.quantity, b.strengthUg])]),
    ).toEqual([
      ['2027-03-22', '2027-03-28', []],
      ['2027-03-29', '2027-04-11', [[2, 14, 4500]]],
    ]);
    expect(next?.leftoverUg).toBe(0);
  });
});

describe('bottles at home', () => {
  it('are not used on or after their date', () => {
    const { chosen } = supply(planOf([[1.5, 6]]), { inHand: [atHome(1, 1500, 20, '2027-03-04')] });
    expect(chosen?.cupboard).toMatchObject([{ number: 1, used: 3, from: '2027-03-01', to: '2027-03-03' }]);
    expect(chosen?.leftoverUg).toBe(17 * 1500);
  });

  it('are emptied in the order of their dates', () => {
    const { chosen } = supply(planOf([[1.5, 4]]), {
      inHand: [atHome(1, 1500, 3, '2027-06-01'), atHome(2, 1500, 2, '2027-05-01')],
    });
    expect(chosen?.cupboard?.map((bottle) => [bottle.number, bottle.used])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('serve a later step while the first one is made anew', () => {
    const { chosen } = supply(
      planOf([
        [1.5, 7],
        [3, 7],
      ]),
      { inHand: [atHome(1, 3000, 10)] },
    );
    expect(
      chosen?.fills.map((fill) => [fill.daysSupply, fill.bottles.map((bottle) => [bottle.number, bottle.quantity])]),
    ).toEqual([[14, [[2, 7]]]]);
    expect(chosen?.cupboard).toMatchObject([{ number: 1, used: 7 }]);
  });

  it('that the plan cannot use are named, so that nobody takes them', () => {
    const { because, chosen } = supply(planOf([[1.5, 7]]), { inHand: [atHome(1, 4500, 10)] });
    expect(chosen?.cupboard).toBeUndefined();
    expect(because.find((reason) => reason.rule === 'supply-at-home')?.says).toBe(
      'Bottle 1 at home (4.5 mg) is not used by this plan: put it aside and return it, so that it is not taken by mistake.',
    );
  });
});
