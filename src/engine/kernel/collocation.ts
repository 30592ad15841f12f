import { wholePower } from '../elementary.ts';

/**
 * Lobatto nodes on a step of length one, and the weights of an exponential collocation. For x' = g(t) - k x with g the
 * polynomial through its values at the nodes c_0 = 0 < c_1 < ... < c_n = 1,
 *
 *   x(c_j) = exp(-z c_j) x(0) + h sum_l w_jl(z) g(c_l),  z = k h,
 *   w_jl(z) = integral from 0 to c_j of exp(-z (c_j - s)) L_l(s) ds = sum_m C_jlm phi_{m+1}(-z c_j),
 *
 * where C_jlm = lambda_lm m! c_j^{m+1}, lambda_lm the coefficients of the Lagrange polynomial L_l, and phi the functions
 * of exponential integrators (Hochbruck & Ostermann, Acta Numerica 19 (2010) 209-286). With n new nodes the step is of
 * order 2n where k is all there is, and solves x' = a(t) - k x exactly for polynomials of degree n.
 */
export interface Nodes {
  /** c_0 = 0 to c_n = 1. */
  readonly c: readonly number[];
  /** lagrange[l][m]: coefficient of s^m in L_l. */
  readonly lagrange: readonly (readonly number[])[];
  /** C[j - 1][l][m] for j = 1..n. */
  readonly weights: readonly (readonly (readonly number[])[])[];
}

const INNER: Readonly<Record<number, readonly number[]>> = {
  2: [0.5],
  3: [(1 - Math.sqrt(1 / 5)) / 2, (1 + Math.sqrt(1 / 5)) / 2],
  4: [(1 - Math.sqrt(3 / 7)) / 2, 0.5, (1 + Math.sqrt(3 / 7)) / 2],
};

/** The Lobatto nodes with n new nodes in a step, n from 2 to 4. */
export function lobatto(n: number): Nodes {
  const inner = INNER[n];
  if (inner === undefined) throw new Error(`${n} nodes in a step; there are 2, 3 or 4`);
  const c = [0, ...inner, 1];
  const lagrange = c.map((_, l) => lagrangePolynomial(c, l));
  const weights = c
    .slice(1)
    .map((cj) => lagrange.map((row) => row.map((value, m) => value * factorial(m) * wholePower(cj, m + 1))));
  return { c, lagrange, weights };
}

const factorial = (m: number): number => (m < 2 ? 1 : m * factorial(m - 1));

function lagrangePolynomial(c: readonly number[], l: number): readonly number[] {
  let coefficients = [1];
  c.forEach((other, k) => {
    if (k === l) return;
    const scale = 1 / (c[l]! - other);
    const next = Array.from(
      { length: coefficients.length + 1 },
      (_, m) => scale * ((coefficients[m - 1] ?? 0) - other * (coefficients[m] ?? 0)),
    );
    coefficients = next;
  });
  return coefficients;
}

/** The distinct distances between neighbouring nodes, and for each interval which of them it is. */
export function spacings(nodes: Nodes): { readonly distinct: readonly number[]; readonly which: readonly number[] } {
  const gaps = nodes.c.slice(1).map((c, j) => c - nodes.c[j]!);
  const distinct: number[] = [];
  const which = gaps.map((gap) => {
    const known = distinct.findIndex((one) => Math.abs(one - gap) < 1e-14);
    return known >= 0 ? known : distinct.push(gap) - 1;
  });
  return { distinct, which };
}
