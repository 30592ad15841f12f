/** The shape of an explanation: curves of one dose and of one titration in both readings, beside what was measured. */
import type { Micrograms } from '../../domain/amount.ts';
import type { Source } from '../../domain/source.ts';
import type { GivenDose } from './doses.ts';
import type { OutputBand, Versions } from './index.ts';
import type { Reading } from './request.ts';

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
