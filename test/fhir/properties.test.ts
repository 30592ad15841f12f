import * as fc from 'fast-check';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importRecord } from '../../src/fhir/import.ts';
import { LIMITS } from '../../src/fhir/limits.ts';
import { Splitter, type Piece } from '../../src/fhir/splitter.ts';
import { ANN, bundle, facts, observation, order, SUBJECT, type Json } from './make.ts';

const RUNS = { numRuns: 300, seed: 20_270_301 };

const MEDICINE_TYPES = ['MedicationRequest', 'MedicationStatement', 'MedicationDispense', 'MedicationAdministration'];
const opioid = fc.constantFrom('oxycodone 5 mg', 'Methadone', 'kratom', 'Suboxone film', 'tramadol');

/** Medicines as systems send them: a name as text, as a display, by reference, contained; any status and dates. */
const medicine = fc
  .record({
    resourceType: fc.constantFrom(...MEDICINE_TYPES),
    name: opioid,
    how: fc.constantFrom('text', 'display', 'contained', 'reference'),
    status: fc.constantFrom('active', 'stopped', 'completed', 'unknown', 'nonsense', undefined),
    authoredOn: fc.constantFrom('2027-01-01', '1954', '1954-11-04T10:10:39+00:00', 'yesterday', undefined),
  })
  .map(({ name, how, ...more }) => ({ name, json: { ...more, subject: SUBJECT, ...named(name, how) } }));

function named(name: string, how: string): Json {
  if (how === 'text') return { medicationCodeableConcept: { text: name } };
  if (how === 'display') return { medicationCodeableConcept: { coding: [{ display: name }] } };
  if (how === 'reference') return { medicationReference: { reference: `Medication/${name.replaceAll(' ', '-')}` } };
  const contained = [{ resourceType: 'Medication', id: 'm', code: { text: name } }];
  return { contained, medicationReference: { reference: '#m' } };
}

const products = ['oxycodone 5 mg', 'Methadone', 'kratom', 'Suboxone film', 'tramadol'].map((name) => ({
  resourceType: 'Medication',
  id: name.replaceAll(' ', '-'),
  code: { text: name },
}));

const sorted = (names: readonly (string | undefined)[]) => names.map(String).toSorted((a, b) => a.localeCompare(b));

const medicines = fc
  .array(medicine, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((one, id) => ({ ...one, json: { ...one.json, id: `m${id}` } })));

describe('no path through the import makes an opioid disappear', () => {
  it('each medicine of a record is on the list, by its name, whatever else is wrong with it', () =>
    fc.assert(
      fc.asyncProperty(medicines, fc.array(fc.jsonValue(), { maxLength: 3 }), async (list, junk) => {
        const resources = [
          ...products,
          ...list.map(({ json }) => json),
          ...junk.map((value) => ({ resourceType: 'Basic', value })),
        ];
        const { patient } = await importRecord(JSON.stringify(bundle(ANN, ...resources)));
        const names = (patient?.medicines ?? []).map(({ what }) => what.text ?? what.codings[0]?.display);
        expect(sorted(names)).toEqual(sorted(list.map(({ name }) => name)));
      }),
      RUNS,
    ));

  it('with any one field replaced by anything, each medicine is still on the list, or there is no patient and an error', () =>
    fc.assert(
      fc.asyncProperty(medicines, fc.nat(), fc.jsonValue(), async (list, place, value) => {
        const whole = bundle(ANN, ...list.map(({ json }) => json), observation('1742-6', { valueInteger: 3 }));
        const broken = replaceAt(whole, place % countPlaces(whole), value);
        const { patient, problems } = await importRecord(JSON.stringify(broken));
        if (!patient) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
        else if ((patient.medicines ?? []).length < list.length) expect(problems.length).toBeGreaterThan(0);
      }),
      { ...RUNS, numRuns: 1000 },
    ));

  it('a record cut off anywhere gives no patient and an error', async () => {
    const text = JSON.stringify(bundle(ANN, order('oxycodone "5 mg" [{'), observation('1742-6', { valueInteger: 3 })));
    for (let end = 0; end < text.length; end += 1) {
      const { patient, problems } = await importRecord(text.slice(0, end));
      expect({ end, patient, severity: problems[0]?.severity }).toEqual({ end, patient: undefined, severity: 'error' });
    }
  });

  it('NDJSON cut off inside a line gives no patient', async () => {
    const lines = [ANN, order('oxycodone')].map((line) => JSON.stringify(line));
    const text = lines.join('\n');
    for (let end = lines[0]!.length + 2; end < text.length; end += 1)
      expect((await importRecord(text.slice(0, end))).patient).toBeUndefined();
  });
});

describe('the import', () => {
  it('never throws, and says something about everything that is no record', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.string().map((text) => `{"resourceType":"Bundle","entry":[{${text}}]}`),
        ),
        async (text) => {
          const { patient, problems } = await importRecord(text);
          expect(patient === undefined && problems.length > 0).toBe(true);
        },
      ),
      { ...RUNS, numRuns: 1000 },
    ));

  it('never throws for bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, gzip) => {
        const source = gzip ? Uint8Array.from([0x1f, 0x8b, 8, 0, ...bytes]) : bytes;
        expect((await importRecord(source)).problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    ));

  it('gives the same person for any order of the entries, as a bundle, as NDJSON and as gzip', () =>
    fc.assert(
      fc.asyncProperty(medicines, fc.infiniteStream(fc.nat()), async (list, order) => {
        const resources = [
          ANN,
          ...products,
          ...list.map(({ json }) => json),
          observation('44260-8', { id: 'o', valueInteger: 1 }),
        ];
        const keys = new Map(resources.map((resource) => [resource, order.next().value]));
        const shuffled = resources.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
        const people = [
          await importRecord(JSON.stringify(bundle(...resources))),
          await importRecord(JSON.stringify(bundle(...shuffled), null, 1)),
          await importRecord(shuffled.map((resource) => JSON.stringify(resource)).join('\n')),
          await importRecord(gzipSync(strToU8(JSON.stringify(bundle(...shuffled))))),
        ].map(({ patient }) => facts(patient));
        for (const person of people) expect(person).toEqual(people[0]);
      }),
      { ...RUNS, numRuns: 100 },
    ));
});

describe('the splitter', () => {
  it('gives exactly what JSON.parse gives, however the bytes arrive', () =>
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 1, max: 50 }),
        (entry, rest, size) => {
          const text = JSON.stringify({ ...rest, resourceType: 'Bundle', entry });
          expect(split(text, size)).toEqual({
            elements: entry.map(plain),
            rest: { ...plain(rest), resourceType: 'Bundle', entry: entry.map(() => 0) },
          });
        },
      ),
      RUNS,
    ));

  it('leaves the entry of a List inside the List', () =>
    expect(split('{"resourceType":"List","entry":[{"item":1}]}', 7)).toEqual({
      elements: [],
      rest: { resourceType: 'List', entry: [{ item: 1 }] },
    }));
});

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

function split(text: string, size: number) {
  const splitter = new Splitter({ ...LIMITS, depth: 1000 });
  const bytes = strToU8(text);
  const pieces: Piece[] = [];
  for (let from = 0; from < bytes.length; from += size)
    pieces.push(...splitter.push(bytes.subarray(from, from + size)));
  expect(splitter.end()).toBeUndefined();
  const of = (kind: Piece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .map((piece) => ('text' in piece ? (JSON.parse(piece.text) as unknown) : piece));
  return { elements: of('element'), rest: of('document')[0] };
}

const countPlaces = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 1
    : 1 + Object.values(value).reduce<number>((sum, item) => sum + countPlaces(item), 0);

/** The value with its `place`-th part (in order of writing) replaced. */
function replaceAt(value: unknown, place: number, by: unknown): unknown {
  if (place === 0) return by;
  if (typeof value !== 'object' || value === null) return value;
  let left = place - 1;
  const entries = Object.entries(value).map(([key, item]) => {
    const count = countPlaces(item);
    const here = left >= 0 && left < count ? replaceAt(item, left, by) : item;
    left -= count;
    return [key, here] as const;
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
