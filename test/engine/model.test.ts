import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/engine/readModel.ts';
import { describeStructure } from '../../src/engine/structure.ts';
import { EIGHTEEN } from './models/eighteen.ts';
import { model } from './models/textbook.ts';

const saying = (text: string): readonly string[] =>
  readModel(text).problems.map(({ path, found, expected }) => `${path}: ${found}; ${expected}`);

const DECAY = `param k = 0.1 1/h
  state A mg = 0
  `;

describe('a model text that cannot be right is refused with the line and the reason', () => {
  it.each([
    ['a rate in the wrong dimension', `${DECAY}A' = -k*A*A`, "line 3: A' in mass^2/time; mass/time"],
    [
      'a sum of unlike things',
      `${DECAY}A' = -k*A + A`,
      'line 3: mass/time and mass on the two sides of "+"; one dimension on both sides',
    ],
    [
      'a name nobody declared',
      `${DECAY}A' = -kel*A`,
      'line 3: the name "kel"; a declared parameter, input, state or let',
    ],
    ['a name twice', `${DECAY}A' = -k*A\nparam k = 1 1/h`, 'line 4: "k" a second time; it once, as on line 1'],
    [
      'a state without an equation',
      `param k = 1 1/h\nstate A mg = 0`,
      `line 2: the state "A" without an equation; A' = ...`,
    ],
    [
      'an equation without a state',
      `${DECAY}A' = -k*A\nB' = 1`,
      'line 4: an equation for "B"; an equation of a declared state',
    ],
    [
      'a unit nobody knows',
      `param k = 1 1/fortnight`,
      'line 1: the unit "1/fortnight"; a product of kg, g, mg, ug, ng, pg ... or of declared units',
    ],
    ['the logarithm of an amount', `${DECAY}A' = -k*A*log(A)`, 'line 3: the argument of log in mass; a plain number'],
    [
      'a free power of an amount',
      `${DECAY}param n = 2 1\nlet x = A^n\nA' = -k*A`,
      'line 4: mass to a power that is not a fixed number; a plain number to that power',
    ],
    ['a dose in the wrong unit', `${DECAY}A' = -k*A\ndose into A in mL`, 'line 4: a dose in mL into A in volume; mass'],
    ['half a formula', `${DECAY}A' = -k*A + )`, 'line 3: ")"; a name, a number or a parenthesis'],
    ['a character from elsewhere', `${DECAY}A' = -k*A ; B`, 'line 3: "; B"; a name, a number or an operator'],
    [
      'a spread below zero',
      `param V = -3 L : lognormal cv 0.2`,
      'line 1: a log-normal spread around -3; a typical value above 0',
    ],
  ])('%s', (_, text, sentence) => {
    const said = saying(text);
    expect(
      said.some((one) => one.includes(sentence)),
      said.join('\n'),
    ).toBe(true);
    expect(readModel(text).model).toBeUndefined();
  });

  it('lets that need each other are shown as a circle', () => {
    const said = saying(`${DECAY}A' = -k*A\nlet a = b + 1\nlet b = a + 1\noutput x = a 1`);
    expect(said.filter((one) => one.includes('in its own definition'))).toEqual([
      'line 5: "a" in its own definition (a needs b needs a); lets that do not need themselves',
    ]);
  });

  it('every wrong line is reported, not the first alone', () => {
    expect(saying(`param a = 1 nope\nstate B mg = 0\nB' = c\nstate D mg = 0`)).toHaveLength(3);
  });
});

describe('units', () => {
  it('a mass in mg over a volume in L is read as ng/mL with the factor 1000', () => {
    const { outputs, graph } = model(`param V = 2 L\nstate A mg = 0\nA' = -A*1[1/h]\noutput C = A/V ng/mL`);
    expect(outputs[0]?.value).toBe(graph.mul(graph.number(1000), graph.div(graph.state(0), graph.parameter(0))));
  });

  it('ug/L and ng/mL are the same unit exactly', () => {
    const { outputs, graph } = model(`state C ug/L = 0\nC' = -C*1[1/h]\noutput c = C ng/mL`);
    expect(outputs[0]?.value).toBe(graph.state(0));
  });

  it('a rate per day in a model of hours is converted', () => {
    const { states, graph } = model(`time h\nparam k = 24 1/d\nstate A mg = 0\nA' = -k*A`);
    expect(states[0]?.rate).toBe(
      graph.mul(graph.number(1 / 24), graph.neg(graph.mul(graph.parameter(0), graph.state(0)))),
    );
  });

  it('a declared unit is a dimension of its own', () => {
    expect(saying(`unit points\nstate S points = 0\nS' = 1[mg/h]`)).toEqual([
      expect.stringContaining("S' in mass/time; points/time"),
    ]);
  });
});

describe('structure', () => {
  it('of the test model: six states are solved exactly and two loops are found', () => {
    expect(describeStructure(model(EIGHTEEN)).split('\n')).toEqual([
      '18 states, 51 parameters, 50 of 324 Jacobian entries',
      'linear with constant coefficients, solved exactly: G, A1, A2, M, E1, E2',
      'loop: Bmu, End',
      'then: Bka',
      'then: Bde',
      'then: R',
      'loop: Mg, TNF, IL6',
      'then: DA',
      'then: BDNF',
      'then: Sl',
      'then: Md',
    ]);
  });
});

describe('the manual', () => {
  it('shows a model that can be read', () => {
    const manual = readFileSync(new URL('../../docs/engine.md', import.meta.url), 'utf8');
    const [, example = ''] = /```\n(model [\s\S]*?)```/.exec(manual) ?? [];
    const { model: read, problems } = readModel(example);
    expect(problems).toEqual([]);
    expect(read?.states.map((state) => state.name)).toEqual(['gut', 'A']);
  });

  it('quotes a sentence that the engine says', () => {
    const [said] = readModel(`${DECAY}A' = -k*A*A`).problems;
    expect(`${said!.path}: found ${said!.found}, expected ${said!.expected}. ${said!.todo}`).toBe(
      "line 3: found A' in mass^2/time, expected mass/time. Multiply or divide by a quantity in 1/mass, or correct a unit.",
    );
  });
});
