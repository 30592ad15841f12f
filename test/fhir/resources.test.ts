import { describe, expect, it } from 'vitest';
import { found, loinc, observation, readWith, SUBJECT, type Json } from './make.ts';

const coded = (code: string): Json => ({ coding: [{ code }] });
const condition = (more: Json): Json => ({
  resourceType: 'Condition',
  code: { text: 'cirrhosis' },
  subject: SUBJECT,
  ...more,
});

describe('conditions', () => {
  it.each([
    ['active', 'confirmed', 'active'],
    ['relapse', 'confirmed', 'active'],
    ['remission', 'confirmed', 'resolved'],
    ['inactive', undefined, 'resolved'],
    ['active', 'refuted', 'refuted'],
    ['active', 'provisional', 'unknown'],
    [undefined, 'entered-in-error', 'entered-in-error'],
    [undefined, undefined, 'unknown'],
    ['cured', 'confirmed', 'unknown'],
  ])('clinically %s and %s is %s', async (clinical, verified, expected) => {
    const record = await readWith(
      condition({
        ...(clinical && { clinicalStatus: coded(clinical) }),
        ...(verified && { verificationStatus: coded(verified) }),
      }),
    );
    expect(record.patient?.conditions?.[0]?.status).toBe(expected);
  });

  it('onset, end and date of record, as partial as they are', async () =>
    expect(
      (
        await readWith(
          condition({
            onsetPeriod: { start: '2019' },
            abatementDateTime: '2020-05',
            recordedDate: '2021-01-02T00:00:00Z',
          }),
        )
      ).patient?.conditions,
    ).toEqual([
      {
        what: { codings: [], text: 'cirrhosis' },
        status: 'resolved',
        onset: '2019',
        ended: '2020-05',
        recorded: '2021-01-02',
        from: 'entry[1].resource',
      },
    ]));

  it('an allergy with its reaction', async () =>
    expect(
      (
        await readWith({
          resourceType: 'AllergyIntolerance',
          patient: SUBJECT,
          clinicalStatus: coded('active'),
          code: { text: 'lactose' },
          reaction: [{ manifestation: [{ text: 'bloating' }], description: 'mild' }],
        })
      ).patient?.allergies,
    ).toEqual([
      {
        what: { codings: [], text: 'lactose' },
        status: 'active',
        reaction: 'bloating, mild',
        from: 'entry[1].resource',
      },
    ]));
});

describe('results', () => {
  const ALT = observation('1742-6', {
    valueQuantity: { value: 231, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
    referenceRange: [{ high: { value: 45, unit: 'U/L' } }],
  });
  const value = async (more: Json) => (await readWith(observation('1742-6', more))).patient?.measurements?.[0];

  it('a number with its unit and the upper limit of normal', async () =>
    expect((await readWith(ALT)).patient?.measurements?.[0]).toMatchObject({
      value: 231,
      unit: 'U/L',
      upperLimit: 45,
      date: '2027-02-15',
    }));

  it('an upper limit in another unit is left out and said', async () => {
    const record = await readWith({ ...ALT, referenceRange: [{ high: { value: 0.75, unit: 'ukat/L' } }] });
    expect(record.patient?.measurements?.[0]).not.toHaveProperty('upperLimit');
    expect(found(record)).toEqual([expect.stringMatching(/a limit in U\/L/)]);
  });

  it.each([
    [{ valueCodeableConcept: { text: 'Positive' } }, { word: 'Positive' }],
    [{ valueString: 'haemolysed' }, { word: 'haemolysed' }],
    [{ valueBoolean: true }, { word: 'true' }],
    [{ valueInteger: 4 }, { value: 4 }],
    [{ valueDateTime: '2027-01-03T08:00:00Z' }, { word: '2027-01-03' }],
    [{ valueRange: { low: { value: 1 }, high: { value: 5 } } }, { word: '1 to 5' }],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 64 } } }, { word: '1:64' }],
    [{ valueQuantity: { value: 3, comparator: '<', unit: 'mg/L' } }, { value: 3, unit: 'mg/L', word: '< 3' }],
  ])('%j', async (given, expected) => expect(await value(given)).toMatchObject(expected));

  it('a number as text is no number', async () => {
    const record = await readWith(observation('1742-6', { valueQuantity: { value: '2,3', unit: 'U/L' } }));
    expect(record.patient?.measurements?.[0]).not.toHaveProperty('value');
    expect(found(record)).toEqual([expect.stringMatching(/valueQuantity.value: "2,3"; a number/)]);
  });

  it('a result that is missing with a reason is a line without a value', async () =>
    expect(await value({ dataAbsentReason: coded('unsatisfactory') })).toEqual({
      what: { codings: [{ system: 'http://loinc.org', code: '1742-6' }] },
      date: '2027-02-15',
      status: 'final',
      from: 'entry[1].resource',
    }));

  it('a result entered in error is left out and said', async () => {
    const record = await readWith({ ...ALT, status: 'entered-in-error' });
    expect(record.patient).not.toHaveProperty('measurements');
    expect(found(record)).toEqual([expect.stringMatching(/entered in error/)]);
  });

  it('components are results of their own; the panel around them is none', async () =>
    expect(
      (
        await readWith(
          observation('85354-9', {
            component: [
              { code: loinc('8480-6'), valueQuantity: { value: 120, unit: 'mm[Hg]' } },
              { code: loinc('8462-4'), valueQuantity: { value: 80, unit: 'mm[Hg]' } },
            ],
          }),
        )
      ).patient?.measurements?.map((line) => [line.value, line.from]),
    ).toEqual([
      [120, 'entry[1].resource.component[0]'],
      [80, 'entry[1].resource.component[1]'],
    ]));

  it('a report gives its conclusion and the results it contains', async () =>
    expect(
      (
        await readWith({
          resourceType: 'DiagnosticReport',
          status: 'final',
          code: { text: 'liver panel' },
          subject: SUBJECT,
          effectiveDateTime: '2027-02-01',
          conclusion: 'acute hepatitis',
          conclusionCode: [{ text: 'hepatitis' }],
          contained: [observation('1742-6', { id: 'a', valueQuantity: { value: 400, unit: 'U/L' } })],
          result: [{ reference: '#a' }],
        })
      ).patient?.measurements?.map(({ what, value, word }) => [what.text, value ?? word]),
    ).toEqual([
      ['liver panel', 'acute hepatitis; hepatitis'],
      [undefined, 400],
    ]));
});

describe('rating scales', () => {
  const PHQ = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8'];
  const ITEMS = [3, 3, 2, 3, 2, 3, 2, 1, 2];
  const LA = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];
  const answer = (points: number) => ({ coding: [{ system: 'http://loinc.org', code: LA[points]! }] });
  const response = (item: readonly Json[], more: Json = {}): Json => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    subject: SUBJECT,
    authored: '2027-02-15T10:00:00Z',
    item,
    ...more,
  });

  it.each<[string, readonly Json[]]>([
    [
      'one observation with components',
      [
        observation('44249-1', {
          component: PHQ.map((code, i) => ({ code: loinc(code), valueCodeableConcept: answer(ITEMS[i]!) })),
        }),
      ],
    ],
    [
      'a panel with members',
      [
        observation('44249-1', { hasMember: PHQ.map((code) => ({ reference: `Observation/${code}` })) }),
        ...PHQ.map((code, i) => observation(code, { id: code, valueInteger: ITEMS[i] })),
      ],
    ],
    [
      'a questionnaire with LOINC link ids and codes',
      [response(PHQ.map((linkId, i) => ({ linkId, answer: [{ valueCoding: { code: LA[ITEMS[i]!] } }] })))],
    ],
    [
      'a questionnaire with nested groups and numbers',
      [
        response([
          {
            linkId: '/44249-1',
            item: PHQ.map((code, i) => ({ linkId: `/44249-1/${code}`, answer: [{ valueInteger: ITEMS[i] }] })),
          },
        ]),
      ],
    ],
    [
      'a questionnaire with its own link ids and words',
      [
        response(
          PHQ.map((_, i) => ({
            linkId: `phq9-${i + 1}`,
            answer: [
              { valueString: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'][ITEMS[i]!] },
            ],
          })),
        ),
      ],
    ],
  ])('PHQ-9 as %s', async (_, resources) => {
    const { patient, problems } = await readWith(...resources);
    expect(problems).toEqual([]);
    expect(patient?.scores).toEqual([
      { scale: 'phq-9', date: '2027-02-15', items: ITEMS, from: expect.any(String) as string },
    ]);
  });

  it('a total alone is a score', async () =>
    expect(
      (await readWith(observation('70274-6', { valueQuantity: { value: 12, unit: '{score}' } }))).patient?.scores,
    ).toEqual([{ scale: 'gad-7', date: '2027-02-15', total: 12, from: 'entry[1].resource' }]));

  it('an item that was left open stays open', async () =>
    expect((await readWith(observation('44260-8', { valueInteger: 1 }))).patient?.scores?.[0]?.items).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      1,
    ]));

  it('an answer in words is read; one in words that nobody knows stays open, and that is said', async () => {
    const said = await readWith(observation('44260-8', { valueString: 'Several days' }));
    expect(said.patient?.scores?.[0]?.items?.[8]).toBe(1);
    const unsaid = await readWith(observation('44260-8', { valueString: 'now and then' }));
    expect(unsaid.patient?.scores?.[0]).not.toHaveProperty('items');
    expect(found(unsaid)).toEqual([expect.stringMatching(/The item stays open; ask it again/)]);
  });

  it('two answers to the suicide item on one day: the graver one counts, and that is said', async () => {
    const record = await readWith(
      observation('44260-8', { id: 'a', valueInteger: 2 }),
      observation('44260-8', { id: 'b', valueInteger: 0 }),
    );
    expect(record.patient?.scores?.[0]?.items?.[8]).toBe(2);
    expect(found(record)).toEqual([expect.stringMatching(/2 and 0 for the same item.*graver one, 2/)]);
  });

  it('an unknown questionnaire is noted', async () =>
    expect(
      found(
        await readWith(
          response([{ linkId: '1', answer: [{ valueInteger: 3 }] }], { questionnaire: 'https://x.example/sleep' }),
        ),
      ),
    ).toEqual([expect.stringMatching(/a questionnaire that is not known \(https:\/\/x.example\/sleep\)/)]));

  it('a questionnaire entered in error is left out and said', async () => {
    const record = await readWith(
      response([{ linkId: '44260-8', answer: [{ valueInteger: 3 }] }], { status: 'entered-in-error' }),
    );
    expect(record.patient).not.toHaveProperty('scores');
    expect(found(record)).toHaveLength(1);
  });
});

describe('procedures', () => {
  it.each([
    [
      { resourceType: 'Procedure', status: 'completed', performedPeriod: { start: '2020-01-01', end: '2020-01-02' } },
      'completed',
      '2020-01-02',
    ],
    [{ resourceType: 'Procedure', status: 'preparation', performedDateTime: '2027-04-01' }, 'planned', '2027-04-01'],
    [
      { resourceType: 'ServiceRequest', status: 'active', intent: 'order', occurrenceDateTime: '2027-04-01T08:00:00Z' },
      'planned',
      '2027-04-01',
    ],
    [{ resourceType: 'ServiceRequest', status: 'revoked', intent: 'order' }, 'not-done', undefined],
  ])('%j', async (resource, status, date) => {
    const { patient } = await readWith({ ...resource, code: { text: 'hip replacement' }, subject: SUBJECT });
    expect(patient?.procedures?.[0]).toMatchObject({ what: { text: 'hip replacement' }, status });
    expect(patient?.procedures?.[0]?.date).toBe(date);
  });

  it('a booked operation', async () =>
    expect(
      (
        await readWith({
          resourceType: 'Appointment',
          status: 'booked',
          description: 'operating theatre',
          serviceType: [{ text: 'knee replacement' }],
          start: '2027-04-01T07:30:00Z',
          participant: [{ actor: SUBJECT, status: 'accepted' }],
        })
      ).patient?.procedures,
    ).toEqual([
      {
        what: { codings: [{ display: 'knee replacement' }], text: 'operating theatre' },
        status: 'planned',
        date: '2027-04-01',
        from: 'entry[1].resource',
      },
    ]));

  it('a plan does not make a record fresher', async () =>
    expect(
      (
        await readWith(
          { resourceType: 'Encounter', status: 'finished', period: { start: '2026-05-01', end: '2026-05-02' } },
          {
            resourceType: 'ServiceRequest',
            status: 'active',
            code: { text: 'x' },
            subject: SUBJECT,
            occurrenceDateTime: '2027-04-01',
          },
        )
      ).patient?.recordUntil,
    ).toBe('2026-05-02'));
});
