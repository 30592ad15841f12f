/** Depression and bipolar disorder as a problem list writes them. */
import { assume, cite, type Source } from '../../domain/source.ts';
import type { ConditionPattern } from './match.ts';

/** A diagnosis that by itself names a major depressive episode. F32.4, F32.5 and F33.4 are remissions. */
export const MAJOR_DEPRESSION: ConditionPattern = {
  snomed: ['370143000', '36923009', '66344007'],
  icd10: ['F320', 'F321', 'F322', 'F323', 'F329', 'F330', 'F331', 'F332', 'F333', 'F338', 'F339'],
  words: /\bmajor depress|\bdepressive episode|\bmdd\b|\brecurrent depress/i,
  butNot: /\bbipolar\b|\bmanic\b/i,
};

/** Depression without saying which: not enough to tell a major depressive episode. */
export const ANY_DEPRESSION: ConditionPattern = {
  snomed: ['35489007', '78667006', ...(MAJOR_DEPRESSION.snomed ?? [])],
  icd10: ['F32', 'F33', 'F341', 'F412'],
  words: /\bdepress(?:ion|ive|ed)\b|\bdysthymi/i,
  butNot:
    /\bbipolar\b|\bmanic\b|\brespiratory\b|\bbone marrow\b|\bst[- ]?segment\b|\bfracture\b|\bskull\b|\bcns\b|\bimmun/i,
};

export const BIPOLAR: ConditionPattern = {
  snomed: ['13746004'],
  icd10: ['F30', 'F31'],
  words: /\bbipolar\b|\bmani[ac]\b|\bhypomani|\bmanic\b|\bcyclothymi/i,
};

/** What the codes above rest on. */
export const MOOD_SOURCES: readonly Source[] = [
  cite('synthea-records', 'SNOMED CT 370143000, "Major depression disorder"'),
  assume('the other SNOMED CT and ICD-10 codes of depression and bipolar disorder are recalled'),
];
