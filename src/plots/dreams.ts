/** The chance of vivid dreams in the first night, by dose and by the hour at which it is taken, in both readings. */
import { inMg } from '../domain/amount.ts';
import type { DreamChance, Explained } from '../care/simulate/explained.ts';
import type { Reading } from '../care/simulate/request.ts';
import { linear, steps } from './scales.ts';
import { along, BODY_TOP, digits, legend, line, place, sheet, text, xAxis, yAxis } from './svg.ts';
import type { Figure, Series } from './svg.ts';

/** Chance in percent, asleep from 23 to 7 o'clock. */
export type DreamRow = DreamChance;

export const rows = ({ dreams }: Explained): readonly DreamRow[] => dreams;

const SERIES: readonly { readonly doseUg: number; readonly series: Series }[] = [
  { doseUg: 50_000, series: 4 },
  { doseUg: 4500, series: 1 },
  { doseUg: 1500, series: 3 },
];
const PANELS: readonly { readonly reading: Reading; readonly says: string }[] = [
  { reading: 'brain', says: 'If the brain holds on, as PET shows' },
  { reading: 'plasma', says: 'If the block follows the blood' },
];
const PANEL = { width: 370, height: 230, left: 76, gap: 60 };

export function figure(all: readonly DreamRow[]): Figure {
  const at = (reading: Reading, doseUg: number, hour: number) =>
    all.find((row) => row.reading === reading && row.doseUg === doseUg && row.hour === hour)!.chance;
  const title = 'Vivid dreams by dose and by the hour of intake';
  const say = (reading: Reading) =>
    `${digits(at(reading, 4500, 21), 2)} % with 4.5 mg at 21 o'clock and ${digits(at(reading, 4500, 9), 2)} % at 9 o'clock`;
  const summary = `By model, in the first night: ${digits(at('brain', 0, 21), 2)} % without the drug. If the brain holds on, ${say('brain')}: the hour hardly matters. If the block follows the blood, ${say('plasma')}: the morning spares the night.`;
  const head = BODY_TOP + 46;
  const top = 10 * Math.ceil(Math.max(...all.map(({ chance }) => chance)) / 10);
  const body = [
    legend(
      PANEL.left,
      BODY_TOP - 2,
      SERIES.map(({ doseUg, series }) => ({ kind: 'line', series, says: `model: ${inMg(doseUg)}` })),
    ),
    ...PANELS.map(({ reading, says }, k) => {
      const left = PANEL.left + k * (PANEL.width + PANEL.gap);
      const frame = { x: linear(0, 24, left, left + PANEL.width), y: linear(0, top, head + PANEL.height, head) };
      const none = place(frame.y(at(reading, 0, 0)));
      const curves = SERIES.map(({ doseUg, series }) => {
        const curve = all.filter((row) => row.reading === reading && row.doseUg === doseUg);
        const points = along(
          frame,
          curve.map(({ hour }) => hour),
          curve.map(({ chance }) => chance),
        );
        return line(points, series);
      });
      return [
        yAxis(frame, { ticks: steps(top, 10), label: 'chance of vivid dreams (%)', bare: k > 0 }),
        `<path d="M${place(left)} ${none}H${place(left + PANEL.width)}" class="lp-error"/>`,
        text(left + PANEL.width, frame.y(at(reading, 0, 0)) + 16, 'without the drug', {
          anchor: 'end',
          size: 12,
          tone: 'muted',
        }),
        ...curves,
        xAxis(frame, {
          ticks: steps(24, 6),
          label: 'taken at this hour of the clock (h)',
          say: (hour) => `${hour}:00`,
        }),
        text(left, head - 10, says, { bold: true }),
      ].join('');
    }),
  ].join('');
  const svg = sheet({
    name: 'dreams',
    title,
    summary,
    subtitle:
      'Model of the typical person, asleep from 23:00 to 7:00, first night. Counted in trials: odds 2.17 at 4.5 mg in the evening.',
    note: 'No trial compared hours of intake, and none counted dreams by dose. Both panels are the same numbers under two readings of how long a dose blocks.',
    width: PANEL.left + 2 * PANEL.width + PANEL.gap + 30,
    height: head + PANEL.height + 66,
    body,
  });
  const columns = ['reading', 'dose (mg)', 'hour of intake (h)', 'chance (%)'];
  const cells = all.map(({ reading, doseUg, hour, chance }) => [reading, doseUg / 1000, hour, chance]);
  return { svg, title, summary, table: { columns, rows: cells } };
}
