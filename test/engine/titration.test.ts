import { describe, expect, it } from 'vitest';
import type { Titration } from '../../src/engine/rules.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { titrate, titrationSolver } from '../../src/engine/titration.ts';
import { EIGHTEEN } from './models/eighteen.ts';
import { model } from './models/textbook.ts';

// A drug that only accumulates: after n doses of d mg the amount is their sum, so every check can be done by hand.
const pile = model(`state A mg = 0\nA' = 0*A/1[h]\ndose into A\noutput left = A mg`);
const staircase: Titration = {
  levels: [1, 2, 4],
  first: 0,
  every: 24,
  doses: 6,
  checkEvery: 2,
  rules: [],
  otherwise: 'step up',
};
const ledger = (change: Partial<Titration>) => {
  const { titrated, problems } = titrate(pile, { ...staircase, ...change });
  if (titrated === undefined) throw new Error(JSON.stringify(problems));
  return titrated;
};

describe('a titration', () => {
  it('goes up one level at each check and stays at the top', () => {
    expect(ledger({}).ledger.map((line) => [line.at, line.amount, line.because])).toEqual([
      [0, 1, 'first dose'],
      [24, 1, 'no check due'],
      [48, 2, 'step up: no rule applied'],
      [72, 2, 'no check due'],
      [96, 4, 'step up: no rule applied'],
      [120, 4, 'no check due'],
    ]);
  });

  it('the first rule that holds decides: too much means a step back', () => {
    const rules = [
      { when: { output: 'left', is: 'above', value: 5 }, decide: 'step back', says: 'more than 5 mg' },
      { when: { output: 'left', is: 'above', value: 1 }, decide: 'step up', says: 'more than 1 mg' },
    ] as const;
    expect(ledger({ rules, otherwise: 'hold' }).ledger.map((line) => line.amount)).toEqual([1, 1, 2, 2, 1, 1]);
  });

  it('after a stop every later line is a dose not given, with the reason', () => {
    const rules = [
      { when: { all: [{ output: 'left', is: 'above', value: 3 }] }, decide: 'stop', says: 'enough' },
    ] as const;
    const { ledger: lines, outputs, stopped } = ledger({ rules });
    expect(lines.map((line) => line.amount)).toEqual([1, 1, 2, 2, 0, 0]);
    expect(lines.at(-1)).toEqual({ at: 120, level: -1, amount: 0, because: 'enough' });
    expect(outputs['left']).toEqual([0, 1, 2, 4, 6, 6]);
    expect(stopped).toMatchObject({ why: 'by rule', at: 96 });
  });

  it('a rule on an output that does not exist is a problem', () => {
    const rules = [{ when: { output: 'right', is: 'above', value: 3 }, decide: 'stop', says: '' }] as const;
    expect(titrate(pile, { ...staircase, rules }).problems.map((one) => one.found)).toEqual(['"right"']);
  });
});

describe('a crowd through the same titration', () => {
  const full = model(EIGHTEEN);
  const titration: Titration = {
    levels: [0.5, 1.5, 3, 4.5],
    first: 0,
    every: 24,
    doses: 21,
    checkEvery: 3,
    rules: [
      { when: { output: 'oSl', is: 'below', value: 0.9 }, decide: 'stop', says: 'sleep below 0.9' },
      { when: { output: 'oSl', is: 'below', value: 0.98 }, decide: 'step back', says: 'sleep below 0.98' },
      { when: { output: 'oMd', is: 'above', value: 1.03 }, decide: 'hold', says: 'mood above 1.03' },
    ],
    otherwise: 'step up',
  };
  const people = drawParameters(full, 8, 0, 9);
  const { solver } = titrationSolver(full, { titration, tolerance: 1e-7, arithmetic: 'portable' });
  const crowd = solver!.solve(people);

  it('has the ledgers that the reference keeps for each one, and they differ', () => {
    people.slice(0, 3).forEach((row, who) => {
      const parameters = Object.fromEntries(full.parameters.map(({ name }, k) => [name, row[k]!]));
      expect(crowd[who]!.ledger).toEqual(titrate(full, titration, { parameters, relative: 1e-8 }).titrated!.ledger);
    });
    expect(new Set(crowd.map((one) => one.ledger.map((line) => line.level).join(' '))).size).toBeGreaterThan(2);
  });

  it('and the bytes of one alone', () => expect(solver!.solve([people[4]!])[0]).toEqual(crowd[4]));
});
