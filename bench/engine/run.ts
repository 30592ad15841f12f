/**
 * The benchmark of the engine: `node bench/engine/run.ts [people] [--eighteen]`, 512 people when not said. It takes the
 * whole model of the product with everything on, or the 18-state test model. Every solver at the cheapest setting that
 * meets the same largest error over all people; CPU time per individual, all contestants inside each round, median of
 * the paired ratios. Needs g++, GSL (libgsl-dev) and R's deSolve (r-cran-desolve); what is missing is left out and said.
 * After the tables: curves for a picture, certified mode, sensitivities and workers.
 */
import { availableParallelism } from 'node:os';
import { gridOf, halved, type Grid } from '../../src/engine/grid.ts';
import { canRun } from '../../src/engine/kernel/host.ts';
import { compiled, Kernel } from '../../src/engine/kernel/kernel.ts';
import { programOf } from '../../src/engine/kernel/program.ts';
import { nodesFor, populationSolver, type PopulationRequest } from '../../src/engine/population.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { readModel } from '../../src/engine/readModel.ts';
import { withSensitivities } from '../../src/engine/sensitivities.ts';
import { solveCrowd } from './crowd.ts';
import { javascriptSolver } from './javascript.ts';
import { Native, type PeerName } from './native.ts';
import { caseNamed } from './models.ts';
import { AMOUNTS, DAYS, Titration, type Errors, type ModelText } from './titration.ts';

const ROUNDS = 3;
/** People on whom slow contestants are timed; their errors are those of all. */
const TIMED = 32;
const PEERS: readonly PeerName[] = ['tsit5', 'rkck', 'rk8pd', 'dlsoda'];
const SETTINGS = [1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 3e-8, 1e-8, 3e-9, 1e-9, 1e-10, 1e-11];
const TRUTH = 1e-13;

const say = (line: string) => process.stdout.write(`${line}\n`);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

interface Contestant {
  readonly name: string;
  readonly note: string;
  /** CPU seconds per individual. */
  readonly time: () => number;
}

function compare(title: string, text: ModelText, people: number, tolerance: number): void {
  const titration = new Titration(text, people, { nodes: nodesFor(tolerance) });
  const native = new Native(titration);
  native.writeCase(titration, titration.planFor(gridOf(24, [8], 1)));
  titration.believe(
    native.has('rk8pd')
      ? native.peer('rk8pd', TRUTH, people, 1).outputs
      : titration.solve(titration.kernel(gridOf(24, [40, 40, 40], 2), 'portable')),
  );
  const grid = titration.gridFor(tolerance);
  native.writeCase(titration, titration.planFor(grid));
  say(`\n${title}: largest error over ${people} individuals at most ${tolerance}`);
  say(`grid: ${grid.stretches.map((one) => `${one.steps} x ${one.size.toFixed(2)} h`).join(', ')}\n`);
  const contestants = [
    ...wasm(titration, grid),
    javascript(titration, grid),
    ...twins(titration, native),
    ...peers(titration, native, tolerance),
  ];
  for (const missing of native.missing) say(`left out: ${missing}`);
  report(contestants);
  native.remove();
}

const noteOf = ({ most, median }: Errors, more = ''): string =>
  `${most.toExponential(1)} / ${median.toExponential(1)}${more}`;

const wasm = (titration: Titration, grid: Grid): Contestant[] =>
  (['fused', 'portable'] as const)
    .filter((arithmetic) => canRun[arithmetic])
    .map((arithmetic) => {
      const kernel = titration.kernel(grid, arithmetic);
      const note = noteOf(titration.errors(titration.solve(kernel)));
      return {
        name: `WebAssembly f64x2, ${arithmetic}`,
        note,
        time: () => bestOf(3, () => titration.solve(kernel)) / titration.people.length,
      };
    });

function javascript(titration: Titration, grid: Grid): Contestant {
  const solve = javascriptSolver(titration, grid, TIMED);
  const note = noteOf(titration.errors(solve()), ` (${TIMED} people)`);
  return { name: 'generated JavaScript, one lane', note, time: () => bestOf(2, solve) / TIMED };
}

function bestOf(repeats: number, work: () => unknown): number {
  let best = Infinity;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const begin = cpu();
    work();
    best = Math.min(best, cpu() - begin);
  }
  return best;
}

const twins = (titration: Titration, native: Native): Contestant[] =>
  (['kernel2', 'kernel4'] as const)
    .filter((name) => native.has(name))
    .map((name) => ({
      name: `same kernel in C, ${name === 'kernel2' ? 'two lanes' : 'four lanes (AVX2)'}`,
      note: noteOf(titration.errors(native.twin(name, 1).outputs)),
      time: () => native.twin(name, 3).seconds,
    }));

const peers = (titration: Titration, native: Native, tolerance: number): Contestant[] =>
  PEERS.filter((name) => native.has(name)).flatMap((name) => {
    for (const setting of SETTINGS) {
      const quick = native.peer(name, setting, TIMED, 1);
      if (quick.failed || titration.errors(quick.outputs).most > tolerance) continue;
      const full = native.peer(name, setting, titration.people.length, 1);
      const errors = titration.errors(full.outputs);
      if (full.failed || errors.most > tolerance) continue;
      return [
        {
          name,
          note: noteOf(errors, `, tolerance ${setting}`),
          time: () => native.peer(name, setting, TIMED, 2).seconds,
        },
      ];
    }
    say(`${name}: no setting met the error`);
    return [];
  });

function report(contestants: readonly Contestant[]): void {
  const rounds = Array.from({ length: ROUNDS }, () => contestants.map((one) => one.time()));
  say('| solver | us per individual: median (best) | ratio: median [range] | largest / median error |');
  say('|---|---|---|---|');
  contestants.forEach(({ name, note }, k) => {
    const times = rounds.map((round) => 1e6 * round[k]!);
    const ratios = rounds.map((round) => round[k]! / round[0]!);
    const range = `${Math.min(...ratios).toFixed(2)}..${Math.max(...ratios).toFixed(2)}`;
    say(
      `| ${name} | ${middle(times).toFixed(0)} (${Math.min(...times).toFixed(0)}) | ${middle(ratios).toFixed(2)} [${range}] | ${note} |`,
    );
  });
}

const course: Pick<PopulationRequest, 'events' | 'observe' | 'side'> = {
  events: AMOUNTS.map((amount, day) => ({ kind: 'dose', at: 24 * day, amount })),
  observe: AMOUNTS.map((_, day) => 24 * (day + 1)),
  side: 'before',
};

/** How many of many people are above the tolerance in each mode; truth is a grid twice halved. */
function certify(people: number, tolerance: number): void {
  const titration = new Titration(whole.text, people, { seed: 77 });
  const drawn = titration.people.map((row) => row.subarray(0, titration.source.parameters.length));
  const solve = (mode: 'fast' | 'certified', grid?: Grid) => {
    const request: PopulationRequest = {
      ...course,
      tolerance,
      mode,
      arithmetic: 'portable',
      ...(grid === undefined ? {} : { grid }),
    };
    const solver = populationSolver(titration.source, request).solver!;
    const begin = cpu();
    const solved = solver.solve(0, drawn);
    return { solved, grid: solver.grid!, seconds: (cpu() - begin) / people };
  };
  const fast = solve('fast');
  const sure = solve('certified', fast.grid);
  titration.believe(titration.solve(titration.kernel(halved(halved(halved(fast.grid))), 'portable')));
  for (const [name, { solved, seconds }] of Object.entries({ fast, certified: sure })) {
    const flat = new Float64Array(people * titration.size);
    solved.forEach((one, k) => flat.set(one.outputs, k * titration.size));
    const { each, most } = titration.errors(flat);
    const above = each.filter((error) => error > tolerance).length;
    say(
      `${name} at ${tolerance}: ${above} of ${people} above, largest error ${most.toExponential(1)}, ${(1e6 * seconds).toFixed(0)} us per individual`,
    );
  }
}

async function workers(people: number): Promise<void> {
  const model = readModel(whole.text).model!;
  const request: PopulationRequest = { ...course, tolerance: 1e-5, mode: 'fast', arithmetic: 'fused' };
  const { grid, floors } = populationSolver(model, request).solver!;
  const crowd = {
    text: whole.text,
    request: { ...request, grid: grid!, floors: floors! },
    seed: 5,
    people,
    chunk: 32,
    size: DAYS * model.outputs.length,
  };
  const one = await solveCrowd(crowd, 1);
  const two = await solveCrowd(crowd, 2);
  const same = one.outputs.every((value, k) => Object.is(value, two.outputs[k]));
  say(
    `${people} individuals x ${DAYS} nights on ${availableParallelism()} cores: 1 worker ${one.seconds.toFixed(2)} s, 2 workers ${two.seconds.toFixed(2)} s (${(one.seconds / two.seconds).toFixed(2)}x), same bytes: ${same}`,
  );
}

function sensitivities(): void {
  const names = whole.sensitivities;
  const titration = new Titration(whole.text, 64);
  const { source: model, people } = titration;
  const wide = withSensitivities(model, names).model!;
  const grid = gridOf(24, [1, 2, 8], 2);
  const timeOf = (what: typeof model) => {
    const kernel = new Kernel(compiled(programOf(what).program!, 'fused')!, titration.planFor(grid), 0);
    const out = [0, 1].map(() => new Float64Array(DAYS * what.outputs.length));
    const work = () => {
      for (let k = 0; k < people.length; k += 2) kernel.solve([people[k]!, people[k + 1]!], [AMOUNTS, AMOUNTS], out);
    };
    for (let warm = 0; warm < 6; warm++) work();
    return bestOf(5, work);
  };
  say(
    `${names.length} sensitivities (${wide.states.length} states): ${(timeOf(wide) / timeOf(model)).toFixed(2)} times the cost of the model alone`,
  );
}

function cold(): void {
  const begin = performance.now();
  const model = readModel(whole.text).model!;
  const { program } = programOf(model);
  const code = compiled(program!, 'portable')!;
  say(
    `${model.states.length} states, ${model.outputs.length} outputs; text to kernel of ${code.size} bytes: ${(performance.now() - begin).toFixed(0)} ms`,
  );
}

/** Half-hourly curves of all outputs over 72 h for a thousand people, as a picture draws them. */
function picture(): void {
  const model = readModel(whole.text).model!;
  const people = drawParameters(model, 9, 0, 1000);
  const request: PopulationRequest = {
    events: [{ kind: 'dose', at: 0, amount: 4.5 }],
    observe: Array.from({ length: 145 }, (_, k) => k / 2),
    side: 'after',
    tolerance: 1e-3,
    mode: 'fast',
    arithmetic: 'fused',
  };
  const { solver } = populationSolver(model, request);
  const seconds = bestOf(8, () => solver!.solve(0, people));
  say(`curves of ${people.length} people over 72 h, 145 times: ${(1e3 * seconds).toFixed(0)} ms of one core`);
}

const people = Number(process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 512);
const whole = caseNamed(process.argv.includes('--eighteen') ? 'eighteen' : 'product');
cold();
picture();
compare(whole.title, whole.text, people, 1e-5);
compare(whole.title, whole.text, people, 1e-6);
compare('the same with a turnover of three minutes', whole.stiff, people, 1e-5);
say('');
certify(8 * people, 1e-5);
certify(8 * people, 1e-6);
sensitivities();
await workers(20 * people);
