/**
 * One dose from 0 to 168 hours and one titration over 12 weeks, in both readings of how long a dose lasts, beside what was
 * measured in people. The same virtual people go through every dose and both readings, so that differences are those
 * of the dose and of the reading, not of the draw.
 */
import type { Micrograms } from '../../domain/amount.ts';
import { assumedShare, OBSERVATIONS, type Observation } from '../../knowledge/mechanisms/index.ts';
import { PROTOCOLS } from '../../knowledge/protocols/index.ts';
import { kept } from './bands.ts';
import { solverOf } from './crowd.ts';
import { courseOfRegimen, type GivenDose } from './doses.ts';
import type { DreamChance, Explained, ExplainRequest, Measured, Titration } from './explained.ts';
import { versionsOf } from './index.ts';
import {
  bothOf,
  checked,
  curveOf,
  DREAMS,
  oneDose,
  PLASMA,
  rangeOf,
  RECEPTORS,
  SCAN_H,
  scanCrowds,
  TIMES,
  UNIT_UG,
  type Laboratory,
} from './laboratory.ts';
import { READINGS, type Reading } from './request.ts';

const MOOD = ['madrs', 'madrsPlacebo', 'gain', 'staying'] as const;

/** The doses of the picture: usual steps, and the licensed tablet. */
export const PICTURE_DOSES_UG = [500, 1500, 3000, 4500, 50_000] as const;

const TITRATION_NIGHTS = 84;
/** Hours after each dose at which a pulse is drawn: its rise, its top and its fall. */
const PULSE_H = [0, 0.5, 1, 2, 4, 8, 12, 18];
const ASLEEP = { from: 23, to: 7 } as const;

/** The whole explanation. The request was checked before. */
export function explained(request: ExplainRequest): Explained {
  const lab = new Map(READINGS.map((reading) => [reading, oneDose(reading, request)]));
  const brain = lab.get('brain')!;
  const scans = new Map(READINGS.map((reading) => [reading, scanCrowds(reading, request)]));
  const { doseUg, hour, people, seed } = request;
  return {
    kind: 'model',
    doseUg,
    hour,
    people,
    seed,
    times: TIMES,
    plasma: brain.curves(doseUg, PLASMA),
    occupancy: READINGS.map((reading) => ({
      reading,
      doseUg,
      curves: lab.get(reading)!.curves(doseUg, RECEPTORS),
    })),
    byDose: PICTURE_DOSES_UG.flatMap((dose) =>
      READINGS.map((reading) => ({ reading, doseUg: dose, curves: lab.get(reading)!.curves(dose, ['mu']) })),
    ),
    atFourHours: READINGS.flatMap((reading) =>
      [...scans.get(reading)!].map(([dose, row]) => ({ reading, doseUg: dose, ...rangeOf(row) })),
    ),
    measured: OBSERVATIONS.filter(({ of }) => of === 'mu').map((one) => measuredOf(one, scans, lab)),
    titration: titrationOf(request),
    dreams: dreamsOf(lab),
    method: brain.method,
    assumedShare: kept(assumedShare(brain.asked.trial.model)),
    versions: versionsOf(brain.asked),
  };
}

function measuredOf(
  { study, doseMg, atH = SCAN_H, value, sem, people, metric, source }: Observation,
  scans: ReadonlyMap<Reading, ReadonlyMap<Micrograms, Float64Array>>,
  lab: ReadonlyMap<Reading, Laboratory>,
): Measured {
  const doseUg = doseMg * UNIT_UG;
  const relative = metric === 'occupancy against 1 h';
  const predict = (reading: Reading) =>
    rangeOf(relative ? againstFirstHour(lab.get(reading)!, doseUg, atH) : scans.get(reading)!.get(doseUg)!);
  return {
    study,
    doseUg,
    atH,
    value,
    of: relative ? 'first hour' : 'receptors',
    ...(sem === undefined ? {} : { sem }),
    ...(people === undefined ? {} : { people }),
    predicted: { brain: predict('brain'), plasma: predict('plasma') },
    source,
  };
}

function againstFirstHour(lab: Laboratory, doseUg: Micrograms, atH: number): Float64Array {
  const rows = lab.crowd(doseUg, 'mu');
  const [first, then] = [rows[TIMES.indexOf(1)]!, rows[TIMES.indexOf(atH)]!];
  return then.map((value, person) => (100 * value) / first[person]!);
}

function titrationOf({ protocol, people, seed }: ExplainRequest): Titration {
  const nightTimes = Array.from({ length: TITRATION_NIGHTS + 1 }, (_, night) => 24 * night);
  const times = nightTimes.slice(0, -1).flatMap((begin) => PULSE_H.map((after) => begin + after));
  const course = longCourse(protocol);
  const curvesOf = (reading: Reading, at: readonly number[], outputs: readonly string[]) => {
    const asked = checked({ reading, people, seed, ...course, times: at, outputs });
    const both = bothOf(asked, solverOf(asked.trial), 1);
    return outputs.map((id) => curveOf(asked, both, id));
  };
  return {
    protocol,
    nights: TITRATION_NIGHTS,
    doses: course.doses,
    times,
    pulses: READINGS.map((reading) => ({ reading, mu: curvesOf(reading, times, ['mu'])[0]! })),
    nightTimes,
    mood: curvesOf('brain', nightTimes, MOOD),
  };
}

/** The protocol with its last step prolonged, where it is shorter, to the end of the picture. */
function longCourse(protocol: string): { readonly doses: readonly GivenDose[]; readonly hour: number } {
  const { steps } = PROTOCOLS.find(({ id }) => id === protocol)!;
  const missing = Math.max(0, TITRATION_NIGHTS - steps.reduce((sum, { nights }) => sum + nights, 0));
  const last = steps.at(-1)!;
  const longer = [...steps.slice(0, -1), { ...last, nights: last.nights + missing }];
  const { doses, hour } = courseOfRegimen({ steps: longer });
  return { doses: doses.filter(({ atH }) => atH < 24 * TITRATION_NIGHTS), hour };
}

/** Every third hour of the day. */
const INTAKE_HOURS = Array.from({ length: 9 }, (_, k) => 3 * k);

/** The chance depends on the hours since the dose; which of them are night depends on the hour of intake. */
function dreamsOf(lab: ReadonlyMap<Reading, Laboratory>): readonly DreamChance[] {
  return READINGS.flatMap((reading) =>
    [0, ...PICTURE_DOSES_UG].flatMap((doseUg) => {
      const chances = lab.get(reading)!.typical(doseUg, DREAMS);
      return INTAKE_HOURS.map((hour) => ({ reading, doseUg, hour, chance: kept(meanAsleep(chances, hour)) }));
    }),
  );
}

/** The mean over the half hours of sleep. */
function meanAsleep(chances: readonly number[], hour: number): number {
  const asleep = chances.filter((_, k) => {
    const after = TIMES[k]!;
    const clock = (hour + after) % 24;
    return after < 24 && Number.isInteger(2 * after) && (clock >= ASLEEP.from || clock < ASLEEP.to);
  });
  return asleep.reduce((sum, value) => sum + value, 0) / asleep.length;
}

/** The protocol of the picture of a titration, unless another is named. */
export const USUAL_PROTOCOL = 'weekly-1.5';
