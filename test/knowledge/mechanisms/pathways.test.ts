import { describe, expect, it } from 'vitest';
import { course, last, modelOf, nightly } from './shared.ts';

const after = (nights: number, mg: number, name: string, more: { reading?: 'slow' | 'plasma'; at?: number } = {}) => {
  const { reading = 'slow', at = nights * 24 } = more;
  const { outputs } = course(modelOf({ reading }), nightly(mg, nights), [at], {
    side: 'before',
    relative: 1e-5,
    absolute: 1e-7,
  });
  return last(outputs[name]);
};

describe('pathways behind the receptors', () => {
  it('receptors rise by 40 to 90 percent in 8 days of near-complete block, as in mice, and by less at 4.5 mg', () => {
    expect(after(8, 500, 'receptors')).toBeGreaterThan(1.4);
    expect(after(8, 500, 'receptors')).toBeLessThan(1.9);
    expect(after(28, 4.5, 'receptors')).toBeGreaterThan(1.12);
    expect(after(28, 4.5, 'receptors')).toBeLessThan(1.5);
  });

  it('most of that rise is gone three weeks after the last dose', () =>
    expect(after(8, 500, 'receptors', { at: 24 * 30 })).toBeLessThan(1.1));

  it('a direct block of TLR4 at the peak of 4.5 mg is less than a hundredth of a percent', () =>
    expect(after(1, 4.5, 'tlr4', { at: 1 })).toBeLessThan(0.01));

  it('signalling rises above rest before the next dose only if the block follows the blood', () => {
    expect(after(28, 4.5, 'muSignalling', { reading: 'plasma' })).toBeGreaterThan(1);
    expect(after(28, 4.5, 'muSignalling', { reading: 'slow' })).toBeLessThan(1);
  });

  it('a block that follows the blood lets cells grow less before the next dose, a lasting one lets them grow more', () => {
    expect(after(28, 4.5, 'cellGrowth', { reading: 'plasma' })).toBeLessThan(1);
    expect(after(28, 50, 'cellGrowth', { reading: 'slow' })).toBeGreaterThan(1);
  });

  it('the block of mu raises GABA: agonists inhibit those cells, an antagonist does not', () =>
    expect(after(14, 50, 'gaba')).toBeGreaterThan(1));

  it('IL-6 falls by less than a tenth at 4.5 mg and CRP does not move in the typical person', () => {
    expect(after(28, 4.5, 'il6')).toBeGreaterThan(0.9);
    expect(after(28, 4.5, 'crp')).toBeCloseTo(2, 6);
  });
});

describe('vivid dreams', () => {
  /** Chance at 3 o'clock of the first night, dose at hour 0 = 22 o'clock, or 12 hours earlier. */
  const chance = (reading: 'slow' | 'plasma', hoursBefore: number) =>
    last(course(modelOf({ reading }), [[0, 4.5]], [hoursBefore]).outputs['dreams']);

  it('are as frequent as on placebo before the first dose: 13 percent', () =>
    expect(last(course(modelOf(), [], [5]).outputs['dreams'])).toBeCloseTo(13, 6));

  it('double in odds on 4.5 mg nightly before habit, and come back toward placebo with it', () => {
    const odds = (percent: number) => percent / (100 - percent) / (13 / 87);
    expect(odds(after(7, 4.5, 'dreams'))).toBeGreaterThan(1.3);
    expect(odds(after(7, 4.5, 'dreams'))).toBeLessThan(2.2);
    expect(after(30, 4.5, 'dreams')).toBeLessThan(after(4, 4.5, 'dreams'));
  });

  it('change little with the hour of intake if the brain holds on, and much if the block follows the blood', () => {
    expect(chance('slow', 5) - chance('slow', 17)).toBeLessThan(1);
    expect(chance('plasma', 5) - chance('plasma', 17)).toBeGreaterThan(5);
  });

  it('disturb sleep by the clock: a night dose of the same size, told to begin at noon, has its worst hour elsewhere', () => {
    const sleepAt = (hourAtStart: number) =>
      last(course(modelOf(), [[0, 4.5]], [8], { inputs: { hourAtStart } }).outputs['sleep']);
    expect(sleepAt(22)).toBeLessThan(sleepAt(10));
  });
});
