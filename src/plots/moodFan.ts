/** Mood with the drug beside mood on placebo in the same virtual people, and the difference: wide, and on both sides of nothing. */
import type { Curve, Explained } from '../care/simulate/explained.ts';
import { linear, steps } from './scales.ts';
import { along, band, BODY_TOP, digits, legend, line, place, sheet, text, xAxis, yAxis } from './svg.ts';
import type { Figure, Frame, Series } from './svg.ts';

export interface MoodRow {
  readonly arm: 'drug' | 'placebo' | 'what the drug adds' | 'still in the trial';
  readonly unit: string;
  readonly week: number;
  readonly p05: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
}

const ARM: Readonly<Record<string, MoodRow['arm']>> = {
  madrs: 'drug',
  madrsPlacebo: 'placebo',
  gain: 'what the drug adds',
  staying: 'still in the trial',
};

export const rows = ({ titration: { mood, nightTimes } }: Explained): readonly MoodRow[] =>
  mood.flatMap((curve: Curve) =>
    nightTimes.map((hour, k) => ({
      arm: ARM[curve.id]!,
      unit: curve.unit,
      week: hour / 168,
      p05: curve.p05[k]!,
      p25: curve.p25[k]!,
      median: curve.median[k]!,
      p75: curve.p75[k]!,
      p95: curve.p95[k]!,
    })),
  );

const LEFT = 76;
const FAN = 470;
const GAP = 92;
const DIFFERENCE = 290;
const HEIGHT = 290;
/** The largest score of the MADRS. */
const MOST_MADRS = 60;

export function figure(all: readonly MoodRow[]): Figure {
  const arm = (name: MoodRow['arm']) => all.filter((row) => row.arm === name);
  const end = (name: MoodRow['arm']) => arm(name).at(-1)!;
  const gain = end('what the drug adds');
  const title = 'Mood with the drug and on placebo: hardly to be told apart';
  const summary = `By model, over ${gain.week} weeks. The middle of the crowd ends at a MADRS of ${digits(end('drug').median)} with the drug and ${digits(end('placebo').median)} on placebo, where all began at ${digits(all[0]!.median)}. What the drug adds is ${digits(gain.median, 2)} points in the middle, and between ${digits(gain.p05, 2)} and ${digits(gain.p95, 2)} in nine tenths of people: neither help nor harm can be excluded. ${digits(end('still in the trial').median, 2)} % are still in the trial.`;
  const head = BODY_TOP + 46;
  const weeks = gain.week;
  const top = Math.min(MOST_MADRS, 10 * Math.ceil(Math.max(...arm('placebo').map(({ p95 }) => p95)) / 10));
  const fan = { x: linear(0, weeks, LEFT, LEFT + FAN), y: linear(0, top, head + HEIGHT, head) };
  const left = LEFT + FAN + GAP;
  const most = 2 * Math.ceil(Math.max(...arm('what the drug adds').flatMap(({ p05, p95 }) => [-p05, p95])) / 2);
  const difference = { x: linear(0, weeks, left, left + DIFFERENCE), y: linear(-most, most, head + HEIGHT, head) };
  const body = [
    legend(LEFT, BODY_TOP - 2, [
      { kind: 'line', series: 1, says: 'model: drug' },
      { kind: 'line', series: 2, says: 'model: placebo' },
      { kind: 'band', series: 1, says: 'drug, nine tenths of people' },
      { kind: 'band', series: 2, says: 'placebo, nine tenths' },
    ]),
    text(LEFT, head - 10, 'Mood score in the same people, lower is better', { bold: true }),
    yAxis(fan, { ticks: steps(top, 10), label: 'MADRS (points)' }),
    fanOf(fan, arm('placebo'), 2),
    fanOf(fan, arm('drug'), 1),
    xAxis(fan, { ticks: steps(weeks, 2), label: 'time (weeks)' }),
    text(left, head - 10, 'What the drug adds, above 0 is better', { bold: true }),
    yAxis(difference, {
      ticks: steps(2 * most, most / 2).map((value) => value - most),
      label: 'what the drug adds (MADRS points)',
    }),
    fanOf(difference, arm('what the drug adds'), 3, 'inner'),
    `<path d="M${place(left)} ${place(difference.y(0))}H${place(left + DIFFERENCE)}" class="lp-error"/>`,
    text(left + DIFFERENCE, difference.y(0) + 16, 'no effect', { anchor: 'end', size: 12, tone: 'muted' }),
    xAxis(difference, { ticks: steps(weeks, 4), label: 'time (weeks)' }),
  ].join('');
  const svg = sheet({
    name: 'mood',
    title,
    summary,
    subtitle:
      'Model, not a trial. Total effect of all mechanisms held to g 0.15 with a standard deviation of 0.3, around what two trials allow.',
    note: 'Measured were 12 people for 3 weeks (primary outcome p 0.3) and 37 people for 12 weeks (p 0.97). Most of the fall is natural course and placebo, which both arms share. The width of the fans is mostly how people differ, not what is known of the drug.',
    width: left + DIFFERENCE + 30,
    height: head + HEIGHT + 66,
    body,
  });
  const columns = ['arm', 'unit', 'week', 'p05', 'p25', 'median', 'p75', 'p95'];
  const cells = all.map((row) => [row.arm, row.unit, row.week, row.p05, row.p25, row.median, row.p75, row.p95]);
  return { svg, title, summary, table: { columns, rows: cells } };
}

function fanOf(frame: Frame, curve: readonly MoodRow[], series: Series, inner?: 'inner'): string {
  const of = (key: 'p05' | 'p25' | 'median' | 'p75' | 'p95') =>
    along(
      frame,
      curve.map(({ week }) => week),
      curve.map((row) => row[key]),
    );
  const half = inner === undefined ? '' : band(of('p25'), of('p75'), series, inner);
  return band(of('p05'), of('p95'), series) + half + line(of('median'), series);
}
