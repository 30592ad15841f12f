import type { IsoDate } from '../../domain/dates.ts';
import type { Micrograms } from '../../domain/amount.ts';
import type { BeyondUse, Supply } from '../../domain/order.ts';
import type { Problem } from '../../domain/problem.ts';
import type { FormId } from '../../domain/regimen.ts';
import type { Reason } from '../../domain/result.ts';
import type { Storage } from '../../knowledge/forms/index.ts';
import type { PriceTable } from '../../knowledge/prices/index.ts';

/** What is made as small as possible first; the other two break ties. */
export type Objective = 'bottles' | 'capsules' | 'cost';

export const OBJECTIVES: readonly Objective[] = ['bottles', 'capsules', 'cost'];

/** A bottle that is already at home. */
export interface InHand {
  /** Its number on the label; new bottles are numbered after the highest. */
  readonly number: number;
  readonly form: FormId;
  readonly strengthUg: Micrograms;
  /** Units left: capsules, or microlitres. */
  readonly left: number;
  /** Last day of use on its label. */
  readonly beyondUse: IsoDate;
}

export interface SupplyOptions {
  /** Default `bottles`. */
  readonly objective?: Objective;
  /** The date it is: no fill is made before it. Absent: fills are dated from the plan alone. */
  readonly today?: IsoDate;
  /** Days from making a fill to its first night; default 3. */
  readonly leadDays?: number;
  /** The most nights in one fill; default 30. */
  readonly maxDaysPerFill?: number;
  /** Capsule strengths the pharmacy offers, in micrograms; default: those of the form. */
  readonly strengthsUg?: readonly Micrograms[];
  /** The most capsules in one dose; default: that of the form. */
  readonly maxUnitsPerDose?: number;
  /** Extra units in percent of what is taken; default: that of each form. */
  readonly overagePercent?: number;
  /** Default: the assumed price model. */
  readonly prices?: PriceTable;
  /** Earliest expiry of a component of the batch from which the first fill is made. */
  readonly componentExpiry?: IsoDate;
  /** How liquids are kept; default: the form's usual storage. */
  readonly storage?: Storage;
  /** What is left at home; used first, and only for doses that it can make wholly. */
  readonly inHand?: readonly InHand[];
}

/** One way to supply the plan, beside the others. */
export interface Choice {
  readonly objective: Objective;
  readonly supply: Supply;
  /** Distinct capsule (liquid) strengths that it orders, smallest first. */
  readonly strengths: readonly Micrograms[];
  /** Capsules (microlitres) taken over the whole plan. */
  readonly units: number;
}

export interface SupplyAnswer {
  /** Absent when a problem of severity `error` stands in the way. */
  readonly chosen?: Supply;
  /** The three objectives side by side; empty when nothing can be supplied. */
  readonly choices: readonly Choice[];
  readonly because: readonly Reason[];
  readonly problems: readonly Problem[];
}

/** Options with every default filled in. */
export interface Settings extends Omit<SupplyOptions, 'objective'> {
  readonly leadDays: number;
  readonly maxDaysPerFill: number;
  readonly prices: PriceTable;
  readonly inHand: readonly InHand[];
}

/** Assumed: a pharmacy needs about three days from order to door. */
export const LEAD_DAYS = 3;

/** Assumed: a month at a time, the span in which prices are quoted. */
export const MAX_DAYS_PER_FILL = 30;

/** A run of nights that one fill supplies, and what is known of its batch. */
export interface Span {
  /** Nights counted from the first night of the plan, which is 0. */
  readonly first: number;
  readonly last: number;
  readonly on: IsoDate;
  readonly beyondUse: BeyondUse;
}
