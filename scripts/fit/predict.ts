/** What the model says where something was measured: the same metrics, read off a simulated curve. */
import { simulate } from '../../src/engine/simulate.ts';
import { composedModel, SWITCHABLE, type Observation } from '../../src/knowledge/mechanisms/index.ts';

const SALT = 341.41 / 377.86;
const ABSORBED = 0.96;
const FORMED = 0.7;
const NALTREXOL = 343.42 / 341.41;

/** Quarter hours of the first day's rise and fall, then the days that PET followed. */
export const TIMES: readonly number[] = Array.from({ length: 33 }, (_, k) => k / 8).concat([
  5, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 144, 168,
]);

/** Values of parameters by name; those absent are as in the model. */
export type Values = Readonly<Record<string, number>>;

/** Curves of one person after one dose, at TIMES. */
export interface Curves {
  readonly naltrexone: ArrayLike<number>;
  readonly naltrexol: ArrayLike<number>;
  readonly mu: ArrayLike<number>;
}

/** Blood and brain; nothing that follows acts back on them. */
const model = composedModel({ off: SWITCHABLE });

/** The typical person's curves under these values. */
export function curvesOf(values: Values, doseMg: number): Curves {
  const { trajectory } = simulate(model, {
    events: [{ kind: 'dose', at: 0, amount: doseMg }],
    observe: TIMES,
    side: 'after',
    parameters: values,
    relative: 1e-7,
  });
  return trajectory!.outputs as unknown as Curves;
}

/** The metric of an observation, from the curves of its dose and the values behind them. */
export function predicted(row: Observation, curves: Curves, values: Values): number {
  const curve = curves[row.of];
  switch (row.metric) {
    case 'Cmax':
      return peak(curve).value;
    case 'Tmax':
      return peak(curve).at;
    case 'AUC':
      return area(row, values);
    case 'early half-life':
      return halfLife(curve, 2, 12);
    case 'late half-life':
      return halfLife(curve, 12, 48);
    case 'clearance':
      return values['CL']!;
    case 'volume':
      return values['V1']! + values['V2']!;
    case 'occupancy':
      return at(curve, row.atH!);
    case 'occupancy against 1 h':
      return (100 * at(curve, row.atH!)) / at(curve, 1);
  }
}

/** Exact: what reaches the blood, over its clearance. */
function area({ of, doseMg }: Observation, values: Values): number {
  const entered = doseMg * 1000 * SALT * ABSORBED;
  return of === 'naltrexone'
    ? (entered * values['escape']!) / values['CL']!
    : (entered * FORMED * NALTREXOL) / values['CLm']!;
}

const at = (curve: ArrayLike<number>, hour: number): number => curve[TIMES.indexOf(hour)]!;

/** The highest point, by the parabola through the three points around it. */
function peak(curve: ArrayLike<number>): { at: number; value: number } {
  const top = Array.from(curve).reduce((best, value, k) => (value > curve[best]! ? k : best), 0);
  const [before, here, after] = [curve[top - 1], curve[top]!, curve[top + 1]];
  const [left, right] = [TIMES[top]! - (TIMES[top - 1] ?? 0), (TIMES[top + 1] ?? 0) - TIMES[top]!];
  if (before === undefined || after === undefined || left !== right) return { at: TIMES[top]!, value: here };
  const bend = before - 2 * here + after;
  const shift = (before - after) / (2 * bend);
  return { at: TIMES[top]! + shift * left, value: here - (bend * shift * shift) / 2 };
}

/** From the straight line through the logarithms between two hours. */
function halfLife(curve: ArrayLike<number>, from: number, to: number): number {
  const points = TIMES.map((time, k) => ({ time, log: Math.log(curve[k]!) })).filter(
    ({ time }) => time >= from && time <= to && Number.isInteger(time),
  );
  const mean = (pick: (point: { time: number; log: number }) => number) =>
    points.reduce((sum, one) => sum + pick(one), 0) / points.length;
  const [time, log] = [mean((one) => one.time), mean((one) => one.log)];
  const slope = mean((one) => (one.time - time) * (one.log - log)) / mean((one) => (one.time - time) ** 2);
  return -Math.LN2 / slope;
}
