/**
 * A rating scale: what it asks where its licence lets the text be shipped, its range, how its total is made and read.
 * A scale whose licence forbids the text can still be scored from numbers that somebody took elsewhere.
 */
import { SYSTEMS, type Coding } from '../../domain/patient.ts';
import type { Source } from '../../domain/source.ts';

export type ScaleId =
  'phq-9' | 'gad-7' | 'ham-d-17' | 'cgi-s' | 'cgi-i' | 'madrs' | 'qids-sr16' | 'isi' | 'psqi' | 'who-5' | 'bdi';

export interface Item {
  /** Absent when the licence does not let the text be shipped. */
  readonly text?: string;
  readonly lowest: number;
  readonly highest: number;
  /** What each answer means, from the lowest upward. */
  readonly labels?: readonly string[];
  readonly code?: Coding;
}

export interface Band {
  readonly lowest: number;
  readonly highest: number;
  readonly says: string;
}

/** The total of a whole set of answers, or the 1-based numbers of the items without which there is none. */
export type Total = { readonly total: number } | { readonly missing: readonly number[] };

export interface Scale {
  readonly id: ScaleId;
  readonly name: string;
  /** What it measures, who fills it in and over which time. */
  readonly about: string;
  readonly filledBy: 'patient' | 'clinician';
  readonly licence: { readonly says: string; readonly textMayBeShipped: boolean; readonly source: Source };
  /** Sentence above the items, where the text is shipped. */
  readonly stem?: string;
  /** Absent when only a total is entered. */
  readonly items?: readonly Item[];
  readonly lowest: number;
  readonly highest: number;
  /** Possible totals lie this far apart; 1 when absent. It tells a raw WHO-5 sum from a percentage. */
  readonly step?: number;
  readonly better: 'lower' | 'higher';
  /** Cover the range exactly once, lowest first; empty when the product does not interpret the total. */
  readonly bands: readonly Band[];
  readonly bandSource: Source;
  /** Change from baseline, in percent of the baseline, that counts as response; or, for CGI-I, a total at most. */
  readonly response?:
    { readonly percent: number; readonly source: Source } | { readonly atMost: number; readonly source: Source };
  /** A total in this range counts as remission. */
  readonly remission?: { readonly lowest: number; readonly highest: number; readonly source: Source };
  /** Smallest change in points that matters to a person. */
  readonly minimalDifference?: { readonly points: number; readonly source: Source };
  /** Code of the total: LOINC where verified, else one of our own. */
  readonly code: Coding;
  readonly panelCode?: Coding;
  /** What the LOINC codes rest on; absent when all codes are local. */
  readonly codeSource?: Source;
  /** How answers become a total; the sum when absent. Holes are `null`. */
  readonly totalOf?: (answers: readonly (number | null)[]) => Total;
  /** What a reader must know before relying on it. */
  readonly notes: readonly string[];
  /** Answers with their total and the words of its band, worked out by hand from the scoring rule. */
  readonly examples: readonly { readonly answers: readonly number[]; readonly total: number; readonly says?: string }[];
}

/** The sum of all answers; every hole is missing. No average stands in for an answer. */
export function sumOf(answers: readonly (number | null)[]): Total {
  const missing = answers.flatMap((answer, index) => (answer === null ? [index + 1] : []));
  return missing.length > 0
    ? { missing }
    : { total: answers.reduce<number>((total, answer) => total + (answer ?? 0), 0) };
}

/** Code system for what has no verified code of its own. */
const LOCAL_SYSTEM = 'https://lowdose.example/scales';

export const local = (code: string, display: string): Coding => ({ system: LOCAL_SYSTEM, code, display });

/** Note of a scale whose code is local. */
export const NO_LOINC = 'No LOINC code was verified, so the code is local.';

/** `['none', 0, 4], ['mild', 5, 9]` as bands. */
export const bandsOf = (...rows: readonly (readonly [says: string, lowest: number, highest: number])[]) =>
  rows.map(([says, lowest, highest]): Band => ({ says, lowest, highest }));

/** `count` items with the same lowest and highest answer and no text. */
export const untold = (count: number, lowest: number, highest: number): readonly Item[] =>
  Array.from({ length: count }, () => ({ lowest, highest }));

const FREQUENCY = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'];

/** An item of the PHQ-9 or the GAD-7: how often in two weeks, 0 to 3, by its LOINC code. */
export const howOften = (loinc: string, text: string): Item => ({
  text,
  lowest: 0,
  highest: 3,
  labels: FREQUENCY,
  code: { system: SYSTEMS.loinc, code: loinc },
});
