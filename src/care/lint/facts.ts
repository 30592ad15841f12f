/** What a phrase of a schedule says, one small fact each, before the facts are put together into rows. */
import type { Micrograms } from '../../domain/amount.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';
import type { Token } from './tokens.ts';

export type Fact =
  /** `days 1-14`, `the first 10 days`, `for 2 weeks`, `from day 22`: days count from 1. */
  | { readonly kind: 'span'; readonly from?: number; readonly to?: number; readonly nights?: number }
  /** `from 3 March to 9 March`: a year is absent when it is not written. */
  | { readonly kind: 'dates'; readonly from?: WrittenDate; readonly to?: WrittenDate }
  /** `onwards`, `thereafter`. */
  | { readonly kind: 'open' }
  /** An amount of the medicine; undefined when it is written in a way that is refused. */
  | { readonly kind: 'amount'; readonly amountUg: Micrograms | undefined; readonly aDay: boolean }
  /** Capsules or millilitres, with the strength when it stands beside them. */
  | { readonly kind: 'units'; readonly units: number; readonly unit: UnitKind; readonly strengthUg?: Micrograms }
  /** `1.5 mg capsules`, `1 mg/mL`: what one unit holds. */
  | { readonly kind: 'strength'; readonly strengthUg: Micrograms; readonly unit: UnitKind }
  /** A number with no unit: `on day 22 three`. */
  | { readonly kind: 'bare'; readonly value: number }
  | { readonly kind: 'time'; readonly at: TimeOfDay }
  | { readonly kind: 'times-a-day'; readonly times: number }
  /** `each for a week` after a list of doses. */
  | { readonly kind: 'each'; readonly nights: number }
  /** `after 2 weeks`: the length of the dose before. */
  | { readonly kind: 'after'; readonly nights: number }
  /** `increase by 0.5 mg every 2 weeks until 4.5 mg`, or by a capsule until three. */
  | {
      readonly kind: 'ramp';
      readonly in: 'amountUg' | 'units';
      readonly by: number;
      readonly everyNights: number;
      readonly until?: number;
    }
  | { readonly kind: 'dispense'; readonly count: number }
  /** `28 day supply`. */
  | { readonly kind: 'supply-days'; readonly nights: number }
  | { readonly kind: 'refills'; readonly count: number }
  | { readonly kind: 'ceiling'; readonly amountUg: Micrograms | undefined }
  /** The safety frame: what to do when it goes badly, when to stop, what to check. */
  | { readonly kind: 'fall-back' }
  | { readonly kind: 'stop-rule' }
  | { readonly kind: 'check' }
  /** `then` ends a row; a comma, semicolon, stop or line end may; `and` joins two doses of one day. */
  | { readonly kind: 'then' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'and' };

export type UnitKind = 'capsule' | 'ml';

export interface WrittenDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** A fact with the words it was read from. */
export type Read = Fact & { readonly words: string; readonly line: number };

/** A fault in the way something is written, found while reading. */
export interface Slip {
  readonly rule: string;
  readonly says: string;
  readonly todo?: string;
  readonly words: string;
  readonly line: number;
}

/** What a phrase reader found: the facts, the slips, and the index of the first token after the phrase. */
export interface Match {
  readonly to: number;
  readonly facts: readonly Fact[];
  readonly slips?: readonly { readonly rule: string; readonly says: string; readonly todo?: string }[];
}

/** Reads one phrase that begins at token `at`; undefined when it does not begin there. */
export type Phrase = (tokens: readonly Token[], at: number) => Match | undefined;
