import { describe, expect, it } from 'vitest';
import { sentence } from '../../../src/domain/problem.ts';
import { readModel } from '../../../src/engine/readModel.ts';
import { drawParameters } from '../../../src/engine/random.ts';
import { CLAIMS } from '../../../src/knowledge/claims/index.ts';
import {
  assumedShare,
  choiceProblems,
  inputProblems,
  INPUTS,
  MECHANISMS,
  mechanismsOf,
  modelText,
  PARAMETERS,
  SWITCHABLE,
} from '../../../src/knowledge/mechanisms/index.ts';
import { SOURCES } from '../../../src/knowledge/sources.ts';
import { course, modelOf, nightly } from './shared.ts';

const READINGS = ['slow', 'plasma'] as const;
const claimIds = new Set(CLAIMS.map(({ id }) => id));

describe('the text of a model', () => {
  it.each(READINGS)('balances its units and knows every name under the reading %s', (reading) =>
    expect(readModel(modelText({ reading })).problems).toEqual([]),
  );

  it.each(SWITCHABLE)('balances its units without %s', (id) =>
    expect(readModel(modelText({ off: [id] })).problems).toEqual([]),
  );

  it('balances its units with nothing but blood and receptors', () =>
    expect(readModel(modelText({ off: SWITCHABLE })).problems).toEqual([]));

  it('has the same parameters in the same places whatever is chosen, so that nobody is drawn anew by a switch', () => {
    const people = READINGS.flatMap((reading) => [[], SWITCHABLE].map((off) => modelOf({ reading, off })));
    const drawn = people.map((model) => drawParameters(model, 7, 0, 2).map((row) => [...row]));
    const names = people.map(({ parameters }) => parameters.map(({ name }) => name));
    for (const k of people.keys()) expect(names[k]).toEqual(names[0]);
    expect(drawn[1]).toEqual(drawn[0]);
    expect(drawn[3]).toEqual(drawn[2]);
  });
});

describe('a choice', () => {
  it('that names no mechanism is told which there are', () =>
    expect(choiceProblems({ off: ['ogf', 'magic'] })).toMatchObject([{ path: 'off[1]', found: '"magic"' }]));

  it('cannot switch off blood or brain', () => {
    expect(choiceProblems({ off: ['plasma', 'brain'] })).toHaveLength(2);
    expect(() => modelText({ off: ['plasma'] })).toThrow(RangeError);
  });
});

describe('what is given for a person', () => {
  it('has a range that holds its usual value', () => {
    for (const { range, value } of INPUTS) expect(value >= range[0] && value <= range[1]).toBe(true);
  });

  it('is refused outside its range and under an unknown name, each with a sentence', () =>
    expect(
      inputProblems({ creatinineClearance: -20, crpAtStart: 0, kidney: 1, madrsAtStart: 60 }).map(sentence),
    ).toEqual([
      'inputs.creatinineClearance: found -20, expected creatinine clearance: 5 to 250 mL/min. Correct the number or its unit.',
      'inputs.crpAtStart: found 0, expected CRP at the start: 0.01 to 500 mg/L. Correct the number or its unit.',
      expect.stringMatching(/^inputs\.kidney: found "kidney", expected one of compensated, decompensated,/),
    ]));

  it('may say both grades of cirrhosis: clearance stays above zero', () => {
    const { stopped, outputs } = course(modelOf(), [[0, 4.5]], [24], { inputs: { compensated: 1, decompensated: 1 } });
    expect(stopped.why).toBe('finished');
    expect(outputs['naltrexone']![0]).toBeGreaterThan(0);
  });
});

describe('switching off', () => {
  const SCORES = ['gain', 'madrs', 'hamd', 'phq9'];
  const CYTOKINES = ['il6', 'tnf', 'il10', 'crp'];
  const DOPAMINE = ['gaba', 'dopamine', 'priming'];
  /** What reads from what: the outputs that a switch may change, and does. */
  const CHANGES: Readonly<Record<string, readonly string[]>> = {
    upregulation: ['receptors', 'muSignalling', ...DOPAMINE, ...SCORES],
    peptides: ['endorphin', 'enkephalin', 'muSignalling', 'cellGrowth', ...DOPAMINE, 'bdnf', ...SCORES],
    rebound: ['muSignalling', ...DOPAMINE, ...SCORES],
    ogf: ['cellGrowth'],
    tlr4: ['tlr4', 'microglia', ...CYTOKINES, ...SCORES],
    glia: ['microglia', ...CYTOKINES, ...SCORES],
    cytokines: [...CYTOKINES, ...SCORES],
    tachykinins: ['substanceP', 'pain'],
    kappa: ['dynorphin', 'kappaTone', 'dopamine', 'priming', ...SCORES],
    dopamine: [...DOPAMINE, ...SCORES],
    serotonin: ['priming', ...SCORES],
    bdnf: ['bdnf', ...SCORES],
    sleep: ['dreams', 'sleep'],
    pain: ['pain'],
    fatigue: ['fatigue'],
    mood: [...SCORES, 'madrsPlacebo', 'hamdPlacebo', 'phq9Placebo'],
  };
  const full = modelOf();
  const [row] = drawParameters(full, 3, 0, 1);
  const person = Object.fromEntries(full.parameters.map(({ name }, k) => [name, row![k]!]));
  const at = (off: readonly string[]) =>
    course(modelOf({ off }), nightly(4.5, 5), [5 * 24], { parameters: person, relative: 1e-9 }).outputs;
  const everything = at([]);

  it('is tried for every mechanism', () => expect(Object.keys(CHANGES).toSorted()).toEqual([...SWITCHABLE].toSorted()));

  it.each(SWITCHABLE)('%s changes what follows from it and nothing else', (id) => {
    const without = at([id]);
    const changed = Object.keys(everything).filter((name) => {
      const [a, b] = [everything[name]![0]!, without[name]![0]!];
      return Math.abs(a - b) > 1e-6 * (Math.abs(a) + 1e-3);
    });
    expect(changed.toSorted()).toEqual([...CHANGES[id]!].toSorted());
  });
});

describe('every mechanism', () => {
  const all = READINGS.flatMap(mechanismsOf);

  it.each(all.map((one) => [one.name, one] as const))('%s names claims that are in the ledger', (_, { claims }) => {
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter((id) => !claimIds.has(id))).toEqual([]);
  });

  it.each(all.map((one) => [one.name, one] as const))(
    '%s says what it is, on what ground, and what a switch does',
    (_, one) => {
      for (const text of [one.what, one.evidence, one.whenOff]) expect(text).toMatch(/^[A-Z].*\.$/s);
      expect(one.sources.length).toBeGreaterThan(0);
    },
  );

  it('has an id of its own', () => expect(new Set(MECHANISMS.map(({ id }) => id)).size).toBe(MECHANISMS.length));
});

describe('every parameter', () => {
  it.each(PARAMETERS.map((one) => [one.name, one] as const))('%s has a unit, a label and a source', (_, one) => {
    expect(one.label.length).toBeGreaterThan(3);
    for (const source of [one.source, ...(one.spread === undefined ? [] : [one.spread.source])])
      expect(source.kind === 'cited' ? source.key in SOURCES : source.why.length > 3).toBe(true);
  });

  it('of the composed model carries its source too', () =>
    expect(modelOf().parameters.filter(({ source }) => source === '')).toEqual([]));
});

describe('the share of assumed inputs', () => {
  it('is over a half with everything on, and smaller with nothing but blood and receptors', () => {
    const [all, few] = [assumedShare(modelOf()), assumedShare(modelOf({ off: SWITCHABLE }))];
    expect(all).toBeGreaterThan(0.5);
    expect(all).toBeLessThan(0.8);
    expect(few).toBeLessThan(0.5);
  });

  it('counts parameters that are at work: 1 of 2 here, since the third is in no formula', () => {
    const { model } = readModel(`
      param a = 1 1/h "" from "assumed: a guess"
      param b = 1 mg "" from "lee-1988, abstract"
      param c = 1 1 "" from "assumed: not used"
      state X mg = b
      X' = -a*X
    `);
    expect(assumedShare(model!)).toBe(0.5);
  });
});
