import { describe, expect, it } from 'vitest';
import { planCode, qrSvg } from '../../src/print/qr.ts';
import { order } from './example.ts';

// A reader of our own, from the standard (ISO/IEC 18004) and not from the library that writes the code: it takes the
// dark modules of the picture, undoes the mask, follows the zigzag and puts the blocks in order. Enough for byte mode,
// level M, versions 2 to 6; it corrects no errors, so a single wrong module fails the test.
type Modules = readonly (readonly boolean[])[];

/** Data codewords of each block at level M, by version. */
const BLOCKS_M: Readonly<Record<number, readonly number[]>> = {
  2: [28],
  3: [44],
  4: [32, 32],
  5: [43, 43],
  6: [27, 27, 27, 27],
};

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

function modulesOf(svg: string): Modules {
  const [, size] = /viewBox="0 0 (\d+) /.exec(svg) ?? [];
  const dark = new Set([...svg.matchAll(/M(\d+),(\d+)h1v1h-1z/g)].map(([, x, y]) => `${y} ${x}`));
  const border = 4;
  const side = Number(size) - 2 * border;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, column) => dark.has(`${row + border} ${column + border}`)),
  );
}

/** Finders with their format bits, timing lines and the one alignment mark of versions 2 to 6. */
function isFixed(side: number, row: number, column: number): boolean {
  const near = (at: number) => at <= 8;
  const far = (at: number) => at >= side - 8;
  if ((near(row) && near(column)) || (near(row) && far(column)) || (far(row) && near(column))) return true;
  return row === 6 || column === 6 || (Math.abs(row - (side - 7)) <= 2 && Math.abs(column - (side - 7)) <= 2);
}

function bitsOf(modules: Modules): readonly boolean[] {
  const side = modules.length;
  const format = [0, 1, 2].map((bit) => modules[8]?.[bit + 2] ?? false);
  const mask = (((format[0] ? 4 : 0) + (format[1] ? 2 : 0) + (format[2] ? 1 : 0)) ^ 0b101) & 7;
  const bits: boolean[] = [];
  let upward = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step++)
      for (const column of [right, right - 1]) {
        const row = upward ? side - 1 - step : step;
        if (!isFixed(side, row, column)) bits.push((modules[row]?.[column] ?? false) !== MASKS[mask]!(row, column));
      }
    upward = !upward;
  }
  return bits;
}

function textOf(modules: Modules): string {
  const bits = bitsOf(modules);
  const sizes = BLOCKS_M[(modules.length - 17) / 4] ?? [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const byteAt = (at: number) => bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0);
  const words = Array.from({ length: total }, (_, at) => byteAt(at));
  const inOrder = sizes.flatMap((size, block) =>
    Array.from({ length: size }, (_, at) => words[at * sizes.length + block] ?? 0),
  );
  const binary = inOrder.map((word) => word.toString(2).padStart(8, '0')).join('');
  expect(binary.slice(0, 4)).toBe('0100'); // byte mode
  const length = Number.parseInt(binary.slice(4, 12), 2);
  return Array.from({ length }, (_, at) =>
    String.fromCharCode(Number.parseInt(binary.slice(12 + at * 8, 20 + at * 8), 2)),
  ).join('');
}

describe('the square code', () => {
  it('reads as the version and the hash of the plan', () =>
    expect(textOf(modulesOf(qrSvg(planCode(order))))).toBe(`lowdose plan 2 ${order.plan}`));

  it('names neither the patient nor the drug', () => expect(planCode(order)).not.toMatch(/ada|example|naltrexone/i));
});
