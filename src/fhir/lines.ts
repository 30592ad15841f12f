/** What one resource becomes: lines that await the whole record (whose they are, what a reference means). */
import type { Allergy, Condition, Measurement, Medicine, Procedure } from '../domain/patient.ts';
import type { Reference } from './references.ts';
import type { ScaleAnswer } from './scores.ts';

/** The list of a patient that a statement such as "no known allergies" speaks of. */
export type ListName = 'medicines' | 'allergies' | 'conditions' | 'procedures';

export type Line =
  | { readonly kind: 'medicine'; readonly value: Medicine; readonly product?: Reference }
  | { readonly kind: 'condition'; readonly value: Condition }
  | { readonly kind: 'allergy'; readonly value: Allergy }
  | { readonly kind: 'measurement'; readonly value: Measurement }
  | { readonly kind: 'procedure'; readonly value: Procedure }
  | { readonly kind: 'score-answer'; readonly value: ScaleAnswer }
  /** Asked, and there is none: `allergies` and so on. */
  | { readonly kind: 'none-known'; readonly value: { readonly list: ListName; readonly from: string } };
