/** A titration plan that a prescriber can sign: the regimen and what makes it safe to follow. */
import type { Micrograms } from './amount.ts';
import type { Regimen, TimeOfDay } from './regimen.ts';

/** What is looked at before the next step is taken. */
export interface CheckPoint {
  /** 0-based index of the step that follows when all conditions hold. */
  readonly beforeStep: number;
  /** Each a sentence that patient and prescriber can answer with yes or no. */
  readonly conditions: readonly string[];
}

/** What to do when a step goes badly. */
export type StepBack =
  | { readonly step: number; readonly kind: 'back'; readonly toStep: number; readonly when: string }
  | { readonly step: number; readonly kind: 'stay'; readonly nights: number; readonly when: string }
  | { readonly step: number; readonly kind: 'move'; readonly to: TimeOfDay; readonly when: string }
  | { readonly step: number; readonly kind: 'pause'; readonly when: string };

/** When the trial of the treatment is over without benefit. */
export interface StopRule {
  /** Nights on the highest step before the rule speaks. */
  readonly afterNights: number;
  /** Id of the scale that decides. */
  readonly scale: string;
  /** Improvement from baseline, in whole percent, below which the treatment is stopped. */
  readonly lessThanPercent: number;
}

export interface Plan {
  /** Id of the protocol in `knowledge/protocols` it was made from; edits do not change it. */
  readonly protocol: string;
  /** 1, 2, ...; a changed plan is a new version that names the hash of the one it replaces. */
  readonly version: number;
  readonly replaces?: string;
  readonly regimen: Regimen;
  /** No step, and no later change, goes above this amount a day. */
  readonly ceilingUg: Micrograms;
  readonly checkPoints: readonly CheckPoint[];
  readonly stepBacks: readonly StepBack[];
  readonly stopRule: StopRule;
  /** Reasons given for going outside a recommended bound, by bound id. */
  readonly reasons: Readonly<Record<string, string>>;
}
