import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/engine/grid.ts';
import { populationSolver } from '../../src/engine/population.ts';
import { withSensitivities } from '../../src/engine/sensitivities.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { EIGHTEEN } from './models/eighteen.ts';
import { model, ONE_COMPARTMENT } from './models/textbook.ts';

const widened = (text: string, names: readonly string[]) => withSensitivities(model(text), names).model!;

describe('sensitivities', () => {
  it('of a bolus in one compartment are those of its formula', () => {
    const wide = widened(ONE_COMPARTMENT, ['CL', 'V']);
    const { trajectory } = simulate(wide, {
      events: [{ kind: 'dose', at: 0, amount: 100, route: 'vein' }],
      observe: [4],
      side: 'after',
      relative: 1e-12,
    });
    // C = D/V exp(-CL t/V): CL dC/dCL = -C CL t/V, V dC/dV = C (CL t/V - 1); here CL t/V = 1/2.
    const c = (100 / 40) * Math.exp(-0.5);
    expect(trajectory!.outputs['C__CL']![0]).toBeCloseTo(-c / 2, 10);
    expect(trajectory!.outputs['C__V']![0]).toBeCloseTo(-c / 2, 10);
  });

  it('of bioavailability act at the dose', () => {
    const wide = widened(ONE_COMPARTMENT, ['F']);
    const { trajectory } = simulate(wide, {
      events: [{ kind: 'dose', at: 0, amount: 100, route: 'oral' }],
      observe: [2],
      side: 'after',
      relative: 1e-11,
    });
    expect(trajectory!.outputs['C__F']![0]).toBeCloseTo(trajectory!.outputs['C']![0]!, 9);
  });

  it('of 18 states in the kernel, drug parameters included, agree with central differences to 1e-6', () => {
    const names = ['CL', 'ke2', 'Kmu', 'kT'];
    const narrow = model(EIGHTEEN);
    const typical = narrow.parameters.map(({ value }) => value);
    const request = {
      events: [{ kind: 'dose', at: 0, amount: 4.5, every: 24, repeats: 4 }],
      observe: [120],
      side: 'before',
      tolerance: 1e-9,
      mode: 'fast',
      arithmetic: 'portable',
      grid: gridOf(24, [24, 24, 24], 1.6),
    } as const;
    const { solver } = populationSolver(widened(EIGHTEEN, names), request);
    const plain = populationSolver(narrow, request).solver!;
    const outputs = solver!.solve(1, [typical])[0]!.outputs;
    const count = narrow.outputs.length;
    names.forEach((name, direction) => {
      const shifted = (factor: number) =>
        plain.solve(1, [narrow.parameters.map((one) => one.value * (one.name === name ? factor : 1))])[0]!.outputs;
      const [up, down] = [shifted(1 + 1e-4), shifted(1 - 1e-4)];
      for (let k = 0; k < count; k++) {
        const difference = (up[k]! - down[k]!) / 2e-4;
        expect(Math.abs(outputs[count * (direction + 1) + k]! - difference)).toBeLessThan(1e-6);
      }
    });
    expect(solver!.method).toContain('12 states exact, 45 by collocation');
  });

  it('to a lag are refused', () => {
    expect(withSensitivities(model(ONE_COMPARTMENT), ['tlag']).problems[0]!.found).toContain('lag of late');
  });
});
