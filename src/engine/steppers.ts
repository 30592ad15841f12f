/**
 * Two one-step methods with an error estimate of their own.
 *
 * `explicit`: Tsitouras' Runge-Kutta pair of order 5(4), Computers & Mathematics with Applications 62 (2011) 770-775.
 * `stiff`: RODAS of order 4(3), stiffly accurate, L-stable; Hairer & Wanner, Solving Ordinary Differential Equations II
 * (1996), section IV.10, in the form of that book's code: (I/(h gamma) - J) k_i = f(t + alpha_i h, y + sum a_ij k_j) +
 * sum c_ij k_j / h + h d_i f_t.
 */
import type { Conditions, Dynamics } from './dynamics.ts';

export interface Stepper {
  readonly name: string;
  /** The step size answers an error E with E ** (-1 / order). */
  readonly order: number;
  /** Tries one step from `states`; the result goes to `next`, the error estimate to `error`. */
  step(time: number, h: number, states: Float64Array, given: Conditions, next: Float64Array, error: Float64Array): void;
}

const TSIT_TIMES = [0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1];
const TSIT_A: readonly (readonly number[])[] = [
  [],
  [0.161],
  [-0.008480655492356989, 0.335480655492357],
  [2.8971530571054935, -6.359448489975075, 4.3622954328695815],
  [5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525],
  [5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383],
  [0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774],
];
const TSIT_ERROR = [
  -0.001780011052225777,
  -0.0008164344596567469,
  0.007880878010261995,
  -0.1447110071732629,
  0.5823571654525552,
  -0.45808210592918697,
  1 / 66,
];

export function explicitStepper(dynamics: Dynamics): Stepper {
  const size = dynamics.size;
  const slopes = TSIT_A.map(() => new Float64Array(size));
  const at = new Float64Array(size);
  return {
    name: 'Tsitouras 5(4)',
    order: 5,
    step(time, h, states, given, next, error) {
      TSIT_A.forEach((row, stage) => {
        combine(at, states, row, slopes, h);
        dynamics.rates(time + TSIT_TIMES[stage]! * h, at, given, slopes[stage]!);
      });
      next.set(at);
      error.fill(0);
      combine(error, error, TSIT_ERROR, slopes, h);
    },
  };
}

/** out = start + h * sum of weights times slopes. */
function combine(
  out: Float64Array,
  start: Float64Array,
  weights: readonly number[],
  slopes: readonly Float64Array[],
  h: number,
): void {
  for (let k = 0; k < out.length; k++) {
    let sum = 0;
    for (let j = 0; j < weights.length; j++) sum += weights[j]! * slopes[j]![k]!;
    out[k] = start[k]! + h * sum;
  }
}

const GAMMA = 0.25;
const RODAS_TIMES = [0, 0.386, 0.21, 0.63, 1, 1];
const RODAS_D = [0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0];
const RODAS_LAST = [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895];
const RODAS_A: readonly (readonly number[])[] = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  RODAS_LAST,
  [...RODAS_LAST, 1],
];
const RODAS_C: readonly (readonly number[])[] = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
];

export function stiffStepper(dynamics: Dynamics): Stepper {
  const size = dynamics.size;
  const stages = RODAS_A.map(() => new Float64Array(size));
  const [at, rates, byTime] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const matrix = new Float64Array(size * size);
  const pivots = new Int32Array(size);
  return {
    name: 'RODAS 4(3)',
    order: 4,
    step(time, h, states, given, next, error) {
      dynamics.slopes(time, states, given, matrix, byTime);
      for (let k = 0; k < matrix.length; k++) matrix[k] = -matrix[k]!;
      for (let k = 0; k < size; k++) matrix[k * size + k]! += 1 / (h * GAMMA);
      factorise(matrix, pivots, size);
      RODAS_A.forEach((row, stage) => {
        combine(at, states, row, stages, 1);
        dynamics.rates(time + RODAS_TIMES[stage]! * h, at, given, rates);
        combine(stages[stage]!, rates, RODAS_C[stage]!, stages, 1 / h);
        for (let k = 0; k < size; k++) stages[stage]![k]! += h * RODAS_D[stage]! * byTime[k]!;
        solve(matrix, pivots, size, stages[stage]!);
      });
      error.set(stages[5]!);
      for (let k = 0; k < size; k++) next[k] = at[k]! + error[k]!;
    },
  };
}

/** LU factors in place, rows exchanged for the largest pivot. A singular matrix leaves non-finite numbers. */
export function factorise(matrix: Float64Array, pivots: Int32Array, size: number): void {
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[best * size + column]!)) best = row;
    pivots[column] = best;
    if (best !== column) exchangeRows(matrix, size, best, column);
    for (let row = column + 1; row < size; row++) eliminate(matrix, size, row, column);
  }
}

function exchangeRows(matrix: Float64Array, size: number, a: number, b: number): void {
  for (let k = 0; k < size; k++) {
    const kept = matrix[a * size + k]!;
    matrix[a * size + k] = matrix[b * size + k]!;
    matrix[b * size + k] = kept;
  }
}

function eliminate(matrix: Float64Array, size: number, row: number, column: number): void {
  const below = matrix[row * size + column]!;
  if (below === 0) return;
  const ratio = below / matrix[column * size + column]!;
  matrix[row * size + column] = ratio;
  for (let k = column + 1; k < size; k++) matrix[row * size + k]! -= ratio * matrix[column * size + k]!;
}

/** Solves with the factors of `factorise`; `x` comes in as the right side and leaves as the solution. */
export function solve(matrix: Float64Array, pivots: Int32Array, size: number, x: Float64Array): void {
  for (let k = 0; k < size; k++) {
    const other = pivots[k]!;
    const kept = x[k]!;
    x[k] = x[other]!;
    x[other] = kept;
  }
  for (let row = 1; row < size; row++) for (let k = 0; k < row; k++) x[row]! -= matrix[row * size + k]! * x[k]!;
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row]! -= matrix[row * size + k]! * x[k]!;
    x[row]! /= matrix[row * size + row]!;
  }
}
