/** What one resource becomes: lines that await the whole record (whose they are, what a reference means). */
import type { PartialDate } from '../domain/dates.ts';
import type { Allergy, Condition, Measurement, Medicine, Procedure } from '../domain/patient.ts';
import type { Reference } from './references.ts';

/** The list of a patient that a statement such as "no known allergies" speaks of. */
export type ListName = 'medicines' | 'allergies' | 'conditions' | 'procedures';

/** A place on a scale: the 0-based item, or the total. */
export interface ScalePlace {
  readonly scale: string;
  readonly place: number | 'total';
}

/** An answer to one place of a scale; `null` when it is there and cannot be read. */
export interface ScaleAnswer extends ScalePlace {
  readonly number: number | null;
  readonly date?: PartialDate;
  readonly from: string;
}

export type Line =
  | { readonly kind: 'medicine'; readonly value: Medicine; readonly product?: Reference }
  | { readonly kind: 'condition'; readonly value: Condition }
  | { readonly kind: 'allergy'; readonly value: Allergy }
  | { readonly kind: 'measurement'; readonly value: Measurement }
  | { readonly kind: 'procedure'; readonly value: Procedure }
  | { readonly kind: 'score-answer'; readonly value: ScaleAnswer }
  /** Asked, and there is none: `allergies` and so on. */
  | {
      readonly kind: 'none-known';
      readonly value: { readonly list: ListName; readonly from: string; readonly recorded?: PartialDate };
    };
