/**
 * What the typical person's model does under the regimen that trials used: 4.5 mg every night, averaged over the last day
 * of twelve weeks. Changes are measured against it, so that "1" always means "as far as 4.5 mg nightly carries it".
 * The numbers are computed by `node scripts/fit/run.ts`, for each reading of duration.
 */
import type { Reading } from './brain.ts';
import { byFit } from './fitted.ts';
import fit from './fitted.json' with { type: 'json' };
import { parameter, type ModelParameter } from './mechanism.ts';

export const REFERENCE_REGIMEN = { amountMg: 4.5, everyH: 24, nights: 84 } as const;

/** Lets that have a reference. */
export type Referred = keyof typeof fit.reference.slow;

export const REFERRED = Object.keys(fit.reference.slow) as readonly Referred[];

/** The parameter that holds the reference of a let. */
export const referenceName = (referred: string): string => `${referred}Reference`;

/** One parameter for each reference, of one reading. */
export const referencesOf = (reading: Reading): readonly ModelParameter[] =>
  REFERRED.map((referred) =>
    parameter(
      referenceName(referred),
      fit.reference[reading][referred],
      '1',
      `${referred} of the typical person on 4.5 mg nightly`,
      byFit('reference regimen, computed'),
    ),
  );
