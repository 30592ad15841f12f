import { beforeAll, describe, expect, it } from 'vitest';
import { populationSolver } from '../../../src/engine/population.ts';
import { drawParameters } from '../../../src/engine/random.ts';
import { MECHANISMS, SWITCHABLE } from '../../../src/knowledge/mechanisms/index.ts';
import { REFERRED, referenceName } from '../../../src/knowledge/mechanisms/reference.ts';
import { referencesOf } from '../../../scripts/fit/references.ts';
import { course, last, modelOf, nightly } from './shared.ts';

const shares = MECHANISMS.flatMap(({ id, mood }) => (mood === undefined ? [] : [{ id, share: mood.share }]));
const shareOf = (id: string) => shares.find((one) => one.id === id)?.share ?? 0;

describe('the shares in the effect on mood', () => {
  it('of all mechanisms sum to one, and none is negative', () => {
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const { share } of shares) expect(share).toBeGreaterThan(0);
  });

  it('give TLR4 at most a tenth: a tenth of what microglia and cytokines have', () => {
    const weight = modelOf().parameters.find(({ name }) => name === 'tlr4Weight')!.value;
    expect(weight).toBeLessThanOrEqual(0.1);
    expect(weight * (shareOf('glia') + shareOf('cytokines'))).toBeLessThanOrEqual(0.1);
  });

  it('give nothing to what no trial and no measurement links with mood', () => {
    for (const id of ['ogf', 'tachykinins', 'sleep', 'pain', 'fatigue', 'rebound']) expect(shareOf(id)).toBe(0);
  });
});

describe('the typical person after twelve weeks of 4.5 mg nightly', () => {
  const gain = (off: readonly string[], reading: 'slow' | 'plasma' = 'slow') =>
    last(
      course(modelOf({ reading, off }), nightly(4.5, 84), [84 * 24], { relative: 1e-4, absolute: 1e-6 }).outputs[
        'gain'
      ],
    );

  it.each(['slow', 'plasma'] as const)('has gained 0.15 SD of 9 points under the reading %s', (reading) => {
    expect(gain([], reading)).toBeGreaterThan(1.25);
    expect(gain([], reading)).toBeLessThan(1.4);
  });

  it('gains nothing without the mechanisms that have a share', () =>
    expect(gain(shares.map(({ id }) => id))).toBeCloseTo(0, 4));

  it('gains less without dopamine by its share and what it primes', () =>
    expect(gain(['dopamine']) / gain([])).toBeCloseTo(1 - shareOf('dopamine') - shareOf('serotonin'), 1));

  it('is still measured against the committed references', () => {
    const { parameters } = modelOf();
    const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
    const again = referencesOf('slow', { ka: values['ka']! });
    for (const name of REFERRED) expect(again[name]! / values[referenceName(name)]!).toBeCloseTo(1, 3);
  });
});

describe('without the drug', () => {
  it('nothing moves from rest but course, placebo and drop-out', () => {
    const { outputs } = course(modelOf(), [], [0, 24 * 84]);
    const moved = Object.keys(outputs).filter((name) => Math.abs(outputs[name]![0]! - outputs[name]![1]!) > 1e-9);
    expect(moved.toSorted()).toEqual([
      'hamd',
      'hamdPlacebo',
      'madrs',
      'madrsPlacebo',
      'phq9',
      'phq9Placebo',
      'staying',
    ]);
    expect(outputs['madrs']).toEqual(outputs['madrsPlacebo']);
    expect(outputs['staying']![1]).toBeCloseTo(100 * Math.exp(-0.02 * 12), 4);
  });

  it('the placebo arm falls by 5 to 10 points in eight weeks, as published arms do', () => {
    const { outputs } = course(modelOf(), [], [0, 24 * 56]);
    const fall = outputs['madrs']![0]! - outputs['madrs']![1]!;
    expect(fall).toBeGreaterThan(5);
    expect(fall).toBeLessThan(10);
  });
});

describe('a crowd of 1,000 from as many studies, twelve weeks of 4.5 mg nightly', () => {
  const model = modelOf();
  let outputs: readonly Float64Array[];
  const column = (name: string) => {
    const k = model.outputs.findIndex((output) => output.name === name);
    return outputs.map((row) => row[k]!);
  };
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

  beforeAll(() => {
    const { solver } = populationSolver(model, {
      events: [{ kind: 'dose', at: 0, amount: 4.5, every: 24, repeats: 83 }],
      observe: [84 * 24],
      side: 'before',
      tolerance: 1e-3,
      mode: 'fast',
      arithmetic: 'portable',
    });
    const solved = solver!.solve(0, drawParameters(model, 11, 0, 1000));
    expect(solved.filter(({ failed }) => failed !== undefined)).toEqual([]);
    outputs = solved.map((one) => one.outputs);
  });

  it('has the effect of the prior: mean 0.15 SD (Monte Carlo error 0.01), spread 0.3 SD', () => {
    const effects = column('gain').map((points) => points / 9);
    expect(Math.abs(mean(effects) - 0.15)).toBeLessThan(0.03);
    expect(sd(effects)).toBeGreaterThan(0.27);
    expect(sd(effects)).toBeLessThan(0.34);
  });

  it('improves more on placebo than by the drug, and a third of it is worse with the drug than without', () => {
    const fall = mean(column('madrsPlacebo').map((score) => 30 - score));
    expect(fall).toBeGreaterThan(4 * mean(column('gain')));
    const worse = column('gain').filter((points) => points < 0).length / 1000;
    expect(worse).toBeGreaterThan(0.25);
    expect(worse).toBeLessThan(0.4);
  });

  it('shows no rise of signalling between doses in the median person, since the brain holds on', () =>
    expect(column('muSignalling').toSorted((a, b) => a - b)[500]).toBeLessThan(1));

  it('has CRP where it was, on average, as in the only controlled trial', () => {
    const logs = column('crp').map((crp) => Math.log(crp / 2));
    expect(Math.abs(mean(logs))).toBeLessThan(0.03);
  });

  it('is a crowd with everything on', () => expect(SWITCHABLE.length).toBe(16));
});
