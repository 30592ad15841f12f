/**
 * A person as far as the record and the answers tell. A list that is absent was not asked or not sent; an empty list
 * means "asked: none". Rules read this and never FHIR.
 */
import type { IsoDate, PartialDate } from './dates.ts';

export interface Patient {
  readonly id?: string;
  readonly name?: string;
  readonly birthDate?: PartialDate;
  readonly sex?: 'female' | 'male' | 'other';
  /** Present when the record says that the person has died; the date when it says when. */
  readonly deceased?: { readonly date?: PartialDate };
  readonly address?: string;
  readonly phone?: string;
  /** Absent: nobody asked. Empty: asked, takes nothing. */
  readonly medicines?: readonly Medicine[];
  readonly conditions?: readonly Condition[];
  readonly allergies?: readonly Allergy[];
  readonly measurements?: readonly Measurement[];
  readonly procedures?: readonly Procedure[];
  readonly scores?: readonly Score[];
  /** What was asked directly, by question id. An answer outranks what the record leaves open, never what it shows. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Parts of what was sent that could not be used: where, and what stood there. What they say is unknown. */
  readonly unread?: readonly { readonly from: string; readonly text: string }[];
  /** The latest date that anything in the record carries: how fresh it is. */
  readonly recordUntil?: PartialDate;
}

/** A code with its system, as in FHIR. */
export interface Coding {
  /** A URI, such as `http://www.nlm.nih.gov/research/umls/rxnorm`. */
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

/** The code systems that the product reads. */
export const SYSTEMS = {
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  atc: 'http://www.whocc.no/atc',
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  ucum: 'http://unitsofmeasure.org',
} as const;

/** What a line of a record is about: its codes and its text, as they came. Several codings may disagree. */
export interface Concept {
  readonly codings: readonly Coding[];
  /** The text as written by a person; absent when there is none. */
  readonly text?: string;
}

export interface Medicine {
  readonly what: Concept;
  /** Ingredients, when the record lists them beside the product. */
  readonly ingredients?: readonly Concept[];
  /** As the record says; `unknown` when it says nothing or something that is not in the standard. */
  readonly status:
    'active' | 'on-hold' | 'completed' | 'stopped' | 'planned' | 'not-taken' | 'entered-in-error' | 'unknown';
  /** Which kind of line it was: an order, what the person says they take, a supply, a dose given, an answer to us. */
  readonly kind: 'request' | 'statement' | 'dispense' | 'administration' | 'answer';
  /** When it was written or recorded. */
  readonly recorded?: PartialDate;
  /** First and last day of use, where the record says so. */
  readonly start?: PartialDate;
  readonly end?: PartialDate;
  /** The last day it is known to have been taken (administration, dispense plus supply, or an answer). */
  readonly lastTaken?: PartialDate;
  /** Days that a supply lasts. */
  readonly daysSupply?: number;
  /** Dose form, route and directions as written: they tell a patch from a tablet, a depot from a lozenge. */
  readonly form?: string;
  readonly route?: string;
  readonly directions?: string;
  /** Path in the record. */
  readonly from: string;
}

export interface Condition {
  readonly what: Concept;
  readonly status: 'active' | 'resolved' | 'unknown' | 'entered-in-error' | 'refuted';
  readonly onset?: PartialDate;
  readonly ended?: PartialDate;
  readonly recorded?: PartialDate;
  readonly from: string;
}

export interface Allergy {
  readonly what: Concept;
  readonly status: 'active' | 'resolved' | 'unknown' | 'entered-in-error' | 'refuted';
  readonly reaction?: string;
  readonly recorded?: PartialDate;
  readonly from: string;
}

/** A laboratory value or other observation. */
export interface Measurement {
  readonly what: Concept;
  /** A number with its UCUM unit, a text, or a coded word ("Positive"). Absent when the record has none. */
  readonly value?: number;
  readonly unit?: string;
  readonly word?: string;
  /** Upper limit of normal, in the same unit, when the record gives it. */
  readonly upperLimit?: number;
  readonly date?: PartialDate;
  readonly status: 'final' | 'preliminary' | 'cancelled' | 'unknown';
  readonly from: string;
}

export interface Procedure {
  readonly what: Concept;
  readonly status: 'planned' | 'in-progress' | 'completed' | 'not-done' | 'unknown' | 'entered-in-error';
  readonly date?: PartialDate;
  readonly from: string;
}

/** A rating scale filled in: items where they are known, the total where only that is. */
export interface Score {
  /** Id of a registered scale, such as `phq-9`. */
  readonly scale: string;
  readonly date?: PartialDate;
  readonly total?: number;
  /** Item answers in the scale's order; a hole is `null`. */
  readonly items?: readonly (number | null)[];
  readonly from: string;
}

/** The answer to one direct question of ours. */
export interface Answer {
  readonly value: string | number | boolean;
  /** Date the question was answered. Safety answers age: see the rule's own limit. */
  readonly on: IsoDate;
  /** Who answered: `patient`, `prescriber`, or a name. */
  readonly by?: string;
  /** For answers that carry a date of their own (last opioid dose, planned operation). */
  readonly date?: IsoDate;
}
