/**
 * Mu receptors blocked after one dose, in both readings of how long it lasts, with what PET measured. One panel for each
 * dose, and one for the block by dose at the hour of the scans.
 */
import { inMg } from '../domain/amount.ts';
import type { Explained, Measured } from '../care/simulate/explained.ts';
import type { Reading } from '../care/simulate/request.ts';
import { linear, logarithmic, steps } from './scales.ts';
import {
  along,
  band,
  BODY_TOP,
  legend,
  line,
  measuredPoint,
  percent,
  sheet,
  text,
  xAxis,
  yAxis,
  type Figure,
  type Frame,
  type Series,
} from './svg.ts';

interface Range {
  readonly p05: number;
  readonly median: number;
  readonly p95: number;
}

/** Percent of mu receptors; `measured` rows stand beside the `model` rows of both readings. */
export type OccupancyRow =
  | ({ readonly kind: 'model'; readonly reading: Reading; readonly doseUg: number; readonly hour: number } & Range)
  | ({
      readonly kind: 'model at the scan';
      readonly reading: Reading;
      readonly doseUg: number;
      readonly hour: number;
    } & Range)
  | {
      readonly kind: 'measured';
      readonly study: string;
      readonly doseUg: number;
      readonly hour: number;
      readonly value: number;
      readonly sem: number | null;
      /** What the value is a percentage of. */
      readonly of: Measured['of'];
      readonly predicted: Measured['predicted'];
    };

export interface OccupancyOptions {
  /** Hours shown. */
  readonly hours: 24 | 72 | 168;
}

const SCAN_H = 4;

export function rows({ times, byDose, atFourHours, measured }: Explained): readonly OccupancyRow[] {
  const curves = byDose.flatMap(({ reading, doseUg, curves: [mu] }) =>
    times.map((hour, k) => {
      const { p05, median, p95 } = mu!;
      return { kind: 'model', reading, doseUg, hour, p05: p05[k]!, median: median[k]!, p95: p95[k]! } as const;
    }),
  );
  const scans = atFourHours.map((one) => ({ kind: 'model at the scan', hour: SCAN_H, ...one }) as const);
  const points = measured.map(
    ({ study, doseUg, atH, value, sem, of, predicted }) =>
      ({ kind: 'measured', study, doseUg, hour: atH, value, sem: sem ?? null, of, predicted }) as const,
  );
  return [...curves, ...scans, ...points];
}

const STYLE: Readonly<Record<Reading, Series>> = { brain: 1, plasma: 2 };
const READINGS: readonly Reading[] = ['plasma', 'brain'];
const PANEL = { width: 262, height: 170, left: 76, gapX: 40, gapY: 74 };
const PERCENT = steps(100, 25);

export function figure(all: readonly OccupancyRow[], { hours }: OccupancyOptions): Figure {
  const doses = [...new Set(all.flatMap((row) => (row.kind === 'model' ? [row.doseUg] : [])))];
  const shown = all.filter((row) => row.kind === 'model at the scan' || row.hour <= hours);
  const title = `How long a dose blocks mu receptors: ${hours === 168 ? 'one week' : `${hours} hours`}`;
  const summary = summaryOf(all, hours);
  const head = BODY_TOP + 34;
  const corner = (k: number) =>
    [
      PANEL.left + (k % 3) * (PANEL.width + PANEL.gapX),
      head + Math.floor(k / 3) * (PANEL.height + PANEL.gapY),
    ] as const;
  const body = [
    legend(PANEL.left, BODY_TOP - 4, [
      { kind: 'line', series: 1, says: 'model: the brain holds on (as PET shows)' },
      { kind: 'line', series: 2, says: 'model: as long as in blood (as the articles tell)' },
      { kind: 'measured', says: 'measured by PET' },
    ]),
    ...doses.map((doseUg, k) => dosePanel(shown, doseUg, hours, corner(k), k)),
    scanPanel(shown, corner(doses.length)),
  ].join('');
  const svg = sheet({
    name: `occupancy-${hours}`,
    title,
    summary,
    subtitle:
      'Model, one dose by mouth. Lines: middle of a crowd; bands: nine tenths of people; dots: people in a scanner.',
    note: 'Dots after 8 hours (Lee 1988) were measured as a share of the block of the first hour; they are drawn as that share of the model’s first hour. Dots of the first hours (Rabiner 2011) are dated "within 8 hours" and drawn at 4. Nobody has been scanned below 2 mg, nor beyond 8 hours after a low dose.',
    width: PANEL.left + 3 * PANEL.width + 2 * PANEL.gapX + 24,
    height: head + 2 * PANEL.height + PANEL.gapY + 66,
    body,
  });
  return { svg, title, summary, table: { columns: COLUMNS, rows: shown.map(cellsOf) } };
}

const COLUMNS = [
  'kind',
  'reading or study',
  'dose (mg)',
  'hour (h)',
  'p05 (%)',
  'median or measured (%)',
  'p95 (%)',
  'standard error (%)',
  'percent of',
];

const cellsOf = (row: OccupancyRow): readonly (string | number | null)[] =>
  row.kind === 'measured'
    ? [row.kind, row.study, row.doseUg / 1000, row.hour, null, row.value, null, row.sem, row.of]
    : [row.kind, row.reading, row.doseUg / 1000, row.hour, row.p05, row.median, row.p95, null, 'receptors'];

function summaryOf(all: readonly OccupancyRow[], hours: number): string {
  const low = READINGS.map((reading) => {
    const curve = all.filter(
      (row) => row.kind === 'model' && row.reading === reading && row.doseUg === 4500 && row.hour <= hours,
    );
    const last = curve.at(-1) as Extract<OccupancyRow, { kind: 'model' }>;
    const name = reading === 'brain' ? 'If the brain holds on' : 'If the block follows the blood';
    return `${name}, 4.5 mg still blocks ${percent(last.median)} of mu receptors after ${last.hour} hours.`;
  });
  const scan = all.find((row) => row.kind === 'measured' && row.of === 'first hour' && row.hour === 48);
  if (scan?.kind !== 'measured') return low.join(' ');
  const { brain, plasma } = scan.predicted;
  const inside = plasma.p05 <= scan.value && scan.value <= plasma.p95;
  return `By model. ${low.join(' ')} 48 hours after 50 mg, ${scan.value} % of the first hour's block was measured; the reading "as long as in blood" predicts ${percent(plasma.median)}${inside ? '' : ' and fails'}, the reading "the brain holds on" ${percent(brain.median)}.`;
}

type Corner = readonly [left: number, top: number];

function dosePanel(
  shown: readonly OccupancyRow[],
  doseUg: number,
  hours: number,
  [left, top]: Corner,
  k: number,
): string {
  const frame = { x: linear(0, hours, left, left + PANEL.width), y: linear(0, 100, top + PANEL.height, top) };
  const curves = READINGS.map((reading) => {
    const curve = shown.flatMap((row) =>
      row.kind === 'model' && row.reading === reading && row.doseUg === doseUg ? [row] : [],
    );
    return bandAndLine(
      frame,
      curve.map(({ hour }) => hour),
      curve,
      STYLE[reading],
    );
  });
  const points = shown.flatMap((row) =>
    row.kind === 'measured' && row.doseUg === doseUg ? [pointOf(frame, row, firstHour(shown, doseUg))] : [],
  );
  return [
    yAxis(frame, { ticks: PERCENT, label: 'mu receptors blocked (%)', bare: k % 3 !== 0 }),
    ...curves,
    xAxis(frame, { ticks: steps(hours, hours / (hours === 168 ? 7 : 6)), label: 'hours after the dose (h)' }),
    ...points,
    text(left, top - 8, inMg(doseUg), { bold: true, size: 14 }),
  ].join('');
}

/** The block one hour after a dose in the reading that fits, as a share of one. */
const firstHour = (shown: readonly OccupancyRow[], doseUg: number): number =>
  shown.flatMap((row) =>
    row.kind === 'model' && row.reading === 'brain' && row.doseUg === doseUg && row.hour === 1
      ? [row.median / 100]
      : [],
  )[0]!;

function pointOf(frame: Frame, row: Extract<OccupancyRow, { kind: 'measured' }>, first: number): string {
  const scale = row.of === 'first hour' ? first : 1;
  return measuredPoint(frame, row.hour, row.value * scale, row.sem === null ? undefined : row.sem * scale);
}

function bandAndLine(frame: Frame, xs: readonly number[], curve: readonly Range[], series: Series): string {
  const of = (key: keyof Range) =>
    along(
      frame,
      xs,
      curve.map((row) => row[key]),
    );
  return band(of('p05'), of('p95'), series) + line(of('median'), series);
}

function scanPanel(shown: readonly OccupancyRow[], [left, top]: Corner): string {
  const frame = { x: logarithmic(0.25, 100, left, left + PANEL.width), y: linear(0, 100, top + PANEL.height, top) };
  const curves = READINGS.map((reading) => {
    const curve = shown.flatMap((row) => (row.kind === 'model at the scan' && row.reading === reading ? [row] : []));
    return bandAndLine(
      frame,
      curve.map(({ doseUg }) => doseUg / 1000),
      curve,
      STYLE[reading],
    );
  });
  const points = shown.flatMap((row) =>
    row.kind === 'measured' && row.of === 'receptors' ? [measuredPoint(frame, row.doseUg / 1000, row.value)] : [],
  );
  return [
    yAxis(frame, { ticks: PERCENT, label: '', bare: true }),
    ...curves,
    xAxis(frame, { ticks: [0.5, 1, 2, 5, 15, 50], label: 'dose (mg), logarithmic' }),
    ...points,
    text(left, top - 8, 'By dose, 4 hours after it', { bold: true, size: 14 }),
  ].join('');
}
