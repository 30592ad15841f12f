import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composedModel, SWITCHABLE } from '../../src/knowledge/mechanisms/index.ts';
import { simulate } from '../../src/engine/simulate.ts';

interface Row {
  readonly hour: number;
  readonly gone: number;
  readonly naltrexone: number;
  readonly naltrexol: number;
  readonly mu: number;
  readonly kappa: number;
  readonly delta: number;
}

const text = readFileSync(new URL('course.json', import.meta.url), 'utf8');
const { rows } = JSON.parse(text) as { rows: readonly Row[] };

describe('three nights of 4.5 mg, solved by hand-written equations in another language (course.py)', () => {
  const { trajectory } = simulate(composedModel({ off: SWITCHABLE }), {
    events: [{ kind: 'dose', at: 0, amount: 4.5, every: 24, repeats: 2 }],
    observe: rows.map(({ hour }) => hour),
    side: 'after',
    relative: 1e-11,
  });

  // Sixty-digit decimals there, a tolerance of 1e-11 a step here.
  it.each(['naltrexone', 'naltrexol', 'mu', 'kappa', 'delta'] as const)('give the same %s to nine digits', (name) =>
    rows.forEach((row, k) => expect(trajectory!.outputs[name]![k]! / row[name]).toBeCloseTo(1, 8)),
  );

  it('have lost as many moles', () =>
    rows.forEach(({ gone }, k) => expect(trajectory!.states['Gone']![k]! / gone).toBeCloseTo(1, 8)));
});
