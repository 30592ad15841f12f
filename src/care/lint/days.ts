/** From written rows to days: where each row begins and ends, counted from the first night as day 1. */
import type { Micrograms } from '../../domain/amount.ts';
import { addDays, daysBetween, isIsoDate, type IsoDate } from '../../domain/dates.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';
import type { Slip, UnitKind, WrittenDate } from './facts.ts';
import type { WrittenRow } from './rows.ts';

/** What is taken each night from `fromDay` to `toDay`. */
export interface ScheduleRow {
  /** Counted from 1, the first night. */
  readonly fromDay: number;
  /** Last day; absent when the row has no end. */
  readonly toDay?: number;
  readonly doses: readonly {
    /** Absent when only capsules are written and their strength is not known. */
    readonly amountUg?: Micrograms;
    /** Capsules or millilitres, when they are written or follow from the strength. */
    readonly units?: number;
    readonly at?: TimeOfDay;
  }[];
  readonly unit?: UnitKind;
  /** The words it was read from, and their line. */
  readonly words: string;
  readonly line: number;
  /** No end is written, and none follows from the next row. */
  readonly openEnd?: true;
}

export interface Placed {
  readonly rows: readonly ScheduleRow[];
  readonly slips: readonly Slip[];
}

/** Gives each row its days; a row that cannot be placed is left out and reported. */
export function placeRows(written: readonly WrittenRow[], start: IsoDate | undefined, strengthUg?: Micrograms): Placed {
  const slips: Slip[] = [];
  const rows: ScheduleRow[] = [];
  const dated = withDatesAsDays(written, start, slips);
  let next: number | undefined = 1;
  for (const [at, row] of dated.entries()) {
    const from: number | undefined = row.from ?? next;
    const to: number | undefined = from === undefined ? undefined : endOf(row, from, dated[at + 1]);
    next = to === undefined ? undefined : to + 1;
    if (from === undefined || (to !== undefined && to < from))
      slips.push(slip(row, 'unplaced', 'It is not clear on which day this begins and ends.'));
    else if (row.doses.length === 0) slips.push(slip(row, 'no-amount', 'These days have no dose that could be read.'));
    else {
      rows.push(scheduleRow(row, from, to, strengthUg));
      if (row.doses.some((dose) => differs(dose, row.strengthUg ?? strengthUg)))
        slips.push(slip(row, 'units-differ', 'The capsules written do not give the amount written.'));
    }
    if (to === undefined && !row.open && at < dated.length - 1 && dated[at + 1]?.from === undefined)
      slips.push(
        slip(row, 'no-length', 'How many nights this lasts is not written, so what follows cannot be placed.'),
      );
  }
  return { rows, slips };
}

const slip = ({ words, line }: WrittenRow, rule: string, says: string): Slip => ({ rule, says, words, line });

/** The last day of a row: written, counted, or the day before the next row begins. */
function endOf(row: WrittenRow, from: number, next: WrittenRow | undefined): number | undefined {
  if (row.to !== undefined) return row.to;
  if (row.nights !== undefined) return from + row.nights - 1;
  return row.open || next?.from === undefined || next.from <= from ? undefined : next.from - 1;
}

function scheduleRow(
  row: WrittenRow,
  fromDay: number,
  toDay: number | undefined,
  given: Micrograms | undefined,
): ScheduleRow {
  const strengthUg = row.strengthUg ?? given;
  return {
    fromDay,
    ...(toDay === undefined ? { openEnd: true } : { toDay }),
    doses: row.doses.map((dose) => {
      const { units, amountUg } = filled(dose, row.refused ? undefined : strengthUg);
      const at = dose.at ?? row.at;
      return {
        ...(amountUg === undefined ? {} : { amountUg }),
        ...(units === undefined ? {} : { units }),
        ...(at ? { at } : {}),
      };
    }),
    ...(row.unit ? { unit: row.unit } : {}),
    words: row.words,
    line: row.line,
  };
}

/** Whether units and amount are both written and do not agree. */
const differs = ({ units, amountUg }: { units?: number; amountUg?: Micrograms }, strengthUg: Micrograms | undefined) =>
  units !== undefined && amountUg !== undefined && strengthUg !== undefined && units * strengthUg !== amountUg;

function filled(dose: { amountUg?: Micrograms; units?: number }, strengthUg: Micrograms | undefined) {
  if (strengthUg === undefined) return dose;
  return {
    amountUg: dose.amountUg ?? (dose.units === undefined ? undefined : Math.round(dose.units * strengthUg)),
    units: dose.units ?? (dose.amountUg === undefined ? undefined : dose.amountUg / strengthUg),
  };
}

/** Dates become days. Without a start the first written date is day 1; without a year the days are counted in 2027. */
function withDatesAsDays(
  written: readonly WrittenRow[],
  start: IsoDate | undefined,
  slips: Slip[],
): readonly WrittenRow[] {
  const year = start ? Number(start.slice(0, 4)) : yearIn(written);
  const first = written.find((row) => row.dates?.from)?.dates?.from;
  const origin = start ?? (first && isoOf(first, year ?? NOMINAL_YEAR));
  if (first && year === undefined)
    slips.push(
      slip(
        written.find((row) => row.dates?.from)!,
        'no-year',
        'No date has a year.',
      ),
    );
  return written.map((row) => {
    if (!row.dates || origin === undefined || !isIsoDate(origin)) return row;
    const from = row.dates.from && dayOf(row.dates.from, origin, year);
    const to = row.dates.to && dayOf(row.dates.to, origin, year);
    if (Number.isNaN(from) || Number.isNaN(to)) slips.push(slip(row, 'unplaced', 'This is no date of the calendar.'));
    return { ...row, ...known('from', row.from ?? from), ...known('to', row.to ?? to) };
  });
}

const known = (key: 'from' | 'to', day: number | undefined) =>
  day === undefined || Number.isNaN(day) ? {} : { [key]: day };

/** Counts days between dates of which none has a year; it has no 29 February. */
const NOMINAL_YEAR = 2027;

const yearIn = (written: readonly WrittenRow[]): number | undefined =>
  written.flatMap(({ dates }) => [dates?.from?.year, dates?.to?.year]).find((year) => year !== undefined);

const isoOf = ({ year, month, day }: WrittenDate, otherwise: number): string =>
  `${year ?? otherwise}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day number of a date; a date without a year that lies long before the first night belongs to the next year. */
function dayOf(date: WrittenDate, origin: IsoDate, year: number | undefined): number {
  const base = year ?? NOMINAL_YEAR;
  const iso = isoOf(date, base);
  if (!isIsoDate(iso)) return NaN;
  const day = daysBetween(origin, iso) + 1;
  return date.year === undefined && day < -180 ? daysBetween(origin, isoOf(date, base + 1)) + 1 : day;
}

/** The calendar date of a day of the schedule. */
export const dateOfDay = (start: IsoDate, day: number): IsoDate => addDays(start, day - 1);
