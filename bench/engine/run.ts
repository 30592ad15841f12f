/**
 * The benchmark of the engine: `node bench/engine/run.ts [people]`. The 84-night titration of the 18-state test model,
 * outputs once a day; every solver at the cheapest setting that meets the same largest error over all people; CPU time
 * per individual, paired within rounds, median of ratios. Needs g++, GSL (libgsl-dev) and R's deSolve (r-cran-desolve);
 * what is missing is left out and said.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gridOf, planOf, type Grid, type Mark, type Plan } from '../../src/engine/grid.ts';
import { canRun } from '../../src/engine/kernel/host.ts';
import { compiled, Kernel, type Arithmetic } from '../../src/engine/kernel/kernel.ts';
import { programOf } from '../../src/engine/kernel/program.ts';
import { javascriptOf } from '../../src/engine/kernel/text.ts';
import { searchGrid } from '../../src/engine/pilot.ts';
import { readModel } from '../../src/engine/readModel.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { EIGHTEEN, EIGHTEEN_STIFF } from '../../test/engine/models/eighteen.ts';
import { kernelHeader, peerHeader } from './twins.ts';

const DAYS = 84;
const ROUNDS = 5;
const PEOPLE = Number(process.argv[2] ?? 512);
const DESOLVE = '/usr/lib/R/site-library/deSolve/libs/deSolve.so';
const folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
const here = import.meta.dirname;
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Contest {
  readonly name: string;
  /** CPU seconds per individual, and the outputs of all people when asked. */
  readonly time: () => number;
}

const amounts = Array.from({ length: DAYS }, (_, day) => [0.5, 1.5, 3, 4.5][Math.min(3, Math.floor(day / 14))]!);
const marks: readonly Mark[] = Array.from({ length: DAYS + 1 }, (_, day) => ({
  at: 24 * day,
  ...(day < DAYS ? { dose: day } : {}),
  ...(day > 0 ? { outputBefore: day - 1 } : {}),
}));

function bench(title: string, text: string, tolerance: number): void {
  const { model, problems } = readModel(text);
  if (model === undefined) throw new Error(JSON.stringify(problems));
  const { program } = programOf(model);
  const people = drawParameters(model, 20, 0, PEOPLE);
  const outputs = model.outputs.length;
  const flat = amounts.map((amount) => [amount]).flat();

  const kernelOf = (grid: Grid, arithmetic: Arithmetic) =>
    new Kernel(compiled(program!, arithmetic)!, planOf(0, marks, grid), 0);
  const solveAll = (kernel: Kernel, count: number): Float64Array => {
    const all = new Float64Array(count * DAYS * outputs);
    for (let k = 0; k + 1 < count; k += 2)
      kernel.solve([people[k]!, people[k + 1]!], [flat, flat], [rowOf(all, k), rowOf(all, k + 1)]);
    return all;
  };
  const rowOf = (all: Float64Array, k: number) => all.subarray(k * DAYS * outputs, (k + 1) * DAYS * outputs);

  const scale = stateScales();
  const writeCase = (plan: Plan) => {
    const script = plan.actions.flatMap((action) =>
      action.kind === 'step' ? [0, action.size] : action.kind === 'dose' ? [1, action.row] : [2, action.row],
    );
    const head = [
      PEOPLE,
      model.parameters.length,
      DAYS,
      outputs,
      plan.sizes.length,
      script.length / 2,
      model.states.length,
    ];
    writeFileSync(
      join(folder, 'case.bin'),
      new Uint8Array(
        Float64Array.from([
          ...head,
          ...plan.sizes,
          ...script,
          ...amounts,
          ...scale,
          ...people.flatMap((row) => [...row]),
        ]).buffer,
      ),
    );
  };
  function stateScales(): readonly number[] {
    return model!.states.map(({ unit }) => (unit === 'ug' ? 1000 : unit === 'ug/L' ? 1 : 1));
  }

  writeFileSync(join(folder, 'kernel.inc'), kernelHeader(program!));
  writeFileSync(join(folder, 'peers.inc'), peerHeader(model));
  const build = (out: string, source: string, flags: readonly string[]): boolean => {
    try {
      execFileSync(
        'g++',
        [
          '-O3',
          '-march=native',
          '-ffp-contract=fast',
          '-w',
          `-I${folder}`,
          `-I${here}`,
          '-o',
          join(folder, out),
          join(here, source),
          ...flags,
        ],
        { stdio: 'pipe' },
      );
      return true;
    } catch (refused) {
      say(`left out: ${out} (${String((refused as { stderr?: Buffer }).stderr ?? refused).split('\n')[0]})`);
      return false;
    }
  };
  const peersBuilt = build('peers', 'peers.cpp', ['-lgsl', '-lgslcblas', '-lm', '-ldl', `-DDESOLVE="${DESOLVE}"`]);
  const runPeer = (method: string, setting: number, count: number, repeats: number) => {
    const line = execFileSync(join(folder, 'peers'), [
      join(folder, 'case.bin'),
      join(folder, 'out.bin'),
      String(repeats),
      method,
      String(setting),
      String(count),
    ]).toString();
    const [seconds, failed] = line.trim().split(' ').map(Number);
    return { seconds: seconds!, failed: failed === 1, outputs: resultOf() };
  };
  const resultOf = () => new Float64Array(new Uint8Array(readFileSync(join(folder, 'out.bin'))).buffer);

  writeCase(planOf(0, marks, gridOf(24, [8], 1)));
  const truth = peersBuilt
    ? runPeer('rk8pd', 1e-13, PEOPLE, 1).outputs
    : solveAll(kernelOf(gridOf(24, [40, 40, 40], 2), 'portable'), PEOPLE);
  const floors = Array.from({ length: outputs }, (_, column) => {
    const sizes = truth
      .filter((__, k) => k % outputs === column)
      .map(Math.abs)
      .sort();
    return 0.01 * sizes[sizes.length >> 1]!;
  });
  const errors = (found: Float64Array): { readonly most: number; readonly median: number } => {
    const each = new Float64Array(found.length / (DAYS * outputs));
    found.forEach((value, k) => {
      const size = Math.abs(value - truth[k]!) / (Math.abs(truth[k]!) + floors[k % outputs]!);
      const who = Math.floor(k / (DAYS * outputs));
      if (!(size <= each[who]!)) each[who] = size;
    });
    const sorted = each.toSorted();
    return { most: sorted.at(-1)!, median: sorted[sorted.length >> 1]! };
  };

  say(`\n## ${title}: largest error over ${PEOPLE} individuals at most ${tolerance}`);
  const found = searchGrid(
    24,
    6,
    (grid) => errors(solveAll(kernelOf(grid, 'portable'), Math.min(PEOPLE, 128))).most / (tolerance * 0.7),
  )!;
  let grid = gridOf(24, found.counts, found.ratio);
  for (let extra = 0; errors(solveAll(kernelOf(grid, 'portable'), PEOPLE)).most > tolerance; extra++) {
    grid = gridOf(
      24,
      found.counts.map((count, k) => count + (k === 2 ? extra + 1 : 0)),
      found.ratio,
    );
  }
  const steps = grid.stretches.map((one) => `${one.steps} x ${one.size.toFixed(2)} h`).join(', ');
  say(`grid: ${steps}`);

  const contests: Contest[] = [];
  const notes = new Map<string, string>();
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  for (const arithmetic of ['fused', 'portable'] as const) {
    if (!canRun[arithmetic]) continue;
    const kernel = kernelOf(grid, arithmetic);
    const { most, median } = errors(solveAll(kernel, PEOPLE));
    const name = `WebAssembly f64x2, ${arithmetic}`;
    notes.set(name, `${most.toExponential(1)} / ${median.toExponential(1)}`);
    contests.push({
      name,
      time: () => {
        let best = Infinity;
        for (let repeat = 0; repeat < 3; repeat++) {
          const begin = cpu();
          solveAll(kernel, PEOPLE);
          best = Math.min(best, (cpu() - begin) / PEOPLE);
        }
        return best;
      },
    });
  }
  contests.push(javascriptContest(solveJavascript(), notes));
  writeCase(planOf(0, marks, grid));
  for (const lanes of [2, 4]) {
    if (
      !build(`kernel${lanes}`, 'kernel.cpp', [
        `-DLANES=${lanes}`,
        ...(lanes === 2 ? ['-mprefer-vector-width=128'] : []),
      ])
    )
      continue;
    const name = `same kernel in C, ${lanes} lanes`;
    const time = () =>
      Number(
        execFileSync(join(folder, `kernel${lanes}`), [
          join(folder, 'case.bin'),
          join(folder, 'out.bin'),
          '3',
        ]).toString(),
      );
    time();
    const { most, median } = errors(resultOf());
    notes.set(name, `${most.toExponential(1)} / ${median.toExponential(1)}`);
    contests.push({ name, time });
  }
  for (const method of ['tsit5', 'rkck', 'rk8pd', 'dlsoda']) {
    if (!peersBuilt || (method === 'dlsoda' && !existsSync(DESOLVE))) {
      say(`left out: ${method}`);
      continue;
    }
    const setting = [1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 3e-8, 1e-8, 3e-9, 1e-9, 1e-10, 1e-11].find(
      (one) => {
        const quick = runPeer(method, one, 32, 1);
        if (quick.failed || errors(quick.outputs).most > tolerance) return false;
        const full = runPeer(method, one, PEOPLE, 1);
        const { most, median } = errors(full.outputs);
        notes.set(method, `${most.toExponential(1)} / ${median.toExponential(1)}, tolerance ${one}`);
        return !full.failed && most <= tolerance;
      },
    );
    if (setting === undefined) say(`${method}: no setting met the error`);
    else contests.push({ name: method, time: () => runPeer(method, setting, 32, 2).seconds });
  }

  const rounds = Array.from({ length: ROUNDS }, () => contests.map((one) => one.time()));
  const columns = contests.map((_, k) => rounds.map((round) => round[k]!));
  say(
    '| solver | us per individual: median (best) | ratio to fused WebAssembly: median [range] | largest / median error |',
  );
  say('|---|---|---|---|');
  contests.forEach(({ name }, k) => {
    const times = columns[k]!.toSorted((a, b) => a - b);
    const ratios = rounds.map((round) => round[k]! / round[0]!).sort((a, b) => a - b);
    const middle = ROUNDS >> 1;
    say(
      `| ${name} | ${(1e6 * times[middle]!).toFixed(0)} (${(1e6 * times[0]!).toFixed(0)}) | ${ratios[middle]!.toFixed(2)} [${ratios[0]!.toFixed(2)}..${ratios.at(-1)!.toFixed(2)}] | ${notes.get(name) ?? ''} |`,
    );
  });

  function solveJavascript(): () => Float64Array {
    const plan = planOf(0, marks, grid);
    const { layout, fixedSize } = program!;
    const doses = fixedSize + plan.sizes.length * layout.table.size;
    const rows = doses + DAYS;
    const memory = new Float64Array(rows + DAYS * outputs);
    const table = (k: number) => fixedSize + k * layout.table.size;
    const script = Int32Array.from([
      ...plan.sizes.flatMap((_, k) => [4, table(k)]),
      3,
      0,
      ...plan.actions.flatMap((action) =>
        action.kind === 'step'
          ? [0, table(action.size)]
          : action.kind === 'dose'
            ? [1, doses + action.row]
            : [2, rows + action.row * outputs],
      ),
    ]);
    plan.sizes.forEach((h, k) => memory.fill(h, table(k), table(k) + 1));
    memory.set(amounts, doses);
    // oxlint-disable-next-line typescript/no-implied-eval -- the point of this row
    const { prepare, follow } = new Function('M', javascriptOf(program!))(memory) as {
      prepare: () => void;
      follow: (script: Int32Array) => void;
    };
    return () => {
      const count = Math.min(PEOPLE, 64);
      const all = new Float64Array(count * DAYS * outputs);
      for (let k = 0; k < count; k++) {
        memory.set(people[k]!, 0);
        memory[layout.time] = 0;
        prepare();
        follow(script);
        rowOf(all, k).set(memory.subarray(rows, rows + DAYS * outputs));
      }
      return all;
    };
  }
  function javascriptContest(solve: () => Float64Array, into: Map<string, string>): Contest {
    const name = 'generated JavaScript, one lane';
    const { most, median } = errors(solve());
    into.set(name, `${most.toExponential(1)} / ${median.toExponential(1)} (64 people)`);
    return {
      name,
      time: () => {
        const begin = cpu();
        solve();
        return (cpu() - begin) / Math.min(PEOPLE, 64);
      },
    };
  }
}

bench('18 states, 84 nights', EIGHTEEN, 1e-5);
bench('18 states, 84 nights', EIGHTEEN, 1e-6);
bench('the same with a turnover of three minutes', EIGHTEEN_STIFF, 1e-5);
rmSync(folder, { recursive: true });
