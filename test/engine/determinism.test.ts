import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/engine/grid.ts';
import { populationSolver } from '../../src/engine/population.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { EIGHTEEN } from './models/eighteen.ts';
import { model } from './models/textbook.ts';

const engine = fileURLToPath(new URL('../../src/engine/', import.meta.url));
const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const code = (name: string) =>
  readFileSync(engine + name, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');

/** FNV-1a over the 64-bit words of the outputs. */
function checksum(rows: readonly Float64Array[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const row of rows)
    for (const word of new BigUint64Array(row.buffer, row.byteOffset, row.length))
      hash = ((hash ^ word) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16);
}

describe('the same bytes on every machine', () => {
  // Math.exp, Math.pow and ** differ in the last bit between versions of V8: Node 20 and Node 24 disagreed here once.
  it('the engine uses no function that the language leaves to the machine', () => {
    const loose = sources.filter((name) =>
      /\*\*|\bMath\.(?:pow|exp|expm1|log|log1p|log2|log10|sin|cos|tan|cbrt|hypot|atan|tanh)\b/.test(code(name)),
    );
    expect(loose).toEqual([]);
  });

  // Computed under Node 20.20, Node 24.21 and Chromium; it changes when the method or the test model does.
  it('eight people through a fortnight have the known checksum', () => {
    const full = model(EIGHTEEN);
    const days = Array.from({ length: 14 }, (_, day) => day);
    const { solver } = populationSolver(full, {
      events: days.map((day) => ({ kind: 'dose', at: 24 * day, amount: 1 + (day % 4) })),
      observe: days.map((day) => 24 * (day + 1)),
      side: 'before',
      tolerance: 1e-5,
      mode: 'fast',
      arithmetic: 'portable',
      grid: gridOf(24, [1, 2, 8], 2),
    });
    expect(checksum(solver!.solve(1, drawParameters(full, 3, 0, 8)).map((one) => one.outputs))).toBe(
      '8d04247e3e9c80dd',
    );
  });
});
