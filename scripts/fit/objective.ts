/**
 * How far the model is from what was measured, in standard deviations. Levels of one analyte in one study share a study
 * effect (log SD 0.42, the published fourfold range of exposure per mg), so two arms of one trial do not outvote the
 * rest; shapes (half-lives, times, clearances) vary on their own. What is fitted lives on the log or logit scale.
 */
import { FITTED, STUDY_EFFECTS, type FittedName } from '../../src/knowledge/mechanisms/fitted.ts';
import { OBSERVATIONS, type Observation } from '../../src/knowledge/mechanisms/index.ts';
import { curvesOf, predicted, type Curves, type Values } from './predict.ts';

/** A parameter on the scale on which it is fitted. */
export interface Coordinate {
  readonly name: string;
  readonly scale: 'log' | 'logit';
}

const logs = (...names: readonly string[]): Coordinate[] => names.map((name) => ({ name, scale: 'log' }));

export const PLASMA_COORDINATES: readonly Coordinate[] = [
  { name: 'escape', scale: 'logit' },
  ...logs('ka', 'CL', 'V1', 'Q', 'V2', 'CLm', 'Vm'),
];
export const BRAIN_COORDINATES: readonly Coordinate[] = logs('area50', 'conc50', 'brainHalfLife');

export const STUDY_SD = 0.42;
const SHAPE_SD = 0.25;
const INTRAVENOUS_SD = 0.35;
/** Of a level whose spread was not printed, and of one that is only recalled. */
const UNPRINTED_SD = 0.15;
const RECALLED_SD = 0.5;
/** One scan of one person: error of the method in percent, and log SD of odds between people. */
const SCAN_ERROR = 4;
const PERSON_ODDS_SD = 0.5;
/** The peak of a single dose tells absorption and central volume apart badly: 2.3 per hour, within a factor of 2.7. */
const KA_PRIOR = { value: 2.3, sd: 0.5 };
/** The published dose curve is used from 1.5 to 6 hours alike: the odds differ little between them. */
const PLATEAU_SD = 0.2;

const FITTED_ROWS = OBSERVATIONS.filter(({ use }) => use === 'fitted');
export const BLOOD_ROWS = FITTED_ROWS.filter(({ of }) => of !== 'mu');
export const SCAN_ROWS = FITTED_ROWS.filter(({ of }) => of === 'mu');

const isLevel = ({ metric }: Observation): boolean => metric === 'Cmax' || metric === 'AUC';
const studyOf = ({ study, of }: Observation): string => `${study} ${of}`;

/** The study effects, in the order in which they follow the coordinates. */
export const STUDIES: readonly string[] = [...new Set(BLOOD_ROWS.filter(isLevel).map(studyOf))];

export const toScale = ({ scale }: Coordinate, value: number): number =>
  scale === 'log' ? Math.log(value) : Math.log(value / (1 - value));
const fromScale = ({ scale }: Coordinate, at: number): number =>
  scale === 'log' ? Math.exp(at) : 1 / (1 + Math.exp(-at));

export const valuesAt = (coordinates: readonly Coordinate[], at: readonly number[]): Values =>
  Object.fromEntries(coordinates.map((one, k) => [one.name, fromScale(one, at[k]!)]));

/** Where the committed fit stands, on the scales of the fit. */
export function fittedPoint() {
  const at = (coordinates: readonly Coordinate[]) =>
    coordinates.map((one) => toScale(one, FITTED[one.name as FittedName].value));
  const plasma = at(PLASMA_COORDINATES);
  return {
    blood: [...plasma, ...STUDIES.map((name) => STUDY_EFFECTS[name]!)],
    bloodValues: valuesAt(PLASMA_COORDINATES, plasma),
    scans: at(BRAIN_COORDINATES),
  };
}

function spreadOf(row: Observation): number {
  const { metric, source, sd, value, people = 1 } = row;
  if (metric === 'clearance' || metric === 'volume') return INTRAVENOUS_SD;
  if (!isLevel(row)) return SHAPE_SD;
  if (source.kind === 'assumed') return RECALLED_SD;
  return sd === undefined ? UNPRINTED_SD : Math.max(sd / value / Math.sqrt(people), 0.05);
}

/** Residuals of the blood rows; `at` holds the coordinates and then the study effects. */
export function bloodResiduals(at: readonly number[]): readonly number[] {
  const values = valuesAt(PLASMA_COORDINATES, at);
  const effects = at.slice(PLASMA_COORDINATES.length);
  const curves = remembered(values);
  const rows = BLOOD_ROWS.map((row) => {
    const effect = isLevel(row) ? effects[STUDIES.indexOf(studyOf(row))]! : 0;
    return (Math.log(row.value / predicted(row, curves, values)) - effect) / spreadOf(row);
  });
  const absorption = Math.log(values['ka']! / KA_PRIOR.value) / KA_PRIOR.sd;
  return [...rows, ...effects.map((effect) => effect / STUDY_SD), absorption];
}

/** The study effect and the residual change without a new curve. */
let last: { readonly key: string; readonly curves: Curves } | undefined;
function remembered(values: Values): Curves {
  const key = JSON.stringify(values);
  if (last?.key !== key) last = { key, curves: curvesOf(values, 50) };
  return last.curves;
}

/** Residuals of the scans under fixed blood values. */
export const scanResiduals =
  (blood: Values) =>
  (at: readonly number[]): readonly number[] => {
    const values = { ...blood, ...valuesAt(BRAIN_COORDINATES, at) };
    const unit = curvesOf(values, 1);
    const rows = SCAN_ROWS.map((row) => scanResidual(row, atDose(unit, row.doseMg), values));
    const { mu } = unit;
    const odds = (hour: number) => oddsOf(predicted({ ...SCAN_ROWS[0]!, atH: hour }, { ...unit, mu }, values));
    return [...rows, Math.log(odds(1.5) / odds(6)) / PLATEAU_SD];
  };

const oddsOf = (percent: number): number => percent / (100 - percent);

/** Odds are linear in the dose, so one curve serves all doses. */
const atDose = (unit: Curves, doseMg: number): Curves => ({
  ...unit,
  mu: Array.from(unit.mu, (percent) => (100 * doseMg * oddsOf(percent)) / (1 + doseMg * oddsOf(percent))),
});

function scanResidual(row: Observation, curves: Curves, values: Values): number {
  const model = predicted(row, curves, values);
  const share = model / 100;
  const sd = row.sem ?? Math.hypot(SCAN_ERROR, 100 * share * (1 - share) * PERSON_ODDS_SD);
  return (row.value - model) / sd;
}
