import { describe, expect, it } from 'vitest';
import { drawParameters, normals, philox, uniforms } from '../../src/engine/random.ts';
import { cos, exp, log, pow, sin } from '../../src/engine/elementary.ts';
import { model, ONE_COMPARTMENT } from './models/textbook.ts';

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, '0')).join(' ');

describe('Philox4x32-10 gives the known answers of Random123 (kat_vectors)', () => {
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [Array(4).fill(0xffffffff), Array(2).fill(0xffffffff), '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ] as [number[], number[], string][])('%j %j', (counter, key, answer) =>
    expect(hex(philox(counter, key))).toBe(answer),
  );
});

describe('random numbers have an address', () => {
  const at = { seed: 7, stream: 1, individual: 3 };

  it('the first numbers do not depend on how many are drawn', () =>
    expect([...normals(at, 9)].slice(0, 4)).toEqual([...normals(at, 4)]));

  it('another individual, seed, stream or replicate has other numbers', () => {
    const first = (change: object) => uniforms({ ...at, ...change }, 1)[0];
    const all = [
      first({}),
      first({ seed: 8 }),
      first({ stream: 2 }),
      first({ individual: 4 }),
      first({ replicate: 1 }),
    ];
    expect(new Set(all).size).toBe(5);
  });

  it('an individual is the same in any crowd', () => {
    const one = model(ONE_COMPARTMENT);
    expect(drawParameters(one, 5, 10, 1)[0]).toEqual(drawParameters(one, 5, 0, 20)[10]);
  });

  it('40,000 normals have mean 0, variance 1 and no excess within four standard errors', () => {
    const z = normals(at, 40_000);
    const moment = (power: number) => z.reduce((sum, x) => sum + x ** power, 0) / z.length;
    const error = 4 / Math.sqrt(z.length);
    expect(Math.abs(moment(1))).toBeLessThan(error);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(error * Math.sqrt(2));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(error * Math.sqrt(96));
  });
});

describe('elementary functions', () => {
  const grid = Array.from({ length: 4001 }, (_, k) => (k - 2000) / 7);

  it('exp is within two units in the last place of the true value', () => {
    for (const x of grid) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(4.5e-16);
  });
  it('log is within two units in the last place', () => {
    for (const x of grid.filter((value) => value !== 0)) {
      const truth = Math.log(x * x);
      expect(Math.abs(log(x * x) - truth)).toBeLessThan(4.5e-16 * Math.max(Math.abs(truth), 1e-3));
    }
  });
  it('sin and cos are within 4e-16 for each half turn', () => {
    for (const x of grid) {
      const allowed = 4e-16 * (1 + Math.abs(x) / 3);
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(allowed);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(allowed);
    }
  });
  it('at the ends', () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(1000), exp(-1000)]).toEqual([1, 0, Infinity, Infinity, 0]);
    expect([log(1), log(0), log(Infinity), log(-1)]).toEqual([0, -Infinity, NaN, NaN]);
    expect([pow(0, 2.5), pow(2, 0), exp(NaN)]).toEqual([0, 1, NaN]);
  });
});
