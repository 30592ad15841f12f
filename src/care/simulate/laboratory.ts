/**
 * Doses of any size in one reading: the solver is made once and every dose is a multiple of one milligram, in the same
 * virtual people.
 */
import type { Micrograms } from '../../domain/amount.ts';
import { indexOf } from '../../engine/model.ts';
import { bandsOf, kept, quantile } from './bands.ts';
import { crowdOf, peopleOf, solverOf, type Crowd } from './crowd.ts';
import type { Curve, ExplainRequest, Range } from './explained.ts';
import { namedOutput } from './index.ts';
import { askedOf, type Asked, type Reading } from './request.ts';

/** Close together while the dose is absorbed, every half hour of the first day, every two hours to the last scan at 168 h. */
export const TIMES: readonly number[] = [
  ...Array.from({ length: 16 }, (_, k) => k / 8),
  ...Array.from({ length: 16 }, (_, k) => 2 + k / 4),
  ...Array.from({ length: 36 }, (_, k) => 6 + k / 2),
  ...Array.from({ length: 73 }, (_, k) => 24 + 2 * k),
];
/** Outputs of the model that an explanation shows. */
export const RECEPTORS = ['mu', 'kappa', 'delta'] as const;
export const PLASMA = ['naltrexone', 'naltrexol'] as const;
export const DREAMS = 'dreams';
/** What every dose is a multiple of. */
export const UNIT_UG = 1000;
/** Scans of the first hours are dated "less than 8 hours after the dose"; the fit takes the middle. */
export const SCAN_H = 4;
const SCAN_DOSES_UG = [250, 500, 1000, 1500, 2000, 3000, 4500, 5000, 7000, 10_000, 15_000, 25_000, 50_000, 100_000];

/** One dose of any size in one reading. */
export interface Laboratory {
  readonly asked: Asked;
  readonly method: string;
  curves(doseUg: Micrograms, ids: readonly string[]): readonly Curve[];
  /** The typical person's curve, with every digit. */
  typical(doseUg: Micrograms, id: string): readonly number[];
  /** A row of people for each time. */
  crowd(doseUg: Micrograms, id: string): readonly Float64Array[];
}

/** One dose in one reading; each size is solved once, when it is first asked for. */
export function oneDose(reading: Reading, { people, seed, hour }: ExplainRequest): Laboratory {
  const doses = [{ amountUg: UNIT_UG, atH: 0 }];
  const outputs = [...PLASMA, ...RECEPTORS, DREAMS];
  const asked = checked({ reading, people, seed, hour, doses, times: TIMES, outputs });
  const solver = solverOf(asked.trial);
  const made = new Map<Micrograms, Both>();
  const solved = (doseUg: Micrograms) => {
    const known = made.get(doseUg) ?? bothOf(asked, solver, doseUg / UNIT_UG);
    made.set(doseUg, known);
    return known;
  };
  return {
    asked,
    method: solver.method,
    curves: (doseUg, ids) => ids.map((id) => curveOf(asked, solved(doseUg), id)),
    typical: (doseUg, id) => solved(doseUg).typical.values[placeOf(asked, id)]!.map((row) => row[0]!),
    crowd: (doseUg, id) => solved(doseUg).crowd.values[placeOf(asked, id)]!,
  };
}

interface Both {
  readonly crowd: Crowd;
  readonly typical: Crowd;
}

/** Position of an output among those that were asked for. */
const placeOf = ({ trial, columns }: Asked, id: string): number => columns.indexOf(indexOf(trial.model.outputs, id));

type Solver = ReturnType<typeof solverOf>;

/** The crowd and the typical person. */
export function bothOf({ trial, people, seed, columns }: Asked, solver: Solver, factor: number): Both {
  const follow = (count: number) =>
    crowdOf(solver, trial, { count, person: peopleOf(trial.model, count, seed) }, columns, {}, factor)!;
  return { crowd: follow(people), typical: follow(1) };
}

/** The bands of an output with the typical person. */
export function curveOf(asked: Asked, { crowd, typical }: Both, id: string): Curve {
  const place = placeOf(asked, id);
  const { outputs } = asked.trial.model;
  return {
    ...namedOutput(outputs[indexOf(outputs, id)]!),
    // Sorting for the bands must not take a person's numbers apart from each other.
    ...bandsOf(crowd.values[place]!.map((row) => row.slice())),
    typical: typical.values[place]!.map((row) => kept(row[0]!)),
  };
}

/** Mu receptors blocked at the hour of the scans, a row of people for each dose. */
export function scanCrowds(reading: Reading, { people, seed }: ExplainRequest): ReadonlyMap<Micrograms, Float64Array> {
  const doses = [{ amountUg: UNIT_UG, atH: 0 }];
  const asked = checked({ reading, people, seed, doses, times: [SCAN_H], outputs: ['mu'] });
  const solver = solverOf(asked.trial);
  return new Map(
    SCAN_DOSES_UG.map((dose) => [dose, bothOf(asked, solver, dose / UNIT_UG).crowd.values[0]![0]!] as const),
  );
}

/** @throws Error when the request is bad: a mistake of this file, the caller's part was checked */
export function checked(request: Parameters<typeof askedOf>[0]): Asked {
  const { asked, problems } = askedOf(request);
  if (asked === undefined) throw new Error(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'));
  return asked;
}

/** The middle and the nine tenths of a row of people, which stays in its order. */
export function rangeOf(row: Float64Array): Range {
  const sorted = row.slice().sort();
  const at = (share: number) => kept(quantile(sorted, share));
  return { median: at(0.5), p05: at(0.05), p95: at(0.95) };
}
