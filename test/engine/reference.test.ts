import { describe, expect, it } from 'vitest';
import { simulate, type Request } from '../../src/engine/simulate.ts';
import type { Model } from '../../src/engine/model.ts';
import { model, ONE_COMPARTMENT, TWO_COMPARTMENTS } from './models/textbook.ts';
import { EIGHTEEN } from './models/eighteen.ts';

const one = model(ONE_COMPARTMENT);
const two = model(TWO_COMPARTMENTS);
const TIGHT = { relative: 1e-12, absolute: 1e-15 } as const;

const run = (what: Model, request: Request) => {
  const { trajectory, problems } = simulate(what, request);
  if (trajectory === undefined) throw new Error(JSON.stringify(problems));
  return trajectory;
};
const oral = (at: number, amount = 100) => ({ kind: 'dose', at, amount, route: 'oral' }) as const;
const relativeGap = (found: readonly number[], truth: readonly number[]) =>
  Math.max(...found.map((value, k) => Math.abs(value - truth[k]!) / Math.abs(truth[k]!)));

const HOURS = [0.5, 1, 2, 4, 8, 12, 24, 48];

/** Gibaldi & Perrier, Pharmacokinetics (1982): one compartment, first-order input. Dose 100 mg, F 0.8. */
const bateman = (t: number, ka = 1.2, k = 5 / 40) =>
  t <= 0 ? 0 : ((0.8 * 100 * ka) / (40 * (ka - k))) * (Math.exp(-k * t) - Math.exp(-ka * t));

/** The same book: two compartments, oral; rates alpha and beta from the characteristic equation. */
function twoCompartments(t: number): number {
  const [ka, k10, k12, k21] = [1.2, 5 / 20, 3 / 20, 3 / 50];
  const sum = k10 + k12 + k21;
  const root = Math.sqrt(sum * sum - 4 * k10 * k21);
  const [alpha, beta] = [(sum + root) / 2, (2 * k10 * k21) / (sum + root)];
  const term = (a: number, b: number, c: number) => ((k21 - a) / ((b - a) * (c - a))) * Math.exp(-a * t);
  return ((100 * ka) / 20) * (term(alpha, beta, ka) + term(beta, alpha, ka) + term(ka, alpha, beta));
}

describe('the reference agrees with closed forms to 1e-9', () => {
  it('one compartment, oral', () => {
    const { outputs } = run(one, { events: [oral(0)], observe: HOURS, side: 'after', ...TIGHT });
    expect(
      relativeGap(
        outputs['C']!,
        HOURS.map((t) => bateman(t)),
      ),
    ).toBeLessThan(1e-9);
  });

  it('two compartments, oral', () => {
    const { outputs } = run(two, { events: [oral(0)], observe: HOURS, side: 'after', ...TIGHT });
    expect(relativeGap(outputs['C']!, HOURS.map(twoCompartments))).toBeLessThan(1e-9);
  });

  it('an infusion into a vein', () => {
    const { outputs } = run(one, {
      events: [{ kind: 'dose', at: 0, amount: 100, over: 3, route: 'vein' }],
      observe: [1, 3, 10],
      side: 'after',
      ...TIGHT,
    });
    const k = 5 / 40;
    const during = (t: number) => (100 / 3 / 5) * (1 - Math.exp(-k * t));
    expect(relativeGap(outputs['C']!, [during(1), during(3), during(3) * Math.exp(-k * 7)])).toBeLessThan(1e-9);
  });

  it('a lag moves the curve by itself', () => {
    const { outputs } = run(one, {
      events: [{ kind: 'dose', at: 0, amount: 100, route: 'late' }],
      observe: HOURS,
      side: 'after',
      ...TIGHT,
    });
    expect(
      relativeGap(
        outputs['C']!,
        HOURS.map((t) => bateman(t - 0.25)),
      ),
    ).toBeLessThan(1e-9);
  });

  it('steady state every 24 h is the geometric sum of single doses', () => {
    const events = [
      { kind: 'dose', at: 0, amount: 100, route: 'oral', every: 24, repeats: 2, atSteadyState: true },
    ] as const;
    const { outputs } = run(one, { events, observe: [2, 26, 50], side: 'after', ...TIGHT });
    const [ka, k] = [1.2, 5 / 40];
    const pile = (rate: number) => Math.exp(-rate * 2) / (1 - Math.exp(-rate * 24));
    const truth = ((0.8 * 100 * ka) / (40 * (ka - k))) * (pile(k) - pile(ka));
    expect(relativeGap(outputs['C']!, [truth, truth, truth])).toBeLessThan(1e-9);
  });

  it('the stiff method agrees with the closed form too', () => {
    const found = run(two, { events: [oral(0)], observe: HOURS, side: 'after', relative: 1e-10, method: 'stiff' });
    expect(found.method).toBe('RODAS 4(3)');
    expect(relativeGap(found.outputs['C']!, HOURS.map(twoCompartments))).toBeLessThan(1e-8);
  });
});

describe('events', () => {
  it('an output at the time of a dose is before or after it, as asked', () => {
    const ask = (side: 'before' | 'after') =>
      run(one, { events: [{ kind: 'dose', at: 0, amount: 40, route: 'vein' }], observe: [0], side }).outputs['C'];
    expect(ask('before')).toEqual([0]);
    expect(ask('after')).toEqual([1]);
  });

  it('a reset forgets the dose, and a state can be set', () => {
    const { states } = run(one, {
      events: [oral(0), { kind: 'reset', at: 5 }, { kind: 'set', at: 5, state: 'A', value: 7 }],
      observe: [5],
      side: 'after',
    });
    expect([states['G'], states['A']]).toEqual([[0], [7]]);
  });

  it('an input that changes acts from then on', () => {
    const weighed = model(`input w = 1 1\nstate A 1 = 0\nA' = w*1[1/h]\noutput a = A 1`);
    const { outputs } = run(weighed, {
      events: [{ kind: 'input', at: 2, name: 'w', value: 3 }],
      observe: [2, 4],
      side: 'after',
    });
    expect(relativeGap(outputs['a']!, [2, 8])).toBeLessThan(1e-12);
  });
});

describe('what holds for every model of this kind', () => {
  it('two doses together are the sum of each alone', () => {
    const at = (events: Request['events']) =>
      run(two, { events, observe: [30], side: 'after', ...TIGHT }).outputs['C']![0]!;
    expect(relativeGap([at([oral(0), oral(20, 50)])], [at([oral(0)]) + at([oral(20, 50)])])).toBeLessThan(1e-10);
  });

  it('a course that begins a day later is the same course a day later', () => {
    const full = model(EIGHTEEN);
    const mood = (start: number) =>
      run(full, {
        from: start,
        events: [{ kind: 'dose', at: start, amount: 4.5 }],
        observe: [start + 24],
        side: 'after',
        relative: 1e-10,
      }).outputs['oMd']!;
    expect(relativeGap(mood(24), mood(0))).toBeLessThan(1e-9);
  });

  it('without elimination nothing is lost', () => {
    const { outputs } = run(one, { events: [oral(0)], parameters: { CL: 0 }, observe: HOURS, side: 'after', ...TIGHT });
    expect(
      relativeGap(
        outputs['total']!,
        HOURS.map(() => 80),
      ),
    ).toBeLessThan(1e-11);
  });

  it('fast turnover is solved by the stiff method without being asked', () => {
    const fast = model(
      `param k = 1e5 1/h\nstate A 1 = 0\nstate B 1 = 0\nA' = k*(B + cos(t/1[h]) - A)\nB' = 1[1/h]*(A - 2*B)\noutput a = A 1`,
    );
    const found = run(fast, { events: [], observe: [10], side: 'after', relative: 1e-8 });
    expect(found.method).toBe('RODAS 4(3)');
    // With A = B + cos t: B' = cos t - B, so B = (cos t + sin t - exp(-t)) / 2, up to 1/k.
    const truth = Math.cos(10) + (Math.cos(10) + Math.sin(10) - Math.exp(-10)) / 2;
    expect(Math.abs(found.outputs['a']![0]! - truth)).toBeLessThan(1e-4);
  });
});

describe('what cannot be computed is said', () => {
  it('a value that runs to infinity is reported with time and state', () => {
    const blowUp = model(`state A 1 = 1\nA' = A*A*1[1/h]\noutput a = A 1`);
    const { stopped, times } = run(blowUp, { events: [], observe: [0.5, 2], side: 'after' });
    expect(times).toEqual([0.5]);
    expect(stopped.at).toBeCloseTo(1, 6);
    expect(['not finite', 'step too small']).toContain(stopped.why);
  });

  it('a power of a number below zero is not passed on', () => {
    const root = model(`param n = 0.5 1\nstate A 1 = 1\nA' = -(A^n)*3[1/h]\noutput a = A 1`);
    const { stopped } = run(root, {
      events: [{ kind: 'set', at: 1, state: 'A', value: -1 }],
      observe: [2],
      side: 'after',
    });
    expect(stopped).toMatchObject({ why: 'not finite', says: expect.stringContaining('A became NaN') });
  });

  it.each([5e-324, 1e-300, 1e-20])('a dose %d time units after the beginning is one at the beginning', (at) => {
    const request = { observe: [0, 5], side: 'after' } as const;
    const late = run(one, { ...request, events: [oral(at)] });
    expect(late.stopped.why).toBe('finished');
    expect(late.outputs['C']![1]).toBeCloseTo(run(one, { ...request, events: [oral(0)] }).outputs['C']![1]!, 12);
  });

  it('the step limit is a reason, not an endless run', () => {
    const { stopped } = run(one, { events: [oral(0)], observe: [1000], side: 'after', mostSteps: 20 });
    expect(stopped.why).toBe('too many steps');
  });

  it.each([
    ['events[0].amount', { events: [oral(0, -5)], observe: [1] }],
    ['events[0].route', { events: [{ kind: 'dose', at: 0, amount: 1 }], observe: [1] }],
    ['events[0].every', { events: [{ ...oral(0), repeats: 3 }], observe: [1] }],
    ['events[0].at', { events: [oral(NaN)], observe: [1] }],
    ['observe[1]', { events: [oral(0)], observe: [2, 1] }],
    ['parameters.Vx', { events: [], observe: [1], parameters: { Vx: 1 } }],
  ] as const)('a wrong %s is a problem', (path, request) => {
    const { problems, trajectory } = simulate(one, { ...request, side: 'after' });
    expect(problems.map((found) => found.path)).toContain(path);
    expect(trajectory).toBeUndefined();
  });
});
