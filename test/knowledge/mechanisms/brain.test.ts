import { describe, expect, it } from 'vitest';
import { READING_SENTENCES } from '../../../src/knowledge/mechanisms/index.ts';
import { course, last, modelOf, nightly } from './shared.ts';

const mu = (reading: 'slow' | 'plasma', mg: number, hours: readonly number[]) =>
  course(modelOf({ reading }), [[0, mg]], hours).outputs['mu']!;

describe('receptors blocked after one dose', () => {
  // Dose, and the 95 % interval of the refit of the PET scans of Rabiner 2011 (ED50 3.9 to 7.9 mg).
  it.each([
    [0.5, 6, 12],
    [1, 12, 22],
    [1.5, 17, 29],
    [2, 21, 35],
    [3, 29, 45],
    [4.5, 37, 55],
    [6, 44, 62],
    [12.5, 62, 77],
    [25, 77, 87],
    [50, 87, 93],
    [100, 93, 97],
  ])('%d mg block %d to %d percent of mu from the first to the second hour', (mg, low, high) => {
    for (const percent of mu('slow', mg, [1, 1.5, 2])) {
      expect(percent).toBeGreaterThanOrEqual(low);
      expect(percent).toBeLessThanOrEqual(high);
    }
  });

  it('4.5 mg block about 29 percent of kappa and 1 percent of delta', () => {
    const { outputs } = course(modelOf(), [[0, 4.5]], [1.5]);
    expect(outputs['kappa']![0]).toBeGreaterThan(25);
    expect(outputs['kappa']![0]).toBeLessThan(33);
    expect(outputs['delta']![0]).toBeLessThan(1.5);
  });

  // Lee 1988: percent of the block at one hour, standard error of the mean; two of them allowed.
  const LEE = [
    [48, 91, 6.4],
    [72, 80, 6.3],
    [120, 46, 7.4],
    [168, 30, 13.8],
  ] as const;

  it.each(LEE)(
    '%d hours after 50 mg it is within two standard errors of the %d percent that PET saw',
    (at, seen, error) => {
      const [first, then] = mu('slow', 50, [1, at]);
      expect(Math.abs((100 * then!) / first! - seen)).toBeLessThan(2 * error);
    },
  );

  it('the reading of a few hours fails that measurement, and the page says so', () => {
    const [first, then] = mu('plasma', 50, [1, 48]);
    const [, seen, error] = LEE[0];
    expect((100 * then!) / first!).toBeCloseTo(100 / 8, -0.5);
    expect(seen - (100 * then!) / first!).toBeGreaterThan(10 * error);
    expect(READING_SENTENCES.plasma).toMatch(/about an eighth .* nine tenths\. This reading fails/);
  });

  it('the reading of a few hours also blocks too much at first: above the 55 percent that PET allows at 4.5 mg', () =>
    expect(mu('plasma', 4.5, [1])[0]).toBeGreaterThan(55));
});

describe('receptors blocked by a dose every night', () => {
  const trough = (reading: 'slow' | 'plasma') =>
    last(course(modelOf({ reading }), nightly(4.5, 14), [14 * 24], { side: 'before' }).outputs['mu']);

  it('under the slow reading 4.5 mg leave no window without the drug: more than a third stays blocked', () =>
    expect(trough('slow')).toBeGreaterThan(33));

  it('under the reading of a few hours less than a tenth is blocked before the next dose', () =>
    expect(trough('plasma')).toBeLessThan(10));
});
