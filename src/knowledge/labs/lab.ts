/** What is known of one laboratory value: its codes, its names, its units and how they convert. */
import { assume, cite, type Source } from '../../domain/source.ts';

export interface LabCode {
  readonly loinc: string;
  /** Cited when the code was seen in a published source; assumed when it is recalled. */
  readonly source: Source;
}

export interface LabUnit {
  /** As UCUM or a laboratory writes it. Compared without case, brackets and Greek letters. */
  readonly unit: string;
  /** A value in this unit times `times` is the value in the lab's own unit. */
  readonly times: number;
  /** Present when the factor is not a plain power of ten: what it rests on. */
  readonly source?: Source;
}

export interface LabBand {
  /** Lowest value of the band, in the lab's own unit. The band ends where the next begins. */
  readonly from: number;
  readonly says: string;
  readonly source: Source;
}

export interface Lab {
  readonly id: LabId;
  readonly name: string;
  readonly codes: readonly LabCode[];
  /** The unit that readings are given in. Empty for a test that answers with a word. */
  readonly unit: string;
  readonly units: readonly LabUnit[];
  /** Names by which a line without a known code is recognised. */
  readonly names: RegExp;
  /** Names that beside the right code raise no doubt although they are not enough alone. */
  readonly shortNames?: RegExp;
  /** From the lowest value upward; absent when no cut-off is part of the product. */
  readonly bands?: readonly LabBand[];
}

export type LabId =
  | 'hs-crp'
  | 'crp'
  | 'il-6'
  | 'tnf-alpha'
  | 'esr'
  | 'alt'
  | 'ast'
  | 'bilirubin'
  | 'alp'
  | 'ggt'
  | 'tsh'
  | 'creatinine'
  | 'hcg';

const VERIFIED = cite('fhir-repositories', 'LOINC codes of hs-CRP, CRP, IL-6, ESR, PHQ-9 and GAD-7');
const IN_RECORDS = cite('synthea-records', 'Observation.code with its display');
const RECALLED = assume('LOINC code recalled from LOINC; not checked against its release');

/** A code that was seen in a public table. */
export const verified = (loinc: string): LabCode => ({ loinc, source: VERIFIED });

/** A code that stands beside the right name in the synthetic records. */
export const seenInRecords = (loinc: string): LabCode => ({ loinc, source: IN_RECORDS });

/** A code that is recalled. */
export const recalled = (loinc: string): LabCode => ({ loinc, source: RECALLED });
