/**
 * From a course of doses to curves for the typical person or a crowd. The same request gives the same bytes on every
 * machine and in any batch. Up to about a thousand people it answers at once; a larger crowd reports its progress and
 * can be cancelled.
 */
import { hashOf } from '../../domain/hash.ts';
import type { Micrograms } from '../../domain/amount.ts';
import { error, warning, type Problem } from '../../domain/problem.ts';
import type { Named } from '../../engine/model.ts';
import { assumedShare, modelText } from '../../knowledge/mechanisms/index.ts';
import { KNOWLEDGE_HASH, PRODUCT } from '../version.ts';
import { bandsOf, kept, type Band } from './bands.ts';
import { crowdOf, peopleOf, solverOf, type Crowd, type Running } from './crowd.ts';
import { askedOf, type Asked, type Liver, type Reading, type SimulationRequest } from './request.ts';

export type { Band } from './bands.ts';
export type { Running } from './crowd.ts';
export { amountProblems, HOUR_OF, type GivenDose } from './doses.ts';
export { DEFAULTS, LIVERS, READINGS, type Liver, type Reading, type SimulationRequest } from './request.ts';

/** One quantity over time. With one person every band is that person's curve. */
export interface OutputBand extends Band {
  readonly id: string;
  readonly label: string;
  /** `%`, `ng/mL`, or `1` for a plain number. */
  readonly unit: string;
}

/** What made the numbers. */
export interface Versions {
  readonly product: string;
  /** Hash of the text of the model, with every number in it. */
  readonly model: string;
  readonly knowledge: string;
}

export interface Simulation {
  readonly kind: 'model';
  readonly reading: Reading;
  /** Ids of the mechanisms that were switched off. */
  readonly off: readonly string[];
  readonly liver: Liver;
  /** Hour of the clock at time 0. */
  readonly hour: number;
  readonly doses: readonly { readonly amountUg: Micrograms; readonly atH: number }[];
  /** Hours after the beginning. */
  readonly times: readonly number[];
  readonly outputs: readonly OutputBand[];
  /** People in the bands. */
  readonly people: number;
  readonly seed: number;
  /** Which solver, in its own words. */
  readonly method: string;
  /** Share, 0 to 1, of the parameters at work that are assumed. */
  readonly assumedShare: number;
  readonly versions: Versions;
}

export interface Simulated {
  /** Absent when the request could not be used or was cancelled. */
  readonly simulation?: Simulation;
  readonly asked?: Asked;
  readonly problems: readonly Problem[];
}

/** Carries out a request; never throws for bad input. */
export function simulated(request: SimulationRequest, running: Running = {}): Simulated {
  const { asked, problems } = askedOf(request);
  if (asked === undefined) return { problems };
  const { trial, people, seed, columns } = asked;
  const solver = solverOf(trial);
  const group = { count: people, person: peopleOf(trial.model, people, seed) };
  const crowd = crowdOf(solver, trial, group, columns, running);
  if (crowd === undefined) return { asked, problems: [...problems, CANCELLED] };
  const found = [...problems, ...failureProblems(crowd, people)];
  if (crowd.failed.length === people) return { asked, problems: found };
  return { simulation: simulationOf(asked, crowd, solver.method), asked, problems: found };
}

const CANCELLED = error('people', 'cancelled', 'a simulation that runs to its end', 'Start it again.');

const failureProblems = ({ failed }: Crowd, people: number): readonly Problem[] => {
  if (failed.length === 0) return [];
  const [found, expected] = [`${failed.length} of ${people}: ${failed[0]}`, 'a finite solution for everybody'];
  return failed.length === people
    ? [error('people', found, expected, 'Report this with the input.')]
    : [warning('people', found, expected, 'They are left out of the bands.')];
};

function simulationOf(asked: Asked, crowd: Crowd, method: string): Simulation {
  const { trial, course, choice, reading, people, seed, liver, columns } = asked;
  return {
    kind: 'model',
    reading,
    off: choice.off ?? [],
    liver,
    hour: course.hour,
    doses: course.doses,
    times: trial.times,
    outputs: columns.map((column, k) => ({
      ...namedOutput(trial.model.outputs[column]!),
      ...bandsOf(crowd.values[k]!),
    })),
    people: people - crowd.failed.length,
    seed,
    method,
    assumedShare: kept(assumedShare(trial.model)),
    versions: versionsOf(asked),
  };
}

export const versionsOf = ({ choice }: Pick<Asked, 'choice'>): Versions => ({
  product: PRODUCT,
  model: hashOf(modelText(choice).map(({ text }) => text)),
  knowledge: KNOWLEDGE_HASH,
});

/** What the model calls a percentage by its label gets the sign as its unit. */
export function namedOutput({ name, label, unit }: Named): Pick<OutputBand, 'id' | 'label' | 'unit'> {
  const percent = /, percent$/;
  return percent.test(label)
    ? { id: name, label: label.replace(percent, ''), unit: '%' }
    : { id: name, label: label === '' ? name : label, unit };
}
