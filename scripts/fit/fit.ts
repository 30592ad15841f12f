/**
 * The fit: blood first, then the scans with blood as found. Several starts, so that a better valley elsewhere would be
 * seen; the starts are drawn from a counted stream and are the same for everybody.
 */
import { normals } from '../../src/engine/random.ts';
import { leastSquares, type Minimum } from './marquardt.ts';
import {
  bloodResiduals,
  BRAIN_COORDINATES,
  PLASMA_COORDINATES,
  scanResiduals,
  STUDIES,
  toScale,
  valuesAt,
  type Coordinate,
} from './objective.ts';
import { curvesOf, type Values } from './predict.ts';

export const STARTS = 6;
const START_SD = 0.4;
const SEED = 20261122;

/** Where the first start stands; the others are scattered around it. */
const FIRST: Values = {
  escape: 0.2,
  ka: 2.3,
  CL: 150,
  V1: 400,
  Q: 80,
  V2: 600,
  CLm: 27,
  Vm: 390,
  area50: 12,
  conc50: 8,
  brainHalfLife: 28,
};

export interface Fit {
  readonly blood: Minimum;
  readonly scans: Minimum;
  readonly values: Values;
  /** Standard error of each value's logarithm. */
  readonly logSe: Values;
  /** Standard errors of the log levels that follow from several parameters together. */
  readonly levelSe: Values;
  /** How many starts came to within 0.1 % of the best cost: of blood, of scans. */
  readonly agreed: readonly [number, number];
}

export function fitAll(): Fit {
  const [blood, bloodAgreed] = best(bloodResiduals, PLASMA_COORDINATES, STUDIES.length);
  const bloodValues = rounded(valuesAt(PLASMA_COORDINATES, blood.at));
  const [scans, scansAgreed] = best(scanResiduals(bloodValues), BRAIN_COORDINATES, 0);
  const values = { ...bloodValues, ...rounded(valuesAt(BRAIN_COORDINATES, scans.at)) };
  return {
    blood,
    scans,
    values,
    logSe: { ...errorsOf(PLASMA_COORDINATES, blood, values), ...errorsOf(BRAIN_COORDINATES, scans, values) },
    levelSe: levelErrors(blood, scans, values),
    agreed: [bloodAgreed, scansAgreed],
  };
}

/** To the four digits that are kept. */
const rounded = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(4))]));

function best(
  residuals: (at: readonly number[]) => readonly number[],
  coordinates: readonly Coordinate[],
  effects: number,
): readonly [Minimum, number] {
  const found = Array.from({ length: STARTS }, (_, start) => {
    const shifts = normals({ seed: SEED, stream: coordinates.length, individual: start }, coordinates.length);
    const at = coordinates.map((one, k) => toScale(one, FIRST[one.name]!) + (start === 0 ? 0 : START_SD * shifts[k]!));
    return leastSquares(residuals, [...at, ...Array.from({ length: effects }, () => 0)]);
  });
  const winner = found.reduce((a, b) => (b.cost < a.cost ? b : a));
  return [winner, found.filter(({ cost }) => cost < winner.cost * 1.001).length];
}

/** On the logit scale a small step changes the log of the value by one minus the value. */
const logSlope = ({ name, scale }: Coordinate, values: Values): number => (scale === 'log' ? 1 : 1 - values[name]!);

const errorsOf = (coordinates: readonly Coordinate[], { covariance }: Minimum, values: Values): Values =>
  Object.fromEntries(coordinates.map((one, k) => [one.name, Math.sqrt(covariance[k]![k]!) * logSlope(one, values)]));

/** Standard error of a log quantity, from its slopes along the coordinates. */
function errorAlong({ covariance }: Minimum, slopes: readonly number[]): number {
  const variance = slopes.reduce(
    (sum, a, k) => sum + slopes.reduce((inner, b, j) => inner + a * b * covariance[k]![j]!, 0),
    0,
  );
  return Math.sqrt(variance);
}

function levelErrors(blood: Minimum, scans: Minimum, values: Values): Values {
  const along = (wanted: Values) => PLASMA_COORDINATES.map((one) => (wanted[one.name] ?? 0) * logSlope(one, values));
  const logOdds = (shifted: Values) => {
    const percent = curvesOf(shifted, 1).mu[TIMES_AT_4]!;
    return Math.log(percent / (100 - percent));
  };
  const step = 1e-3;
  const slopes = BRAIN_COORDINATES.map(({ name }) => {
    const by = (factor: number) => logOdds({ ...values, [name]: values[name]! * factor });
    return (by(Math.exp(step)) - by(Math.exp(-step))) / (2 * step);
  });
  return {
    naltrexone: errorAlong(blood, along({ escape: 1, CL: -1 })),
    naltrexol: errorAlong(blood, along({ CLm: -1 })),
    odds: errorAlong(scans, slopes),
  };
}

/** Position of hour 4 in the times of the curves. */
const TIMES_AT_4 = 32;
