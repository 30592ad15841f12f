import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { populationSolver } from '../../src/engine/population.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { solveCrowd } from '../../bench/engine/crowd.ts';
import { EIGHTEEN } from './models/eighteen.ts';
import { model } from './models/textbook.ts';

interface Reference {
  readonly made: string;
  readonly amounts: readonly number[];
  readonly days: readonly number[];
  readonly outputs: readonly string[];
  readonly people: readonly {
    readonly parameters: readonly number[];
    readonly outputs: readonly (readonly number[])[];
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL('../reference/engine/eighteen.json', import.meta.url), 'utf8'),
) as Reference;
const full = model(EIGHTEEN);
const events = reference.amounts.map((amount, day) => ({ kind: 'dose', at: 24 * day, amount }) as const);
const observe = reference.days.map((day) => 24 * day);
const gap = (found: ArrayLike<number>, truth: readonly number[]) =>
  Math.max(...truth.map((value, k) => Math.abs(found[k]! - value) / (Math.abs(value) + 1e-3)));

describe('against GSL rk8pd at 1e-13, on 84 nights of 18 states', () => {
  it.each([1e-5, 1e-8])('the certified kernel is within its tolerance of %d for all people', (tolerance) => {
    const { solver } = populationSolver(full, {
      events,
      observe,
      side: 'before',
      tolerance,
      mode: 'certified',
      arithmetic: 'portable',
    });
    solver!
      .solve(
        0,
        reference.people.map((one) => one.parameters),
      )
      .forEach(({ outputs, failed }, who) => {
        expect(failed).toBeUndefined();
        expect(gap(outputs, reference.people[who]!.outputs.flat())).toBeLessThan(tolerance);
      });
  });

  it('the interpreter at 1e-10 is within 1e-8 over the first fortnight', () => {
    const { parameters, outputs } = reference.people[0]!;
    const values = Object.fromEntries(full.parameters.map(({ name }, k) => [name, parameters[k]!]));
    const days = reference.days.filter((day) => day <= 14);
    const { trajectory } = simulate(full, {
      events: events.slice(0, 14),
      observe: days.map((day) => 24 * day),
      side: 'before',
      parameters: values,
      relative: 1e-10,
    });
    days.forEach((_, k) =>
      expect(
        gap(
          reference.outputs.map((name) => trajectory!.outputs[name]![k]!),
          outputs[k]!,
        ),
      ).toBeLessThan(1e-8),
    );
  });
});

describe('workers', () => {
  it('one, two and three workers give the same bytes', async () => {
    const request = { events, observe, side: 'before', tolerance: 1e-4, mode: 'fast', arithmetic: 'portable' } as const;
    const { grid, floors } = populationSolver(full, request).solver!;
    const crowd = {
      text: EIGHTEEN,
      request: { ...request, grid: grid!, floors: floors! },
      seed: 9,
      people: 50,
      chunk: 8,
      size: observe.length * full.outputs.length,
    };
    const [one, two, three] = [
      await solveCrowd(crowd, 1),
      await solveCrowd({ ...crowd, chunk: 7 }, 2),
      await solveCrowd({ ...crowd, chunk: 1 }, 3),
    ];
    expect(two.outputs).toEqual(one.outputs);
    expect(three.outputs).toEqual(one.outputs);
  });
});
