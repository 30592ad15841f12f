/** The block of mu receptors night by night under a titration staircase, in both readings. */
import { inMg } from '../domain/amount.ts';
import type { Explained } from '../care/simulate/explained.ts';
import type { Reading } from '../care/simulate/request.ts';
import { linear, steps } from './scales.ts';
import { along, band, BODY_TOP, digits, legend, line, place, sheet, text, xAxis, yAxis } from './svg.ts';
import type { Figure, Series } from './svg.ts';

export interface PulseRow {
  readonly reading: Reading;
  /** Nights after the first dose, with parts. */
  readonly night: number;
  /** Amount of the last dose before. */
  readonly doseMg: number;
  readonly p05: number;
  readonly median: number;
  readonly p95: number;
}

export interface PulseOptions {
  /** Nights shown; 28 when absent: the staircase and a week of the target. */
  readonly nights?: number;
}

export function rows({ titration: { times, doses, pulses } }: Explained): readonly PulseRow[] {
  const doseAt = (time: number) => doses.findLast(({ atH }) => atH <= time)!.amountUg / 1000;
  return pulses.flatMap(({ reading, mu: { p05, median, p95 } }) =>
    times.map((time, k) => ({
      reading,
      night: time / 24,
      doseMg: doseAt(time),
      p05: p05[k]!,
      median: median[k]!,
      p95: p95[k]!,
    })),
  );
}

const LEFT = 76;
const WIDTH = 860;
const PANEL = 190;
const STAIRS = 74;
const GAP = 40;
const PANELS: readonly { readonly reading: Reading; readonly series: Series; readonly says: string }[] = [
  { reading: 'brain', series: 1, says: 'If the brain holds on, as PET shows: no hour is free' },
  { reading: 'plasma', series: 2, says: 'If the block follows the blood, as the articles tell: pulses' },
];

export function figure(all: readonly PulseRow[], { nights = 28 }: PulseOptions = {}): Figure {
  const shown = all.filter(({ night }) => night < nights);
  const title = `The block night by night while the dose rises to ${inMg(1000 * Math.max(...shown.map(({ doseMg }) => doseMg)))}`;
  const troughs = PANELS.map(({ reading }) => digits(lastTrough(shown, reading), 2));
  const summary = `${title}, by model. In the last night shown, just before the dose, ${troughs[0]} % of mu receptors are blocked if the brain holds on to the drug, and ${troughs[1]} % if the block follows the blood.`;
  const head = BODY_TOP + 36;
  const x = linear(0, nights, LEFT, LEFT + WIDTH);
  const stairsTop = head + PANELS.length * (PANEL + GAP);
  const body = [
    legend(LEFT, BODY_TOP - 4, [
      { kind: 'line', series: 1, says: 'model: middle of the crowd' },
      { kind: 'band', series: 1, says: 'model: nine tenths of people' },
    ]),
    ...PANELS.map(({ reading, series, says }, k) => {
      const frame = { x, y: linear(0, 100, head + k * (PANEL + GAP) + PANEL, head + k * (PANEL + GAP)) };
      return panelOf(
        shown.filter((row) => row.reading === reading),
        frame,
        series,
        says,
      );
    }),
    stairs(
      shown.filter(({ reading }) => reading === 'brain'),
      x,
      stairsTop,
      nights,
    ),
  ].join('');
  const svg = sheet({
    name: 'pulses',
    title,
    summary,
    subtitle: 'Model. Lines: middle of a crowd; bands: nine tenths of people; below: the staircase of the dose.',
    note: 'No scan was made under nightly low doses. Which panel is nearer to the truth rests on scans after single doses: they speak for the upper one.',
    width: LEFT + WIDTH + 30,
    height: stairsTop + STAIRS + 60,
    body,
  });
  const columns = ['reading', 'night', 'dose (mg)', 'p05 (%)', 'median (%)', 'p95 (%)'];
  const cells = shown.map((row) => [row.reading, row.night, row.doseMg, row.p05, row.median, row.p95]);
  return { svg, title, summary, table: { columns, rows: cells } };
}

const lastTrough = (shown: readonly PulseRow[], reading: Reading): number =>
  shown.findLast((row) => row.reading === reading && Number.isInteger(row.night))!.median;

function panelOf(curve: readonly PulseRow[], frame: Parameters<typeof along>[0], series: Series, says: string): string {
  const xs = curve.map(({ night }) => night);
  const of = (key: 'p05' | 'median' | 'p95') =>
    along(
      frame,
      xs,
      curve.map((row) => row[key]),
    );
  return [
    yAxis(frame, { ticks: steps(100, 25), label: 'mu blocked (%)' }),
    band(of('p05'), of('p95'), series),
    // A solid line in both panels: pulses and dashes cannot be told apart.
    line(of('median'), series).replace(/ stroke-dasharray="[^"]*"/, ''),
    text(frame.x.begin, frame.y.end - 8, says, { bold: true }),
  ].join('');
}

function stairs(curve: readonly PulseRow[], x: ReturnType<typeof linear>, top: number, nights: number): string {
  const highest = Math.max(...curve.map(({ doseMg }) => doseMg));
  const frame = { x, y: linear(0, highest, top + STAIRS, top) };
  const each = curve.filter(({ night }) => Number.isInteger(night));
  const path = each
    .map(
      ({ night, doseMg }) =>
        `${night === 0 ? 'M' : 'H'}${place(x(night))}${night === 0 ? ' ' : 'V'}${place(frame.y(doseMg))}`,
    )
    .join('');
  const changes = each.filter(({ doseMg }, k) => k === 0 || each[k - 1]!.doseMg !== doseMg);
  return [
    yAxis(frame, { ticks: [0, highest], label: 'dose (mg)' }),
    `<path d="${path}H${place(x.end)}" class="lp-line lp-3"/>`,
    ...changes.map(({ night, doseMg }) => text(x(night) + 6, frame.y(doseMg) - 6, `${doseMg} mg`, { size: 12 })),
    xAxis(frame, { ticks: steps(nights, nights > 35 ? 14 : 7), label: 'nights after the first dose (days)' }),
  ].join('');
}
