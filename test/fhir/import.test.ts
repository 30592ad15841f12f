import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importRecord } from '../../src/fhir/import.ts';
import {
  ANN,
  bundle,
  facts,
  found,
  observation,
  order,
  read,
  readWith,
  statement,
  SUBJECT,
  type Json,
} from './make.ts';

const OXYCODONE = order('oxycodone 5 mg tablet', { id: 'o1', authoredOn: '2027-02-01T23:30:00-05:00' });
const RECORD = bundle(ANN, OXYCODONE, observation('1742-6', { id: 'a1', valueQuantity: { value: 31, unit: 'U/L' } }));
const RESOURCES = (RECORD['entry'] as readonly Json[]).map((entry) => entry['resource']);
const TEXT = JSON.stringify(RECORD);

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

describe('the same record in every form it comes in', async () => {
  const expected = facts((await importRecord(TEXT)).patient);

  it('has the opioid on its list, dated by the clock on the wall where it was written', async () =>
    expect((await importRecord(TEXT)).patient).toEqual({
      id: 'ann',
      name: 'Ann Example',
      medicines: [
        {
          what: { codings: [], text: 'oxycodone 5 mg tablet' },
          status: 'active',
          kind: 'request',
          recorded: '2027-02-01',
          from: 'entry[1].resource',
        },
      ],
      measurements: [
        {
          what: { codings: [{ system: 'http://loinc.org', code: '1742-6' }] },
          value: 31,
          unit: 'U/L',
          date: '2027-02-15',
          status: 'final',
          from: 'entry[2].resource',
        },
      ],
      recordUntil: '2027-02-15',
    }));

  it.each([
    ['bytes', strToU8(TEXT), 'Bundle (collection)'],
    ['indented JSON', JSON.stringify(RECORD, null, 2), 'Bundle (collection)'],
    ['UTF-8 with a byte-order mark', `\uFEFF${TEXT}`, 'Bundle (collection)'],
    ['gzip', gzipSync(strToU8(TEXT)), 'Bundle (collection), gzip'],
    ['NDJSON', RESOURCES.map((resource) => JSON.stringify(resource)).join('\r\n') + '\n', 'NDJSON'],
    [
      'gzipped NDJSON',
      gzipSync(strToU8(RESOURCES.map((resource) => JSON.stringify(resource)).join('\n'))),
      'NDJSON, gzip',
    ],
    ['an array of resources', JSON.stringify(RESOURCES), 'JSON array'],
    ['a bundle in a bundle', JSON.stringify(bundle(RECORD)), 'Bundle (collection)'],
    [
      'a bundle whose entries come first',
      JSON.stringify({ entry: RECORD['entry'], resourceType: 'Bundle', type: 'searchset' }),
      'Bundle (searchset)',
    ],
    ['a stream of text', [TEXT.slice(0, 50), TEXT.slice(50)] as never, 'Bundle (collection)'],
    ['a stream of single bytes', inPieces(strToU8(TEXT), 1), 'Bundle (collection)'],
    ['a gzip stream of single bytes', inPieces(gzipSync(strToU8(TEXT)), 1), 'Bundle (collection), gzip'],
  ])('%s', async (_, source, format) => {
    const { patient, problems, read: summary } = await importRecord(source);
    expect({ patient: facts(patient), problems, format: summary.format }).toEqual({
      patient: expected,
      problems: [],
      format,
    });
  });

  it.each(['transaction', 'searchset', 'document', 'batch', 'message', 'history', 'collection'])(
    'a bundle of type %s',
    async (type) => expect(facts((await read({ ...RECORD, type })).patient)).toEqual(expected),
  );

  it('counts what it passes over', async () =>
    expect((await readWith({ resourceType: 'Claim' }, { resourceType: 'Claim' })).read).toMatchObject({
      resources: 3,
      byType: { Patient: 1, Claim: 2 },
    }));
});

describe('a record that gives no patient, and says why', () => {
  const dstu2 = bundle(ANN, {
    resourceType: 'MedicationOrder',
    status: 'active',
    dateWritten: '2015-01-01',
    patient: SUBJECT,
    medicationCodeableConcept: { text: 'oxycodone' },
  });
  const stu3 = bundle(ANN, {
    resourceType: 'Condition',
    clinicalStatus: 'active',
    code: { text: 'depression' },
    subject: SUBJECT,
  });
  const two = bundle(ANN, { resourceType: 'Patient', id: 'bob', name: [{ text: 'Bob Example' }] });
  it.each([
    ['nothing', '', /found nothing|nothing;.*Patient/],
    ['white space', ' \n ', /nothing;/],
    ['an empty bundle', JSON.stringify({ resourceType: 'Bundle', type: 'searchset' }), /empty Bundle \(searchset\)/],
    ['an empty array', '[]', /empty JSON array/],
    ['a bundle without a Patient', JSON.stringify(bundle(OXYCODONE)), /no Patient/],
    ['a bundle with two patients', JSON.stringify(two), /2 patients: Ann Example .*Bob Example/],
    ['a DSTU-2 bundle', JSON.stringify(dstu2), /MedicationOrder.*DSTU-2; FHIR R4/],
    ['an STU3 bundle', JSON.stringify(stu3), /clinicalStatus as a bare code.*STU3.*FHIR R4/],
    [
      'a bundle about somebody else',
      JSON.stringify(bundle(ANN, order('x', { subject: { reference: 'Patient/zoe' } }))),
      /entries about Patient\/zoe only/,
    ],
    ['truncated JSON', TEXT.slice(0, -40), /cut off after 2 resources/],
    ['truncated gzip', gzipSync(strToU8(TEXT)).subarray(0, 200), /gzip file that is damaged or cut off/],
    ['a comma too many', TEXT.replace('"entry":[', '"entry":[,'), /not JSON/],
    ['a number with a decimal comma', TEXT.replace(':31', ':31,5'), /not JSON/],
    ['NaN', TEXT.replace(':31', ':NaN'), /not JSON/],
    ['a bad line of NDJSON', `${JSON.stringify(ANN)}\n{"resourceType":"MedicationRequest"\n{}`, /cut off|not JSON/],
    ['FHIR in XML', '<Bundle xmlns="http://hl7.org/fhir"><entry/></Bundle>', /FHIR in XML/],
    ['a login page', '<!DOCTYPE html><html>', /web page/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', /a PDF/],
    ['an HL7 v2 message', 'MSH|^~\\&|LAB', /HL7 version 2/],
    ['plain text', 'takes oxycodone', /no JSON object/],
    ['JSON that is no object', '"oxycodone"', /no JSON object/],
    ['a 10 MB string', `"${'x'.repeat(10_000_000)}"`, /no JSON object/],
    ['10 MB of nothing', ' '.repeat(10_000_000), /nothing;/],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]), /UTF-16/],
    ['UTF-16 without a mark', Uint8Array.from([0x7b, 0x00, 0x22, 0x00]), /UTF-16/],
    ['an entry that is null', JSON.stringify({ ...RECORD, entry: [null] }), /entries that are not objects/],
    [
      'the entries twice',
      `{"resourceType":"Bundle","entry":[{"resource":${JSON.stringify(ANN)}}],"entry":[]}`,
      /two lists of entries/,
    ],
    ['entries in an object', JSON.stringify({ ...RECORD, entry: { resource: ANN } }), /entries/],
    ['10 000 brackets', '['.repeat(10_000), /inside one another/],
    [
      'deep nesting in one resource',
      `{"resourceType":"Bundle","entry":[{"resource":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`,
      /inside one another/,
    ],
  ])('%s', async (_, source, sentence) => {
    const record = await importRecord(source);
    expect(record.patient).toBeUndefined();
    expect(found(record)[0]).toMatch(/^error /);
    expect(found(record).join('\n')).toMatch(sentence);
  });

  it.each([[undefined], [null], [7], [{}], [[7]]])('%j, which is no source at all', async (source) => {
    const record = await importRecord(source as never);
    expect(record.patient).toBeUndefined();
    expect(found(record)[0]).toMatch(/^error /);
  });

  it('a source that breaks off', async () => {
    async function* breaking() {
      yield strToU8(TEXT.slice(0, 100));
      throw new Error('connection reset');
    }
    const record = await importRecord(breaking(), { name: 'ann.json' });
    expect(record.patient).toBeUndefined();
    expect(found(record)).toEqual([expect.stringMatching(/ann.json: a source that failed \(connection reset\)/)]);
  });
});

describe('pages of a search', () => {
  const page = (resources: readonly unknown[], next: boolean): Json => ({
    ...bundle(...resources),
    type: 'searchset',
    link: [
      { relation: 'self', url: 'https://x.example' },
      ...(next ? [{ relation: 'next', url: 'https://x.example?page=2' }] : []),
    ],
  });
  const [first, last] = [page([ANN, order('sertraline')], true), page([OXYCODONE], false)];

  it.each([
    ['the first page alone', JSON.stringify(first)],
    ['a first page inside a batch', JSON.stringify(bundle(first))],
  ])('%s is half a record: no patient', async (_, source) => {
    const record = await importRecord(source);
    expect(record.patient).toBeUndefined();
    expect(found(record)[0]).toMatch(/one page of a search, with a link to the next.*fetch all pages/);
  });

  it('all pages together are a record', async () =>
    expect(
      (await importRecord(`${JSON.stringify(first)}\n${JSON.stringify(last)}`)).patient?.medicines?.map(
        ({ from }) => from,
      ),
    ).toEqual(['entry[1].resource', 'line 2: entry[0].resource']));
});

it.each([
  ['an array', JSON.stringify(RESOURCES), '[1]'],
  ['NDJSON', RESOURCES.map((resource) => JSON.stringify(resource)).join('\n'), 'line 2'],
])('a medicine in %s says where it stands', async (_, source, from) =>
  expect((await importRecord(source)).patient?.medicines?.[0]?.from).toBe(from),
);

describe('limits', () => {
  it.each([
    ['bytes', { bytes: 100 }, TEXT, /more than 100 bytes/],
    [
      'bytes of a gzip bomb',
      { bytes: 1_000_000 },
      gzipSync(new Uint8Array(40_000_000).fill(0x20)),
      /more than 1000000 bytes/,
    ],
    ['resources', { resources: 2 }, TEXT, /more than 2 resources/],
    [
      'empty entries',
      { resources: 1000 },
      `{"resourceType":"Bundle","entry":[${'{},'.repeat(100_000)}{}]}`,
      /more than 1000 resources/,
    ],
    ['lines of NDJSON', { resources: 1000 }, '{}\n'.repeat(100_000), /more than 1000 resources/],
    ['bytes of a medicine', { resourceBytes: 200 }, TEXT, /MedicationRequest of more than 200 bytes/],
    ['bytes of a single resource', { resourceBytes: 30 }, JSON.stringify(ANN), /document of more than 30 bytes/],
    ['depth', { depth: 4 }, TEXT, /more than 4 objects inside one another/],
  ])('too many %s: no patient, because half a list looks like a whole one', async (_, limits, source, sentence) => {
    const record = await importRecord(source, { limits });
    expect(record.patient).toBeUndefined();
    expect(found(record)[0]).toMatch(sentence);
  });

  it('a large image that no rule reads is passed over', async () => {
    const photo = { resourceType: 'Binary', contentType: 'image/png', data: 'x'.repeat(5000) };
    const record = await importRecord(JSON.stringify(bundle(ANN, photo)), { limits: { resourceBytes: 1000 } });
    expect(record.patient?.name).toBe('Ann Example');
    expect(found(record)).toEqual([expect.stringMatching(/warning entry\[1\]: a Binary of more than 1000 bytes/)]);
  });

  it('a name of 10 MB is not read, and its medicine is not known by its code alone', async () => {
    const long = order({ coding: [{ code: '5640', display: 'ibuprofen' }], text: 'x'.repeat(10_000_000) });
    const record = await readWith(long);
    expect(record.patient?.medicines?.[0]?.what.text).toBe('(a text that could not be read)');
    expect(found(record)[0]).toMatch(/^error .*text: a text of 10000000 characters/);
  });

  it('problems past the limit are counted', async () => {
    const nameless = Array.from({ length: 30 }, (_, id) => order({}, { id: String(id) }));
    const record = await importRecord(JSON.stringify(bundle(ANN, ...nameless)), { limits: { problems: 10 } });
    expect(record.patient?.medicines).toHaveLength(30);
    expect(record.problems).toHaveLength(11);
    expect(record.problems.at(-1)?.found).toBe('20 more problems');
  });
});

describe('whose it is', () => {
  it.each([
    ['Patient/ann', {}],
    ['https://ehr.example/fhir/Patient/ann/_history/3', {}],
    ['urn:uuid:ann', {}],
    ['urn:uuid:0000-aa', { fullUrl: 'urn:uuid:0000-AA' }],
  ])('%s is Ann', async (reference, extra) => {
    const entry = [{ ...extra, resource: ANN }, { resource: order('codeine', { subject: { reference } }) }];
    const record = await read({ resourceType: 'Bundle', entry });
    expect(record.patient?.medicines).toHaveLength(1);
    expect(record.problems).toEqual([]);
  });

  it('what is about somebody else is left out and said', async () => {
    const record = await readWith(order('sertraline'), order('codeine', { subject: { reference: 'Patient/zoe' } }));
    expect(record.patient?.medicines?.map(({ what }) => what.text)).toEqual(['sertraline']);
    expect(found(record)).toEqual([
      expect.stringMatching(/error entry\[2\].resource: a MedicationRequest about Patient\/zoe/),
    ]);
  });

  it('what does not say whose it is belongs to the only patient, and that is said', async () => {
    const record = await readWith({ ...order('codeine'), subject: undefined });
    expect(record.patient?.medicines).toHaveLength(1);
    expect(found(record)).toEqual([expect.stringMatching(/1 entries that do not say whose they are/)]);
  });

  it.each([
    ['the same identifier', '1', 1, 0],
    ['another identifier of the same kind', '2', 0, 1],
  ])('%s', async (_, value, medicines, strangers) => {
    const identifier = (mrn: string) => ({ system: 'https://hospital.example/mrn', value: mrn });
    const record = await read(
      bundle(
        { ...ANN, identifier: [identifier('1')] },
        order('codeine', { subject: { identifier: identifier(value) } }),
        { resourceType: 'Condition', code: { text: 'x' }, subject: SUBJECT },
      ),
    );
    expect(record.patient?.medicines ?? []).toHaveLength(medicines);
    expect(found(record)).toHaveLength(strangers);
  });

  it('an identifier of a kind that the Patient does not carry says nothing: the medicine stays, and that is said', async () => {
    const subject = { identifier: { system: 'https://elsewhere.example', value: '9' } };
    const record = await readWith(order('codeine', { subject }));
    expect(record.patient?.medicines).toHaveLength(1);
    expect(found(record)).toEqual([expect.stringMatching(/1 entries that do not say whose/)]);
  });

  it('the same Patient twice is one person', async () =>
    expect((await readWith(ANN)).patient?.name).toBe('Ann Example'));

  it('two versions of a Patient that differ are refused', async () => {
    const record = await readWith({ ...ANN, birthDate: '1980-01-01' });
    expect(record.patient).toBeUndefined();
    expect(found(record)[0]).toMatch(/2 patients/);
  });

  it('the same entry twice is read once', async () => {
    const record = await readWith(OXYCODONE, OXYCODONE, statement('kratom'), statement('kratom'));
    expect(record.patient?.medicines).toHaveLength(2);
    expect(found(record)).toEqual([
      expect.stringMatching(/the same MedicationRequest "o1"/),
      expect.stringMatching(/the same MedicationStatement as/),
    ]);
  });

  it('two versions of one order are both kept', async () => {
    const record = await readWith(OXYCODONE, { ...OXYCODONE, status: 'stopped' });
    expect(record.patient?.medicines?.map(({ status }) => status)).toEqual(['active', 'stopped']);
    expect(found(record)).toEqual([expect.stringMatching(/another content/)]);
  });
});

describe('who it is', () => {
  it('official name, address, telephone, sex, birth and death', async () => {
    const { patient, problems } = await read({
      resourceType: 'Patient',
      id: 'p',
      name: [
        { use: 'maiden', family: 'Old' },
        { use: 'official', given: ['Ann', 'B.'], family: 'Example' },
      ],
      telecom: [
        { system: 'email', value: 'a@b.example' },
        { system: 'phone', value: '555-0100' },
      ],
      address: [{ line: ['1 Street'], city: 'Town', postalCode: '01060', country: 'US' }],
      gender: 'female',
      birthDate: '1980-03',
      deceasedDateTime: '2020-01-02T10:00:00Z',
    });
    expect(problems).toEqual([]);
    expect(patient).toEqual({
      id: 'p',
      name: 'Ann B. Example',
      phone: '555-0100',
      address: '1 Street, Town 01060, US',
      sex: 'female',
      birthDate: '1980-03',
      deceased: { date: '2020-01-02' },
    });
  });

  it('wrong types are left out and said, and nothing is guessed', async () => {
    const record = await read({
      ...ANN,
      birthDate: '2020-02-30',
      gender: 'F',
      deceasedBoolean: 'no',
      telecom: 'x',
      address: [7],
    });
    expect(record.patient).toEqual({ id: 'ann', name: 'Ann Example' });
    expect(record.problems.map(({ path }) => path)).toEqual([
      'resource.birthDate',
      'resource.gender',
      'resource.deceasedBoolean',
      'resource.address[0]',
      'resource.telecom',
    ]);
  });

  it('a record with no medicine, condition or allergy in it has no such lists', async () => {
    const { patient } = await read(ANN);
    expect(patient).toEqual({ id: 'ann', name: 'Ann Example' });
  });
});
