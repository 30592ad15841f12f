/** The one-page titration sheet as data; another part sets it in type. */

export interface SheetRow {
  /** 1, 2, ... */
  readonly step: number;
  /** `1-14 (Mon 2 Nov - Sun 15 Nov)`. */
  readonly nights: string;
  /** `0.5 mg`; for several doses a day `1 mg in the morning, 1 mg at bedtime (2 mg a day)`. */
  readonly dose: string;
  /** `1 capsule of 0.5 mg (bottle 1)`; several lines when bottles change inside the step; empty without an order. */
  readonly take: readonly string[];
  /** `bedtime`. */
  readonly when: string;
  /** What must be true before the next step is begun. */
  readonly before: readonly string[];
  /** What to do if the step goes badly. */
  readonly trouble: readonly string[];
}

export interface SheetContent {
  readonly title: string;
  /** Label and value, in reading order: name, birth date, allergies, prescriber, pharmacy, plan ... */
  readonly header: readonly (readonly [string, string])[];
  readonly rows: readonly SheetRow[];
  /** Sentences under the table: ceiling, stop rule, opioids, and what to do when sheet and bottle disagree. */
  readonly foot: readonly string[];
  /** Full hash of the plan, for the QR code. */
  readonly hash: string;
}
