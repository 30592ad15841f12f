import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/domain/patient.ts';
import { readCodeTable } from '../../src/fhir/codeTable.ts';
import { systemNamed } from '../../src/fhir/systems.ts';
import { identify } from '../../src/knowledge/drugs/identify.ts';
import { order, readWith } from './make.ts';

describe('a code system under another name', () => {
  it.each([
    ['urn:oid:2.16.840.1.113883.6.88', SYSTEMS.rxnorm],
    ['2.16.840.1.113883.6.88', SYSTEMS.rxnorm],
    ['https://www.nlm.nih.gov/research/umls/rxnorm', SYSTEMS.rxnorm],
    ['http://www.nlm.nih.gov/research/umls/rxnorm/', SYSTEMS.rxnorm],
    ['RxNorm', SYSTEMS.rxnorm],
    ['urn:oid:2.16.840.1.113883.6.73', SYSTEMS.atc],
    ['http://fhir.de/CodeSystem/bfarm/atc', SYSTEMS.atc],
    ['urn:oid:2.16.840.1.113883.6.1', SYSTEMS.loinc],
    ['https://loinc.org/', SYSTEMS.loinc],
    ['urn:oid:2.16.840.1.113883.6.96', SYSTEMS.snomed],
    ['http://snomed.info/sct/900000000000207008/version/20260901', SYSTEMS.snomed],
    ['urn:oid:2.16.840.1.113883.6.90', SYSTEMS.icd10cm],
    ['urn:oid:2.16.840.1.113883.6.3', SYSTEMS.icd10],
  ])('%s is %s', (name, system) => expect(systemNamed(name)).toBe(system));

  it.each(['http://example.org/rxnorm', 'urn:oid:2.16.840.1.113883.6.69', 'http://snomed.info/sctx'])(
    '%s stays what it is',
    (name) => expect(systemNamed(name)).toBe(name),
  );

  it('names the same opioid, in a record and in a loaded table', async () => {
    const coded = (system: string, code: string) => order({ coding: [{ system, code }] });
    const { patient } = await readWith(
      coded('urn:oid:2.16.840.1.113883.6.88', '7804'),
      coded('urn:oid:2.16.840.1.113883.6.73', 'N02AA05'),
      coded('2.16.840.1.113883.6.88', '1049221'),
    );
    const { table } = readCodeTable(
      'code,system,name\n1049221,https://www.nlm.nih.gov/research/umls/rxnorm/,Percocet',
      't',
    );
    expect(patient?.medicines?.map((medicine) => identify(medicine, table).drugs.map(({ drug }) => drug.id))).toEqual([
      ['oxycodone'],
      ['oxycodone'],
      ['oxycodone'],
    ]);
  });
});
