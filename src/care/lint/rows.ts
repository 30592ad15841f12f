/**
 * From facts to rows: a row is what is taken each night of a run of days. A row ends at "then", or where a fact comes
 * that the row already has. `and` joins a second dose of the same day.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';
import type { Fact, Read, Slip, UnitKind, WrittenDate } from './facts.ts';

export interface WrittenDose {
  /** Undefined when only units are written and no strength is known, or the amount is refused. */
  readonly amountUg?: Micrograms;
  readonly units?: number;
  readonly at?: TimeOfDay;
}

/** A row as written: any part may be missing. Days count from 1. */
export interface WrittenRow {
  readonly from?: number;
  readonly to?: number;
  readonly nights?: number;
  /** "Onwards" is written. */
  readonly open?: true;
  readonly dates?: { readonly from?: WrittenDate; readonly to?: WrittenDate };
  /** A time of day that is written before the dose. */
  readonly at?: TimeOfDay;
  readonly doses: readonly WrittenDose[];
  readonly unit?: UnitKind;
  readonly strengthUg?: Micrograms;
  /** An amount is written, but in a way that is refused. */
  readonly refused?: true;
  /** It was made by a ramp ("0.5 mg more every week") and so has no words of its own. */
  readonly ramp?: true;
  readonly words: string;
  readonly line: number;
}

export interface Rows {
  readonly rows: readonly WrittenRow[];
  readonly slips: readonly Slip[];
}

/** The most rows that a ramp may make. */
const MOST_RAMP_ROWS = 60;

const EMPTY: WrittenRow = { doses: [], words: '', line: 1 };

const hasDose = (row: WrittenRow): boolean => row.doses.length > 0;
const hasSpan = (row: WrittenRow): boolean =>
  row.from !== undefined || row.to !== undefined || row.nights !== undefined || row.dates !== undefined;
const isEmpty = (row: WrittenRow): boolean => !hasDose(row) && !hasSpan(row);

/** Puts facts together into rows, in the order in which they are written. */
export function rowsOf(facts: readonly Read[]): Rows {
  const ceilings = facts.flatMap((fact) => (fact.kind === 'ceiling' ? (fact.amountUg ?? []) : []));
  const builder = new RowBuilder(ceilings.length === 0 ? undefined : Math.min(...ceilings));
  for (const fact of facts) builder.take(fact);
  return builder.finish();
}

class RowBuilder {
  private readonly rows: WrittenRow[] = [];
  private readonly slips: Slip[] = [];
  private row: WrittenRow = EMPTY;
  private link: 'none' | 'pause' | 'and' = 'none';
  private readonly ceilingUg: Micrograms | undefined;

  /** @param ceilingUg the highest amount that the text names anywhere: an increase without an end stops there */
  constructor(ceilingUg: Micrograms | undefined) {
    this.ceilingUg = ceilingUg;
  }

  take(fact: Read): void {
    if (fact.kind === 'then') {
      if (hasDose(this.row)) this.flush();
      this.link = 'none';
    } else if (fact.kind === 'pause' || fact.kind === 'and') this.link = fact.kind;
    else if (fact.kind === 'ramp') this.climb(fact);
    else if (fact.kind === 'each') this.lengthen(fact.nights);
    else if (fact.kind === 'after') this.endBefore(fact);
    else if (fact.kind === 'bare') this.take({ ...this.meant(fact.value, fact), words: fact.words, line: fact.line });
    else this.place(fact);
  }

  finish(): Rows {
    this.flush();
    return { rows: this.rows, slips: this.slips };
  }

  /** A number alone means what the row before it was written in; that it was left out is a slip. */
  private meant(value: number, { words, line }: Read): Fact {
    const before = [...this.rows, this.row].findLast(hasDose)?.doses[0];
    const asUnits = before?.units !== undefined || (before === undefined && Number.isInteger(value));
    this.slips.push({
      rule: 'missing-unit',
      says: `"${words}" has no unit; it is read as ${asUnits ? 'capsules' : 'mg'}, like what stands before it.`,
      words,
      line,
    });
    return asUnits
      ? { kind: 'units', units: value, unit: 'capsule' }
      : { kind: 'amount', amountUg: Math.round(value * 1000), aDay: false };
  }

  private place(fact: Read): void {
    const change = placed(this.row, fact, this.link);
    if (change === 'ignore') return;
    if (change === 'next') {
      this.flush();
      this.place(fact);
      return;
    }
    const words = this.row.words === '' ? fact.words : `${this.row.words} ${fact.words}`;
    this.row = { ...change, words, line: this.row.words === '' ? fact.line : this.row.line };
    this.link = 'none';
  }

  private flush(): void {
    const last = this.rows.at(-1);
    if (last?.ramp && last.nights === undefined && sameDoses(last, this.row))
      this.rows[this.rows.length - 1] = { ...last, ...this.row, doses: last.doses };
    else if (!isEmpty(this.row)) this.rows.push(this.row);
    this.row = EMPTY;
    this.link = 'none';
  }

  /** `1.5 mg; after 1 week 3 mg` ends what stands before it; `increase to 3 mg after 1 week` ends the row before. */
  private endBefore(fact: Extract<Read, { kind: 'after' }>): void {
    const open = (row: WrittenRow | undefined): row is WrittenRow => row !== undefined && hasDose(row) && !hasSpan(row);
    const { nights, words, line } = fact;
    if (open(this.row) && this.link === 'pause') this.row = { ...this.row, nights };
    else if (open(this.rows.at(-1))) this.rows[this.rows.length - 1] = { ...this.rows.at(-1)!, nights };
    else if (this.rows.length === 0 && open(this.row)) this.row = { ...this.row, from: nights + 1 };
    else this.place({ kind: 'span', nights, words, line });
  }

  /** Gives its length to every dose of the list that ends here. */
  private lengthen(nights: number): void {
    this.flush();
    const first = this.rows.findLastIndex((row) => !hasDose(row) || hasSpan(row)) + 1;
    for (let at = first; at < this.rows.length; at += 1) this.rows[at] = { ...this.rows[at]!, nights };
  }

  /** Writes out a ramp as rows; the last of them has no end of its own. */
  private climb(ramp: Extract<Read, { kind: 'ramp' }>): void {
    this.flush();
    const { by, everyNights, words, line } = ramp;
    const base = this.rows.at(-1);
    const from = base?.doses[0]?.[ramp.in];
    const until = ramp.until ?? (ramp.in === 'amountUg' ? this.ceilingUg : undefined);
    const steps = from === undefined || until === undefined || by <= 0 ? 0 : Math.ceil((until - from) / by);
    if (base === undefined || from === undefined || until === undefined || steps < 1 || steps > MOST_RAMP_ROWS) {
      const says =
        until === undefined
          ? 'The increase has no end: no highest amount is written.'
          : 'The increase cannot be followed from what stands before it.';
      this.slips.push({ rule: 'endless', says, words, line });
      return;
    }
    if (!hasSpan(base) || (base.nights === undefined && base.to === undefined))
      this.rows[this.rows.length - 1] = { ...base, nights: everyNights };
    for (let step = 1; step <= steps; step += 1) {
      const { at } = base.doses[0] ?? {};
      const dose = { ...(at && { at }), [ramp.in]: Math.min(from + step * by, until) };
      const nights = step === steps ? {} : { nights: everyNights };
      const held = { ...(base.unit && { unit: base.unit }), ...(base.strengthUg && { strengthUg: base.strengthUg }) };
      this.rows.push({ ramp: true, doses: [dose], words, line, ...held, ...nights });
    }
  }
}

const sameDoses = (one: WrittenRow, other: WrittenRow): boolean =>
  hasSpan(other) &&
  (!hasDose(other) ||
    (one.doses[0]?.amountUg === other.doses[0]?.amountUg && one.doses[0]?.units === other.doses[0]?.units));

type Placed = WrittenRow | 'ignore' | 'next';
type Link = 'none' | 'pause' | 'and';

/** The row with a fact in it; `next` when the fact begins another row; `ignore` when it says nothing new. */
function placed(row: WrittenRow, fact: Read, link: Link): Placed {
  const complete = hasDose(row) && hasSpan(row);
  switch (fact.kind) {
    case 'span':
      return complete && link === 'pause' && !repeats(row, fact) ? 'next' : withSpan(row, fact);
    case 'dates':
      return row.dates !== undefined || (complete && link === 'pause') ? 'next' : { ...row, dates: datesOf(fact) };
    case 'open':
      return row.open ? 'ignore' : openEnd(row);
    case 'amount':
      return withAmount(row, fact, link, complete);
    case 'units':
      return withUnits(row, fact, link, complete);
    case 'time':
      return withTime(row, fact.at);
    case 'times-a-day':
      return row.doses.length === 1 ? { ...row, doses: twice(row.doses[0]!) } : 'ignore';
    default:
      return 'ignore';
  }
}

/** "Week 3 onwards": the end that the week would have is taken away. */
function openEnd(row: WrittenRow): WrittenRow {
  const { to: _to, nights: _nights, ...rest } = row;
  return { ...rest, open: true };
}

const datesOf = (fact: Extract<Fact, { kind: 'dates' }>) => ({
  ...(fact.from ? { from: fact.from } : {}),
  ...(fact.to ? { to: fact.to } : {}),
});

/** `nights 1-14 (14 nights)`: the same again. */
function repeats(row: WrittenRow, { from, to, nights }: Extract<Fact, { kind: 'span' }>): boolean {
  const own = row.from !== undefined && row.to !== undefined ? row.to - row.from + 1 : row.nights;
  const span = from !== undefined && to !== undefined ? to - from + 1 : nights;
  return span !== undefined && span === own && (from === undefined || row.from === undefined || from === row.from);
}

function withSpan(row: WrittenRow, fact: Extract<Read, { kind: 'span' }>): Placed {
  if (repeats(row, fact)) return { ...row, ...(fact.from === undefined ? {} : { from: fact.from }) };
  const hasLength = row.nights !== undefined || row.to !== undefined;
  const givesLength = fact.nights !== undefined || fact.to !== undefined;
  const clash =
    (fact.from !== undefined && (row.from !== undefined || (hasDose(row) && hasLength))) || (givesLength && hasLength);
  if (clash) return 'next';
  const { from, to, nights } = fact;
  return {
    ...row,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(nights === undefined ? {} : { nights }),
  };
}

function withAmount(row: WrittenRow, fact: Extract<Read, { kind: 'amount' }>, link: Link, complete: boolean): Placed {
  if (fact.amountUg === undefined) return complete && link === 'pause' ? 'next' : refusedAmount(row);
  const amountUg = fact.amountUg;
  const last = row.doses.at(-1);
  if (last && last.amountUg === undefined && row.doses.length === 1 && !row.refused)
    return { ...row, doses: [{ ...last, amountUg }] };
  if (last && link === 'none' && amountUg === row.doses.reduce((sum, dose) => sum + (dose.amountUg ?? NaN), 0))
    return 'ignore';
  if (last && link === 'and' && last.at !== undefined && row.nights === undefined)
    return { ...row, doses: [...row.doses, { amountUg }] };
  return last ? 'next' : { ...row, doses: [{ ...timeOf(row), amountUg }] };
}

/** An amount that is refused takes the place of a dose, so that the next amount does not slip into its row. */
const refusedAmount = (row: WrittenRow): Placed =>
  hasDose(row) ? 'next' : { ...row, refused: true, doses: [{ ...timeOf(row) }] };

function withUnits(row: WrittenRow, fact: Extract<Read, { kind: 'units' }>, link: Link, complete: boolean): Placed {
  const { units, unit, strengthUg } = fact;
  const known = { unit, ...(strengthUg === undefined ? {} : { strengthUg }) };
  const last = row.doses.at(-1);
  if (last?.units !== undefined)
    return link === 'and' && last.at !== undefined ? { ...row, ...known, doses: [...row.doses, { units }] } : 'next';
  if (complete && link === 'pause' && last?.amountUg === undefined) return 'next';
  const dose = { ...timeOf(row), ...last, units };
  return { ...row, ...known, doses: [...row.doses.slice(0, -1), dose] };
}

const timeOf = (row: WrittenRow): { at?: TimeOfDay } => (row.at === undefined ? {} : { at: row.at });

function withTime(row: WrittenRow, at: TimeOfDay): Placed {
  const last = row.doses.at(-1);
  if (last === undefined) return { ...row, at };
  return last.at === undefined ? { ...row, doses: [...row.doses.slice(0, -1), { ...last, at }] } : 'ignore';
}

/** Twice daily: morning and bedtime. */
const twice = (dose: WrittenDose): readonly WrittenDose[] => [
  { ...dose, at: 'morning' },
  { ...dose, at: 'bedtime' },
];
