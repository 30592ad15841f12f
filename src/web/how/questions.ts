/** What the page asks of the worker that holds the crowd, and what comes back. Amounts are mg of the hydrochloride. */
import type { Reading } from '../../knowledge/mechanisms/index.ts';

/** People in the crowd; they are drawn once, and only what they take changes. */
export const PEOPLE = 1000;
/** The seed from which everybody is drawn. */
export const SEED = 1;
/** Hours that the curves show after the last dose. */
export const SHOWN_H = 72;
/** The hour after a dose at which scans "within 8 hours" are taken to stand, as in the observations. */
export const SCAN_H = 4;
/** Nights of the fans of mood. */
export const TRIAL_NIGHTS = 84;

/** Receptors and levels over the hours after the last of some nightly doses. */
export interface HoursQuestion {
  readonly kind: 'hours';
  readonly doseMg: number;
  readonly nights: number;
  /** Hour of the clock at which each dose is taken. */
  readonly hour: number;
  readonly reading: Reading;
  /** Ids of the mechanisms that are switched off. */
  readonly off: readonly string[];
  /** 1 is the typical person. */
  readonly people: number;
}

/** Depression scores over twelve weeks of nightly doses, with the drug and on placebo. */
export interface MoodQuestion {
  readonly kind: 'mood';
  readonly doseMg: number;
  readonly reading: Reading;
  readonly off: readonly string[];
  /** 1 is the typical person. */
  readonly people: number;
}

/** Mu receptors blocked 4 hours after one dose, over all doses of the page. */
export interface DosesQuestion {
  readonly kind: 'doses';
  readonly reading: Reading;
}

/** Mu receptors after 50 mg, each hour against the first, for a week, in both readings. */
export interface WeekQuestion {
  readonly kind: 'week';
}

export type Question = HoursQuestion | MoodQuestion | DosesQuestion | WeekQuestion;

/** Quantiles of the crowd, one value for each point of the horizontal axis. */
export interface Bands {
  readonly p05: Float64Array;
  readonly p25: Float64Array;
  readonly median: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

/** Curves by name over one horizontal axis. */
export interface Curves {
  readonly at: Float64Array;
  readonly bands: Readonly<Record<string, Bands>>;
  /** People in the bands. */
  readonly people: number;
  /** People left out because they could not be solved. */
  readonly failed: number;
  /** Which solver, in its own words. */
  readonly method: string;
  /** True where no WebAssembly runs and the slow reference had to solve a small crowd. */
  readonly isFallback: boolean;
  /** Share, 0 to 1, of the parameters behind the curves that are assumed. */
  readonly assumedShare: number;
}

export interface MoodCurves extends Curves {
  /** Share, 0 to 1, of the people for whom the drug adds nothing or takes something away at the end. */
  readonly noGain: number;
}

export interface AnswerTo {
  readonly hours: Curves;
  readonly mood: MoodCurves;
  readonly doses: Curves;
  readonly week: Readonly<Record<Reading, Curves>>;
}

export type Answer = AnswerTo[Question['kind']];

/** The answer to a question, or the sentence that says why there is none. */
export type Reply = { readonly answer: Answer } | { readonly failure: string };
