/** What may be asked of a simulation, and the trial that a request becomes once every field of it was found good. */
import { error, quote, type Problem } from '../../domain/problem.ts';
import type { Model } from '../../engine/model.ts';
import {
  choiceProblems,
  composedModel,
  mechanismsOf,
  type Choice,
  type Reading as BrainReading,
} from '../../knowledge/mechanisms/index.ts';
import type { Trial } from './crowd.ts';
import { courseOf, type Course, type WhatIsTaken } from './doses.ts';

/** `brain`: the brain holds on for days, as PET shows. `plasma`: the block follows the blood for hours, as the articles tell. */
export const READINGS = ['brain', 'plasma'] as const;
export type Reading = (typeof READINGS)[number];

export const LIVERS = ['healthy', 'compensated', 'decompensated'] as const;
export type Liver = (typeof LIVERS)[number];

export interface SimulationRequest extends WhatIsTaken {
  readonly reading?: Reading | undefined;
  /** Mechanisms by id; `false` switches one off. */
  readonly switches?: Readonly<Record<string, boolean>> | undefined;
  /** 1 is the typical person; more is a crowd. */
  readonly people?: number | undefined;
  readonly seed?: number | undefined;
  readonly hours?: number | undefined;
  readonly nights?: number | undefined;
  /** Hours between two points of a curve. */
  readonly every?: number | undefined;
  /** Hours of the points themselves, in place of `every`. */
  readonly times?: readonly number[] | undefined;
  readonly outputs?: readonly string[] | undefined;
  readonly liver?: Liver | undefined;
  /** Inputs of the model by name, such as `crpAtStart`. */
  readonly person?: Readonly<Record<string, number>> | undefined;
}

/** What an absent field means; each is in the answer, so that nothing is filled in silence. */
export const DEFAULTS = { reading: 'brain', people: 200, seed: 1, liver: 'healthy' } as const;

/** A request that can be carried out. */
export interface Asked {
  readonly trial: Trial;
  readonly course: Course;
  readonly choice: Choice;
  readonly reading: Reading;
  readonly people: number;
  readonly seed: number;
  readonly liver: Liver;
  /** Positions among the outputs of the model. */
  readonly columns: readonly number[];
}

export const MOST_PEOPLE = 10_000;
/** A year: beyond it no trial followed anybody. */
export const MOST_HOURS = 24 * 366;
export const MOST_TIMES = 2500;
/** Numbers held at once, 400 megabytes. */
const MOST_NUMBERS = 50_000_000;
const LARGEST_SEED = 2 ** 32 - 1;
/** Points of a curve when nothing is said. */
const USUAL_TIMES = 170;
const INTERVALS = [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 24] as const;

const BRAIN_READING: Readonly<Record<Reading, BrainReading>> = { brain: 'slow', plasma: 'plasma' };

/** The request with its model, or what is wrong with it. */
export function askedOf(request: SimulationRequest): { readonly asked?: Asked; readonly problems: readonly Problem[] } {
  const { reading = DEFAULTS.reading, people = DEFAULTS.people, seed = DEFAULTS.seed } = request;
  const { course, problems: ofCourse } = courseOf(request);
  const { choice, problems: ofChoice } = choiceOf(reading, request.switches ?? {});
  const problems = [...ofCourse, ...ofChoice, ...countProblems(people, seed), ...lengthProblems(request)];
  if (course === undefined || problems.some(({ severity }) => severity === 'error')) return { problems };
  const model = composedModel(choice);
  const times = request.times ?? timesOf(request, course);
  const { columns, problems: ofOutputs } = columnsOf(model, request.outputs);
  const { inputs, problems: ofPerson } = inputsOf(model, request, course);
  const found = [...problems, ...ofOutputs, ...ofPerson, ...sizeProblems(people, times.length, columns.length)];
  if (found.some(({ severity }) => severity === 'error')) return { problems: found };
  const trial = { model, doses: course.doses, times, inputs };
  const { liver = DEFAULTS.liver } = request;
  return { asked: { trial, course, choice, reading, people, seed, liver, columns }, problems: found };
}

/** The choice of mechanisms; a switch that does not exist, or cannot be off, is a problem at its own name. */
function choiceOf(reading: Reading, switches: Readonly<Record<string, boolean>>) {
  const off = Object.keys(switches).filter((id) => switches[id] === false);
  const ids = mechanismsOf(BRAIN_READING[reading]).map(({ id }) => id);
  const unknown = Object.keys(switches)
    .filter((id) => !ids.includes(id) && !off.includes(id))
    .map((id) => error(`switches.${id}`, quote(id), `one of ${ids.join(', ')}`, 'Name a mechanism.'));
  const refused = choiceProblems({ off }).map((problem) => ({
    ...problem,
    path: `switches.${off[Number(/\d+/.exec(problem.path)?.[0])]}`,
    expected: problem.expected === 'one of ' ? 'no switch: none of the mechanisms can be off' : problem.expected,
  }));
  return { choice: { reading: BRAIN_READING[reading], off }, problems: [...unknown, ...refused] };
}

function countProblems(people: number, seed: number): readonly Problem[] {
  const whole = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high;
  return [
    ...(whole(people, 1, MOST_PEOPLE)
      ? []
      : [
          error(
            'people',
            quote(people),
            `a whole number from 1 to ${MOST_PEOPLE}`,
            'Take 1 for the typical person, 200 for a picture, 10000 at most.',
          ),
        ]),
    ...(whole(seed, 0, LARGEST_SEED)
      ? []
      : [error('seed', quote(seed), `a whole number from 0 to ${LARGEST_SEED}`, 'Any such number gives a crowd.')]),
  ];
}

function lengthProblems({ hours, nights, every, times }: SimulationRequest): readonly Problem[] {
  const within = (path: string, value: number | undefined, most: number): readonly Problem[] =>
    value === undefined || (value > 0 && value <= most)
      ? []
      : [error(path, quote(value), `more than 0 and at most ${most}`, 'Choose a length inside these bounds.')];
  const both =
    hours !== undefined && nights !== undefined
      ? [error('nights', 'hours and nights', 'one of them', 'Give only one of hours and nights.')]
      : [];
  return [
    ...within('hours', hours, MOST_HOURS),
    ...within('nights', nights, MOST_HOURS / 24),
    ...within('every', every, MOST_HOURS),
    ...both,
    ...(times === undefined ? [] : timesProblems(times)),
  ];
}

function timesProblems(times: readonly number[]): readonly Problem[] {
  if (times.length === 0) return [error('times', 'an empty list', 'at least one hour', 'Give the hours to look at.')];
  return times.flatMap((time, k) => {
    const earliest = k === 0 ? 0 : times[k - 1]!;
    return time >= earliest && time <= MOST_HOURS
      ? []
      : [
          error(
            `times[${k}]`,
            quote(time),
            `an hour from ${earliest} to ${MOST_HOURS}`,
            'Time does not go backwards; put the hours in order.',
          ),
        ];
  });
}

function timesOf({ hours, nights, every }: SimulationRequest, course: Course): readonly number[] {
  const length = hours ?? (nights === undefined ? course.coversH : 24 * nights);
  const step = every ?? INTERVALS.find((interval) => length / interval <= USUAL_TIMES) ?? INTERVALS.at(-1)!;
  const count = Math.floor(length / step + 1e-9);
  // Guards the memory before the list is made; sizeProblems says the rest.
  return Array.from({ length: Math.min(count, MOST_TIMES) + 1 }, (_, k) => k * step);
}

function columnsOf(model: Model, wanted: readonly string[] | undefined) {
  const names = model.outputs.map(({ name }) => name);
  const ids = wanted ?? names;
  const problems = ids.flatMap((id, k) =>
    names.includes(id)
      ? []
      : [error(`outputs[${k}]`, quote(id), `one of ${names.join(', ')}`, 'Name an output of the model.')],
  );
  const none = ids.length === 0 ? [error('outputs', 'an empty list', 'at least one output', 'Name one.')] : [];
  return { columns: ids.map((id) => names.indexOf(id)), problems: [...problems, ...none] };
}

/** The hour of the clock at time 0, in a model that knows sleep. */
const CLOCK = 'hourAtStart';

function inputsOf(model: Model, { person = {}, liver = DEFAULTS.liver }: SimulationRequest, { hour }: Course) {
  const names = model.inputs.map(({ name }) => name);
  const own = new Set(['compensated', 'decompensated', CLOCK]);
  const free = names.filter((name) => !own.has(name));
  const problems = Object.entries(person).flatMap(([name, value]) =>
    free.includes(name) && value >= 0
      ? []
      : [
          error(
            `person.${name}`,
            quote(value),
            free.includes(name) ? 'a number of 0 or more' : `one of ${free.join(', ')}`,
            'Correct it, or leave it out.',
          ),
        ],
  );
  const inputs = {
    ...person,
    ...(liver === 'healthy' ? {} : { [liver]: 1 }),
    ...(names.includes(CLOCK) ? { [CLOCK]: hour } : {}),
  };
  return { inputs, problems };
}

function sizeProblems(people: number, times: number, outputs: number): readonly Problem[] {
  if (times > MOST_TIMES)
    return [error('times', `${times} points`, `at most ${MOST_TIMES}`, 'Take a longer interval or a shorter time.')];
  const numbers = people * times * outputs;
  return numbers <= MOST_NUMBERS
    ? []
    : [
        error(
          'people',
          `${people} people, ${times} times, ${outputs} outputs`,
          `at most ${MOST_NUMBERS / 1e6} million numbers in all`,
          'Name the outputs you need, or take fewer people or times.',
        ),
      ];
}
