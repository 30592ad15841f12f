/** Naltrexone and 6-beta-naltrexol in blood after one dose: the middle of a crowd, its middle half and its middle nine tenths. */
import { inMg } from '../domain/amount.ts';
import type { Explained } from '../care/simulate/explained.ts';
import { linear, niceTop, steps } from './scales.ts';
import { along, band, BODY_TOP, digits, legend, line, sheet, text, xAxis, yAxis } from './svg.ts';
import type { Figure, Series } from './svg.ts';

export interface PlasmaRow {
  readonly doseUg: number;
  readonly analyte: string;
  readonly unit: string;
  readonly hour: number;
  readonly p05: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
}

export interface PlasmaOptions {
  /** Hours shown; 48 when absent, after which both are near nothing. */
  readonly hours?: number;
}

export const rows = ({ doseUg, times, plasma }: Explained): readonly PlasmaRow[] =>
  plasma.flatMap(({ label, unit, p05, p25, median, p75, p95 }) =>
    times.map((hour, k) => ({
      doseUg,
      analyte: label.replace(' in plasma', ''),
      unit,
      hour,
      p05: p05[k]!,
      p25: p25[k]!,
      median: median[k]!,
      p75: p75[k]!,
      p95: p95[k]!,
    })),
  );

const PANEL = { width: 360, height: 250, left: 76, gap: 96 };

export function figure(all: readonly PlasmaRow[], { hours = 48 }: PlasmaOptions = {}): Figure {
  const shown = all.filter(({ hour }) => hour <= hours);
  const analytes = [...new Set(shown.map(({ analyte }) => analyte))];
  const panels = analytes.map((analyte) => shown.filter((row) => row.analyte === analyte));
  const title = `Blood levels after one dose of ${inMg(shown[0]!.doseUg)}`;
  const summary = `${title}, by model. ${panels.map(peakInWords).join(' ')} Nothing was measured after a low dose.`;
  const bottom = BODY_TOP + 30 + PANEL.height;
  const body = [
    legend(PANEL.left, BODY_TOP - 4, [
      { kind: 'line', series: 1, says: 'model: middle of the crowd' },
      { kind: 'band', series: 1, says: 'model: half and nine tenths of people' },
    ]),
    ...panels.map((panel, k) => panelOf(panel, PANEL.left + k * (PANEL.width + PANEL.gap), k === 0 ? 1 : 3, hours)),
  ].join('');
  const svg = sheet({
    name: 'plasma',
    title,
    summary,
    subtitle: 'Model, fitted to levels measured after 50 to 200 mg and scaled down. By mouth, healthy liver.',
    note: 'The two scales differ. Published exposure for the same dose differs fourfold from study to study; the bands hold that too.',
    width: PANEL.left + 2 * PANEL.width + PANEL.gap + 30,
    height: bottom + 66,
    body,
  });
  const columns = ['analyte', 'hour (h)', 'unit', 'p05', 'p25', 'median', 'p75', 'p95'];
  const cells = shown.map((row) => [row.analyte, row.hour, row.unit, row.p05, row.p25, row.median, row.p75, row.p95]);
  return { svg, title, summary, table: { columns, rows: cells } };
}

function peakInWords(panel: readonly PlasmaRow[]): string {
  const top = panel.reduce((best, row) => (row.median > best.median ? row : best));
  const name = top.analyte.charAt(0).toUpperCase() + top.analyte.slice(1);
  return `${name}: at most ${digits(top.median, 2)} ${top.unit} in the middle of the crowd (nine tenths of people ${digits(top.p05, 2)} to ${digits(top.p95, 2)}), ${top.hour} h after the dose.`;
}

function panelOf(panel: readonly PlasmaRow[], left: number, series: Series, hours: number): string {
  const { top, by } = niceTop(Math.max(...panel.map(({ p95 }) => p95)));
  const head = BODY_TOP + 30;
  const frame = {
    x: linear(0, hours, left, left + PANEL.width),
    y: linear(0, top, head + PANEL.height, head),
  };
  const xs = panel.map(({ hour }) => hour);
  const curve = (key: 'p05' | 'p25' | 'median' | 'p75' | 'p95') =>
    along(
      frame,
      xs,
      panel.map((row) => row[key]),
    );
  const { analyte, unit } = panel[0]!;
  return [
    yAxis(frame, { ticks: steps(top, by), label: `${analyte} in plasma (${unit})`, say: (value) => digits(value, 2) }),
    band(curve('p05'), curve('p95'), series),
    band(curve('p25'), curve('p75'), series, 'inner'),
    line(curve('median'), series),
    xAxis(frame, { ticks: steps(hours, hours / 4), label: 'hours after the dose (h)' }),
    text(left + PANEL.width, head + 16, analyte, { anchor: 'end', bold: true }),
  ].join('');
}
