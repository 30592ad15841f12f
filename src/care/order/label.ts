/** What stands on the label of one bottle, as data; another part sets it in type. */
import type { IsoDate } from '../../domain/dates.ts';

export interface LabelContent {
  /** Order and bottle: `ord-1a2b3c4d-2`; also what a pharmacy's own number is compared with. */
  readonly id: string;
  /** `Bottle 2 of 3`. */
  readonly bottle: string;
  /** `nights 8-14 (Mon 8 Mar - Sun 14 Mar)`. */
  readonly nights: string;
  readonly patient: string;
  readonly birthDate: string;
  /** `naltrexone hydrochloride`. */
  readonly drug: string;
  /** Large and alone on its line: `1.5 mg in each capsule`; a liquid has both: `1 mg in 1 mL`. */
  readonly strength: string;
  /** `capsule, immediate release`. */
  readonly form: string;
  /** `42 capsules`, `47 mL`. */
  readonly quantity: string;
  readonly route: string;
  /** One sentence for each run of nights that uses this bottle. */
  readonly directions: readonly string[];
  readonly filler: string;
  readonly storage: string;
  /** Last day of use and the limit that decided. */
  readonly beyondUse: IsoDate;
  readonly beyondUseBecause: string;
  readonly prescriber: string;
  readonly pharmacy: string;
  readonly written: IsoDate;
  readonly madeOn: IsoDate;
  readonly refills: string;
  /** `This is a compounded drug.` and where to report harm. */
  readonly compounded: string;
  /** Auxiliary warnings, the gravest first. */
  readonly warnings: readonly string[];
  /** First eight characters of the plan's hash, the same on the sheet. */
  readonly plan: string;
}
