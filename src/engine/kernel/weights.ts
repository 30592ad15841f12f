/**
 * The weights of the exponential collocation for one loss rate and one step size; see collocation.ts for the formula.
 * phi_n(w) for |w| < 1 from the Taylor series of the highest one and down by phi_n = w phi_{n+1} + 1/n!; otherwise from
 * phi_0 = exp(w) and up by phi_{n+1} = (phi_n - 1/n!) / w. Each direction is stable where it is used.
 */
import { Block, type Procedure, type Value } from './code.ts';
import type { Nodes } from './collocation.ts';

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const SERIES_TERMS = 18;

/** Number of vectors that `weights` writes: exp(-z c_j) for each new node, then h w_jl by rows. */
export const weightsSize = (nodes: Nodes): number => {
  const n = nodes.c.length - 1;
  return n + n * (n + 1);
};

/** The procedure `weights(rate, step, out)`: pointers to the loss rate, the step size and where the weights go. */
export function weights(nodes: Nodes): Procedure {
  const block = new Block();
  const n = nodes.c.length - 1;
  const h = block.load({ pointer: 1, slot: 0 });
  const z = block.mul(block.load({ pointer: 0, slot: 0 }), h);
  nodes.c.slice(1).forEach((c, j) => {
    const w = block.neg(block.mul(z, block.constant(c)));
    const decay = block.exp(w);
    const phi = phiFunctions(block, w, decay, n + 1);
    block.store({ pointer: 2, slot: j }, decay);
    nodes.weights[j]!.forEach((row, l) => {
      const weight = block.sum(row.map((coefficient, m) => block.mul(block.constant(coefficient), phi[m]!)));
      block.store({ pointer: 2, slot: n + j * (n + 1) + l }, block.mul(h, weight));
    });
  });
  return { name: 'weights', pointers: 3, body: [block.item] };
}

/** phi_1 to phi_count of w. */
function phiFunctions(block: Block, w: Value, decay: Value, count: number): readonly Value[] {
  const one = block.constant(1);
  const size = block.max(w, block.neg(w));
  const small = downward(block, block.pick(size, one, w, block.constant(0)), count);
  const large = upward(block, block.pick(size, one, one, w), decay, count);
  return small.map((value, k) => block.pick(size, one, value, large[k]!));
}

function downward(block: Block, w: Value, count: number): readonly Value[] {
  const series = Array.from({ length: SERIES_TERMS }, (_, k) => 1 / factorial(k + count));
  const phi = [block.polynomial(series, w)];
  for (let n = count - 1; n >= 1; n--) phi.unshift(block.add(block.mul(w, phi[0]!), block.constant(1 / factorial(n))));
  return phi;
}

function upward(block: Block, w: Value, decay: Value, count: number): readonly Value[] {
  const inverse = block.div(block.constant(1), w);
  const phi: Value[] = [decay];
  for (let n = 0; n < count; n++) phi.push(block.mul(block.sub(phi[n]!, block.constant(1 / factorial(n))), inverse));
  return phi.slice(1);
}
