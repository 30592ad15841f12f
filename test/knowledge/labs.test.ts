import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { SYSTEMS, type Measurement, type Patient } from '../../src/domain/patient.ts';
import { LABS, labOf, type LabId } from '../../src/knowledge/labs/index.ts';
import { latestLab, latestWord } from '../../src/knowledge/labs/read.ts';
import { hasShared, sharedText } from '../shared.ts';

const line = (loinc: string | undefined, text: string, more: Partial<Measurement> = {}): Measurement => ({
  what: { codings: loinc ? [{ system: SYSTEMS.loinc, code: loinc }] : [], text },
  value: 1,
  unit: 'mg/L',
  date: '2026-11-01',
  status: 'final',
  from: 'entry[1]',
  ...more,
});
const withLines = (...measurements: Measurement[]): Patient => ({ measurements });

describe('units', () => {
  it.each<[LabId, string, number, string, number]>([
    ['hs-crp', '30522-7', 0.3, 'mg/dL', 3],
    ['hs-crp', '30522-7', 4.2, 'ug/mL', 4.2],
    ['hs-crp', '30522-7', 4.2, 'µg/mL', 4.2],
    ['hs-crp', '30522-7', 3100, 'ng/mL', 3.1],
    ['alt', '1742-6', 0.5, 'µkat/L', 30],
    ['alt', '1742-6', 41, '[iU]/L', 41],
    ['tsh', '3016-3', 2.1, 'u[IU]/mL', 2.1],
    ['creatinine', '2160-0', 88.4, 'umol/L', 1],
    ['il-6', '26881-3', 2.5, 'ng/L', 2.5],
    ['esr', '4537-7', 12, 'mm/h', 12],
  ])('%s (%s) of %d %s is %d in its own unit', (id, loinc, value, unit, expected) =>
    expect(latestLab(withLines(line(loinc, '', { value, unit })), id)).toMatchObject({
      value: expected,
      unit: labOf(id).unit,
    }),
  );

  it('the upper limit of normal is converted with the value', () =>
    expect(latestLab(withLines(line('1988-5', 'CRP', { value: 1, unit: 'mg/dL', upperLimit: 0.5 })), 'crp')).toEqual({
      value: 10,
      unit: 'mg/L',
      date: '2026-11-01',
      upperLimit: 5,
      from: 'entry[1]',
    }));

  it('a value in a unit that the lab does not know is doubted and not read', () =>
    expect(latestLab(withLines(line('1742-6', 'ALT', { unit: 'furlongs' })), 'alt')).toHaveProperty('doubt'));

  it('a value without a unit is doubted and not read', () => {
    const { unit: _, ...bare } = line('1742-6', 'ALT');
    expect(latestLab(withLines(bare), 'alt')).toHaveProperty('doubt');
  });
});

describe('which line is meant', () => {
  it.each<[LabId, string]>([
    ['hs-crp', 'hs-CRP'],
    ['hs-crp', 'C reactive protein [Mass/volume] in Serum or Plasma by High sensitivity method'],
    ['hs-crp', 'High sensitivity C-reactive protein'],
    ['crp', 'C-reactive protein'],
    ['alt', 'SGPT'],
    ['ast', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma'],
    ['bilirubin', 'Bilirubin.total [Mass/volume] in Serum or Plasma'],
    ['tnf-alpha', 'TNF-alpha'],
  ])('%s is recognised from the text "%s" alone', (id, text) => {
    const found = LABS.filter((lab) =>
      latestLab(withLines(line(undefined, text, { unit: lab.units[0]?.unit ?? '' })), lab.id),
    );
    expect(found.map((lab) => lab.id)).toEqual([id]);
  });

  it.each<[LabId, string]>([
    ['creatinine', 'Creatinine [Mass/volume] in Urine'],
    ['creatinine', 'Creatinine clearance'],
    ['bilirubin', 'Direct bilirubin'],
    ['bilirubin', 'Bilirubin.direct [Mass/volume] in Serum or Plasma'],
    ['il-6', 'Interleukin 6 in Cerebral spinal fluid'],
    ['alt', 'Salt intake'],
  ])('no %s is read from "%s"', (id, text) => expect(latestLab(withLines(line(undefined, text)), id)).toBeUndefined());

  it('a code of ALT beside the text "AST" is doubted for both', () => {
    const patient = withLines(line('1742-6', 'AST', { unit: 'U/L' }));
    expect(latestLab(patient, 'alt')).toHaveProperty('doubt');
    expect(latestLab(patient, 'ast')).toHaveProperty('doubt');
  });

  it('the short text "CRP" beside the code of hs-CRP is no contradiction', () =>
    expect(latestLab(withLines(line('30522-7', 'CRP')), 'hs-crp')).toMatchObject({ value: 1 }));
});

describe('which result counts', () => {
  it('the newest one', () =>
    expect(
      latestLab(
        withLines(line('1988-5', '', { value: 9, date: '2025-01-01' }), line('1988-5', '', { value: 2 })),
        'crp',
      ),
    ).toMatchObject({ value: 2, date: '2026-11-01' }));

  it('two different results of one day are doubted', () =>
    expect(
      latestLab(withLines(line('1988-5', '', { value: 9 }), line('1988-5', '', { value: 2 })), 'crp'),
    ).toHaveProperty('doubt', expect.stringContaining('9 mg/L and 2 mg/L')));

  it('a result without a date is doubted, because it may be the newest', () => {
    const { date: _, ...undated } = line('1988-5', '');
    expect(latestLab(withLines(undated, line('1988-5', '')), 'crp')).toHaveProperty('doubt');
  });

  it.each<Partial<Measurement>>([
    { status: 'preliminary' },
    { value: -1 },
    { value: Number.NaN },
    { date: '2026-02-30' },
  ])('a newest line with %o is doubted and no older one takes its place', (more) =>
    expect(
      latestLab(withLines(line('1988-5', '', more), line('1988-5', '', { date: '2020-01-01' })), 'crp'),
    ).toHaveProperty('doubt'),
  );

  it('a cancelled line does not count', () =>
    expect(latestLab(withLines(line('1988-5', '', { status: 'cancelled' })), 'crp')).toBeUndefined());

  it.each([
    ['Negative', false],
    ['not detected', false],
    ['POSITIVE', true],
  ])('a pregnancy test that says %s is read', (word, positive) => {
    const { value: _, unit: __, ...rest } = line('2106-3', 'hCG urine', { word });
    expect(latestWord(withLines(rest), 'hcg')).toMatchObject({ positive });
  });

  it('a pregnancy test that says "see comment" is doubted', () =>
    expect(latestWord(withLines(line('2106-3', 'hCG', { word: 'see comment' })), 'hcg')).toHaveProperty('doubt'));
});

describe('the register', () => {
  it('no code belongs to two labs', () => {
    const codes = LABS.flatMap((lab) => lab.codes.map(({ loinc }) => loinc));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('the order of the lines never changes what is read', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 0, max: 3 }), day: fc.integer({ min: 1, max: 3 }) }), {
          maxLength: 5,
        }),
        (rows) => {
          const lines = rows.map(({ value, day }) => line('1988-5', '', { value, date: `2026-11-0${day}` }));
          const forward = latestLab(withLines(...lines), 'crp');
          const backward = latestLab(withLines(...lines.toReversed()), 'crp');
          expect(forward && 'doubt' in forward).toBe(backward && 'doubt' in backward);
          if (forward && 'value' in forward) expect(backward).toEqual(forward);
        },
      ),
      { seed: 1, numRuns: 200 },
    ));

  it.skipIf(!hasShared)('the codes of a real-world-like record carry the names we give them', () => {
    const text = sharedText('patients/Robbi_Fisher.json');
    for (const id of ['alt', 'ast', 'alp', 'bilirubin', 'creatinine'] as const) {
      const seen = labOf(id).codes.filter(({ loinc }) => text.includes(`"${loinc}"`));
      expect(seen.length).toBeGreaterThan(0);
      for (const { loinc } of seen) expect(text.split(`"${loinc}"`)[1]?.slice(0, 120)).toMatch(labOf(id).names);
    }
  });
});
