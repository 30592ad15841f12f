/** Blood, receptors and dreams over the three days after a dose. */
import { memo } from 'react';
import { inMg } from '../../domain/amount.ts';
import {
  mechanismsOf,
  OBSERVATIONS,
  PARAMETERS,
  type Mechanism,
  type Reading,
  type Observation,
} from '../../knowledge/mechanisms/index.ts';
import { clock, type Chosen } from './choice.ts';
import { Figure, Known, type Table } from './Figure.tsx';
import { Ends, Fan, Line, Nights, Plot, Points, type Axis, type Look, type Measured } from './Plot.tsx';
import { SCAN_H, SHOWN_H, type Curves } from './questions.ts';
import { bloodSays, cells, dreamsSay, medianAt, nearest, percent, receptorsSay, short, taken } from './words.ts';

export interface FigureOf {
  readonly chosen: Chosen;
  readonly curves: Curves;
}

interface Series {
  readonly name: string;
  readonly label: string;
  readonly look: Look;
}

const hoursAxis = ({ hour, nights }: Chosen): Axis => ({
  from: 0,
  to: SHOWN_H,
  ticks: [0, 6, 12, 18, 24, 36, 48, 60, 72].map((at) => ({ at, label: String(at) })),
  label: `hours after the ${nights === 1 ? 'dose' : 'last dose'} at ${clock(hour)}; nights are shaded`,
});

const percentAxis = (to: number, label: string): Axis => ({
  from: 0,
  to,
  ticks: [0, 20, 40, 60, 80, 100].filter((at) => at <= to).map((at) => ({ at, label: `${at} %` })),
  label,
});

const TABLE_HOURS = [0, 1, 2, 4, 8, 12, 24, 48, 72];

function tableOf(curves: Curves, series: readonly Series[], write: (value: number) => string): Table {
  const bands = series.map(({ name }) => curves.bands[name]!);
  return {
    head: ['Hour', ...series.map(({ label }) => `${label}: middle person (nine in ten)`)],
    rows: TABLE_HOURS.map((hour) => [String(hour), ...cells(bands, nearest(curves, hour), write)]),
  };
}

const endsOf = (curves: Curves, series: readonly Series[]) =>
  series.map(({ name, label, look }) => ({ at: curves.bands[name]!.median.at(-1)!, label, look }));

const fansOf = ({ at, bands }: Curves, series: readonly Series[]) =>
  series.toReversed().map(({ name, look }) => <Fan key={name} name={name} at={at} bands={bands[name]!} look={look} />);

/** The mechanism of an id, in the reading that is chosen. */
export const mechanism = (id: string, reading: Reading): Mechanism =>
  mechanismsOf(reading).find((one) => one.id === id)!;

const isMeasured = ({ source }: Observation) => source.kind === 'cited';

const BLOOD: readonly Series[] = [
  { name: 'naltrexone', label: 'naltrexone', look: 'first' },
  { name: 'naltrexol', label: '6β-naltrexol', look: 'second' },
];
const LOG_TICKS = [0.01, 0.1, 1, 10, 100, 1000];
const LEVELS: Axis = {
  from: 0.01,
  to: 1000,
  ticks: LOG_TICKS.map((at) => ({ at, label: String(at) })),
  label: 'ng/mL in blood; each line is ten times the one below',
  isLog: true,
};
const LICENSED_UG = 50_000;
/** The hour at which a peak is drawn whose hour was not printed: about where the model has it. */
const PEAK_H = { naltrexone: 1, naltrexol: 2 } as const;

const peaksAt50 = ({ doseUg, nights }: Chosen): readonly Measured[] =>
  OBSERVATIONS.flatMap((one) =>
    one.metric === 'Cmax' && one.of !== 'mu' && isMeasured(one)
      ? [{ at: PEAK_H[one.of], value: one.value, isHere: doseUg === LICENSED_UG && nights === 1 }]
      : [],
  );

export const Blood = memo(function Blood({ chosen, curves }: FigureOf) {
  const { sources, claims, what, evidence } = mechanism('plasma', chosen.reading);
  const says = bloodSays(curves);
  return (
    <Figure
      id="blood"
      title="In the blood, mostly gone in a day"
      assumedShare={curves.assumedShare}
      says={
        <>
          {says} Rings: peaks measured after 50 mg, drawn at hour {PEAK_H.naltrexone} and {PEAK_H.naltrexol} because not
          every source prints the hour
          {chosen.doseUg === LICENSED_UG ? '' : ', pale because another dose is chosen'}.
        </>
      }
      table={tableOf(curves, BLOOD, short)}
      picture={
        <Plot x={hoursAxis(chosen)} y={LEVELS} title={`Blood levels after ${taken(chosen)}`} says={says}>
          <Nights hour={chosen.hour} />
          {fansOf(curves, BLOOD)}
          <Points of={peaksAt50(chosen)} />
          <Ends of={endsOf(curves, BLOOD)} />
        </Plot>
      }
      aside={
        <Known sources={sources} claims={[...claims, '004-activated-short']}>
          <p>{what}</p>
          <p>
            {evidence} Below 50 mg the curves are the model scaled down: no published blood levels of a low dose were
            found.
          </p>
        </Known>
      }
    />
  );
});

const RECEPTORS: readonly Series[] = [
  { name: 'mu', label: 'mu', look: 'first' },
  { name: 'kappa', label: 'kappa', look: 'second' },
  { name: 'delta', label: 'delta', look: 'third' },
];

const SCANNED = OBSERVATIONS.filter(({ metric }) => metric === 'occupancy');

/** Scans of mu receptors: full where this very dose was scanned. */
export function scans(doseUg: number, at: (one: Observation) => number): readonly Measured[] {
  return SCANNED.map((one) => ({ at: at(one), value: one.value, isHere: one.doseMg * 1000 === doseUg }));
}

/** Days after 50 mg, in percent of the receptors by way of the first hour that the model has. */
function laterScans(curves: Curves): readonly Measured[] {
  const first = medianAt(curves, 'mu', 1) / 100;
  return OBSERVATIONS.flatMap(({ metric, atH = 0, value, sem = 0 }) =>
    metric === 'occupancy against 1 h' && atH <= SHOWN_H
      ? [{ at: atH, value: first * value, sem: first * sem, isHere: true }]
      : [],
  );
}

/** The dose beside the middle scan of each. */
const named = (points: readonly Measured[]): readonly Measured[] =>
  points.map((one, k) => {
    const { doseMg } = SCANNED[k]!;
    const ofDose = SCANNED.filter((scan) => scan.doseMg === doseMg);
    const isMiddle = SCANNED[k] === ofDose[Math.floor(ofDose.length / 2)];
    return isMiddle ? { ...one, label: `${doseMg} mg` } : one;
  });

function pointsOf({ doseUg, nights }: Chosen, curves: Curves): readonly Measured[] {
  if (nights > 1) return [];
  return [...named(scans(doseUg, () => SCAN_H)), ...(doseUg === LICENSED_UG ? laterScans(curves) : [])];
}

export const Receptors = memo(function Receptors({ chosen, curves }: FigureOf) {
  const { sources, what, evidence, claims } = mechanism('brain', chosen.reading);
  const says = receptorsSay(curves);
  const points = pointsOf(chosen, curves);
  return (
    <Figure
      id="receptors"
      title="At the receptor, it depends on whom you believe"
      assumedShare={curves.assumedShare}
      says={
        <>
          {says} {ringsSay(chosen, points)}
        </>
      }
      table={tableOf(curves, RECEPTORS, percent)}
      picture={
        <Plot
          x={hoursAxis(chosen)}
          y={percentAxis(100, 'receptors blocked')}
          height={340}
          right={64}
          title={`Receptors blocked after ${taken(chosen)}`}
          says={says}
        >
          <Nights hour={chosen.hour} />
          {fansOf(curves, RECEPTORS)}
          <Points of={points} />
          <Ends of={endsOf(curves, RECEPTORS)} />
        </Plot>
      }
      aside={
        <Known sources={sources} claims={[...new Set(['001-pulsed-block', ...claims])]}>
          <p>{what}</p>
          <p>{evidence}</p>
        </Known>
      }
    />
  );
});

const ringsSay = ({ doseUg, nights }: Chosen, points: readonly Measured[]): string => {
  if (nights > 1) return 'No scan after repeated low doses was found, so there are no rings.';
  const later =
    doseUg === LICENSED_UG
      ? ' Scans after days were measured against the first hour and are drawn as that share of the first hour of the model.'
      : '';
  return points.some(({ isHere }) => isHere)
    ? `Dark rings: mu receptors scanned (PET) after ${inMg(doseUg)}; pale rings: after other doses. Scans within 8 hours stand at hour ${SCAN_H}.${later}`
    : `Pale rings: mu receptors scanned (PET) after 2, 5, 15 and 50 mg, within 8 hours and drawn at hour ${SCAN_H}. No scan after ${inMg(doseUg)} was found.`;
};

const DREAMS: readonly Series[] = [{ name: 'dreams', label: 'dreams', look: 'first' }];
const BACKGROUND = 100 * PARAMETERS.find(({ name }) => name === 'dreamsBackground')!.value;

export const Dreams = memo(function Dreams({ chosen, curves }: FigureOf) {
  const { sources, claims, what, evidence } = mechanism('sleep', chosen.reading);
  const says = dreamsSay(curves, BACKGROUND);
  const isOff = chosen.off.includes('sleep');
  return (
    <Figure
      id="dreams"
      title="At night, dreams"
      assumedShare={curves.assumedShare}
      says={
        <>
          {isOff && 'Sleep is switched off: dreams stay as on placebo. '}
          {says} The curve is the chance if asleep at that hour; the dotted line is placebo.
        </>
      }
      table={tableOf(curves, DREAMS, percent)}
      picture={
        <Plot
          x={hoursAxis(chosen)}
          y={percentAxis(80, 'chance of vivid dreams, if asleep then')}
          height={260}
          right={64}
          title={`Vivid dreams after ${taken(chosen)}`}
          says={says}
        >
          <Nights hour={chosen.hour} />
          {fansOf(curves, DREAMS)}
          <Line at={[0, SHOWN_H]} values={[BACKGROUND, BACKGROUND]} look="anyway" />
          <Ends of={[...endsOf(curves, DREAMS), { at: BACKGROUND, label: 'placebo', look: 'anyway' }]} />
        </Plot>
      }
      aside={
        <Known sources={sources} claims={claims}>
          <p>{what}</p>
          <p>{evidence}</p>
        </Known>
      }
    />
  );
});
