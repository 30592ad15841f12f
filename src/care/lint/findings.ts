/** What stands against the rows of a schedule: cover, amounts and pace, capsules and their number, and the safety frame. */
import { inMg, type Micrograms } from '../../domain/amount.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { inWords } from '../../domain/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { BOUNDS, outside, within, type Bound } from '../../knowledge/bounds/index.ts';
import { STOP_RULE } from '../../knowledge/protocols/protocol.ts';
import { dateOfDay, type ScheduleRow } from './days.ts';
import type { Fact, Slip } from './facts.ts';

/** What the findings about a schedule need beside its rows. */
export interface Written {
  readonly rows: readonly ScheduleRow[];
  readonly facts: readonly Fact[];
  readonly start?: IsoDate;
}

/** All findings about the rows; those about single words come from the reader. */
export const findingsOf = (written: Written): readonly Slip[] =>
  written.rows.length === 0
    ? [{ rule: 'nothing', says: 'No dose with its days could be read.', words: '', line: 1 }]
    : [
        ...coverOf(written),
        ...boundsOf(written),
        ...ceilingOf(written),
        ...capsulesOf(written),
        ...quantityOf(written),
        ...frameOf(written),
      ];

const at = (row: ScheduleRow, rule: string, says: string, todo?: string): Slip => ({
  rule,
  says,
  words: row.words,
  line: row.line,
  ...(todo === undefined ? {} : { todo }),
});

const byDay = (rows: readonly ScheduleRow[]): readonly ScheduleRow[] =>
  rows.toSorted((one, other) => one.fromDay - other.fromDay);

/** Every day from the first to the last has one row. */
function coverOf({ rows, start }: Written): readonly Slip[] {
  const slips: Slip[] = [];
  let covered = 0;
  for (const row of byDay(rows)) {
    const gap = row.fromDay - covered - 1;
    if (gap > 0 && covered === 0) slips.push(at(row, 'late-first-day', `The first dose is on day ${row.fromDay}.`));
    else if (gap > 0) slips.push(at(row, 'hole', `${daysInWords(covered + 1, row.fromDay - 1, start)} has no dose.`));
    if (gap < 0)
      slips.push(
        at(
          row,
          'overlap',
          `${daysInWords(row.fromDay, Math.min(covered, row.toDay ?? covered), start)} has two doses.`,
        ),
      );
    covered = Math.max(covered, row.toDay ?? Infinity);
  }
  const last = byDay(rows).at(-1);
  if (last?.openEnd) slips.push(at(last, 'open-end', `From day ${last.fromDay} on there is no last day.`));
  return slips;
}

function daysInWords(from: number, to: number, start: IsoDate | undefined): string {
  const date = start && Number.isFinite(from) ? ` (${inWords(dateOfDay(start, from))})` : '';
  return from === to ? `Day ${from}${date}` : `Each of days ${from} to ${Number.isFinite(to) ? to : 'the end'}${date}`;
}

/** The bounds of a plan that a bare schedule can be held against. */
const SCHEDULE_BOUNDS = [
  'daily-amount',
  'first-dose',
  'step-size',
  'step-ratio',
  'nights-before-step-up',
  'doses-per-day',
];

function boundsOf({ rows }: Written): readonly Slip[] {
  return runsOfKnown(byDay(rows)).flatMap((run) => {
    const plan = asPlan(run);
    const first = run[0]?.fromDay === 1;
    const bounds = BOUNDS.filter(({ id }) => SCHEDULE_BOUNDS.includes(id) && (first || id !== 'first-dose'));
    return bounds.flatMap((bound) => boundSlips(bound, plan, run));
  });
}

/** Rows that follow each other and whose amounts are all known: over a row of unknown amount no step can be judged. */
function runsOfKnown(rows: readonly ScheduleRow[]): readonly (readonly ScheduleRow[])[] {
  const runs: ScheduleRow[][] = [[]];
  for (const row of rows)
    if (row.doses.every(({ amountUg }) => amountUg !== undefined && amountUg > 0)) runs.at(-1)!.push(row);
    else runs.push([]);
  return runs.filter((run) => run.length > 0);
}

function boundSlips(bound: Bound, plan: Plan, rows: readonly ScheduleRow[]): readonly Slip[] {
  const { absolute, recommended } = bound;
  const rowOf = (path: string): ScheduleRow => rows[Number(/steps\[(\d+)\]/.exec(path)?.[1] ?? 0)] ?? rows[0]!;
  const refused = absolute ? outside(bound, absolute, plan) : [];
  const asked = recommended
    ? outside(bound, recommended, plan).filter(({ value }) => !absolute || within(absolute, value))
    : [];
  return [
    ...refused.map(
      ({ path, value, found }) =>
        tenfold(rowOf(path), bound, value) ?? at(rowOf(path), 'bound', `${found}; the limit is ${absolute?.says}.`),
    ),
    ...asked.map(({ path, found }) => at(rowOf(path), 'recommended', `${found}; recommended is ${recommended?.says}.`)),
  ];
}

/** An amount that is usual when divided by ten was probably written without its point. */
function tenfold(row: ScheduleRow, bound: Bound, value: Micrograms): Slip | undefined {
  const usual = bound.recommended && within(bound.recommended, value / 10);
  if (bound.id !== 'daily-amount' || !usual || value % 10 !== 0) return undefined;
  return at(row, 'tenfold', `${inMg(value)} a day is far above any low dose; was ${inMg(value / 10)} meant?`);
}

/** The schedule as a plan, so that the bounds of plans can read it. An open end lasts as long as an adequate trial. */
function asPlan(rows: readonly ScheduleRow[]): Plan {
  const steps = rows.map((row) => ({
    doses: row.doses.map(({ amountUg, at: time }) => ({ amountUg: amountUg ?? 0, at: time ?? ('bedtime' as const) })),
    nights: row.toDay === undefined ? STOP_RULE.afterNights : row.toDay - row.fromDay + 1,
    form: 'capsule',
  }));
  return {
    protocol: '',
    version: 1,
    regimen: { start: '2027-01-01', steps },
    ceilingUg: 1,
    checkPoints: [],
    stepBacks: [],
    stopRule: STOP_RULE,
    reasons: {},
  };
}

/** No row goes above the highest amount that the text itself names. */
function ceilingOf({ rows, facts }: Written): readonly Slip[] {
  const named = facts.flatMap((fact) =>
    fact.kind === 'ceiling' && fact.amountUg !== undefined ? [fact.amountUg] : [],
  );
  const ceilingUg = Math.min(...named);
  return rows
    .filter((row) => row.doses.reduce((sum, { amountUg = 0 }) => sum + amountUg, 0) > ceilingUg)
    .map((row) =>
      at(row, 'above-ceiling', `This is more than the ${inMg(ceilingUg)} that the text names as the most.`),
    );
}

/** Whole capsules, a known amount, a time of day, and agreement between capsules and amount. */
function capsulesOf({ rows, facts }: Written): readonly Slip[] {
  const timed = facts.some(({ kind }) => kind === 'time' || kind === 'times-a-day');
  return [
    ...rows.flatMap((row) => [
      ...(row.unit !== 'ml' && row.doses.some(({ units }) => units !== undefined && !isWhole(units))
        ? [
            at(
              row,
              'split-capsule',
              `${row.doses.map(({ units }) => units).join(' and ')} is no whole number of capsules.`,
            ),
          ]
        : []),
      ...(row.doses.some(({ amountUg, units }) => amountUg === undefined && units !== undefined)
        ? [
            at(
              row,
              'no-strength',
              row.unit === 'ml'
                ? 'How many mg one millilitre holds is not written.'
                : 'How many mg these capsules hold is not written.',
            ),
          ]
        : []),
      ...(row.doses.some(({ amountUg, units }) => amountUg === undefined && units === undefined)
        ? [at(row, 'no-amount', 'The amount is not written in a way that can be relied on.')]
        : []),
    ]),
    ...(timed ? [] : rows.slice(0, 1).map((row) => at(row, 'no-time', 'No time of day is written anywhere.'))),
  ];
}

/** Whole, but for what division leaves in the last digits. */
const isWhole = (units: number): boolean => Math.abs(units - Math.round(units)) < 1e-9;

/** The number dispensed against the nights: exactly enough when all rows end, else at least enough for those that do. */
function quantityOf({ rows, facts }: Written): readonly Slip[] {
  const supplied = facts.find((fact) => fact.kind === 'supply-days')?.nights;
  const ended = rows
    .map((row) =>
      supplied !== undefined && row.openEnd && row.fromDay <= supplied ? { ...row, toDay: supplied } : row,
    )
    .filter((row) => row.toDay !== undefined);
  const perRow = ended.map((row) => nightsOf(row) * row.doses.reduce((sum, dose) => sum + (dose.units ?? NaN), 0));
  const needed = perRow.reduce((sum, units) => sum + units, 0);
  const dispensed = facts.flatMap((fact) => (fact.kind === 'dispense' ? [fact.count] : []));
  const fills = 1 + facts.reduce((sum, fact) => sum + (fact.kind === 'refills' ? fact.count : 0), 0);
  const last = rows.at(-1)!;
  const end = ended.length < rows.length ? ', and the last row has no end' : '';
  const period = supplied === undefined ? '' : ` for ${supplied} days`;
  const unit = rows.some((row) => row.unit === 'ml') ? 'millilitres' : 'capsules';
  if (dispensed.length === 0) {
    const says =
      Number.isNaN(needed) || needed === 0
        ? 'How many are dispensed is not written.'
        : `How many are dispensed is not written; the nights need ${round(needed)} ${unit}${end}.`;
    return [at(last, 'no-quantity', says)];
  }
  if (Number.isNaN(needed))
    return [at(last, 'no-quantity', 'Whether the quantity is enough cannot be said: capsules a night are not known.')];
  const total = dispensed.reduce((sum, count) => sum + count, 0) * fills;
  const agrees = ended.length === rows.length ? Math.abs(total - needed) < 1e-9 : total >= needed;
  return agrees
    ? []
    : [at(last, 'quantity', `${round(total)} ${unit} are dispensed${period}; the nights need ${round(needed)}${end}.`)];
}

const round = (units: number): string => String(Number(units.toFixed(3)));

const nightsOf = (row: ScheduleRow): number => (row.toDay ?? row.fromDay) - row.fromDay + 1;

/** A way back, a check before each step up, and a stop rule. A schedule of one step needs no check. */
function frameOf({ rows, facts }: Written): readonly Slip[] {
  const has = (kind: Fact['kind']) => facts.some((fact) => fact.kind === kind);
  const last = rows.at(-1)!;
  return [
    ...(has('fall-back') ? [] : [at(last, 'no-fall-back', 'Nothing says what to do when a step goes badly.')]),
    ...(has('stop-rule') ? [] : [at(last, 'no-stop-rule', 'Nothing says when it is stopped for want of benefit.')]),
    ...(has('check') || rows.length === 1
      ? []
      : [at(last, 'no-check', 'Nothing is asked before a step up, not even about opioids.')]),
  ];
}
