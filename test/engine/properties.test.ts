import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/engine/grid.ts';
import { populationSolver, type PopulationRequest } from '../../src/engine/population.ts';
import { conversion, knownUnits, readUnit, sameDimension } from '../../src/engine/units.ts';
import { model, TWO_COMPARTMENTS } from './models/textbook.ts';

const two = model(TWO_COMPARTMENTS);
const rate = fc.double({ min: 0.01, max: 50, noNaN: true });
const person = fc.tuple(rate, rate, rate, rate, rate);
const time = fc.integer({ min: 0, max: 480 }).map((tenths) => tenths / 10);
const amount = fc.double({ min: 0.1, max: 1000, noNaN: true });
const dose = fc.record({
  kind: fc.constant('dose' as const),
  at: time,
  amount,
  route: fc.constantFrom('oral', 'vein'),
});

const level = (events: PopulationRequest['events'], row: readonly number[], at = 60) => {
  const request = {
    events,
    observe: [at],
    side: 'after',
    tolerance: 1e-6,
    mode: 'fast',
    arithmetic: 'portable',
    grid: gridOf(48, [2, 2, 2], 2),
  } as const;
  return populationSolver(two, request).solver!.solve(1, [row])[0]!.outputs[0]!;
};
// Rounding grows with the fastest rate times the time: here up to 5000/h over 100 h, 2^-53 each.
const near = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-10 * (Math.abs(a) + Math.abs(b)) + 1e-30);
};

describe('for any two-compartment person and any doses', () => {
  it('the level after several doses is the sum of the levels after each', () =>
    fc.assert(
      fc.property(person, fc.array(dose, { minLength: 1, maxLength: 4 }), (row, doses) =>
        near(
          level(doses, row),
          doses.reduce((sum, one) => sum + level([one], row), 0),
        ),
      ),
      { seed: 1, numRuns: 40 },
    ));

  it('the same course begun later gives the same level later', () =>
    fc.assert(
      fc.property(person, dose, time, (row, one, later) =>
        near(level([{ ...one, at: one.at + later }], row, 60 + later), level([one], row)),
      ),
      { seed: 2, numRuns: 40 },
    ));

  it('the level is never below zero', () =>
    fc.assert(
      fc.property(person, fc.array(dose, { maxLength: 4 }), (row, doses) => {
        expect(level(doses, row)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 3, numRuns: 40 },
    ));
});

describe('for any two units', () => {
  const unit = fc
    .tuple(fc.constantFrom(...knownUnits), fc.constantFrom(...knownUnits))
    .map(([a, b]) => readUnit(`${a}/${b}`)!);
  it('there and back is where it began', () =>
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        fc.pre(sameDimension(a, b));
        expect(Math.abs(conversion(a, b) * conversion(b, a) - 1)).toBeLessThan(1e-14);
      }),
      { seed: 4, numRuns: 300, maxSkipsPerRun: 1000 },
    ));
});
