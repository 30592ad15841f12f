import { describe, expect, it } from 'vitest';
import { perform } from '../../src/care/operation.ts';
import { simulate } from '../../src/care/operations/simulate.ts';
import { simulated, type Simulation, type SimulationRequest } from '../../src/care/simulate/index.ts';
import { simulate as reference } from '../../src/engine/simulate.ts';
import { composedModel, MECHANISMS } from '../../src/knowledge/mechanisms/index.ts';

const today = '2026-11-22';
const ONE = [{ amountUg: 4500, atH: 0 }];

function run(request: SimulationRequest): Simulation {
  const { simulation, problems } = simulated(request);
  if (simulation === undefined) throw new Error(JSON.stringify(problems));
  return simulation;
}
const curve = ({ outputs }: Simulation, id: string) => outputs.find((output) => output.id === id)!;
const said = (input: Record<string, unknown>) => {
  const { answer, problems } = perform(simulate, input, { today });
  return { answer, errors: problems.filter(({ severity }) => severity === 'error').map(({ path }) => path), problems };
};

describe('a crowd', () => {
  const ask = { doses: ONE, hours: 24, every: 4, outputs: ['naltrexone', 'mu'], people: 37, seed: 5 } as const;

  it('has the same bytes in any batch', () => {
    const whole = JSON.stringify(simulated(ask).simulation);
    for (const batch of [1, 7, 64]) expect(JSON.stringify(simulated(ask, { batch }).simulation)).toBe(whole);
  });

  it('is another crowd with another seed, and the same again with the same', () => {
    expect(run({ ...ask, seed: 6 }).outputs).not.toEqual(run(ask).outputs);
    expect(run(ask)).toEqual(run(ask));
  });

  it('narrows the Monte Carlo error of its median by half when it is four times as large', () => {
    const medians = (people: number) =>
      Array.from(
        { length: 40 },
        (_, seed) => curve(run({ ...ask, times: [4], outputs: ['mu'], people, seed }), 'mu').median[0]!,
      );
    const ratio = spreadOf(medians(50)) / spreadOf(medians(200));
    // The ratio of two standard deviations from 40 values each has a standard error of about 16 %.
    expect(ratio).toBeGreaterThan(2 * 0.68);
    expect(ratio).toBeLessThan(2 * 1.32);
  });

  it('tells how far it is, and stops when it is cancelled', () => {
    const signal = { cancelled: false };
    const heard: number[] = [];
    const progress = (done: number) => {
      heard.push(done);
      signal.cancelled = done >= 20;
    };
    const { simulation, problems } = simulated(ask, { batch: 10, progress, signal });
    expect(heard).toEqual([10, 20]);
    expect(simulation).toBeUndefined();
    expect(problems.map(({ found }) => found)).toEqual(['cancelled']);
  });

  it('holds the typical person near its middle', () => {
    const typical = curve(run({ ...ask, people: 1 }), 'mu').median[1]!;
    const { p25, p75 } = curve(run({ ...ask, people: 400 }), 'mu');
    expect(typical).toBeGreaterThan(p25[1]!);
    expect(typical).toBeLessThan(p75[1]!);
  });
});

const spreadOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

describe('the typical person', () => {
  it('has, night by night of a titration, the sum of the single doses in blood', () => {
    const nights = 21;
    const whole = run({ protocol: 'weekly-1.5', nights, every: 3, people: 1, outputs: ['naltrexone', 'naltrexol'] });
    const single = run({ doses: [{ amountUg: 1000, atH: 0 }], hours: 24 * nights, every: 3, people: 1 });
    for (const id of ['naltrexone', 'naltrexol']) {
      const one = curve(single, id).median;
      const many = curve(whole, id).median;
      for (const [k, time] of whole.times.entries()) {
        const sum = whole.doses
          .filter(({ atH }) => atH <= time)
          .reduce((level, { amountUg, atH }) => level + (amountUg / 1000) * one[k - atH / 3]!, 0);
        // Six digits are kept of each; a sum of up to 21 rounded terms may differ in the fifth.
        expect(Math.abs(many[k]! - sum)).toBeLessThanOrEqual(3e-5 * Math.abs(sum));
      }
    }
  });

  it('has five to ten times the exposure with cirrhosis, as the label tells', () => {
    const area = (liver: 'healthy' | 'compensated' | 'decompensated') =>
      curve(run({ doses: ONE, people: 1, liver, outputs: ['naltrexone'] }), 'naltrexone').median.reduce(
        (a, b) => a + b,
      );
    expect(area('compensated') / area('healthy')).toBeGreaterThan(4);
    expect(area('compensated') / area('healthy')).toBeLessThan(7);
    expect(area('decompensated') / area('healthy')).toBeGreaterThan(7);
    expect(area('decompensated') / area('healthy')).toBeLessThan(11);
  });
});

describe('the steps of the crowd', () => {
  it.each([
    ['one dose of 4.5 mg, brain', 'brain', 4.5, 1],
    ['one dose of 100 mg, plasma', 'plasma', 100, 1],
    ['ten nights of 4.5 mg, brain', 'brain', 4.5, 10],
  ] as const)('agree with the reference solver: %s', (_, reading, mg, nights) => {
    const doses = Array.from({ length: nights }, (__, night) => ({ amountUg: 1000 * mg, atH: 24 * night }));
    const times = [0.5, 1, 2, 5, 10, 24, 48, 100, 168, 240];
    const { outputs } = run({ doses, reading, people: 1, times });
    const model = composedModel({ reading: reading === 'brain' ? 'slow' : 'plasma' });
    const events = doses.map(({ atH }) => ({ kind: 'dose', at: atH, amount: mg }) as const);
    const { trajectory } = reference(model, { events, observe: times, side: 'after' });
    for (const { id, median } of outputs) {
      const exact = trajectory!.outputs[id]!;
      const size = Math.max(...exact.map(Math.abs));
      // A picture of 300 points in height shows a third of a percent.
      median.forEach((value, k) => expect(Math.abs(value - exact[k]!), id).toBeLessThanOrEqual(1e-3 * size));
    }
  });
});

describe('a switch', () => {
  const ask = { doses: ONE, hours: 12, every: 4, people: 8 } as const;
  const before = run(ask);

  it('of the reading changes no level in blood', () => {
    const other = run({ ...ask, reading: 'plasma' });
    for (const id of ['naltrexone', 'naltrexol']) expect(curve(other, id)).toEqual(curve(before, id));
    expect(curve(other, 'mu').median).not.toEqual(curve(before, 'mu').median);
  });

  const switchable = MECHANISMS.filter(({ off }) => off !== undefined).map(({ id }) => id);

  it('of everything at once leaves blood and receptors as they were', () => {
    const switches = Object.fromEntries(switchable.map((id) => [id, false]));
    const bare = run({ ...ask, switches });
    for (const id of ['naltrexone', 'naltrexol', 'mu', 'kappa', 'delta'])
      expect(curve(bare, id).median, id).toEqual(curve(before, id).median);
    expect(bare.off).toEqual(switchable);
  });

  it('of sleep leaves every curve but that of sleep and what it acts on', () => {
    const without = run({ ...ask, switches: { sleep: false } });
    expect(curve(without, 'dreams').median).not.toEqual(curve(before, 'dreams').median);
    for (const id of ['endorphin', 'il6', 'crp', 'dynorphin', 'bdnf'])
      // Another grid of steps may be chosen; the solver allows 1e-6.
      curve(without, id).median.forEach((value, k) => expect(value).toBeCloseTo(curve(before, id).median[k]!, 4));
  });
});

describe('bad input gets a sentence for each field', () => {
  it.each([
    ['nothing is taken', {}, ['doses']],
    ['an empty list of doses', { doses: [] }, ['doses']],
    ['doses and a protocol', { doses: ONE, protocol: 'weekly-1.5' }, ['protocol']],
    ['a negative dose', { doses: [{ amountUg: -1, atH: 0 }] }, ['doses[0].amountUg']],
    ['a part of a microgram', { doses: [{ amountUg: 4.5, atH: 0 }] }, ['doses[0].amountUg']],
    ['450 mg', { doses: [{ amountUg: 450_000, atH: 0 }] }, ['doses[0].amountUg']],
    ['a second dose before the first', { doses: [...ONE, ...ONE, { amountUg: 1, atH: -1 }] }, ['doses[2].atH']],
    ['times that go backwards', { doses: ONE, times: [0, 5, 4] }, ['times[2]']],
    ['an unknown output', { doses: ONE, outputs: ['moo'] }, ['outputs[0]']],
    ['an unknown switch', { doses: ONE, switches: { moon: false } }, ['switches.moon']],
    ['a switch of what cannot be off', { doses: ONE, switches: { plasma: false } }, ['switches.plasma']],
    ['nobody', { doses: ONE, people: 0 }, ['people']],
    ['too many people', { doses: ONE, people: 10_001 }, ['people']],
    ['too much to hold', { doses: ONE, people: 10_000, hours: 500, every: 0.25 }, ['people']],
    ['too many points', { doses: ONE, hours: 8000, every: 0.25 }, ['times']],
    ['an hour that no clock has', { doses: ONE, hour: 24 }, ['hour']],
    ['an unknown starting value', { doses: ONE, person: { shoeSize: 42 } }, ['person.shoeSize']],
    ['a seed below zero', { doses: ONE, seed: -1 }, ['seed']],
    ['a length of zero', { doses: ONE, hours: 0 }, ['hours']],
    ['hours and nights', { doses: ONE, hours: 5, nights: 1 }, ['nights']],
    ['an unknown reading', { doses: ONE, reading: 'guess' }, ['reading']],
  ])('%s', (_, input, paths) => {
    const { answer, errors } = said(input);
    expect(answer).toBeNull();
    expect(errors).toEqual(paths);
  });

  it('several faults at once are all named', () =>
    expect(said({ doses: [{ amountUg: -1, atH: 0 }], people: 0, hour: -1, seed: 0.5 }).errors).toEqual([
      'hour',
      'people',
      'seed',
    ]));

  it('above the licensed dose is simulated and said', () => {
    const { answer, problems } = said({ doses: [{ amountUg: 60_000, atH: 0 }], people: 1, hours: 4 });
    expect(answer).not.toBeNull();
    expect(problems).toMatchObject([{ severity: 'warning', path: 'doses[0].amountUg', found: '60 mg' }]);
  });
});

describe('an answer', () => {
  const patient = { name: 'Test Person', medicines: [], conditions: [] };
  const { answer, because } = perform(simulate, { doses: ONE, people: 2, hours: 8, patient }, { today });

  it('says that it is a model, what made it and how much of it is assumed', () => {
    expect(answer).toMatchObject({ kind: 'model', reading: 'brain', people: 2, seed: 1, liver: 'healthy', hour: 22 });
    expect(answer!.assumedShare).toBeGreaterThan(0.2);
    expect(answer!.assumedShare).toBeLessThan(1);
    expect(answer!.versions.model).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(answer!.method.length).toBeGreaterThan(10);
  });

  it('gives the grade of every mechanism, what is known of mood, and what speaks against the other reading', () => {
    const says = (rule: string) => because.find((reason) => reason.rule === rule)?.says ?? '';
    for (const { id, grade } of MECHANISMS) expect(says(`mechanism:${id}`)).toContain(`[${grade}]`);
    expect(says('simulate:mood')).toMatch(/not shown.*p 0\.97/);
    expect(says('simulate:reading')).toMatch(/fails on the one measurement in people/);
  });

  it('is no permission to start: the screening of the person stands in it', () =>
    expect(because.find(({ rule }) => rule === 'simulate:person')?.says).toMatch(/no permission to start/));

  it('says when the record tells of cirrhosis and the curves do not', () => {
    const sick = {
      conditions: [
        { what: { codings: [], text: 'Cirrhosis of liver' }, status: 'active', recorded: '2026-01-05', from: 'test' },
      ],
    };
    const { problems } = perform(simulate, { doses: ONE, people: 1, hours: 8, patient: sick }, { today });
    expect(problems.map(({ path }) => path)).toEqual(['liver']);
  });
});
