/** What the curves say, in sentences whose numbers are computed. */
import { inMg } from '../../domain/amount.ts';
import type { Reading } from '../../knowledge/mechanisms/index.ts';
import { clock, type Chosen } from './choice.ts';
import type { Bands, Curves, MoodCurves } from './questions.ts';

/** Two digits that count: `0.53`, `13`, `110`. */
export const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

/** A percentage without decimals, with what lies below one half of one percent said in words. */
export const percent = (value: number): string => (value < 0.5 ? 'below 1 %' : `${Math.round(value)} %`);

/** The place on the horizontal axis nearest to a value. */
export function nearest({ at }: Curves, value: number): number {
  let best = 0;
  at.forEach((one, k) => {
    if (Math.abs(one - value) < Math.abs(at[best]! - value)) best = k;
  });
  return best;
}

/** Median of a series near a place. */
export const medianAt = (curves: Curves, name: string, value: number): number =>
  curves.bands[name]!.median[nearest(curves, value)]!;

/** The span of nine tenths of the crowd near a place. */
export function spanAt(curves: Curves, name: string, value: number): readonly [number, number] {
  const k = nearest(curves, value);
  const { p05, p95 } = curves.bands[name]!;
  return [p05[k]!, p95[k]!];
}

/** What is taken: `4.5 mg once at 22:00`. */
export const taken = ({ doseUg, nights, hour }: Chosen): string =>
  nights === 1 ? `${inMg(doseUg)} once at ${clock(hour)}` : `${inMg(doseUg)} at ${clock(hour)} on ${nights} nights`;

export const READING_NAMES: Readonly<Record<Reading, string>> = {
  slow: 'the brain holds on',
  plasma: 'the block follows the blood',
};

/** Highest median and its hour. */
function peak(curves: Curves, name: string): { readonly value: number; readonly at: number } {
  const { median } = curves.bands[name]!;
  const value = Math.max(...median);
  return { value, at: curves.at[median.indexOf(value)]! };
}

/** The page in three sentences, for the summary line and for those who listen. */
export function summaryOf(chosen: Chosen, curves: Curves): string {
  const { value, at } = peak(curves, 'naltrexone');
  const mu = [4, 24, 72].map((hour) => percent(medianAt(curves, 'mu', hour)));
  return `${taken(chosen)}, if ${READING_NAMES[chosen.reading]}. Naltrexone peaks at ${short(value)} ng/mL after ${at} h. Of the mu receptors ${mu[0]} are blocked after 4 hours, ${mu[1]} after 24, ${mu[2]} after 72.`;
}

/** What the blood does. */
export function bloodSays(curves: Curves): string {
  const ntx = peak(curves, 'naltrexone');
  const metabolite = peak(curves, 'naltrexol');
  const [low, high] = spanAt(curves, 'naltrexone', ntx.at);
  return `Naltrexone peaks after ${ntx.at} h at ${short(ntx.value)} ng/mL in the middle person; nine in ten lie between ${short(low)} and ${short(high)}. 6-beta-naltrexol, made by the liver, reaches ${short(metabolite.value)} ng/mL. After 24 hours ${short(medianAt(curves, 'naltrexone', 24))} and ${short(medianAt(curves, 'naltrexol', 24))} ng/mL are left.`;
}

/** What the receptors do. */
export function receptorsSay(curves: Curves): string {
  const at = (name: string, hour: number) => percent(medianAt(curves, name, hour));
  return `After 4 hours the middle person has ${at('mu', 4)} of mu, ${at('kappa', 4)} of kappa and ${at('delta', 4)} of delta receptors blocked; after 24 hours ${at('mu', 24)}, ${at('kappa', 24)} and ${at('delta', 24)}; after 72 hours ${at('mu', 72)} of mu.`;
}

/** Chance of vivid dreams, at its highest in the first night after the dose. */
export function dreamsSay(curves: Curves, backgroundPercent: number): string {
  const { value } = peak(curves, 'dreams');
  return `At the most ${percent(value)} of nights hold vivid dreams in the middle person, against ${percent(backgroundPercent)} on placebo.`;
}

/** What twelve weeks do, with the drug and without. */
export function moodSays({ bands, noGain, at }: MoodCurves): string {
  const last = at.length - 1;
  const { median, p05, p95 } = bands['gain']!;
  const fall = (name: string) => short(bands[name]!.median[0]! - bands[name]!.median[last]!);
  return `In twelve weeks the middle person falls ${fall('madrsPlacebo')} points on placebo. To that the drug adds ${signed(median[last]!)} points in the middle person, and anything from ${signed(p05[last]!)} to ${signed(p95[last]!)} is compatible with the trials: for ${Math.round(100 * noGain)} in 100 virtual people it adds nothing or takes something away.`;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${short(Math.abs(value))}`;

/** How each reading stands at 48 hours beside what was measured there. */
export function failureSays(
  week: Readonly<Record<Reading, Curves>>,
  measured: { readonly value: number; readonly sem: number; readonly people: number },
): string {
  const told = spanAt(week.plasma, 'against', 48);
  const off = (measured.value - medianAt(week.plasma, 'against', 48)) / measured.sem;
  return `If the block followed the blood, ${percent(medianAt(week.plasma, 'against', 48))} of the first hour’s block would be left 48 hours after 50 mg (nine in ten people: ${percent(told[0])} to ${percent(told[1])}). The scans saw ${measured.value} % (standard error ${measured.sem}, ${measured.people} people): ${Math.round(off)} standard errors away. The reading of “a few hours” fails this point. The reading in which the brain holds on gives ${percent(medianAt(week.slow, 'against', 48))}; it was fitted to these very scans, so that it passes through them is no proof of it.`;
}

/** A row of a table: the place, then median and span of each series. */
export const cells = (bands: readonly Bands[], k: number, write: (value: number) => string): readonly string[] =>
  bands.map(({ median, p05, p95 }) => `${write(median[k]!)} (${write(p05[k]!)} to ${write(p95[k]!)})`);
