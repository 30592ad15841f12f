import { describe, expect, it } from 'vitest';
import { gridOf, planOf, type Mark } from '../../src/engine/grid.ts';
import { compiled, Kernel } from '../../src/engine/kernel/kernel.ts';
import { programOf } from '../../src/engine/kernel/program.ts';
import type { Model } from '../../src/engine/model.ts';
import { populationSolver, type PopulationRequest } from '../../src/engine/population.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { EIGHTEEN, EIGHTEEN_STIFF } from './models/eighteen.ts';
import { model, ONE_COMPARTMENT, TWO_COMPARTMENTS } from './models/textbook.ts';

const HOURS = [0.5, 1, 2, 4, 8, 12, 24, 48];
const solverOf = (what: Model, request: Partial<PopulationRequest>) => {
  const { solver, problems } = populationSolver(what, {
    events: [{ kind: 'dose', at: 0, amount: 100, route: 'oral' }],
    observe: HOURS,
    side: 'after',
    tolerance: 1e-6,
    mode: 'fast',
    arithmetic: 'portable',
    ...request,
  });
  if (solver === undefined) throw new Error(JSON.stringify(problems));
  return solver;
};
const typical = (what: Model, change: Record<string, number> = {}) =>
  what.parameters.map(({ name, value }) => change[name] ?? value);
const relativeGap = (found: ArrayLike<number>, truth: ArrayLike<number>) =>
  Math.max(...Array.from(found, (value, k) => Math.abs(value - truth[k]!) / Math.abs(truth[k]!)));

const course = (days: number): Partial<PopulationRequest> => ({
  events: [0.5, 1.5, 3, 4.5].map((amount, week) => ({
    kind: 'dose',
    at: week * 24 * Math.ceil(days / 4),
    amount,
    every: 24,
    repeats: Math.ceil(days / 4) - 1,
  })),
  observe: Array.from({ length: days }, (_, day) => 24 * (day + 1)),
  side: 'before',
});

describe('the kernel solves linear models exactly', () => {
  const one = model(ONE_COMPARTMENT);
  const bateman = (t: number, ka: number, k: number) =>
    Math.abs(ka - k) < 1e-12
      ? 2 * ka * t * Math.exp(-k * t)
      : ((2 * ka) / (ka - k)) * (Math.exp(-k * t) - Math.exp(-ka * t));

  it.each([1.2, 0.125, 0.125000001, 700])('one compartment with an absorption rate of %f 1/h, to 1e-11', (ka) => {
    const [found] = solverOf(one, {}).solve(0, [typical(one, { ka })]);
    const column = HOURS.map((_, k) => found!.outputs[2 * k]!);
    expect(
      relativeGap(
        column,
        HOURS.map((t) => bateman(t, ka, 0.125)),
      ),
    ).toBeLessThan(ka === 0.125000001 ? 1e-7 : 1e-11);
  });

  it('two compartments as the reference at 1e-12', () => {
    const two = model(TWO_COMPARTMENTS);
    const people = drawParameters(two, 3, 0, 6);
    const solved = solverOf(two, {}).solve(0, people);
    people.forEach((row, who) => {
      const parameters = Object.fromEntries(two.parameters.map(({ name }, k) => [name, row[k]!]));
      const { trajectory } = simulate(two, {
        events: [{ kind: 'dose', at: 0, amount: 100, route: 'oral' }],
        observe: HOURS,
        side: 'after',
        parameters,
        relative: 1e-12,
        absolute: 1e-16,
      });
      expect(relativeGap(solved[who]!.outputs, trajectory!.outputs['C']!)).toBeLessThan(1e-9);
    });
  });

  it('a constant source beside the losses: an indirect response at rest stays at rest', () => {
    const turnover = model(
      `param kin = 3 1/h\nparam kout = 0.2 1/h\nstate R 1 = kin/kout\nR' = kin - kout*R\ndose into R\noutput r = R 1`,
    );
    const [found] = solverOf(turnover, { events: [] }).solve(0, [typical(turnover)]);
    expect(
      relativeGap(
        found!.outputs,
        HOURS.map(() => 15),
      ),
    ).toBeLessThan(1e-13);
  });

  it('an oscillator keeps its amplitude for a week', () => {
    const swing = model(
      `param w = 0.2617993877991494 1/h\nstate c 1 = 1\nstate s 1 = 0\nc' = -w*s\ns' = w*c\noutput C = c 1\noutput S = s 1`,
    );
    const observe = [24, 168];
    const [found] = solverOf(swing, { events: [], observe }).solve(0, [typical(swing)]);
    expect(Math.abs(found!.outputs[2]! - 1)).toBeLessThan(1e-12);
    expect(Math.abs(found!.outputs[3]!)).toBeLessThan(1e-12);
  });
});

describe('the kernel agrees with the reference on 18 states', () => {
  it.each([
    ['as it is', EIGHTEEN],
    ['with a turnover of three minutes', EIGHTEEN_STIFF],
  ])('%s, within the tolerance of 1e-6', (_, text) => {
    const full = model(text);
    const request = course(8);
    const people = drawParameters(full, 11, 0, 2);
    const solver = solverOf(full, { ...request, mode: 'certified' });
    expect(solver.method).toContain('6 states exact, 12 by collocation');
    solver.solve(0, people).forEach(({ outputs, failed }, who) => {
      const parameters = Object.fromEntries(full.parameters.map(({ name }, k) => [name, people[who]![k]!]));
      const { trajectory } = simulate(full, {
        events: request.events!,
        observe: request.observe!,
        side: 'before',
        parameters,
        relative: 1e-10,
      });
      const truth = request.observe!.flatMap((__, k) => full.outputs.map(({ name }) => trajectory!.outputs[name]![k]!));
      expect(failed).toBeUndefined();
      expect(relativeGap(outputs, truth)).toBeLessThan(1e-6);
    });
  });

  it('halving the steps of order 6 divides the error by about 64', () => {
    const full = model(EIGHTEEN);
    const { program } = programOf(full);
    const marks: Mark[] = [
      { at: 0, dose: 0 },
      { at: 24, outputBefore: 0 },
    ];
    const moodAfter = (steps: number) => {
      const out = new Float64Array(full.outputs.length);
      new Kernel(compiled(program!, 'portable')!, planOf(0, marks, gridOf(24, [steps], 1)), 0).solve(
        [typical(full)],
        [[4.5]],
        [out],
      );
      return out[12]!;
    };
    const truth = moodAfter(512);
    const ratio = (moodAfter(8) - truth) / (moodAfter(16) - truth);
    expect(Math.log2(Math.abs(ratio))).toBeGreaterThan(5);
  });

  it('a state that is not linear in itself is solved too: saturable elimination and logistic growth', () => {
    const curved = model(`
      param vmax = 8 mg/h : lognormal cv 0.2
      param km = 20 mg : lognormal cv 0.2
      param r = 0.2 1/h
      state A mg = 0
      state N 1 = 0.05
      A' = -vmax*A/(km + A)
      N' = r*N*(1 - N)
      dose into A
      output a = A mg
      output n = N 1`);
    const solver = solverOf(curved, {
      events: [{ kind: 'dose', at: 0, amount: 100, every: 24, repeats: 3 }],
      observe: [6, 24, 72],
      mode: 'certified',
      tolerance: 1e-8,
    });
    const [found] = solver.solve(0, [typical(curved)]);
    const { trajectory } = simulate(curved, {
      events: [{ kind: 'dose', at: 0, amount: 100, every: 24, repeats: 3 }],
      observe: [6, 24, 72],
      side: 'after',
      relative: 1e-12,
    });
    const truth = [0, 1, 2].flatMap((k) => [trajectory!.outputs['a']![k]!, trajectory!.outputs['n']![k]!]);
    expect(found!.failed).toBeUndefined();
    expect(relativeGap(found!.outputs, truth)).toBeLessThan(1e-8);
  });
});

describe('the same bytes', () => {
  const full = model(EIGHTEEN);
  const people = drawParameters(full, 5, 0, 7);
  const solver = solverOf(full, { ...course(4), tolerance: 1e-5 });
  const alone = people.map((row, who) => solver.solve(who, [row])[0]!.outputs);

  it.each([1, 2, 3, 7])('in chunks of %i', (size) => {
    const together = Array.from({ length: Math.ceil(people.length / size) }, (_, k) =>
      solver.solve(k * size, people.slice(k * size, (k + 1) * size)),
    ).flat();
    expect(together.map((one) => one.outputs)).toEqual(alone);
  });

  it('from a second solver with the same grid, as in another worker', () => {
    const second = solverOf(full, { ...course(4), tolerance: 1e-5, grid: solver.grid! });
    expect(second.solve(0, people).map((one) => one.outputs)).toEqual(alone);
  });

  it("in the certified mode too, where the number of halvings is each one's own", () => {
    const sure = solverOf(full, { ...course(4), tolerance: 5e-6, mode: 'certified', grid: gridOf(24, [4, 4, 4], 2) });
    const each = people.map((row, who) => sure.solve(who, [row])[0]!);
    expect(sure.solve(0, people)).toEqual(each);
    expect(new Set(each.map((one) => one.level)).size).toBeGreaterThan(1);
  });

  it('fused arithmetic differs in the last bits only', () => {
    const fused = solverOf(full, { ...course(4), tolerance: 1e-5, arithmetic: 'fused', grid: solver.grid! });
    fused.solve(0, people).forEach(({ outputs }, who) => expect(relativeGap(outputs, alone[who]!)).toBeLessThan(1e-11));
  });
});

describe('what the kernel does not do is done by the reference, and said', () => {
  const one = model(ONE_COMPARTMENT);
  it.each([
    [
      'an infusion',
      [{ kind: 'dose', at: 0, amount: 1, over: 2, route: 'vein' }],
      'because the schedule has an infusion',
    ],
    [
      'steady state',
      [{ kind: 'dose', at: 0, amount: 1, every: 24, atSteadyState: true, route: 'vein' }],
      'because the schedule begins at steady state',
    ],
  ] as const)('%s', (_, events, reason) => {
    const solver = solverOf(one, { events });
    expect(solver.method).toContain(reason);
    expect(solver.solve(0, [typical(one)])[0]!.outputs).toHaveLength(2 * HOURS.length);
  });

  it('a lag that is the same for all moves the doses of the kernel', () => {
    const late = solverOf(one, {
      events: [{ kind: 'dose', at: 0, amount: 100, route: 'late' }],
      observe: [4.25],
    }).solve(0, [typical(one)]);
    const early = solverOf(one, { observe: [4] }).solve(0, [typical(one)]);
    expect(relativeGap(late[0]!.outputs, early[0]!.outputs)).toBeLessThan(1e-12);
  });

  it('a missed dose is a factor of zero', () => {
    const events = [{ kind: 'dose', at: 0, amount: 100, route: 'oral', every: 24, repeats: 1 }] as const;
    const missed = solverOf(one, { events, observe: [30] }).solve(0, [typical(one)], [[1, 0]]);
    const single = solverOf(one, { observe: [30] }).solve(0, [typical(one)]);
    expect(relativeGap(missed[0]!.outputs, single[0]!.outputs)).toBeLessThan(1e-12);
  });

  it('a value that is not finite is named with its time', () => {
    const broken = model(`param n = 0.5 1\nstate A 1 = -1\nA' = 1[1/h]*A^n\noutput a = A 1`);
    expect(solverOf(broken, { events: [], grid: gridOf(24, [4], 1) }).solve(0, [[0.5]])[0]!.failed).toBe(
      'a is NaN at 0.5',
    );
  });
});

describe('what a mechanism model needs', () => {
  const circadian = model(`
    param k = 0.3 1/h : lognormal cv 0.2
    param phase = 4 h
    input weight = 70 kg
    state A mg = 0
    state S 1 = 1
    A' = -k*(weight/70[kg])^0.75*A
    S' = 0.2[1/h]*(1 + 0.4*cos(2*3.141592653589793*(t - phase)/24[h])/(1 + A/5[mg]) - S)
    dose into A
    output a = A mg
    output s = S 1`);
  const events = [{ kind: 'dose', at: 22, amount: 10, every: 24, repeats: 4 }] as const;
  const observe = [10, 22, 34, 58, 130];

  it('the time of day in a rate and a covariate in a clearance agree with the reference', () => {
    const inputs = { weight: 90 };
    const solver = solverOf(circadian, { events, observe, inputs, tolerance: 1e-9, mode: 'certified', side: 'before' });
    const people = drawParameters(circadian, 2, 0, 3);
    solver.solve(0, people).forEach(({ outputs, failed }, who) => {
      const parameters = Object.fromEntries(circadian.parameters.map(({ name }, k) => [name, people[who]![k]!]));
      const { trajectory } = simulate(circadian, {
        events,
        observe,
        inputs,
        side: 'before',
        parameters,
        relative: 1e-12,
      });
      expect(failed).toBeUndefined();
      observe.forEach((_, k) => {
        expect(Math.abs(outputs[2 * k]! - trajectory!.outputs['a']![k]!)).toBeLessThan(1e-9);
        expect(Math.abs(outputs[2 * k + 1]! - trajectory!.outputs['s']![k]!)).toBeLessThan(1e-9);
      });
    });
  });

  it('outputs between doses and doses at odd hours need no even grid', () => {
    const odd = [0, 23.5, 49.25, 70, 96.75].map((at) => ({ kind: 'dose', at, amount: 3 }) as const);
    const hours = Array.from({ length: 121 }, (_, k) => k);
    const solver = solverOf(circadian, { events: odd, observe: hours, side: 'after', tolerance: 1e-7 });
    const row = typical(circadian);
    const { outputs } = solver.solve(1, [row])[0]!;
    const { trajectory } = simulate(circadian, { events: odd, observe: hours, side: 'after', relative: 1e-11 });
    hours.forEach((_, k) => expect(Math.abs(outputs[2 * k + 1]! - trajectory!.outputs['s']![k]!)).toBeLessThan(1e-7));
  });
});

describe('the pilot', () => {
  it('is not misled by an output that is zero in everybody, nor by a kink early after the dose', () => {
    const kinked = model(`
      param ka = 3 1/h : lognormal cv 0.6
      param gain = 0 1 : normal sd 0.5
      state G mg = 0
      state A mg = 0
      state X 1 = 1
      G' = -ka*G
      A' = ka*G - 0.2[1/h]*A
      X' = 0.1[1/h]*(1 + max(A/5[mg] - 1, 0)/(1 + A/5[mg]) - X)
      dose into G
      output nothing = 0*A mg
      output x = gain*(X - 1) 1`);
    const solver = solverOf(kinked, {
      events: [{ kind: 'dose', at: 0, amount: 20 }],
      observe: Array.from({ length: 97 }, (_, k) => k / 2),
      tolerance: 2e-3,
    });
    expect(solver.method).toContain('portable WebAssembly');
  });
});

describe('a request for a population that cannot be met is a problem', () => {
  const one = model(ONE_COMPARTMENT);
  const asked = {
    events: [],
    observe: [1],
    side: 'after',
    tolerance: 1e-6,
    mode: 'fast',
    arithmetic: 'portable',
  } as const;
  it.each([
    ['tolerance', { tolerance: 1e-14 }],
    ['observe[1]', { observe: [2, 2] }],
    ['observe', { observe: Array.from({ length: 60_000 }, (_, k) => k) }],
    ['inputs.weight', { inputs: { weight: 3 } }],
    ['events[0].route', { events: [{ kind: 'dose', at: 0, amount: 1, route: 'nose' }] }],
  ] as const)('%s', (path, change) => {
    const { solver, problems } = populationSolver(one, { ...asked, ...change });
    expect(problems.map((found) => found.path)).toEqual([path]);
    expect(solver).toBeUndefined();
  });
});
