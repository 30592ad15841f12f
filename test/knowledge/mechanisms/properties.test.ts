import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { populationSolver } from '../../../src/engine/population.ts';
import { drawParameters } from '../../../src/engine/random.ts';
import { simulate, type Request } from '../../../src/engine/simulate.ts';
import { SWITCHABLE } from '../../../src/knowledge/mechanisms/index.ts';
import { modelOf } from './shared.ts';

const bare = modelOf({ off: SWITCHABLE });
const people = drawParameters(bare, 21, 0, 50).map((row) =>
  Object.fromEntries(bare.parameters.map(({ name }, k) => [name, row[k]!])),
);

/** A person, an hour, and up to five doses of 0.1 to 100 mg in the four days before it, on whole minutes. */
const minutes = (from: number, to: number) => fc.integer({ min: from * 60, max: to * 60 }).map((one) => one / 60);
const given = fc.record({
  who: fc.nat(people.length - 1),
  doses: fc.array(fc.record({ at: minutes(0, 96), amount: fc.double({ min: 0.1, max: 100, noNaN: true }) }), {
    minLength: 1,
    maxLength: 5,
  }),
  hour: minutes(97, 200),
});
type Dose = { readonly at: number; readonly amount: number };

const end = (who: number, doses: readonly Dose[], hour: number) => {
  const events = doses.map((dose) => ({ kind: 'dose', ...dose }) as const);
  const request: Request = { events, observe: [hour], side: 'after', parameters: people[who]!, relative: 1e-9 };
  const { states, outputs } = simulate(bare, request).trajectory!;
  return (name: string) => (states[name] ?? outputs[name])![0]!;
};

const AMOUNTS = ['Gut', 'A1', 'A2', 'M6', 'Gone'];
const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6 * (Math.abs(b) + 1e-6));

describe('whoever takes whatever whenever', () => {
  it('no mole is lost or made', () =>
    fc.assert(
      fc.property(given, ({ who, doses, hour }) => {
        const state = end(who, doses, hour);
        const taken = doses.reduce((sum, { amount }) => sum + (amount * 1e6 * 0.96) / 377.86, 0);
        near(
          AMOUNTS.reduce((sum, name) => sum + state(name), 0),
          taken,
        );
      }),
      { seed: 1, numRuns: 20 },
    ));

  it('amounts in the body are the sum of what each dose alone would leave', () =>
    fc.assert(
      fc.property(given, ({ who, doses, hour }) => {
        const together = end(who, doses, hour);
        const alone = doses.map((dose) => end(who, [dose], hour));
        for (const name of [...AMOUNTS, 'Deep'])
          near(
            together(name),
            alone.reduce((sum, one) => sum + one(name), 0),
          );
      }),
      { seed: 2, numRuns: 12 },
    ));

  it('a day later is the same, a day later', () =>
    fc.assert(
      fc.property(given, ({ who, doses, hour }) => {
        const [now, later] = [
          end(who, doses, hour),
          end(who, doses.map(({ at, amount }) => ({ at: at + 24, amount })), hour + 24), // prettier-ignore
        ];
        for (const name of [...AMOUNTS, 'Deep', 'naltrexone', 'mu']) near(later(name), now(name));
      }),
      { seed: 3, numRuns: 12 },
    ));

  it('occupancy is between 0 and 100 percent, and kappa and delta are never blocked more than their factors allow', () =>
    fc.assert(
      fc.property(given, ({ who, doses, hour }) => {
        const state = end(who, doses, hour);
        const odds = (name: string) => state(name) / (100 - state(name));
        for (const name of ['mu', 'kappa', 'delta', 'ogfReceptor']) {
          expect(state(name)).toBeGreaterThanOrEqual(0);
          expect(state(name)).toBeLessThan(100);
        }
        near(odds('kappa'), odds('mu') / people[who]!['kappaFactor']!);
        near(odds('delta'), odds('mu') / people[who]!['deltaFactor']!);
      }),
      { seed: 4, numRuns: 12 },
    ));

  it('more of a dose blocks more', () =>
    fc.assert(
      fc.property(given, ({ who, doses, hour }) => {
        const more = doses.map(({ at, amount }) => ({ at, amount: amount * 1.1 }));
        expect(end(who, more, hour)('mu')).toBeGreaterThan(end(who, doses, hour)('mu'));
      }),
      { seed: 5, numRuns: 12 },
    ));
});

describe('a crowd', () => {
  const request = {
    events: [{ kind: 'dose', at: 0, amount: 4.5, every: 24, repeats: 6 }] as const,
    observe: [24, 96, 168],
    side: 'before',
    tolerance: 1e-6,
    mode: 'certified',
    arithmetic: 'portable',
  } as const;

  it('is solved by the compiled kernel as by the interpreter, with everything on (tolerance 1e-6 of the kernel)', () => {
    const model = modelOf();
    const rows = drawParameters(model, 5, 0, 4);
    const solved = populationSolver(model, request).solver!.solve(0, rows);
    for (const [k, row] of rows.entries()) {
      const parameters = Object.fromEntries(model.parameters.map(({ name }, j) => [name, row[j]!]));
      const { trajectory } = simulate(model, { ...request, parameters, relative: 1e-9 });
      model.outputs.forEach(({ name }, column) => {
        const [fast, slow] = [solved[k]!.outputs[2 * model.outputs.length + column]!, trajectory!.outputs[name]![2]!];
        expect(Math.abs(fast - slow), name).toBeLessThan(2e-5 * (Math.abs(slow) + 0.01));
      });
    }
  });

  it('four times as large has a mean that scatters half as much (60 crowds each: ratio 2 within 0.5)', () => {
    const { solver } = populationSolver(bare, { ...request, observe: [1.5], tolerance: 1e-3, mode: 'fast' });
    const column = bare.outputs.findIndex(({ name }) => name === 'mu');
    const scatter = (size: number, seed: number) => {
      const means = Array.from({ length: 60 }, (_, crowd) => {
        const solved = solver!.solve(0, drawParameters(bare, seed, crowd * size, size));
        return solved.reduce((sum, { outputs }) => sum + outputs[column]!, 0) / size;
      });
      const centre = means.reduce((sum, one) => sum + one, 0) / 60;
      return Math.sqrt(means.reduce((sum, one) => sum + (one - centre) ** 2, 0) / 60);
    };
    const ratio = scatter(16, 8) / scatter(64, 9);
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(2.5);
  });
});
