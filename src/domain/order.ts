/** What a compounding pharmacy receives: bottles, fills and the words around them. */
import type { Micrograms } from './amount.ts';
import type { IsoDate } from './dates.ts';
import type { Cents } from './money.ts';
import type { FormId, TimeOfDay } from './regimen.ts';
import type { Source } from './source.ts';

/** A limit on how long a compounded product may be used; the smallest one is the beyond-use date. */
export interface BeyondUseLimit {
  readonly id: string;
  readonly says: string;
  readonly date: IsoDate;
  readonly source: Source;
}

export interface BeyondUse {
  /** Last day of use: the earliest of the limits. */
  readonly date: IsoDate;
  /** Id of the limit that decided. */
  readonly because: string;
  readonly limits: readonly BeyondUseLimit[];
}

/** How one dose is taken from the bottles: `2 capsules of 0.5 mg`. */
export interface Take {
  /** Number of the bottle on the sheet and the label. */
  readonly bottle: number;
  /** Whole capsules; or, for a liquid, whole microlitres. */
  readonly units: number;
}

/** One bottle. Capsules are counted; a liquid is measured in microlitres. */
export interface Bottle {
  /** 1, 2, ... through the whole plan; the same on label and sheet. */
  readonly number: number;
  readonly form: FormId;
  /** Micrograms in one capsule, or in one millilitre of a liquid. */
  readonly strengthUg: Micrograms;
  /** Capsules in the bottle; or microlitres. Includes the overage. */
  readonly quantity: number;
  /** Capsules (microlitres) that the plan takes from it; `quantity - used` is left over. */
  readonly used: number;
  /** First and last night on which it is used. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Last day of use of this bottle, where it is not that of its fill (a bottle that was already at home). */
  readonly beyondUse?: IsoDate;
}

/** What is taken each night of a run of nights inside one step and one fill. */
export interface Direction {
  /** 1-based order within its fill. */
  readonly sequence: number;
  /** 0-based step of the regimen. */
  readonly step: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly doses: readonly { readonly at: TimeOfDay; readonly amountUg: Micrograms; readonly takes: readonly Take[] }[];
}

/** One trip to the pharmacy; without bottles, a run of nights that the bottles at home supply. */
export interface Fill {
  /** 1, 2, ... */
  readonly number: number;
  /** Day on which it is made ready. */
  readonly on: IsoDate;
  /** First and last night it supplies. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly daysSupply: number;
  readonly bottles: readonly Bottle[];
  readonly directions: readonly Direction[];
  readonly beyondUse: BeyondUse;
  readonly costCents: Cents;
}

/** One way to supply a plan. */
export interface Supply {
  /** Bottles from an earlier fill that directions go on using: already paid, not ordered again. */
  readonly cupboard?: readonly Bottle[];
  readonly fills: readonly Fill[];
  /** Last night that is supplied. */
  readonly runOut: IsoDate;
  readonly currency: string;
  readonly costCents: Cents;
  readonly bottles: number;
  /** The largest number of units taken in one day. */
  readonly mostUnitsPerDay: number;
  /** Micrograms dispensed and not taken if the plan is followed to the end. */
  readonly leftoverUg: Micrograms;
}

export interface Prescriber {
  readonly name: string;
  /** National Provider Identifier (ten digits, Luhn-checked). */
  readonly npi?: string;
  readonly licence?: string;
  readonly phone?: string;
}

export interface Pharmacy {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
}

export interface Order {
  /** Hash of the plan that this order supplies. */
  readonly plan: string;
  readonly planVersion: number;
  /** Date the order is written. */
  readonly written: IsoDate;
  readonly patient: {
    readonly name: string;
    readonly birthDate: string;
    readonly id?: string;
    readonly address?: string;
    readonly phone?: string;
    /** Absent: not asked; empty: none known. */
    readonly allergies?: readonly string[];
  };
  readonly prescriber: Prescriber;
  readonly pharmacy?: Pharmacy;
  /** Always the salt: `naltrexone hydrochloride`. */
  readonly drug: string;
  readonly route: string;
  readonly release: string;
  readonly filler: string;
  readonly excludedFillers: readonly string[];
  readonly flavour?: string;
  readonly supply: Supply;
  /** Refills after the fills above; a titration has none, because every fill has its own number. */
  readonly refills: number;
  readonly substitution: 'not-permitted' | 'permitted';
  readonly reasonForCompounding: string;
  readonly shipTo: string;
  readonly packaging: string;
}
