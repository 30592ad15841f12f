import { describe, expect, it } from 'vitest';
import { SYSTEMS, type Coding, type Condition } from '../../src/domain/patient.ts';
import { COMORBIDITIES } from '../../src/knowledge/conditions/comorbidities.ts';
import { match, wordsOf } from '../../src/knowledge/conditions/match.ts';

const line = (text: string, codings: readonly Coding[] = [], more: Partial<Condition> = {}): Condition => ({
  what: { codings, ...(text === '' ? {} : { text }) },
  status: 'active',
  from: 'entry[0]',
  ...more,
});
const found = (condition: Condition) => COMORBIDITIES.filter((row) => match(condition, row)).map(({ id }) => id);

describe('conditions that articles 000 and 002 name', () => {
  it.each([
    ['Primary fibromyalgia syndrome', 'fibromyalgia'],
    ['Chronic low back pain (finding)', 'chronic-pain'],
    ["Crohn's disease of small intestine", 'bowel-inflammation'],
    ['Irritable bowel syndrome with diarrhea', 'irritable-bowel'],
    ['Coeliac disease', 'celiac'],
    ['Systemic lupus erythematosus', 'autoimmune'],
    ['Acquired hypothyroidism', 'thyroid'],
    ['Chronic fatigue syndrome', 'chronic-fatigue'],
    ['PCOS', 'polycystic-ovaries'],
    ['Premenstrual dysphoric disorder', 'premenstrual-dysphoria'],
    ['Lyme disease', 'lyme'],
    ['Reactivated EBV infection', 'epstein-barr'],
    ['Chronic sinusitis (disorder)', 'infection'],
    ['Prediabetes', 'insulin-resistance'],
    ['Seasonal allergic rhinitis', 'allergy'],
  ])('"%s" is %s', (text, id) => expect(found(line(text))).toEqual([id]));

  it.each([
    ['M79.7', 'fibromyalgia'],
    ['K50.90', 'bowel-inflammation'],
    ['E06.3', 'thyroid'],
    ['G35', 'autoimmune'],
    ['F32.81', 'premenstrual-dysphoria'],
  ])('ICD-10-CM %s alone is %s', (code, id) =>
    expect(found(line('', [{ system: SYSTEMS.icd10cm, code }]))).toEqual([id]),
  );

  it.each([
    'Family history of fibromyalgia',
    'Celiac disease ruled out',
    'No evidence of Lyme disease',
    'Fracture of clavicle',
    'Chest pain',
  ])('"%s" is none of them', (text) => expect(found(line(text))).toEqual([]));

  it('every row that names a trial cites it, and every other one says that there is none', () => {
    for (const { id, evidence, sources } of COMORBIDITIES) {
      const trials = sources.filter(
        (source) => source.kind === 'cited' && !/^(article-|synthea|lowdosenaltrexone)/.test(source.key),
      );
      expect([id, trials.length > 0 || evidence.startsWith('No trial')]).toEqual([id, true]);
    }
  });
});

describe('how a line speaks', () => {
  const [fibromyalgia] = COMORBIDITIES;
  it.each([
    ['Fibromyalgia', [], {}, 'now'],
    ['History of fibromyalgia', [], {}, 'past'],
    ['Fibromyalgia', [], { status: 'resolved' }, 'past'],
    ['Fibromyalgia', [], { ended: '2020' }, 'past'],
    ['Fibromyalgia', [], { status: 'refuted' }, undefined],
    ['Gout', [{ system: SYSTEMS.snomed, code: '203082005' }], {}, 'doubtful'],
    ['', [{ system: SYSTEMS.snomed, code: '203082005' }], {}, 'now'],
    ['', [{ system: SYSTEMS.loinc, code: '203082005' }], {}, undefined],
  ] as const)('"%s" %j %j: %s', (text, codings, more, expected) =>
    expect(match(line(text, codings, more), fibromyalgia!)).toBe(expected),
  );

  it('a line without words is called by its codes', () => {
    expect(wordsOf(line('', [{ code: 'M79.7' }]).what)).toBe('code M79.7');
    expect(wordsOf({ codings: [] })).toBe('a line without words or codes');
  });
});
