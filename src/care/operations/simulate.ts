import { z } from 'zod';
import { inMg } from '../../domain/amount.ts';
import type { Patient } from '../../domain/patient.ts';
import { PROTOCOLS } from '../../knowledge/protocols/index.ts';
import type { Operation } from '../operation.ts';
import { isoDate, patientSchema, planSchema } from '../schemas.ts';
import {
  LIVERS,
  READINGS,
  simulated,
  type OutputBand,
  type Simulation,
  type SimulationRequest,
} from '../simulate/index.ts';
import { assumedReason, mechanismReasons, MOOD_EVIDENCE, personSaid, readingReason } from '../simulate/reasons.ts';

type SimulateInput = SimulationRequest & { readonly patient?: Patient | undefined };

const number = (description: string) => z.number().optional().meta({ description });

export const simulateFields = {
  patient: patientSchema.optional(),
  doses: z
    .array(z.strictObject({ amountUg: z.number(), atH: z.number() }))
    .optional()
    .meta({ description: 'doses as [{"amountUg": 4500, "atH": 0}], hours after the beginning' }),
  protocol: z
    .enum(PROTOCOLS.map(({ id }) => id))
    .optional()
    .meta({ description: 'a titration protocol, in place of doses' }),
  start: isoDate.optional().meta({ description: 'date of the first night of the protocol; the curves count hours' }),
  plan: planSchema.optional().meta({ description: 'a plan, in place of doses' }),
  reading: z.enum(READINGS).optional().meta({
    description: 'how long a dose lasts: as PET shows (brain, when left out) or as long as in blood (plasma).',
  }),
  switches: z
    .record(z.string().max(100), z.boolean())
    .optional()
    .meta({ description: 'mechanisms to switch off: {"sleep": false}' }),
  people: number('1 for the typical person, up to 10000 for a crowd; 200 when left out'),
  seed: number('seed of the crowd; 1 when left out'),
  hours: number('length in hours; the whole course when left out'),
  nights: number('length in nights'),
  every: number('hours between two points of a curve'),
  times: z.array(z.number()).max(10_000).optional().meta({ description: 'the hours to look at, as a list' }),
  outputs: z.array(z.string().max(100)).max(200).optional().meta({ description: 'ids of curves; all when left out' }),
  liver: z.enum(LIVERS).optional().meta({ description: 'healthy when left out; otherwise the kind of cirrhosis.' }),
  hour: number('hour of the clock of the first dose, such as 22; that of the plan, or 22, when left out'),
  person: z
    .record(z.string().max(100), z.number())
    .optional()
    .meta({ description: 'starting values of the person: {"creatinineClearance": 60}' }),
};

/** Curves from doses. Whatever it shows is a model, and no permission to start. */
export const simulate: Operation<SimulateInput, Simulation | null> = {
  name: 'simulate',
  sentence: 'Simulate doses, a plan or a protocol in the typical person or a crowd: blood, receptors and what follows.',
  takes: 'record',
  input: z.strictObject(simulateFields),
  example: { doses: [{ amountUg: 4500, atH: 0 }], hours: 72, people: 50, seed: 1 },
  run: ({ patient, ...request }, circumstances) => {
    const { simulation, asked, problems } = simulated(request);
    if (simulation === undefined || asked === undefined) return { answer: null, because: [], problems };
    const said = personSaid(patient, request.liver, circumstances);
    const because = [
      ...said.because,
      readingReason(asked),
      MOOD_EVIDENCE,
      ...mechanismReasons(asked.choice),
      assumedReason(simulation.assumedShare),
    ];
    return { answer: simulation, because, problems: [...problems, ...said.problems] };
  },
  inWords: ({ answer }) => (answer === null ? [] : inWords(answer)),
};

function inWords({ doses, times, outputs, people, seed, reading, method, hour }: Simulation): readonly string[] {
  const crowd = people === 1 ? 'the typical person' : `${people} virtual people, seed ${seed}`;
  const largest = Math.max(...doses.map(({ amountUg }) => amountUg));
  return [
    `MODEL, reading "${reading}": ${doses.length} ${doses.length === 1 ? 'dose' : 'doses'} up to ${inMg(largest)} from ${clock(hour)}, ${times.at(-1)} hours, ${crowd}.`,
    'Median (90 % of people) where it is farthest from the beginning, and at the end:',
    ...outputs.map((output) => `  ${extremes(output, times)}`),
    `Solver: ${method}.`,
  ];
}

function extremes({ label, unit, median, p05, p95 }: OutputBand, times: readonly number[]): string {
  const away = median.map((value) => Math.abs(value - median[0]!));
  const at = away.indexOf(Math.max(...away));
  const sign = unit === '1' ? '' : ` ${unit}`;
  const range = (k: number) => `${short(median[k]!)}${sign} (${short(p05[k]!)} to ${short(p95[k]!)})`;
  return `${label}: ${range(at)} at ${times[at]} h; ${range(times.length - 1)} at ${times.at(-1)} h`;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** `22` -> `22:00`. */
export const clock = (hour: number): string =>
  `${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`;
