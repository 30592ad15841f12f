/**
 * One dose from 0 to 168 hours and one titration over 12 weeks, in both readings of how long a dose lasts, beside what was
 * measured in people. The same virtual people go through every dose and both readings, so that differences are those
 * of the dose and of the reading, not of the draw.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { Source } from '../../domain/source.ts';
import { indexOf } from '../../engine/model.ts';
import { assumedShare, OBSERVATIONS, type Observation } from '../../knowledge/mechanisms/index.ts';
import { PROTOCOLS } from '../../knowledge/protocols/index.ts';
import { bandsOf, kept, quantile } from './bands.ts';
import { crowdOf, peopleOf, solverOf, type Crowd } from './crowd.ts';
import { courseOfRegimen, type GivenDose } from './doses.ts';
import { namedOutput, versionsOf, type OutputBand, type Versions } from './index.ts';
import { askedOf, READINGS, type Asked, type Reading } from './request.ts';

/** A band of the crowd with the typical person's curve. */
export interface Curve extends OutputBand {
  readonly typical: readonly number[];
}

/** A dose in one reading. */
export interface DoseCurves {
  readonly reading: Reading;
  readonly doseUg: Micrograms;
  readonly curves: readonly Curve[];
}

export interface Range {
  readonly median: number;
  readonly p05: number;
  readonly p95: number;
}

/** A measurement in people, with what each reading predicts for it. */
export interface Measured {
  readonly study: string;
  readonly doseUg: Micrograms;
  readonly atH: number;
  /** Percent: of the receptors, or of the block one hour after the dose. */
  readonly value: number;
  readonly of: 'receptors' | 'first hour';
  readonly sem?: number;
  readonly people?: number;
  readonly predicted: Readonly<Record<Reading, Range>>;
  readonly source: Source;
}

export interface Titration {
  readonly protocol: string;
  readonly nights: number;
  readonly doses: readonly GivenDose[];
  /** Several hours after each dose, ascending. */
  readonly times: readonly number[];
  /** Mu receptors blocked, in each reading. */
  readonly pulses: readonly { readonly reading: Reading; readonly mu: Curve }[];
  /** Hour 0 of each night, for mood. */
  readonly nightTimes: readonly number[];
  /** With the drug, on placebo, and who is still in the trial; the same people in both arms, in the reading `brain`. */
  readonly mood: readonly Curve[];
}

/** Chance of vivid dreams, percent, asleep from 23 to 7 o'clock in the first night, for the typical person. */
export interface DreamChance {
  readonly reading: Reading;
  readonly doseUg: Micrograms;
  /** Hour of the clock at which the dose is taken. */
  readonly hour: number;
  readonly chance: number;
}

export interface Explained {
  readonly kind: 'model';
  readonly doseUg: Micrograms;
  readonly hour: number;
  readonly people: number;
  readonly seed: number;
  /** Hours after one dose. */
  readonly times: readonly number[];
  readonly plasma: readonly Curve[];
  /** Mu, kappa and delta receptors after the dose asked about. */
  readonly occupancy: readonly DoseCurves[];
  /** Mu receptors after the doses of the picture. */
  readonly byDose: readonly DoseCurves[];
  /** Mu receptors blocked 4 hours after a dose, by dose. */
  readonly atFourHours: readonly (Range & { readonly reading: Reading; readonly doseUg: Micrograms })[];
  readonly measured: readonly Measured[];
  readonly titration: Titration;
  readonly dreams: readonly DreamChance[];
  readonly method: string;
  readonly assumedShare: number;
  readonly versions: Versions;
}

export interface ExplainRequest {
  readonly doseUg: Micrograms;
  readonly hour: number;
  readonly protocol: string;
  readonly people: number;
  readonly seed: number;
}

/** The doses of the picture: usual steps, and the licensed tablet. */
export const PICTURE_DOSES_UG = [500, 1500, 3000, 4500, 50_000] as const;

/** Close together while the dose is absorbed, every half hour of the first day, every two hours to the last scan at 168 h. */
const TIMES: readonly number[] = [
  ...Array.from({ length: 16 }, (_, k) => k / 8),
  ...Array.from({ length: 16 }, (_, k) => 2 + k / 4),
  ...Array.from({ length: 36 }, (_, k) => 6 + k / 2),
  ...Array.from({ length: 73 }, (_, k) => 24 + 2 * k),
];
const RECEPTORS = ['mu', 'kappa', 'delta'] as const;
const PLASMA = ['naltrexone', 'naltrexol'] as const;
const MOOD = ['madrs', 'madrsPlacebo', 'gain', 'staying'] as const;
const DREAMS = 'dreams';
/** What every dose is a multiple of. */
const UNIT_UG = 1000;
/** Scans of the first hours are dated "less than 8 hours after the dose"; the fit takes the middle. */
const SCAN_H = 4;
const SCAN_DOSES_UG = [250, 500, 1000, 1500, 2000, 3000, 4500, 5000, 7000, 10_000, 15_000, 25_000, 50_000, 100_000];
const TITRATION_NIGHTS = 84;
/** Hours after each dose at which a pulse is drawn: its rise, its top and its fall. */
const PULSE_H = [0, 0.5, 1, 2, 4, 8, 12, 18];
const ASLEEP = { from: 23, to: 7 } as const;

/** The whole explanation. The request was checked before. */
export function explained(request: ExplainRequest): Explained {
  const lab = new Map(READINGS.map((reading) => [reading, oneDose(reading, request)]));
  const brain = lab.get('brain')!;
  const scans = new Map(READINGS.map((reading) => [reading, scanCrowds(reading, request)]));
  const { doseUg, hour, people, seed } = request;
  return {
    kind: 'model',
    doseUg,
    hour,
    people,
    seed,
    times: TIMES,
    plasma: brain.curves(doseUg, PLASMA),
    occupancy: READINGS.map((reading) => ({
      reading,
      doseUg,
      curves: lab.get(reading)!.curves(doseUg, RECEPTORS),
    })),
    byDose: PICTURE_DOSES_UG.flatMap((dose) =>
      READINGS.map((reading) => ({ reading, doseUg: dose, curves: lab.get(reading)!.curves(dose, ['mu']) })),
    ),
    atFourHours: READINGS.flatMap((reading) =>
      [...scans.get(reading)!].map(([dose, row]) => ({ reading, doseUg: dose, ...rangeOf(row) })),
    ),
    measured: OBSERVATIONS.filter(({ of }) => of === 'mu').map((one) => measuredOf(one, scans, lab)),
    titration: titrationOf(request),
    dreams: dreamsOf(lab),
    method: brain.method,
    assumedShare: kept(assumedShare(brain.asked.trial.model)),
    versions: versionsOf(brain.asked),
  };
}

/** One dose of any size in one reading. */
interface Laboratory {
  readonly asked: Asked;
  readonly method: string;
  curves(doseUg: Micrograms, ids: readonly string[]): readonly Curve[];
  /** The typical person's curve, with every digit. */
  typical(doseUg: Micrograms, id: string): readonly number[];
  /** A row of people for each time. */
  crowd(doseUg: Micrograms, id: string): readonly Float64Array[];
}

function oneDose(reading: Reading, { people, seed, hour }: ExplainRequest): Laboratory {
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
function bothOf({ trial, people, seed, columns }: Asked, solver: Solver, factor: number): Both {
  const follow = (count: number) =>
    crowdOf(solver, trial, { count, person: peopleOf(trial.model, count, seed) }, columns, {}, factor)!;
  return { crowd: follow(people), typical: follow(1) };
}

function curveOf(asked: Asked, { crowd, typical }: Both, id: string): Curve {
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
function scanCrowds(reading: Reading, { people, seed }: ExplainRequest): ReadonlyMap<Micrograms, Float64Array> {
  const doses = [{ amountUg: UNIT_UG, atH: 0 }];
  const asked = checked({ reading, people, seed, doses, times: [SCAN_H], outputs: ['mu'] });
  const solver = solverOf(asked.trial);
  return new Map(
    SCAN_DOSES_UG.map((dose) => [dose, bothOf(asked, solver, dose / UNIT_UG).crowd.values[0]![0]!] as const),
  );
}

/** @throws Error when the request is bad: a mistake of this file, the caller's part was checked */
function checked(request: Parameters<typeof askedOf>[0]): Asked {
  const { asked, problems } = askedOf(request);
  if (asked === undefined) throw new Error(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'));
  return asked;
}

function rangeOf(row: Float64Array): Range {
  const sorted = row.slice().sort();
  const at = (share: number) => kept(quantile(sorted, share));
  return { median: at(0.5), p05: at(0.05), p95: at(0.95) };
}

function measuredOf(
  { study, doseMg, atH = SCAN_H, value, sem, people, metric, source }: Observation,
  scans: ReadonlyMap<Reading, ReadonlyMap<Micrograms, Float64Array>>,
  lab: ReadonlyMap<Reading, Laboratory>,
): Measured {
  const doseUg = doseMg * UNIT_UG;
  const relative = metric === 'occupancy against 1 h';
  const predict = (reading: Reading) =>
    rangeOf(relative ? againstFirstHour(lab.get(reading)!, doseUg, atH) : scans.get(reading)!.get(doseUg)!);
  return {
    study,
    doseUg,
    atH,
    value,
    of: relative ? 'first hour' : 'receptors',
    ...(sem === undefined ? {} : { sem }),
    ...(people === undefined ? {} : { people }),
    predicted: { brain: predict('brain'), plasma: predict('plasma') },
    source,
  };
}

function againstFirstHour(lab: Laboratory, doseUg: Micrograms, atH: number): Float64Array {
  const rows = lab.crowd(doseUg, 'mu');
  const [first, then] = [rows[TIMES.indexOf(1)]!, rows[TIMES.indexOf(atH)]!];
  return then.map((value, person) => (100 * value) / first[person]!);
}

function titrationOf({ protocol, people, seed }: ExplainRequest): Titration {
  const nightTimes = Array.from({ length: TITRATION_NIGHTS + 1 }, (_, night) => 24 * night);
  const times = nightTimes.slice(0, -1).flatMap((begin) => PULSE_H.map((after) => begin + after));
  const course = longCourse(protocol);
  const curvesOf = (reading: Reading, at: readonly number[], outputs: readonly string[]) => {
    const asked = checked({ reading, people, seed, ...course, times: at, outputs });
    const both = bothOf(asked, solverOf(asked.trial), 1);
    return outputs.map((id) => curveOf(asked, both, id));
  };
  return {
    protocol,
    nights: TITRATION_NIGHTS,
    doses: course.doses,
    times,
    pulses: READINGS.map((reading) => ({ reading, mu: curvesOf(reading, times, ['mu'])[0]! })),
    nightTimes,
    mood: curvesOf('brain', nightTimes, MOOD),
  };
}

/** The protocol with its last step prolonged, where it is shorter, to the end of the picture. */
function longCourse(protocol: string): { readonly doses: readonly GivenDose[]; readonly hour: number } {
  const { steps } = PROTOCOLS.find(({ id }) => id === protocol)!;
  const missing = Math.max(0, TITRATION_NIGHTS - steps.reduce((sum, { nights }) => sum + nights, 0));
  const last = steps.at(-1)!;
  const longer = [...steps.slice(0, -1), { ...last, nights: last.nights + missing }];
  const { doses, hour } = courseOfRegimen({ steps: longer });
  return { doses: doses.filter(({ atH }) => atH < 24 * TITRATION_NIGHTS), hour };
}

/** Every third hour of the day. */
const INTAKE_HOURS = Array.from({ length: 9 }, (_, k) => 3 * k);

/** The chance depends on the hours since the dose; which of them are night depends on the hour of intake. */
function dreamsOf(lab: ReadonlyMap<Reading, Laboratory>): readonly DreamChance[] {
  return READINGS.flatMap((reading) =>
    [0, ...PICTURE_DOSES_UG].flatMap((doseUg) => {
      const chances = lab.get(reading)!.typical(doseUg, DREAMS);
      return INTAKE_HOURS.map((hour) => ({ reading, doseUg, hour, chance: kept(meanAsleep(chances, hour)) }));
    }),
  );
}

/** The mean over the half hours of sleep. */
function meanAsleep(chances: readonly number[], hour: number): number {
  const asleep = chances.filter((_, k) => {
    const after = TIMES[k]!;
    const clock = (hour + after) % 24;
    return after < 24 && Number.isInteger(2 * after) && (clock >= ASLEEP.from || clock < ASLEEP.to);
  });
  return asleep.reduce((sum, value) => sum + value, 0) / asleep.length;
}

/** The protocol of the picture of a titration, unless another is named. */
export const USUAL_PROTOCOL = 'weekly-1.5';
