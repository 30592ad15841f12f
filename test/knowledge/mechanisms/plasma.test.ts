import { describe, expect, it } from 'vitest';
import { course, last, modelOf } from './shared.ts';

const model = modelOf();
const HOURS = [0, 0.5, 1, 2, 4, 8, 24, 48, 96];
const AMOUNTS = ['Gut', 'A1', 'A2', 'M6', 'Gone'];
const NMOL_PER_MG = 1e6 / 377.86;

describe('a dose by mouth', () => {
  it.each([{}, { decompensated: 1 }, { creatinineClearance: 20 }])(
    'is somewhere at every hour: its moles are in the gut, in the body or gone (%o)',
    (inputs) => {
      const { states } = course(model, [[0, 4.5]], HOURS, { inputs });
      for (const k of HOURS.keys()) {
        const found = AMOUNTS.reduce((sum, name) => sum + states[name]![k]!, 0);
        expect(found / (4.5 * NMOL_PER_MG * 0.96)).toBeCloseTo(1, 9);
      }
    },
  );

  it('of 1 mg hydrochloride holds 0.9035 mg of base', () => {
    const { states } = course(model, [[0, 1]], [0]);
    expect((states['Gut']![0]! * 341.41) / 1e6 / 0.96).toBeCloseTo(0.9035, 4);
  });

  it('adds up with another dose: two doses are the sum of each alone', () => {
    const both = course(model, [[0, 3], [24, 1.5]], HOURS); // prettier-ignore
    const [first, second] = [course(model, [[0, 3]], HOURS), course(model, [[24, 1.5]], HOURS)];
    for (const name of [...AMOUNTS, 'Deep'])
      both.states[name]!.forEach((value, k) => {
        expect(value).toBeCloseTo(first.states[name]![k]! + second.states[name]![k]!, 6);
      });
  });

  it('does the same whenever it is given', () => {
    const now = course(model, [[0, 4.5]], HOURS);
    const later = course(model, [[100, 4.5]], HOURS.map((hour) => hour + 100)); // prettier-ignore
    for (const name of ['naltrexone', 'naltrexol', 'mu'])
      later.outputs[name]!.forEach((value, k) => expect(value).toBeCloseTo(now.outputs[name]![k]!, 6));
  });

  it('reaches a naltrexone area of F dose / CL, and a metabolite area that the first pass does not change', () => {
    const hours = Array.from({ length: 1601 }, (_, k) => k / 8);
    const { outputs } = course(model, [[0, 50]], hours);
    const area = (values: readonly number[]) =>
      hours.slice(1).reduce((sum, hour, k) => sum + ((hour - hours[k]!) * (values[k]! + values[k + 1]!)) / 2, 0);
    const value = (name: string) => model.parameters.find((one) => one.name === name)!.value;
    const entered = 50_000 * 0.9035 * 0.96;
    expect(area(outputs['naltrexone']!) / ((entered * value('escape')) / value('CL'))).toBeCloseTo(1, 2);
    expect(area(outputs['naltrexol']!) / ((entered * 0.7 * 1.0059) / value('CLm'))).toBeCloseTo(1, 2);
  });
});

describe('illness of liver and kidneys', () => {
  const exposure = (inputs: Readonly<Record<string, number>>) => {
    const hours = Array.from({ length: 801 }, (_, k) => k / 4);
    const { outputs } = course(model, [[0, 4.5]], hours, { inputs });
    return (name: string) => outputs[name]!.reduce((sum, value) => sum + value / 4, 0);
  };
  const healthy = exposure({});

  it('compensated cirrhosis raises the exposure to naltrexone about 5 times', () =>
    expect(exposure({ compensated: 1 })('naltrexone') / healthy('naltrexone')).toBeCloseTo(5, 0));

  it('decompensated cirrhosis raises it 8 to 10 times and lowers that of the metabolite', () => {
    const ill = exposure({ decompensated: 1 });
    expect(ill('naltrexone') / healthy('naltrexone')).toBeGreaterThan(8);
    expect(ill('naltrexone') / healthy('naltrexone')).toBeLessThan(10);
    expect(ill('naltrexol') / healthy('naltrexol')).toBeCloseTo(0.82, 1);
  });

  it('a creatinine clearance of 20 mL/min slows the metabolite by 28 % and leaves naltrexone as it was', () => {
    const ill = exposure({ creatinineClearance: 20 });
    expect(healthy('naltrexol') / ill('naltrexol')).toBeCloseTo(0.72, 1);
    expect(ill('naltrexone')).toBeCloseTo(healthy('naltrexone'), 6);
  });
});

describe('a dose every night', () => {
  it('of 4.5 mg leaves less than 0.1 ng/mL of naltrexone by the next, and far more metabolite than drug', () => {
    const { outputs } = course(model, [0, 24, 48, 72, 96].map((hour) => [hour, 4.5]), [120], { side: 'before' }); // prettier-ignore
    expect(last(outputs['naltrexone'])).toBeLessThan(0.1);
    expect(last(outputs['naltrexol']) / last(outputs['naltrexone'])).toBeGreaterThan(10);
  });
});
