/**
 * The numbers that `node scripts/fit/run.ts` found and wrote to fitted.json, as typed data. Nobody edits that file by
 * hand; docs/model.md reports the fit.
 */
import { cite } from '../../domain/source.ts';
import fit from './fitted.json' with { type: 'json' };

export interface Fitted {
  readonly value: number;
  /** Standard error of the natural logarithm of the value. */
  readonly logSe: number;
}

export type FittedName = keyof typeof fit.parameters;

export const FITTED: Readonly<Record<FittedName, Fitted>> = fit.parameters;

/** Log of what each study's levels are above the mean study, by study and analyte. */
export const STUDY_EFFECTS: Readonly<Record<string, number>> = fit.studies;

/** The fitted value of a parameter. */
export const fitted = (name: FittedName): number => FITTED[name].value;

/** Standard error of the log level that several fitted parameters make together, combined with a spread of its own. */
export const withError = (level: keyof typeof fit.levelSe, spread: number): number =>
  Number(Math.hypot(fit.levelSe[level], spread).toPrecision(3));

/** Source of a number that was fitted here to cited observations. */
export const byFit = (what: string) => cite('lowdose-fit', what);
