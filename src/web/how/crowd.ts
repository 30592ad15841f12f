/**
 * The crowd behind the page: a thousand people drawn once for each reading from a stated seed, and kernels compiled once
 * for each course of doses. A change of the dose alone multiplies the amounts and draws and compiles nothing.
 * Steps are fixed, since output times stand every half hour anyway; every 32nd person is audited on half the step.
 */
import type { Model } from '../../engine/model.ts';
import { populationSolver, type PopulationSolver } from '../../engine/population.ts';
import { drawStudy } from '../../knowledge/mechanisms/crowd.ts';
import { assumedShare, composedModel, SWITCHABLE, type Reading } from '../../knowledge/mechanisms/index.ts';
import {
  PEOPLE,
  SCAN_H,
  SEED,
  SHOWN_H,
  TRIAL_NIGHTS,
  type AnswerTo,
  type Bands,
  type Curves,
  type DosesQuestion,
  type HoursQuestion,
  type MoodCurves,
  type MoodQuestion,
  type Question,
} from './questions.ts';
import { DOSES_MG } from './doses.ts';
import { quantiles } from './quantiles.ts';

/** Far below the width of a line. */
const TOLERANCE = 1e-3;
/** Half hours while a dose is absorbed, two hours later; output times cut steps short. */
const GRID = {
  stretches: [
    { steps: 6, size: 0.5 },
    { steps: 11, size: 2 },
  ],
} as const;
/** People when only the reference runs: it needs milliseconds for each. */
const FALLBACK_PEOPLE = 24;
/** Solvers kept; one more than this and the oldest goes. */
const KEPT = 12;
const DAY_H = 24;

interface Choice {
  readonly reading: Reading;
  readonly off: readonly string[];
}

interface Course {
  readonly choice: Choice;
  /** Nightly doses. */
  readonly nights: number;
  readonly hour: number;
  readonly observe: readonly number[];
  /** Names of the outputs that are computed. */
  readonly outputs: readonly string[];
}

interface Prepared {
  readonly model: Model;
  readonly solver: PopulationSolver;
  /** Share of the parameters behind these outputs that are assumed. */
  readonly assumed: number;
}

const prepared = new Map<string, Prepared>();

function prepare(course: Course): Prepared {
  const key = JSON.stringify(course);
  const known = prepared.get(key);
  if (known) return known;
  const whole = composedModel(course.choice);
  const model = { ...whole, outputs: whole.outputs.filter(({ name }) => course.outputs.includes(name)) };
  const { solver, problems } = populationSolver(model, {
    events: Array.from({ length: course.nights }, (_, night) => ({ kind: 'dose', at: DAY_H * night, amount: 1 })),
    observe: course.observe,
    side: 'after',
    tolerance: TOLERANCE,
    mode: 'fast',
    arithmetic: 'portable',
    inputs: { hourAtStart: course.hour },
    grid: GRID,
  });
  if (solver === undefined) throw new Error(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'));
  const [oldest] = prepared.keys();
  if (prepared.size >= KEPT && oldest !== undefined) prepared.delete(oldest);
  const made = { model, solver, assumed: assumedShare(model) };
  prepared.set(key, made);
  return made;
}

const drawn = new Map<Reading, Float64Array[]>();

/** The first people of the crowd. All models of a reading declare the same parameters, so one draw serves them all. */
function crowd(model: Model, reading: Reading, count: number): readonly Float64Array[] {
  const known = drawn.get(reading) ?? [];
  drawn.set(reading, known);
  for (let person = known.length; person < count; person++) known.push(drawStudy(model, SEED, person, 1)[0]!);
  return known.slice(0, count);
}

const typical = (model: Model): Float64Array => Float64Array.from(model.parameters, ({ value }) => value);

/** Outputs of everybody who could be solved: for each name a row of people for each time. */
interface Rows {
  readonly rows: Readonly<Record<string, readonly Float64Array[]>>;
  readonly people: number;
  readonly failed: number;
  readonly method: string;
  readonly isFallback: boolean;
  readonly assumedShare: number;
}

function solved(course: Course, doseMg: number, wanted: number): Rows {
  const { model, solver, assumed } = prepare(course);
  const isFallback = solver.compiled === undefined;
  const count = isFallback ? Math.min(wanted, FALLBACK_PEOPLE) : wanted;
  const people = count === 1 ? [typical(model)] : crowd(model, course.choice.reading, count);
  const amounts = new Float64Array(course.nights).fill(doseMg);
  const factors = people.map(() => amounts);
  const all = solver.solve(0, people, factors);
  const good = all.flatMap(({ outputs, failed }) => (failed === undefined ? [outputs] : []));
  const names = model.outputs.map(({ name }) => name);
  const rows = byName(good, names, course.observe.length);
  const failed = all.length - good.length;
  return { rows, people: good.length, failed, method: solver.method, isFallback, assumedShare: assumed };
}

/** Turns what each person did into what all people did at each time. */
function byName(people: readonly Float64Array[], names: readonly string[], times: number): Rows['rows'] {
  const rows = names.map(() => Array.from({ length: times }, () => new Float64Array(people.length)));
  people.forEach((outputs, person) => {
    for (let k = 0; k < outputs.length; k++)
      rows[k % names.length]![Math.floor(k / names.length)]![person] = outputs[k]!;
  });
  return Object.fromEntries(names.map((name, k) => [name, rows[k]!]));
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Quantiles of each row; reorders the rows. */
function bandsOf(rows: readonly Float64Array[]): Bands {
  const [p05, p25, median, p75, p95] = SHARES.map(() => new Float64Array(rows.length)) as FiveLines;
  rows.forEach((row, time) => {
    const found = quantiles(row, SHARES);
    [p05, p25, median, p75, p95].forEach((line, k) => (line[time] = found[k]!));
  });
  return { p05, p25, median, p75, p95 };
}

type FiveLines = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

const curvesOf = ({ rows, ...rest }: Rows, at: readonly number[]): Curves => ({
  ...rest,
  at: Float64Array.from(at),
  bands: Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, bandsOf(row)])),
});

const every = (step: number, until: number): readonly number[] =>
  Array.from({ length: Math.round(until / step) + 1 }, (_, k) => k * step);

/** Half hours through the first night, then an hour and a half, which a line cannot tell from half hours. */
const SHOWN_TIMES = [...every(0.5, 12), ...every(1.5, SHOWN_H).filter((hour) => hour > 12)];
const HOUR_OUTPUTS = ['naltrexone', 'naltrexol', 'mu', 'kappa', 'delta', 'dreams'];
/** Nothing in the hours after a dose depends on the other mechanisms, as their order shows. */
const NEEDED_FOR_HOURS = 'sleep';

function hoursOf({ doseMg, nights, hour, reading, off, people }: HoursQuestion): Curves {
  const idle = SWITCHABLE.filter((id) => id !== NEEDED_FOR_HOURS || off.includes(id));
  const last = DAY_H * (nights - 1);
  const observe = SHOWN_TIMES.map((time) => last + time);
  const course = { choice: { reading, off: idle }, nights, hour, observe, outputs: HOUR_OUTPUTS };
  return curvesOf(solved(course, doseMg, people), SHOWN_TIMES);
}

const BEDTIME = 22;
const WEEKS = every(1, TRIAL_NIGHTS / 7);

function moodOf({ doseMg, reading, off, people }: MoodQuestion): MoodCurves {
  const course: Course = {
    choice: { reading, off },
    nights: TRIAL_NIGHTS,
    hour: BEDTIME,
    observe: WEEKS.map((week) => 7 * DAY_H * week),
    outputs: ['madrs', 'madrsPlacebo', 'gain'],
  };
  const rows = solved(course, doseMg, people);
  const last = rows.rows['gain']!.at(-1)!;
  const noGain = last.filter((gain) => gain <= 0).length / last.length;
  return { ...curvesOf(rows, WEEKS), noGain };
}

/** A single dose and nothing but the brain. */
const single = (reading: Reading, observe: readonly number[]): Course => ({
  choice: { reading, off: SWITCHABLE },
  nights: 1,
  hour: BEDTIME,
  observe,
  outputs: ['mu'],
});

/** Every fourth stop of the slider makes a smooth curve. */
const CURVE_MG = DOSES_MG.filter((_, k) => k % 4 === 0);

function dosesOf({ reading }: DosesQuestion): Curves {
  const course = single(reading, [SCAN_H]);
  const each = CURVE_MG.map((doseMg) => solved(course, doseMg, PEOPLE));
  return curvesOf({ ...each[0]!, rows: { mu: each.map(({ rows }) => rows['mu']![0]!) } }, CURVE_MG);
}

const WEEK_TIMES = [1, ...every(4, 7 * DAY_H).slice(1)];
const LICENSED_MG = 50;

function weekOf(reading: Reading): Curves {
  const { rows, ...rest } = solved(single(reading, WEEK_TIMES), LICENSED_MG, PEOPLE);
  const first = rows['mu']![0]!;
  const against = rows['mu']!.map((row) => row.map((value, person) => (100 * value) / first[person]!));
  return curvesOf({ ...rest, rows: { against } }, WEEK_TIMES);
}

/** Answers a question of the page. @throws Error when the engine refuses what the page let through */
export function answerTo<K extends Question['kind']>(question: Extract<Question, { kind: K }>): AnswerTo[K];
export function answerTo(question: Question): AnswerTo[Question['kind']] {
  switch (question.kind) {
    case 'hours':
      return hoursOf(question);
    case 'mood':
      return moodOf(question);
    case 'doses':
      return dosesOf(question);
    case 'week':
      return { slow: weekOf('slow'), plasma: weekOf('plasma') };
  }
}
