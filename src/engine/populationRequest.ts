/** What is asked of a population, and what comes back for each individual. */
import type { Grid } from './grid.ts';
import type { Arithmetic, Compiled } from './kernel/kernel.ts';
import type { Event } from './schedule.ts';
import type { Request } from './simulate.ts';

export interface PopulationRequest {
  /** Doses as boluses, shared by all; other events are left to the reference. */
  readonly events: readonly Event[];
  readonly observe: readonly number[];
  readonly side: 'before' | 'after';
  readonly from?: number;
  /** Largest error allowed in an output, relative to its size plus 1 % of the median size of that output. */
  readonly tolerance: number;
  readonly mode: 'fast' | 'certified';
  /** `portable` gives the same bytes on every machine; `fused` is faster where the machine can. */
  readonly arithmetic: Arithmetic;
  /** Inputs by name, the same for all and at all times. */
  readonly inputs?: Readonly<Record<string, number>>;
  /** A grid that an earlier search chose; absent: search now. */
  readonly grid?: Grid;
  /** The floors that came with that grid; absent: measured anew. */
  readonly floors?: readonly number[];
}

/** One individual's outputs, and how sure they are. */
export interface Solved {
  /** Rows of times, columns of outputs, one after the other. */
  readonly outputs: Float64Array;
  /** Difference between the two finest levels in units of the tolerance; `undefined` where there was one level. */
  readonly difference: number | undefined;
  /** How often the grid was halved. */
  readonly level: number;
  /** Set when the outputs may not be used. */
  readonly failed?: string;
}

export interface PopulationSolver {
  /** What solves, in words for a report. */
  readonly method: string;
  readonly grid: Grid | undefined;
  /** For each output the size below which an error counts as absolute. Workers are given grid and floors together. */
  readonly floors: readonly number[] | undefined;
  /** Compiled kernel, to be posted to workers; absent when the reference solves. */
  readonly compiled: Compiled | undefined;
  /**
   * Solves individuals `first`, `first + 1`, ... with these parameters (in the order of the model). `factors` multiply
   * the amount of each dose for an individual, dose by dose; absent: as in the schedule.
   */
  solve(
    first: number,
    parameters: readonly ArrayLike<number>[],
    factors?: readonly ArrayLike<number>[],
  ): readonly Solved[];
}

/** The same for the reference, without parameters. */
export const referenceRequest = ({ events, observe, side, from = 0, inputs = {} }: PopulationRequest): Request => ({
  events,
  observe,
  side,
  from,
  inputs,
});
