// Records that were not made by us. They stay outside the repository; see test/shared.ts.
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/domain/patient.ts';
import { readCodeTable } from '../../src/fhir/codeTable.ts';
import { importRecord } from '../../src/fhir/import.ts';
import { codeKey } from '../../src/knowledge/drugs/codeTable.ts';
import { hasShared, sharedPatients, sharedText } from '../shared.ts';

const counts: Readonly<
  Record<string, readonly [name: string, medicines: number, conditions: number, procedures: number]>
> = {
  'Buster_Hoeger.json': ['Buster Hoeger', 1, 3, 1],
  'Chet_Thompson.json': ['Chet Thompson', 2, 4, 8],
  'Milan_Beatty.json': ['Milan Beatty', 3, 5, 5],
  'Robbi_Fisher.json': ['Robbi Fisher', 7, 9, 11],
  'Rufus_Kihn.json': ['Rufus Kihn', 7, 5, 4],
};

describe.skipIf(!hasShared)('five records made by Synthea', () => {
  it('are all here', () => expect(sharedPatients().toSorted()).toEqual(Object.keys(counts)));

  it.each(Object.keys(counts))('%s is read whole and without a problem', async (file) => {
    const text = sharedText(`patients/${file}`);
    const { patient, problems, read } = await importRecord(text);
    const entries = (JSON.parse(text) as { entry: readonly unknown[] }).entry.length;
    expect(problems).toEqual([]);
    expect(read.resources).toBe(entries);
    expect([
      patient?.name,
      patient?.medicines?.length,
      patient?.conditions?.length,
      patient?.procedures?.length,
    ]).toEqual(counts[file]);
    expect(patient).not.toHaveProperty('allergies');
  });

  it.each([
    [
      'Chet_Thompson.json',
      '1049221',
      'Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet',
      'active',
      '1954-11-04',
    ],
    ['Robbi_Fisher.json', '861467', 'Meperidine Hydrochloride 50 MG Oral Tablet', 'active', '1956-09-08'],
    ['Rufus_Kihn.json', '861467', 'Meperidine Hydrochloride 50 MG Oral Tablet', 'stopped', '2014-11-01'],
    ['Milan_Beatty.json', '406022', 'Fluoxetine 25MG', 'active', '1993-01-17'],
  ])('%s lists %s, %s, %s since %s', async (file, code, text, status, recorded) => {
    const { patient } = await importRecord(sharedText(`patients/${file}`));
    expect(patient?.medicines).toContainEqual(
      expect.objectContaining({
        what: { codings: [{ system: SYSTEMS.rxnorm, code, display: text }], text },
        status,
        recorded,
      }),
    );
  });

  it("Milan Beatty's depression is found", async () => {
    const { patient } = await importRecord(sharedText('patients/Milan_Beatty.json'));
    expect(patient?.conditions).toContainEqual(
      expect.objectContaining({
        what: expect.objectContaining({ text: 'Major depression disorder' }) as unknown,
        status: 'active',
      }),
    );
  });
});

describe.skipIf(!hasShared)('a public table of opioid products', () => {
  it('has 2083 codes, each with its ingredient, and says where it comes from', () => {
    const { table, problems } = readCodeTable(sharedText('opioids.csv'), 'opioids.csv');
    expect(problems).toEqual([]);
    expect(table?.rows.size).toBe(2083);
    expect(table?.source).toMatch(/National Library of Medicine/);
    expect(table?.rows.get(codeKey(SYSTEMS.rxnorm, '351266'))).toEqual({
      name: 'buprenorphine 2 MG / naloxone 0.5 MG Sublingual Tablet',
      ingredients: ['buprenorphine'],
      ingredientRxcuis: ['1819'],
      class: 'partial/mixed agonist',
      containsAntagonist: true,
      opioid: true,
    });
  });
});
