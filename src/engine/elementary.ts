/**
 * exp, log and pow with a stated sequence of operations. The language standard leaves the last bits of Math.exp and
 * Math.log to each machine; a result that must be the same bytes everywhere may not use them. The compiled kernels emit
 * exactly this sequence. Errors are below 1.5 units in the last place of the result.
 *
 * exp: x = n ln 2 + r with |r| <= ln 2 / 2, Taylor series of degree 13 in r, times 2^n.
 * log: x = 2^e m with m in [sqrt(1/2), sqrt 2), s = (m-1)/(m+1), log m = 2 atanh s by the minimax coefficients of
 * fdlibm's e_log.c (Sun Microsystems, 1993), in the arrangement of that file.
 */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;
/** Arguments are brought into this range: at its ends the power of two is infinite and zero. */
export const EXP_HIGH = 709.8;
export const EXP_LOW = -709.1;
/** 1/k! for k = 0..13. */
export const EXP_TAYLOR: readonly number[] = Array.from({ length: 14 }, (_, k) => {
  let factorial = 1;
  for (let j = 2; j <= k; j++) factorial *= j;
  return 1 / factorial;
});
export const LOG_SERIES: readonly number[] = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
];
export const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** High words of sqrt(1/2) and of its distance from 1: they split a number into 2^e and m in [sqrt(1/2), sqrt 2). */
export const SQRT_HALF_HIGH = 0x3fe6a09e;
export const TO_ONE_HIGH = 0x3ff00000 - SQRT_HALF_HIGH;

const twin = new Float64Array(1);
const bits = new Int32Array(twin.buffer);

/** 2^n for an integer n from -1022 to 1023; zero at -1023, infinite at 1024. */
export function powerOfTwo(n: number): number {
  bits[0] = 0;
  bits[1] = (n + 1023) << 20;
  return twin[0]!;
}

/** Rounds to the nearest integer, halves to even, as processors do. */
export function nearest(x: number): number {
  const shifted = x + 6755399441055744;
  return Math.abs(x) < 4503599627370496 ? shifted - 6755399441055744 : x;
}

export function exp(x: number): number {
  const above = x < EXP_LOW ? EXP_LOW : x;
  const inside = EXP_HIGH < above ? EXP_HIGH : above;
  const n = nearest(inside * Math.LOG2E);
  const r = inside - n * LN2_HIGH - n * LN2_LOW;
  let sum = EXP_TAYLOR[13]!;
  for (let k = 12; k >= 0; k--) sum = sum * r + EXP_TAYLOR[k]!;
  return sum * powerOfTwo(n);
}

/** Natural logarithm; minus infinity at zero and at subnormal numbers, not a number below zero and at infinity. */
export function log(x: number): number {
  if (x !== x || x < 0 || x === Infinity) return NaN;
  if (x < SMALLEST_NORMAL) return -Infinity;
  twin[0] = x;
  const high = bits[1]! + TO_ONE_HIGH;
  bits[1] = (high & 0xfffff) + SQRT_HALF_HIGH;
  return logOfMantissa(twin[0], (high >> 20) - 1023);
}

function logOfMantissa(m: number, e: number): number {
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let series = LOG_SERIES[6]!;
  for (let k = 5; k >= 0; k--) series = series * z + LOG_SERIES[k]!;
  const rest = series * z;
  const halfSquare = 0.5 * f * f;
  return e * LN2_HIGH - (halfSquare - (s * (halfSquare + rest) + e * LN2_LOW) - f);
}

/** A whole power by repeated multiplication; the language leaves the last bits of `**` to each machine too. */
export function wholePower(base: number, exponent: number): number {
  let product = 1;
  for (let k = 0; k < Math.abs(exponent); k++) product *= base;
  return exponent < 0 ? 1 / product : product;
}

/** A power with a positive base, as exp(exponent * log(base)); zero to a positive power is zero. */
export const pow = (base: number, exponent: number): number => exp(exponent * log(base));

/** What the double nearest to pi lacks of pi. */
export const PI_LOW = 1.2246467991473532e-16;
/** Odd Taylor coefficients of sin up to r^21, for |r| <= pi / 2. */
export const SIN_TAYLOR: readonly number[] = Array.from({ length: 11 }, (_, k) => {
  let factorial = 1;
  for (let j = 2; j <= 2 * k + 1; j++) factorial *= j;
  return (k % 2 === 0 ? 1 : -1) / factorial;
});

function sinOfReduced(r: number, turns: number): number {
  const z = r * r;
  let sum = SIN_TAYLOR[10]!;
  for (let k = 9; k >= 0; k--) sum = sum * z + SIN_TAYLOR[k]!;
  const odd = turns - 2 * Math.floor(turns * 0.5);
  return (1 - 2 * odd) * (sum * r);
}

/** Sine; absolute error below 4e-16 times the number of half turns in the argument. */
export function sin(x: number): number {
  const n = nearest(x / Math.PI);
  return sinOfReduced(x - n * Math.PI - n * PI_LOW, n);
}

/** Cosine; error as for the sine. */
export function cos(x: number): number {
  const n = nearest(x / Math.PI - 0.5) + 0.5;
  return sinOfReduced(x - n * Math.PI - n * PI_LOW, n + 0.5);
}
