import type { Problem } from './problem.ts';
import type { Source } from './source.ts';

/**
 * Present, absent or unknown. Unknown never counts as absent: nobody asked, the record contradicts itself, or the
 * entry is too old to be believed.
 */
export type Presence = 'present' | 'absent' | 'unknown';

/** A piece of the record that a reason rests on, so that a reader can look it up. */
export interface Evidence {
  /** Where in the record: a path, or "answer" for what was asked directly. */
  readonly from: string;
  /** What stands there, as written. */
  readonly text: string;
  /** When, as far as the record tells: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
}

/**
 * One line of a "because": the rule, what it found, the sentence for the reader, what follows, and what the rule
 * rests on.
 */
export interface Reason {
  /** Id of the rule, bound, protocol or limit that speaks. */
  readonly rule: string;
  readonly presence: Presence;
  /** The sentence for a clinician. */
  readonly says: string;
  /** `never`: must not start. `until`: not before `date`. `ask`: blocked until answered. `no`: does not block. */
  readonly blocks: 'never' | 'until' | 'ask' | 'no';
  /** First date on which this reason no longer blocks; only with `until`. */
  readonly date?: string;
  readonly evidence: readonly Evidence[];
  readonly sources: readonly Source[];
}

/** Something that must be asked before a decision; the most decisive has the lowest rank. */
export interface Question {
  /** Key under which the answer is kept in `Patient.answers`. */
  readonly id: string;
  /** The question, in words a patient can answer. */
  readonly text: string;
  /** Why it is asked: what the record says, or that it says nothing. */
  readonly why: string;
  readonly kind: 'yes-no' | 'date' | 'number' | 'text' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly says: string }[];
  readonly rank: number;
}

/** What a result was computed from, so that it can be computed again. */
export interface From {
  /** Name and version of the product: `lowdose 0.1.0`. */
  readonly product: string;
  readonly operation: string;
  /** SHA-256 of the RFC 8785 form of the input, as `sha256:<hex>`. */
  readonly input: string;
  /** SHA-256 over all knowledge the product holds (rules, drugs, protocols, bounds, sources). */
  readonly knowledge: string;
  /** The date the caller said it is. Nothing in a result depends on any other clock. */
  readonly today: string;
  /** The clinic's code table, when one was loaded: its name and number of codes. */
  readonly table?: string;
}

/** Every job answers in this form. */
export interface Result<Answer> {
  readonly answer: Answer;
  readonly because: readonly Reason[];
  readonly from: From;
  readonly problems: readonly Problem[];
}
