/**
 * Least squares after Levenberg 1944 and Marquardt 1963: minimises the sum of squared residuals by Gauss-Newton steps
 * that are shortened where the surface bends. Derivatives by central differences; no randomness, so the same start
 * gives the same answer.
 */
export interface Minimum {
  readonly at: readonly number[];
  /** Sum of squared residuals. */
  readonly cost: number;
  /** Inverse of the information matrix there. */
  readonly covariance: readonly (readonly number[])[];
  readonly iterations: number;
  /** False when the number of iterations ran out. */
  readonly settled: boolean;
}

type Residuals = (at: readonly number[]) => readonly number[];

const STEP = 1e-4;
const MOST_ITERATIONS = 200;
const SETTLED_AT = 1e-13;

export function leastSquares(residuals: Residuals, start: readonly number[]): Minimum {
  let at = start;
  let now = residuals(at);
  let damping = 1e-2;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const { information, gradient } = linearised(residuals, at, now);
    const cost = sumOfSquares(now);
    for (let better = false; !better;) {
      const damped = information.map((row, k) => row.map((value, j) => (j === k ? value * (1 + damping) : value)));
      const step = solved(
        damped,
        gradient.map((slope) => [-slope]),
      ).map((row) => row[0]!);
      const next = at.map((value, k) => value + step[k]!);
      const then = residuals(next);
      better = sumOfSquares(then) < cost;
      damping *= better ? 0.2 : 5;
      if (better) [at, now] = [next, then];
      else if (damping > 1e12) return minimum(at, cost, information, iteration, true);
    }
    if (cost - sumOfSquares(now) < SETTLED_AT * cost)
      return minimum(at, sumOfSquares(now), information, iteration, true);
  }
  return minimum(at, sumOfSquares(now), linearised(residuals, at, now).information, MOST_ITERATIONS, false);
}

const minimum = (
  at: readonly number[],
  cost: number,
  information: readonly (readonly number[])[],
  iterations: number,
  settled: boolean,
): Minimum => ({ at, cost, covariance: solved(information, identity(at.length)), iterations, settled });

export const sumOfSquares = (values: readonly number[]): number => values.reduce((sum, one) => sum + one * one, 0);

function linearised(residuals: Residuals, at: readonly number[], now: readonly number[]) {
  const slopes = at.map((_, k) => {
    const shifted = (by: number) => residuals(at.map((value, j) => (j === k ? value + by : value)));
    const [up, down] = [shifted(STEP), shifted(-STEP)];
    return now.map((__, row) => (up[row]! - down[row]!) / (2 * STEP));
  });
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, row) => sum + one * b[row]!, 0);
  return {
    information: slopes.map((a) => slopes.map((b) => product(a, b))),
    gradient: slopes.map((a) => product(a, now)),
  };
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, k) => Array.from({ length: size }, (__, j) => (j === k ? 1 : 0)));

/** Gauss elimination with the largest pivot; one column of `right` for each system. */
function solved(matrix: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, k) => [...row, ...right[k]!]);
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row, k) => (Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? k + column : best), column);
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    for (const row of rows) {
      if (row === head) continue;
      const factor = row[column]! / head[column]!;
      for (let k = column; k < row.length; k++) row[k]! -= factor * head[k]!;
    }
  }
  return rows.map((row, k) => row.slice(size).map((value) => value / row[k]!));
}
