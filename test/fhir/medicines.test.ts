import { describe, expect, it } from 'vitest';
import { SYSTEMS, type Medicine } from '../../src/domain/patient.ts';
import { identify } from '../../src/knowledge/drugs/identify.ts';
import { found, order, readWith, rxnorm, statement, SUBJECT, type Json } from './make.ts';

const one = async (...resources: readonly unknown[]): Promise<Medicine | undefined> => {
  const medicines = (await readWith(...resources)).patient?.medicines;
  expect(medicines).toHaveLength(1);
  return medicines?.[0];
};

const NORCO: Json = {
  resourceType: 'Medication',
  id: 'm1',
  identifier: [{ system: 'https://pharmacy.example', value: '77' }],
  code: rxnorm('856999', 'Norco 10/325'),
  form: { text: 'tablet' },
  ingredient: [{ itemCodeableConcept: { text: 'hydrocodone' } }, { itemCodeableConcept: { text: 'acetaminophen' } }],
};
const referring = (medicationReference: Json, more: Json = {}) =>
  order({}, { medicationCodeableConcept: undefined, medicationReference, ...more });

describe('what the medicine is', () => {
  it.each([
    ['as a list', { text: ['oxycodone'] }],
    ['as a number', { text: 5 }],
    ['beside a plain code', { ...rxnorm('36437'), text: { value: 'oxycodone' } }],
    ['beside a plain display', { coding: [{ display: 'ibuprofen' }], text: ['oxycodone'] }],
    ['in a display', { coding: [{ display: ['oxycodone'] }], text: 'ibuprofen' }],
  ])('a text that came %s may be any medicine', async (_, concept) => {
    const medicine = await one(order(concept));
    expect(identify(medicine!).doubts.join()).toMatch('does not say which medicine it is');
  });

  it.each([
    ['by type and id', { reference: 'Medication/m1' }],
    ['by absolute address', { reference: 'https://ehr.example/fhir/Medication/m1' }],
    ['by identifier', { identifier: { system: 'https://pharmacy.example', value: '77' } }],
  ])('a reference %s names the product, its form and its ingredients', async (_, reference) => {
    expect(await one(NORCO, referring(reference))).toMatchObject({
      what: { codings: [{ system: SYSTEMS.rxnorm, code: '856999' }], text: 'Norco 10/325' },
      form: 'tablet',
      ingredients: [{ text: 'hydrocodone' }, { text: 'acetaminophen' }],
    });
    expect(await one(referring(reference), NORCO)).toMatchObject({ what: { text: 'Norco 10/325' } });
  });

  it('a reference by fullUrl', async () => {
    const fullUrl = 'urn:uuid:6f1c0000-0000-4000-8000-000000000001';
    const { importRecord } = await import('../../src/fhir/import.ts');
    const entry = [
      { resource: { resourceType: 'Patient', id: 'ann' } },
      { resource: referring({ reference: fullUrl }) },
      { fullUrl, resource: { ...NORCO, id: undefined } },
    ];
    const { patient } = await importRecord(JSON.stringify({ resourceType: 'Bundle', entry }));
    expect(patient?.medicines?.[0]?.what.text).toBe('Norco 10/325');
  });

  it('a contained Medication', async () =>
    expect(await one(referring({ reference: '#m1', display: 'for pain' }, { contained: [NORCO] }))).toMatchObject({
      what: { text: 'Norco 10/325', codings: [{ code: '856999' }, { display: 'for pain' }] },
      ingredients: [{ text: 'hydrocodone' }, { text: 'acetaminophen' }],
    }));

  it('a reference to nothing leaves the name beside it, and says so', async () => {
    const record = await readWith(referring({ reference: 'Medication/gone', display: 'methadone' }));
    expect(record.patient?.medicines?.[0]?.what).toEqual({ codings: [], text: 'methadone' });
    expect(found(record)).toEqual([expect.stringMatching(/medicationReference: "Medication\/gone";.*Only the name/)]);
  });

  it('a reference to nothing without a name is an unknown medicine, not no medicine', async () => {
    const record = await readWith(referring({ reference: 'Medication/gone' }));
    expect(record.patient?.medicines?.[0]?.what).toEqual({ codings: [] });
    expect(found(record)).toEqual([expect.stringMatching(/The medicine is unknown/)]);
  });

  it('a medicine without a code or a name is an unknown medicine, not no medicine', async () => {
    const record = await readWith(order({}, { id: 'v' }), order({ coding: [{}] }, { id: 'w' }), order('', { id: 'x' }));
    expect(record.patient?.medicines?.map(({ what }) => what)).toEqual([
      { codings: [] },
      { codings: [] },
      { codings: [] },
    ]);
    expect(found(record)).toHaveLength(3);
    expect(found(record)[0]).toMatch(/a code or a name of the medicine; It counts as an unknown medicine/);
  });

  it('code and text that disagree are both kept', async () =>
    expect((await one(order(rxnorm('313782', 'Acetaminophen/Hydrocodone'))))?.what).toEqual({
      codings: [{ system: SYSTEMS.rxnorm, code: '313782' }],
      text: 'Acetaminophen/Hydrocodone',
    }));

  it('text in place of a concept is its name', async () =>
    expect((await one({ ...order('x'), medicationCodeableConcept: 'kratom' }))?.what.text).toBe('kratom'));

  it('the form of R5 is understood', async () =>
    expect(
      (await one(order('', { medicationCodeableConcept: undefined, medication: { concept: { text: 'codeine' } } })))
        ?.what.text,
    ).toBe('codeine'));

  it('a medicine inside a claim is a medicine', async () =>
    expect((await one({ resourceType: 'Claim', contained: [order('fentanyl patch')] }))?.what.text).toBe(
      'fentanyl patch',
    ));

  it("a medicine inside a claim about somebody else is not this person's", async () => {
    const stranger = order('fentanyl patch', { subject: { reference: 'Patient/zoe' } });
    const record = await readWith(order('sertraline'), { resourceType: 'Claim', contained: [stranger] });
    expect(record.patient?.medicines?.map(({ what }) => what.text)).toEqual(['sertraline']);
    expect(found(record)).toEqual([expect.stringMatching(/contained\[0\]: a MedicationRequest about Patient\/zoe/)]);
  });

  it.each([[undefined], ['medicationrequest'], ['MedicationUsage']])(
    'a resource of type %s that names a medication is a medicine',
    async (resourceType) =>
      expect(
        (await one({ resourceType, medicationCodeableConcept: { text: 'codeine' }, subject: SUBJECT }))?.what.text,
      ).toBe('codeine'),
  );
});

describe('its status, in the words of the record', () => {
  it.each([
    ['MedicationRequest', 'active', 'active'],
    ['MedicationRequest', 'cancelled', 'stopped'],
    ['MedicationRequest', 'draft', 'planned'],
    ['MedicationRequest', 'entered-in-error', 'entered-in-error'],
    ['MedicationStatement', 'intended', 'planned'],
    ['MedicationStatement', 'not-taken', 'not-taken'],
    ['MedicationDispense', 'completed', 'completed'],
    ['MedicationDispense', 'declined', 'not-taken'],
    ['MedicationAdministration', 'in-progress', 'active'],
    ['MedicationAdministration', 'not-done', 'not-taken'],
  ])('%s %s is %s', async (resourceType, status, expected) =>
    expect((await one(order('x', { resourceType, status })))?.status).toBe(expected),
  );

  it.each([['Active'], ['finished'], ['toString'], ['__proto__']])(
    '"%s" is not in the standard: unknown, and said',
    async (status) => {
      const record = await readWith(order('x', { status }));
      expect(record.patient?.medicines?.[0]?.status).toBe('unknown');
      expect(found(record)).toEqual([expect.stringMatching(/status: .*one of active, on-hold/)]);
    },
  );

  it('no status is unknown', async () =>
    expect((await one(order('x', { status: undefined })))?.status).toBe('unknown'));

  it('an order not to give it is not taken', async () =>
    expect((await one(order('codeine', { doNotPerform: true })))?.status).toBe('not-taken'));
});

describe('when and how it is taken', () => {
  it('an order with bounds, directions, route and supply', async () =>
    expect(
      await one(
        order('x', {
          authoredOn: '2027-01-05',
          dosageInstruction: [
            {
              text: 'one at night',
              route: { text: 'oral' },
              timing: { repeat: { boundsPeriod: { start: '2027-01-06', end: '2027-01-12' } } },
            },
            {
              text: 'two at night',
              route: { text: 'oral' },
              timing: { repeat: { boundsPeriod: { start: '2027-01-13', end: '2027-02-01' } } },
            },
          ],
          dispenseRequest: {
            numberOfRepeatsAllowed: 2,
            expectedSupplyDuration: { value: 2, unit: 'weeks', code: 'wk' },
          },
        }),
      ),
    ).toMatchObject({
      recorded: '2027-01-05',
      start: '2027-01-06',
      end: '2027-02-01',
      directions: 'one at night; two at night',
      route: 'oral',
      daysSupply: 42,
    }));

  it('an end is told only when every direction has one', async () =>
    expect(
      await one(
        order('x', {
          dosageInstruction: [
            { timing: { repeat: { boundsPeriod: { end: '2027-01-12' } } } },
            { text: 'then as needed' },
          ],
        }),
      ),
    ).not.toHaveProperty('end'));

  it('directions that are only coded are put into words', async () =>
    expect(
      await one(
        order('x', {
          dosageInstruction: [
            {
              asNeededBoolean: true,
              timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
              doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg' } }],
            },
          ],
        }),
      ),
    ).toMatchObject({ directions: '5 mg, 2 times every 1 d, as needed' }));

  it('a dose that was given was taken that day; one that was not, was not', async () => {
    const given = {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      effectiveDateTime: '2027-02-28T08:00:00-05:00',
    };
    expect(await one(order('methadone', given))).toMatchObject({ kind: 'administration', lastTaken: '2027-02-28' });
    expect(await one(order('methadone', { ...given, status: 'not-done' }))).not.toHaveProperty('lastTaken');
  });

  it('a supply says when it was handed over and how long it lasts', async () =>
    expect(
      await one(
        order('x', {
          resourceType: 'MedicationDispense',
          status: 'completed',
          whenHandedOver: '2027-02-01',
          daysSupply: { value: 30, unit: 'days' },
        }),
      ),
    ).toMatchObject({ kind: 'dispense', recorded: '2027-02-01', daysSupply: 30 }));

  it('a statement says from when to when', async () =>
    expect(
      await one(statement('x', { dateAsserted: '2027-03-01', effectivePeriod: { start: '2026', end: '2027-02' } })),
    ).toMatchObject({ kind: 'statement', recorded: '2027-03-01', start: '2026', end: '2027-02' }));

  it.each([['yesterday'], ['03/04/2027'], ['2027-02-30'], ['0000-01-01'], [20_270_301]])(
    '%s is no date: left out and said',
    async (authoredOn) => {
      const record = await readWith(order('x', { authoredOn }));
      expect(record.patient?.medicines?.[0]).not.toHaveProperty('recorded');
      expect(found(record)).toEqual([expect.stringMatching(/authoredOn/)]);
    },
  );

  it('wrong types everywhere still make one medicine', async () => {
    const wrong = {
      resourceType: 'MedicationRequest',
      status: 7,
      medicationCodeableConcept: [1],
      dosageInstruction: 'x',
      dispenseRequest: [],
      authoredOn: {},
      contained: 5,
      subject: SUBJECT,
    };
    const record = await readWith(wrong);
    expect(record.patient?.medicines).toEqual([
      { what: { codings: [] }, status: 'unknown', kind: 'request', from: 'entry[1].resource' },
    ]);
    expect(record.problems.length).toBeGreaterThan(4);
  });
});

describe('asked: none', () => {
  const list = (code: string, more: Json): Json => ({
    resourceType: 'List',
    status: 'current',
    mode: 'snapshot',
    subject: SUBJECT,
    code: { coding: [{ system: SYSTEMS.loinc, code }] },
    emptyReason: { coding: [{ code: 'nilknown' }] },
    ...more,
  });
  const IPS = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

  it.each([
    ['an empty list for the reason "nil known"', list('10160-0', {})],
    [
      'the code of the patient summary',
      statement('', { medicationCodeableConcept: { coding: [{ system: IPS, code: 'no-known-medications' }] } }),
    ],
    ['plain words', statement('No current medications.')],
  ])('%s makes an empty list of medicines', async (_, resource) =>
    expect((await readWith(resource)).patient?.medicines).toEqual([]),
  );

  it.each([
    ['a list that was not asked', list('10160-0', { emptyReason: { coding: [{ code: 'notasked' }] } })],
    ['a retired list', list('10160-0', { status: 'retired' })],
    [
      'no information',
      statement('', { medicationCodeableConcept: { coding: [{ system: IPS, code: 'no-medication-info' }] } }),
    ],
    ['"none" entered in error', statement('no medications', { status: 'entered-in-error' })],
  ])('%s does not', async (_, resource) => expect((await readWith(resource)).patient?.medicines).not.toEqual([]));

  it('"no medications" beside an opioid leaves the opioid', async () =>
    expect((await one(statement('no medications'), order('oxycodone')))?.what.text).toBe('oxycodone'));

  it('"no medications" with a reference to an opioid is that opioid', async () => {
    const reference = { reference: 'Medication/m1' };
    expect((await one(NORCO, statement('no medications', { medicationReference: reference })))?.what.text).toBe(
      'Norco 10/325',
    );
  });

  it('"no information" is not asked: no list', async () => {
    const unknown = { coding: [{ system: IPS, code: 'no-medication-info' }], text: 'No information about medications' };
    const record = await readWith(statement('', { medicationCodeableConcept: unknown }));
    expect(record.patient).not.toHaveProperty('medicines');
  });

  it('an empty section of a document, for the reason "nil known"', async () => {
    const nil = { emptyReason: { coding: [{ code: 'nilknown' }] } };
    const section = [
      { code: { coding: [{ system: SYSTEMS.loinc, code: '10160-0' }] }, ...nil },
      {
        code: { coding: [{ system: SYSTEMS.loinc, code: '48765-2' }] },
        emptyReason: { coding: [{ code: 'notasked' }] },
      },
    ];
    const { patient } = await readWith({ resourceType: 'Composition', status: 'final', subject: SUBJECT, section });
    expect(patient?.medicines).toEqual([]);
    expect(patient).not.toHaveProperty('allergies');
  });

  it('the code for none with the name of an opioid is that opioid', async () =>
    expect(
      (
        await one(
          statement('', {
            medicationCodeableConcept: { coding: [{ system: IPS, code: 'no-known-medications' }], text: 'oxycodone' },
          }),
        )
      )?.what.text,
    ).toBe('oxycodone'));

  it.each([
    ['716186003', 'No known allergy (situation)'],
    ['409137002', 'No known drug allergy'],
  ])('SNOMED CT %s makes an empty list of allergies', async (code, display) =>
    expect(
      (
        await readWith({
          resourceType: 'AllergyIntolerance',
          patient: SUBJECT,
          code: { coding: [{ system: SYSTEMS.snomed, code, display }] },
        })
      ).patient?.allergies,
    ).toEqual([]),
  );
});

describe('a list of which nothing counts', () => {
  const none = (more: Json) => statement('No known medications', more);
  const medicinesOf = async (...resources: readonly unknown[]) => (await readWith(...resources)).patient?.medicines;

  it('is not empty when "none" was ended, taken back, or said years before the last entry', async () => {
    const later = order('ibuprofen', { status: 'entered-in-error', authoredOn: '2026-10-01' });
    expect(await medicinesOf(none({ dateAsserted: '2026-10-01' }))).toEqual([]);
    expect(await medicinesOf(none({ status: 'stopped' }))).toHaveLength(1);
    expect(await medicinesOf(none({ status: 'not-taken' }))).toHaveLength(1);
    expect(await medicinesOf(none({ dateAsserted: '2010-01-01' }), condition2026)).toBeUndefined();
    expect(await medicinesOf(none({ dateAsserted: '2026-01-01' }), condition2026)).toEqual([]);
    expect(await medicinesOf(none({ dateAsserted: '2010-01-01' }), later)).toHaveLength(1);
  });
  const condition2026: Json = {
    resourceType: 'Condition',
    subject: SUBJECT,
    code: { text: 'Migraine' },
    recordedDate: '2026-10-01',
  };

  it('notes beside a medicine are read with its directions', async () =>
    expect(await one(order('sertraline', { note: [{ text: 'takes tramadol of a friend' }] }))).toMatchObject({
      directions: 'takes tramadol of a friend',
    }));
});
