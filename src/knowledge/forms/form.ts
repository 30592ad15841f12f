/**
 * What a dose form of compounded naltrexone can do: its strengths, the smallest amount a person can take from it, what
 * it may and may not contain, and how long it keeps. Quantities are counted in units: a unit is one capsule, or one
 * microlitre of a liquid.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { FormId } from '../../domain/regimen.ts';
import type { Source } from '../../domain/source.ts';

export type Storage = 'room' | 'refrigerator';

/** A limit on use counted in days from the day of making. */
export interface KeepingLimit {
  readonly id: string;
  readonly says: string;
  readonly days: number;
  /** The storage it speaks of; absent when it holds for every storage. */
  readonly storage?: Storage;
  readonly source: Source;
}

export interface Filler {
  readonly name: string;
  /** Words by which a record or an order may call it, lower case. */
  readonly alsoCalled: readonly string[];
  readonly use: 'first choice' | 'possible' | 'avoid';
  readonly says: string;
  readonly source: Source;
}

export interface DoseForm {
  readonly id: FormId;
  /** As an order names it: `capsule`. */
  readonly name: string;
  /** Counted: whole units. Measured: with an oral syringe. */
  readonly kind: 'counted' | 'measured';
  readonly route: 'oral';
  readonly release: 'immediate';
  /** Micrograms in one capsule, or in one millilitre; smallest first. */
  readonly strengthsUg: readonly Micrograms[];
  /** Units that hold one strength: 1 capsule, or 1000 microlitres. */
  readonly unitsPerStrength: number;
  /** The smallest step between two doses, in units: one capsule, or one mark of the syringe in microlitres. */
  readonly incrementUnits: number;
  /** The most units in one dose. */
  readonly mostUnitsPerDose: number;
  /** Bottles hold a multiple of this many units. */
  readonly dispensedIn: number;
  /** Extra units in a bottle for what is lost, in percent of what is taken. */
  readonly overagePercent: number;
  readonly fillers: readonly Filler[];
  /** What is in it beside the filler, lower case: a liquid made from tablets brings their lactose. */
  readonly brings: readonly string[];
  /** Ways to store it, the usual one first. */
  readonly storage: readonly { readonly kind: Storage; readonly says: string }[];
  readonly keeping: readonly KeepingLimit[];
  /** What each number above rests on. */
  readonly sources: Readonly<
    Record<'strengthsUg' | 'release' | 'incrementUnits' | 'mostUnitsPerDose' | 'overagePercent' | 'storage', Source>
  >;
}
