import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/domain/patient.ts';
import { sentence } from '../../src/domain/problem.ts';
import { readCodeTable } from '../../src/fhir/codeTable.ts';
import { codeKey } from '../../src/knowledge/drugs/codeTable.ts';

const CODEINE = codeKey(SYSTEMS.rxnorm, '2670');
const rowsOf = (text: string) => Object.fromEntries(readCodeTable(text, 'table').table?.rows ?? []);
const sentences = (text: string) => readCodeTable(text, 'table').problems.map(sentence);
const valueSet = (more: object) => ({ resourceType: 'ValueSet', status: 'active', ...more });
const compose = {
  include: [{ system: SYSTEMS.rxnorm, concept: [{ code: '2670', display: 'codeine' }, { code: '7052' }] }],
};

describe('a table of codes as CSV', () => {
  it('has its source in the comment above, its columns in any order, and commas inside quotes', () => {
    const text =
      '# made by Example\r\n# on 1 March\r\nname,rxcui,ingredient,opioid\r\n"codeine, 15 mg",2670,codeine,yes\r\naspirin,1191,aspirin,no\r\n';
    const { table, problems } = readCodeTable(text, 'ours.csv');
    expect(problems).toEqual([]);
    expect(table).toMatchObject({ name: 'ours.csv', source: 'made by Example on 1 March' });
    expect(rowsOf(text)).toEqual({
      [CODEINE]: { name: 'codeine, 15 mg', ingredients: ['codeine'], ingredientRxcuis: [], opioid: true },
      [codeKey(SYSTEMS.rxnorm, '1191')]: {
        name: 'aspirin',
        ingredients: ['aspirin'],
        ingredientRxcuis: [],
        opioid: false,
      },
    });
  });

  it('may name another system', () =>
    expect(Object.keys(rowsOf(`code;system;name\nN02AA05;${SYSTEMS.atc};oxycodone`))).toEqual([
      codeKey(SYSTEMS.atc, 'N02AA05'),
    ]));

  it('the same code twice has the ingredients of both, and is an opioid if either says so', () =>
    expect(rowsOf('rxcui,name,ingredient,opioid\n2670,a,codeine,no\n2670,b,caffeine,yes')[CODEINE]).toMatchObject({
      ingredients: ['codeine', 'caffeine'],
      opioid: true,
    }));

  it('a line without a code is left out and said, with its number', () => {
    const text = '# head\nrxcui,name\n,codeine\n2670,codeine';
    expect(Object.keys(rowsOf(text))).toEqual([CODEINE]);
    expect(sentences(text)).toEqual([expect.stringMatching(/^table, line 3: found "codeine", expected a code/)]);
  });
});

describe('a table of codes as FHIR', () => {
  it.each([
    ['composed', valueSet({ title: 'Opioids', compose })],
    [
      'expanded, with kinds inside kinds',
      valueSet({
        title: 'Opioids',
        expansion: {
          contains: [
            {
              system: SYSTEMS.rxnorm,
              code: '2670',
              display: 'codeine',
              contains: [{ system: SYSTEMS.rxnorm, code: '7052' }],
            },
          ],
        },
      }),
    ],
    ['in a bundle', { resourceType: 'Bundle', entry: [{ resource: valueSet({ title: 'Opioids', compose }) }] }],
  ])('%s', (_, json) => {
    const { table, problems } = readCodeTable(JSON.stringify(json), 'vs.json');
    expect(problems).toEqual([]);
    expect(table).toMatchObject({ source: 'Opioids' });
    expect([...(table?.rows ?? [])]).toEqual([
      [CODEINE, { name: 'codeine', ingredients: [], ingredientRxcuis: [], opioid: true }],
      [codeKey(SYSTEMS.rxnorm, '7052'), { name: '7052', ingredients: [], ingredientRxcuis: [], opioid: true }],
    ]);
  });

  it('a value set that only points at another is no table', () => {
    const text = JSON.stringify(valueSet({ compose: { include: [{ valueSet: ['https://x.example/vs'] }] } }));
    expect(readCodeTable(text, 'vs').table).toBeUndefined();
    expect(sentences(text)[0]).toMatch(/load the expanded value set/);
  });
});

it.each([[''], ['{'], ['[]'], ['<xml/>'], ['a,b\n1,2'], ['{"resourceType":"Patient"}'], ['null']])(
  '%j is no table of codes, and a sentence says so',
  (text) => {
    expect(readCodeTable(text, 'x').table).toBeUndefined();
    expect(readCodeTable(text, 'x').problems.map(sentence).at(-1)).toMatch(/found no codes/);
  },
);
