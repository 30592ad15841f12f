import { describe, expect, it } from 'vitest';
import { perform } from '../../src/care/operation.ts';
import { explain } from '../../src/care/operations/explain.ts';
import { simulated } from '../../src/care/simulate/index.ts';
import { CLAIMS } from '../../src/knowledge/claims/index.ts';

const today = '2026-11-22';
const { answer, because } = perform(explain, { people: 100 }, { today });
const found = (id: string) => answer!.findings.find((finding) => finding.id === id)!;
const scan = (doseUg: number, atH: number) => answer!.measured.find((one) => one.doseUg === doseUg && one.atH === atH)!;

describe('the explanation of 4.5 mg', () => {
  it('says that the reading of a few hours fails at 48 hours after 50 mg', () => {
    const { value, predicted } = scan(50_000, 48);
    expect(value).toBe(91);
    expect(predicted.plasma.p95).toBeLessThan(91);
    expect(found('test').says).toMatch(
      /91 % of the block of the first hour was measured \(3 people\).*few hours predicts \d+ %.*so it fails/,
    );
  });

  it.each([48, 72, 120, 168])(
    'finds the block measured %i hours after 50 mg inside the band of a brain that holds on',
    (atH) => {
      const { value, predicted } = scan(50_000, atH);
      expect(value).toBeGreaterThan(predicted.brain.p05);
      expect(value).toBeLessThan(predicted.brain.p95);
    },
  );

  it('blocks about 45 % of mu an hour or two after 4.5 mg, as the equation of Troestheim 2022 has it', () => {
    const mu = answer!.occupancy.find(({ reading }) => reading === 'brain')!.curves[0]!;
    const at = answer!.times.indexOf(2);
    // 100 D/(D + 5.59) with its interval 37 to 55.
    expect(mu.typical[at]).toBeGreaterThan(37);
    expect(mu.typical[at]).toBeLessThan(55);
  });

  it('sets beside each finding what the articles said, with the verdict of the ledger', () => {
    const ids = new Set(CLAIMS.map(({ id }) => id));
    for (const { id, articles, sources } of answer!.findings) {
      expect(articles.length, id).toBeGreaterThan(0);
      expect(articles.every((one) => ids.has(one.id))).toBe(true);
      expect(sources.length, id).toBeGreaterThan(0);
    }
    expect(found('hours').articles).toContainEqual(
      expect.objectContaining({ id: '001-pulsed-block', verdict: 'contradicted' }),
    );
    expect(because.map(({ rule }) => rule)).toContain('simulate:mood');
  });

  it('finds no free hour in week 12 if the brain holds on, and nearly free ones if the block follows the blood', () => {
    const { titration } = answer!;
    const late = titration.times.findIndex((time) => time >= 24 * 77);
    const least = titration.pulses.map(({ mu }) => Math.min(...mu.typical.slice(late)));
    expect(least[0]).toBeGreaterThan(30);
    expect(least[1]).toBeLessThan(15);
  });

  it('covers twelve weeks though the protocol is shorter', () => {
    expect(answer!.titration.doses.length).toBe(84);
    expect(answer!.titration.doses.at(-1)).toEqual({ amountUg: 4500, atH: 24 * 83 });
  });

  it('has the same curves as simulate for the same people', () => {
    const { simulation } = simulated({
      doses: [{ amountUg: 4500, atH: 0 }],
      times: answer!.times,
      outputs: ['mu'],
      people: 100,
    });
    const { median } = answer!.occupancy[0]!.curves[0]!;
    // One multiplies a dose of 1 mg, the other gives 4.5 mg.
    simulation!.outputs[0]!.median.forEach((value, k) => expect(median[k]).toBeCloseTo(value, 3));
  });

  it('reads the chance of dreams off the hours since the dose, so the hour of intake may not change it', () => {
    const chances = (hour: number) =>
      simulated({ doses: [{ amountUg: 4500, atH: 0 }], hours: 24, people: 1, outputs: ['dreams'], hour }).simulation!
        .outputs[0]!.median;
    expect(chances(8)).toEqual(chances(22));
  });
});

describe('bad input of explain gets a sentence', () => {
  it.each([
    ['no dose', { doseUg: 0 }, 'doseUg'],
    ['a negative dose', { doseUg: -1 }, 'doseUg'],
    ['450 mg', { doseUg: 450_000 }, 'doseUg'],
    ['an hour that no clock has', { hour: 25 }, 'hour'],
    ['a crowd of one', { people: 1 }, 'people'],
    ['a seed that is not whole', { seed: 1.5 }, 'seed'],
    ['an unknown protocol', { protocol: 'fast' }, 'protocol'],
  ])('%s', (_, input, path) => {
    const { answer: none, problems } = perform(explain, input, { today });
    expect(none).toBeNull();
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});
