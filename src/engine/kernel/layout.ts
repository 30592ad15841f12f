/**
 * Where things stand in the memory of a kernel, in vectors of one double for each lane. First the parameters, then what
 * an individual carries through time, then working space, then the hoisted values; after these come one table for each
 * distinct step size, the doses and the outputs, whose places are pointers because their number differs from run to run.
 */
import type { Model } from '../model.ts';
import { scratchSize, type Pattern } from './exponential.ts';
import { weightsSize } from './weights.ts';
import { spacings, type Nodes } from './collocation.ts';
import type { Group } from './cascade.ts';

export interface Layout {
  readonly time: number;
  readonly states: number;
  /** Value of a - r x of each state at the beginning of the next step. */
  readonly slopes: number;
  /** For each predicted state its polynomial about the present, in powers of time. */
  readonly polynomials: ReadonlyMap<number, number>;
  readonly matrix: number;
  readonly scratch: number;
  readonly hoisted: number;
  /** Within the table of a step size. */
  readonly table: {
    readonly h: number;
    readonly inverse: number;
    /** Time between two nodes, then the matrices of these times. */
    readonly gaps: number;
    readonly matrices: number;
    readonly weights: number;
    readonly size: number;
  };
}

export function layoutOf(
  model: Model,
  pattern: Pattern,
  groups: readonly Group[],
  nodes: Nodes,
  rates: number,
): Layout {
  let next = 0;
  const take = (count: number): number => {
    next += count;
    return next - count;
  };
  const order = nodes.c.length;
  const gapCount = spacings(nodes).distinct.length;
  take(model.parameters.length);
  const time = take(1);
  const states = take(model.states.length);
  const slopes = take(model.states.length);
  const polynomials = new Map(groups.flatMap((group) => group.predicted).map((state) => [state, take(order)]));
  const matrix = take(pattern.entries.length);
  const scratch = take(scratchSize(pattern));
  const gaps = 2;
  const matrices = gaps + gapCount;
  const weights = matrices + gapCount * pattern.entries.length;
  const table = { h: 0, inverse: 1, gaps, matrices, weights, size: weights + rates * weightsSize(nodes) };
  return { time, states, slopes, polynomials, matrix, scratch, hoisted: next, table };
}
