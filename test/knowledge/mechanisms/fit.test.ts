import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bloodResiduals,
  BRAIN_COORDINATES,
  fittedPoint,
  PLASMA_COORDINATES,
  scanResiduals,
  STUDIES,
} from '../../../scripts/fit/objective.ts';
import { mechanismTable, parameterTable, studyTable } from '../../../scripts/fit/tables.ts';
import { leastSquares, sumOfSquares } from '../../../scripts/fit/marquardt.ts';

const { blood, bloodValues, scans: scansAt } = fittedPoint();
const scans = scanResiduals(bloodValues);

/** 3 percent up and down: a committed value is rounded to four digits, which moves the cost by less than 1e-5 of itself. */
const STEP = 0.03;
const moved = (at: readonly number[], k: number, by: number) => at.map((value, j) => (j === k ? value + by : value));

describe('the committed fit', () => {
  it.each([...PLASMA_COORDINATES.map(({ name }) => name), ...STUDIES].map((name, k) => ({ name, k })))(
    'blood: moving $name either way makes it worse',
    ({ k }) => {
      const cost = sumOfSquares(bloodResiduals(blood));
      for (const by of [STEP, -STEP]) expect(sumOfSquares(bloodResiduals(moved(blood, k, by)))).toBeGreaterThan(cost);
    },
  );

  it.each(BRAIN_COORDINATES.map(({ name }, k) => ({ name, k })))(
    'scans: moving $name either way makes it worse',
    ({ k }) => {
      const cost = sumOfSquares(scans(scansAt));
      for (const by of [STEP, -STEP]) expect(sumOfSquares(scans(moved(scansAt, k, by)))).toBeGreaterThan(cost);
    },
  );

  it('of the scans is found again from another start, to the digits that are kept', () => {
    const found = leastSquares(scans, [Math.log(20), Math.log(4), Math.log(15)]);
    found.at.forEach((value, k) => expect(value).toBeCloseTo(scansAt[k]!, 3));
  });

  it('leaves no row of blood or scans further than 2.5 standard deviations from the model', () => {
    const worst = [...bloodResiduals(blood), ...scans(scansAt)].map(Math.abs);
    expect(Math.max(...worst)).toBeLessThan(2.5);
  });
});

describe('docs/model.md', () => {
  const squeezed = (text: string) => text.replace(/[ \t]+|-{3,}/g, ' ').replace(/ +/g, ' ');
  const page = squeezed(readFileSync(new URL('../../../docs/model.md', import.meta.url), 'utf8'));

  it.each([
    ['parameters', parameterTable],
    ['levels of the studies', studyTable],
    ['mechanisms', mechanismTable],
  ])('shows the committed %s (else run node scripts/fit/report.ts)', (_, made) => {
    for (const line of made()
      .split('\n')
      .filter((row) => !row.includes('---')))
      expect(page).toContain(squeezed(line));
  });
});

describe('least squares', () => {
  it('find the minimum of Rosenbrock’s valley', () => {
    const { at, settled } = leastSquares(([x, y]) => [1 - x!, 10 * (y! - x! ** 2)], [-1.2, 1]);
    expect(at[0]).toBeCloseTo(1, 5);
    expect(at[1]).toBeCloseTo(1, 5);
    expect(settled).toBe(true);
  });

  it('give the covariance of a straight line as the textbook does', () => {
    const x = [0, 1, 2, 3];
    const { covariance } = leastSquares(([a, b]) => x.map((one) => a! + b! * one - (2 + one)), [0, 0]);
    expect(covariance[0]![0]).toBeCloseTo(0.7, 6); // sum x^2 / (n Sxx) = 14/20
    expect(covariance[1]![1]).toBeCloseTo(0.2, 6); // 1 / Sxx
  });
});
