/** The engine on the whole model of the product. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { solveCrowd } from '../../bench/engine/crowd.ts';
import { populationSolver } from '../../src/engine/population.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { readModel, type ModelPart } from '../../src/engine/readModel.ts';
import { composedModel, modelText } from '../../src/knowledge/mechanisms/index.ts';

interface Reference {
  /** The model as it was when the reference was made. */
  readonly text: readonly ModelPart[];
  readonly amounts: readonly number[];
  readonly days: readonly number[];
  readonly people: readonly {
    readonly parameters: readonly number[];
    readonly outputs: readonly (readonly number[])[];
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL('../reference/engine/product.json', import.meta.url), 'utf8'),
) as Reference;
const events = reference.amounts.map((amount, day) => ({ kind: 'dose', at: 24 * day, amount }) as const);
const observe = reference.days.map((day) => 24 * day);

/** Errors as the solver states them: relative to the size plus a floor of that output. */
const worst = (found: Float64Array, truth: readonly number[], floors: readonly number[]) =>
  Math.max(...truth.map((value, k) => Math.abs(found[k]! - value) / (Math.abs(value) + floors[k % floors.length]!)));

describe('the whole model through twelve weeks', () => {
  it.each([1e-5, 1e-7])('is within %d of GSL rk8pd at 1e-13 for all people', (tolerance) => {
    const { solver } = populationSolver(readModel(reference.text).model!, {
      events,
      observe,
      side: 'before',
      tolerance,
      mode: 'certified',
      arithmetic: 'portable',
    });
    const solved = solver!.solve(
      0,
      reference.people.map(({ parameters }) => parameters),
    );
    solved.forEach(({ outputs, failed }, who) => {
      expect(failed).toBeUndefined();
      expect(worst(outputs, reference.people[who]!.outputs.flat(), solver!.floors!)).toBeLessThan(tolerance);
    });
  });

  it('gives the same bytes for any chunk and one, two or three workers', async () => {
    const model = composedModel();
    const request = { events, observe, side: 'before', tolerance: 1e-4, mode: 'fast', arithmetic: 'portable' } as const;
    const { solver } = populationSolver(model, request);
    const crowd = {
      text: modelText(),
      request: { ...request, grid: solver!.grid!, floors: solver!.floors! },
      seed: 9,
      people: 42,
      size: observe.length * model.outputs.length,
    };
    const whole = solver!.solve(0, drawParameters(model, 9, 0, 42)).flatMap(({ outputs }) => [...outputs]);
    for (const [workers, chunk] of [
      [1, 8],
      [2, 7],
      [3, 1],
    ] as const)
      expect([...(await solveCrowd({ ...crowd, chunk }, workers)).outputs]).toEqual(whole);
  });
});
