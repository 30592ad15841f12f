import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/domain/dates.ts';
import type { Bottle, Supply } from '../../src/domain/order.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { dailyUg, lastNight, nightsOf, stepAt } from '../../src/domain/regimen.ts';
import { formById } from '../../src/knowledge/forms/index.ts';
import { leftoverWhen, OBJECTIVES, supply, type SupplyOptions } from '../../src/care/supply/index.ts';
import { checkOrder, writeOrder } from '../../src/care/order/index.ts';
import { ADA, DOCTOR, LIQUID, planOf, type ShortStep } from './plans.ts';

const fixed = { seed: 20270301, numRuns: 150 };

const capsuleMg = fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2);
const liquidMg = fc.integer({ min: 1, max: 60 }).map((tenths) => tenths / 10);
const nights = fc.integer({ min: 1, max: 40 });
const capsuleStep = fc.tuple(fc.oneof(capsuleMg, fc.tuple(capsuleMg, capsuleMg)), nights);
const liquidStep = fc.tuple(liquidMg, nights, fc.constant(LIQUID));
const step: fc.Arbitrary<ShortStep> = fc.oneof({ weight: 3, arbitrary: capsuleStep }, liquidStep);
const plans = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => planOf(steps));
const options: fc.Arbitrary<SupplyOptions> = fc.record(
  {
    objective: fc.constantFrom(...OBJECTIVES),
    maxDaysPerFill: fc.integer({ min: 5, max: 100 }),
    leadDays: fc.integer({ min: 0, max: 10 }),
    overagePercent: fc.integer({ min: 0, max: 20 }),
    storage: fc.constantFrom('room', 'refrigerator'),
  },
  { requiredKeys: [] },
);

/** What is taken each night, by bottle; a night that two directions cover stands there twice. */
const taken = ({ fills }: Supply) =>
  fills
    .flatMap((fill) => fill.directions)
    .flatMap(({ from, to, doses }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, night) => ({ night: addDays(from, night), doses })),
    );

const bottlesIn = (one: Supply): readonly Bottle[] => [
  ...(one.cupboard ?? []),
  ...one.fills.flatMap((fill) => fill.bottles),
];

const ugOf = (bottle: Bottle, units: number) => (units * bottle.strengthUg) / formById(bottle.form)!.unitsPerStrength;

/** Follows the supply night by night from its bottles; fails where a bottle is short, missing, or of another amount. */
function follow(plan: Plan, one: Supply): void {
  const bottles = new Map(bottlesIn(one).map((bottle) => [bottle.number, bottle]));
  const left = new Map([...bottles].map(([number, { quantity }]) => [number, quantity]));
  const days = taken(one);
  expect(days.map(({ night }) => night)).toEqual(
    Array.from({ length: nightsOf(plan.regimen) }, (_, night) => addDays(plan.regimen.start, night)),
  );
  for (const { night, doses } of days) {
    expect(doses.map(({ at, amountUg }) => ({ at, amountUg }))).toEqual(
      stepAt(plan.regimen, night)!.doses.map(({ at, amountUg }) => ({ at, amountUg })),
    );
    for (const { amountUg, takes } of doses) {
      expect(takes.reduce((sum, take) => sum + ugOf(bottles.get(take.bottle)!, take.units), 0)).toBe(amountUg);
      for (const { bottle, units } of takes) left.set(bottle, left.get(bottle)! - units);
    }
  }
  for (const [number, units] of left) {
    expect(units).toBeGreaterThanOrEqual(0);
    expect(units).toBe(bottles.get(number)!.quantity - bottles.get(number)!.used);
  }
}

describe('any plan that can be made from its form', () => {
  it('is filled from its bottles to the capsule, each night once', () => {
    fc.assert(
      fc.property(plans, options, (plan, wishes) => {
        const { chosen, choices, problems } = supply(plan, wishes);
        fc.pre(!problems.some((problem) => problem.severity === 'error'));
        follow(plan, chosen!);
        for (const choice of choices) follow(plan, choice.supply);
      }),
      fixed,
    );
  });

  it('has fills that end before their beyond-use date, inside the plan, in a row', () => {
    fc.assert(
      fc.property(plans, options, (plan, wishes) => {
        const { chosen } = supply(plan, wishes);
        fc.pre(chosen !== undefined);
        let next = plan.regimen.start;
        for (const fill of chosen.fills) {
          expect(fill.from).toBe(next);
          expect(fill.to < fill.beyondUse.date).toBe(true);
          expect(fill.daysSupply).toBeLessThanOrEqual(wishes.maxDaysPerFill ?? 30);
          expect(fill.on <= fill.from).toBe(true);
          next = addDays(fill.to, 1);
        }
        expect(next).toBe(addDays(lastNight(plan.regimen), 1));
      }),
      fixed,
    );
  });

  it('dispenses what is taken and what is left over, and nothing else', () => {
    fc.assert(
      fc.property(plans, options, (plan, wishes) => {
        const { chosen } = supply(plan, wishes);
        fc.pre(chosen !== undefined);
        const dispensed = bottlesIn(chosen).reduce((sum, bottle) => sum + ugOf(bottle, bottle.quantity), 0);
        const planned = plan.regimen.steps.reduce((sum, one) => sum + dailyUg(one) * one.nights, 0);
        expect(dispensed).toBe(planned + chosen.leftoverUg);
      }),
      fixed,
    );
  });

  it('has no alternative that is better at its own aim', () => {
    fc.assert(
      fc.property(plans, options, (plan, wishes) => {
        const { choices } = supply(plan, wishes);
        const best = (of: (choice: (typeof choices)[number]) => number) => Math.min(...choices.map(of));
        for (const choice of choices) {
          if (choice.objective === 'bottles') expect(choice.supply.bottles).toBe(best((other) => other.supply.bottles));
          if (choice.objective === 'capsules') expect(choice.units).toBe(best((other) => other.units));
          if (choice.objective === 'cost')
            expect(choice.supply.costCents).toBe(best((other) => other.supply.costCents));
        }
      }),
      fixed,
    );
  });

  it('becomes an order that passes every check', () => {
    fc.assert(
      fc.property(plans, options, (plan, wishes) => {
        fc.pre(plan.regimen.steps.every((one) => dailyUg(one) <= plan.ceilingUg));
        const { chosen } = supply(plan, wishes);
        fc.pre(chosen !== undefined);
        const { order, problems } = writeOrder({
          plan,
          supply: chosen,
          patient: ADA,
          prescriber: DOCTOR,
          written: '2027-02-01',
        });
        expect(problems).toEqual([]);
        expect(checkOrder(JSON.parse(JSON.stringify(order)), plan)).toEqual([]);
      }),
      { ...fixed, numRuns: 40 },
    );
  });
});

// Brute force over every way to fill one bottle set: all tuples of counts for every dose, tried by odometer. It shares no
// code with the compiler.
const STRENGTHS = [500, 1000, 1500, 2000, 3000, 4500];
const MOST = 4;

function everyWay(amountUg: number): readonly (readonly number[])[] {
  const ways: number[][] = [];
  const counts = STRENGTHS.map(() => 0);
  for (;;) {
    const units = counts.reduce((sum, count) => sum + count, 0);
    const sumUg = counts.reduce((sum, count, index) => sum + count * STRENGTHS[index]!, 0);
    if (units <= MOST && sumUg === amountUg) ways.push([...counts]);
    let place = 0;
    while (place < counts.length && counts[place] === MOST) counts[place++] = 0;
    if (place === counts.length) return ways;
    counts[place]!++;
  }
}

const WAYS = new Map(Array.from({ length: 12 }, (_, index) => [(index + 1) * 500, everyWay((index + 1) * 500)]));

/** The least bottles, capsules and cents over all combinations of ways, for one fill of once-daily steps. */
function least(steps: readonly (readonly [mg: number, nights: number])[]) {
  let totals: readonly (readonly number[])[] = [STRENGTHS.map(() => 0)];
  for (const [mg, count] of steps)
    totals = totals.flatMap((total) =>
      WAYS.get(mg * 1000)!.map((way) => total.map((sum, index) => sum + way[index]! * count)),
    );
  const bottles = totals.map((total) => total.filter((sum) => sum > 0).length);
  const capsules = totals.map((total) => total.reduce((sum, units) => sum + units, 0));
  const cents = totals.map((_, index) => 4000 + 500 * bottles[index]! + 25 * capsules[index]!);
  return { bottles: Math.min(...bottles), capsules: Math.min(...capsules), cost: Math.min(...cents) };
}

describe('against brute force over every combination of capsules', () => {
  const steps = fc.uniqueArray(fc.tuple(capsuleMg, fc.integer({ min: 1, max: 10 })), {
    minLength: 1,
    maxLength: 3,
    selector: ([mg]) => mg,
  });

  it('the fewest bottles, the fewest capsules and the lowest cost are what they claim to be', () => {
    fc.assert(
      fc.property(steps, (few) => {
        const { choices } = supply(planOf(few), { maxDaysPerFill: 90 });
        const found = Object.fromEntries(choices.map((choice) => [choice.objective, choice]));
        expect({
          bottles: found['bottles']?.supply.bottles,
          capsules: found['capsules']?.units,
          cost: found['cost']?.supply.costCents,
        }).toEqual(least(few));
      }),
      { ...fixed, numRuns: 60 },
    );
  });
});

describe('when a plan is left in the middle', () => {
  const leaving = plans.chain((plan) =>
    fc.record({
      plan: fc.constant(plan),
      wishes: options,
      night: fc.integer({ min: 1, max: nightsOf(plan.regimen) }),
      kind: fc.constantFrom('hold', 'back', 'stop'),
    }),
  );

  it('what is left is what was fetched less what was taken', () => {
    fc.assert(
      fc.property(leaving, ({ plan, wishes, night, kind }) => {
        const { chosen } = supply(plan, wishes);
        fc.pre(chosen !== undefined);
        const onNight = addDays(plan.regimen.start, night);
        const { bottles, leftUg } = leftoverWhen(plan, chosen, { kind, onNight });
        const fetched = chosen.fills
          .filter((fill) => fill.on <= onNight)
          .flatMap((fill) => fill.bottles)
          .reduce((sum, bottle) => sum + ugOf(bottle, bottle.quantity), 0);
        const takenUg = Array.from({ length: night }, (_, index) =>
          dailyUg(stepAt(plan.regimen, addDays(plan.regimen.start, index))!),
        ).reduce((sum, ug) => sum + ug, 0);
        expect(leftUg).toBe(fetched - takenUg);
        expect(bottles.every((bottle) => bottle.left > 0)).toBe(true);
      }),
      fixed,
    );
  });

  it('a hold is supplied from what is left for as long as it was said to last, and then to the end', () => {
    fc.assert(
      fc.property(leaving, fc.integer({ min: 1, max: 14 }), ({ plan, wishes, night }, stay) => {
        const { chosen } = supply(plan, wishes);
        fc.pre(chosen !== undefined);
        const onNight = addDays(plan.regimen.start, night);
        const left = leftoverWhen(plan, chosen, { kind: 'hold', onNight });
        const held = stepAt(plan.regimen, addDays(onNight, -1))!;
        const again: Plan = { ...plan, version: 2, regimen: { start: onNight, steps: [{ ...held, nights: stay }] } };
        const next = supply(again, { inHand: left.bottles }).chosen!;
        follow(again, next);
        const fromHome = next.fills.filter((fill) => fill.bottles.length === 0);
        const nightsAtHome = fromHome.reduce((sum, fill) => sum + fill.daysSupply, 0);
        expect(nightsAtHome).toBe(Math.min(stay, left.nights));
        for (const { number, beyondUse, to } of next.cupboard ?? [])
          expect([number, to < beyondUse!]).toEqual([number, true]);
      }),
      fixed,
    );
  });
});
