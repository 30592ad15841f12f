/**
 * Predictive intervals by virtual studies: each study draws what its people share, each person the rest. The interval of
 * a study's mean does not shrink to nothing with its size, and holds nine of ten studies if the spreads are right.
 */
import { populationSolver } from '../../src/engine/population.ts';
import { drawStudy } from '../../src/knowledge/mechanisms/crowd.ts';
import { composedModel, SWITCHABLE } from '../../src/knowledge/mechanisms/index.ts';
import type { Values } from './predict.ts';

export const VIRTUAL_STUDIES = 300;
const SEED = 16;

export interface Regimen {
  readonly doseMg: number;
  /** Doses, one a day; 1 when absent. */
  readonly days?: number;
  readonly inputs?: Values;
}

/** One virtual person: parameters by name, and each output at the hours asked. */
export interface Person {
  readonly values: Values;
  readonly outputs: Readonly<Record<string, readonly number[]>>;
}

export interface Interval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

const model = composedModel({ off: SWITCHABLE });

/** The people of the virtual studies under a regimen, at hours after the first dose, before a dose at that very hour. */
export function virtualStudies(
  regimen: Regimen,
  hours: readonly number[],
  people: number,
): readonly (readonly Person[])[] {
  const { doseMg, days = 1, inputs = {} } = regimen;
  const { solver } = populationSolver(model, {
    events: [{ kind: 'dose', at: 0, amount: doseMg, every: 24, repeats: days - 1 }],
    observe: hours,
    side: 'before',
    tolerance: 1e-4,
    mode: 'fast',
    arithmetic: 'portable',
    inputs,
  });
  return Array.from({ length: VIRTUAL_STUDIES }, (_, study) => {
    const drawn = drawStudy(model, SEED, study, people);
    return solver!.solve(study * people, drawn).map((solved, k) => personOf(drawn[k]!, solved.outputs, hours.length));
  });
}

function personOf(row: Float64Array, flat: Float64Array, times: number): Person {
  const count = model.outputs.length;
  const series = (column: number) => Array.from({ length: times }, (_, k) => flat[k * count + column]!);
  return {
    values: Object.fromEntries(model.parameters.map(({ name }, k) => [name, row[k]!])),
    outputs: Object.fromEntries(model.outputs.map(({ name }, column) => [name, series(column)])),
  };
}

/** The middle 90 percent. */
export function intervalOf(values: readonly number[]): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
