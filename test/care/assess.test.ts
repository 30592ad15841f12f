import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { ASSESSMENT_QUESTIONS, assess, DSM_QUESTIONS } from '../../src/care/assess.ts';
import {
  SYSTEMS,
  type Answer,
  type Condition,
  type Medicine,
  type Patient,
  type Score,
} from '../../src/domain/patient.ts';
import { sourceOf } from '../../src/knowledge/sources.ts';

const TODAY = '2026-11-22';

const diagnosis = (text: string, more: Partial<Condition> = {}): Condition => ({
  what: { codings: [], text },
  status: 'active',
  recorded: '2026-10-01',
  from: 'entry[2]',
  ...more,
});
const medicine = (text: string, more: Partial<Medicine> = {}): Medicine => ({
  what: { codings: [], text },
  status: 'active',
  kind: 'request',
  recorded: '2026-10-01',
  from: 'entry[3]',
  ...more,
});
const phq9 = (items: readonly (number | null)[], date = '2026-11-20'): Score => ({
  scale: 'phq-9',
  date,
  items,
  from: 'entry[4]',
});
const answers = (values: Record<string, Answer['value']>, on = '2026-11-20'): Record<string, Answer> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, on }]));
const reason = (patient: Patient, rule: string) => assess(patient, TODAY).reasons.find((each) => each.rule === rule);

/** As in the synthetic record of Milan Beatty: a diagnosis and a prescription of 1993, both still called active. */
const old: Patient = {
  conditions: [
    diagnosis('Major depression disorder', {
      what: { codings: [{ system: SYSTEMS.snomed, code: '370143000', display: 'Major depression disorder' }] },
      recorded: '1993-01-09',
      onset: '1993-01-09',
    }),
    diagnosis('Prediabetes', {
      what: { codings: [{ system: SYSTEMS.snomed, code: '15777000', display: 'Prediabetes' }] },
    }),
  ],
  medicines: [
    medicine('Fluoxetine 25MG', { status: 'stopped', recorded: '1993-01-09' }),
    medicine('Fluoxetine 25MG', { recorded: '1993-01-17' }),
  ],
};

describe('a depression of 1993 that the record still calls active', () => {
  const { episode, trials, addOn, comorbidities, questions } = assess(old, TODAY);

  it('is found, and whether it is current is asked', () => {
    expect(episode).toMatchObject({ presence: 'unknown', basis: 'none' });
    expect(episode.says).toContain('"Major depression disorder" of 9 January 1993');
    expect(questions[0]?.id).toBe('depression.still-current');
    expect(reason(old, 'episode')).toMatchObject({ blocks: 'ask', evidence: [{ date: '1993-01-09' }] });
  });

  it('its fluoxetine is found as an SSRI, and doubted', () => {
    expect(trials).toMatchObject([{ drug: 'fluoxetine', class: 'SSRI', state: 'doubtful', duration: 'unknown' }]);
    expect(trials[0]?.says).toContain('active since 17 January 1993 without an end');
    expect(addOn.situation).toBe('unknown');
    expect(questions.map(({ id }) => id)).toContain('trial.fluoxetine.now');
  });

  it('prediabetes is shown as what article 002 names, without a promise', () => {
    expect(comorbidities.map(({ id }) => id)).toEqual(['insulin-resistance']);
    expect(comorbidities[0]?.says).toContain('No trial of low-dose naltrexone');
  });

  it('a fresh PHQ-9 in the moderate range makes it a present episode', () =>
    expect(assess({ ...old, scores: [phq9([2, 2, 1, 1, 1, 1, 1, 1, 0])] }, TODAY).episode).toMatchObject({
      presence: 'present',
      basis: 'diagnosis',
    }));

  it('the clinician may say that it is over, and then what is treated is asked', () => {
    const over = { ...old, answers: answers({ 'depression.still-current': false }) };
    expect(assess(over, TODAY).episode).toMatchObject({ presence: 'absent', basis: 'clinician' });
    expect(assess(over, TODAY).questions[0]?.id).toBe('depression.indication');
  });

  it('the answer that it is taken now makes it an add-on', () =>
    expect(assess({ ...old, answers: answers({ 'trial.fluoxetine.now': 'yes' }) }, TODAY).addOn).toMatchObject({
      situation: 'added',
      current: ['fluoxetine'],
    }));
});

describe('the episode', () => {
  it('an empty record is unknown, blocks until asked, and asks every symptom', () => {
    const { episode, questions } = assess({}, TODAY);
    expect(episode.presence).toBe('unknown');
    expect(reason({}, 'episode')?.blocks).toBe('ask');
    expect(questions.filter(({ id }) => id.startsWith('dsm.')).map(({ id }) => id)).toEqual(
      DSM_QUESTIONS.map(({ id }) => id),
    );
  });

  it('a PHQ-9 finds the symptoms and leaves distress, other causes and mania to be asked', () => {
    const { episode, questions } = assess({ scores: [phq9([2, 3, 2, 2, 0, 0, 0, 0, 1])] }, TODAY);
    expect(episode.verdict.count).toEqual({ present: 5, absent: 4, unknown: 0 });
    expect(episode.presence).toBe('unknown');
    expect(questions.filter(({ id }) => id.startsWith('dsm.')).map(({ id }) => id)).toEqual([
      'dsm.ever-manic',
      'dsm.distress',
      'dsm.other-cause',
    ]);
  });

  it('with those answered it is present and blocks nothing', () => {
    const patient = {
      scores: [phq9([2, 3, 2, 2, 0, 0, 0, 0, 1])],
      answers: answers({ 'dsm.ever-manic': false, 'dsm.distress': true, 'dsm.other-cause': 'no' }),
    };
    expect(reason(patient, 'episode')).toMatchObject({ presence: 'present', blocks: 'no' });
  });

  it('a low PHQ-9 excludes it, and what is treated instead is asked', () =>
    expect(reason({ scores: [phq9([1, 1, 0, 0, 0, 0, 0, 0, 0])] }, 'episode')).toMatchObject({
      presence: 'absent',
      blocks: 'ask',
    }));

  it.each([
    ['partly-remitted', 'no'],
    ['none', 'never'],
    ['something else', 'ask'],
  ])('the answer "%s" to what is treated blocks: %s', (value, blocks) =>
    expect(
      reason(
        { scores: [phq9([0, 0, 0, 0, 0, 0, 0, 0, 0])], answers: answers({ 'depression.indication': value }) },
        'episode',
      ),
    ).toMatchObject({ blocks }),
  );

  it('a bipolar disorder in the record is no major depressive disorder, whatever was answered', () => {
    const patient: Patient = {
      conditions: [diagnosis('Bipolar I disorder'), diagnosis('Major depressive disorder')],
      scores: [phq9([3, 3, 3, 3, 3, 3, 3, 3, 0])],
      answers: answers({ 'dsm.ever-manic': false, 'dsm.distress': true, 'dsm.other-cause': false }),
    };
    expect(assess(patient, TODAY).episode.presence).toBe('absent');
    expect(reason(patient, 'episode')?.blocks).toBe('ask');
  });

  it('a diagnosis of last month is taken for the present episode', () =>
    expect(assess({ conditions: [diagnosis('Major depressive disorder, recurrent')] }, TODAY).episode).toMatchObject({
      presence: 'present',
      basis: 'diagnosis',
    }));

  it('a depression of 2010 that was entered again last month is an old one', () =>
    expect(
      assess({ conditions: [diagnosis('Major depressive disorder', { onset: '2010' })] }, TODAY).questions[0]?.id,
    ).toBe('depression.still-current'));

  it('a diagnosis of last month beside a PHQ-9 of 2 is asked about', () =>
    expect(
      assess(
        {
          conditions: [diagnosis('Major depressive disorder')],
          scores: [{ ...phq9([]), items: [1, 1, 0, 0, 0, 0, 0, 0, 0] }],
        },
        TODAY,
      ).episode.presence,
    ).toBe('unknown'));

  it.each([
    ['Family history of major depressive disorder', {}],
    ['Major depressive disorder in remission', {}],
    ['Depression screening', {}],
    ['Major depressive disorder', { status: 'refuted' }],
    ['Major depressive disorder', { status: 'entered-in-error' }],
    ['Respiratory depression', {}],
    ['Depressed fracture of skull', {}],
  ] as const)('"%s" %o is no present diagnosis', (text, more) =>
    expect(assess({ conditions: [diagnosis(text, more)] }, TODAY).episode.diagnoses).toEqual([]),
  );

  it('"Depression, unspecified" (F32.A) does not tell a major depressive episode', () => {
    const what = { codings: [{ system: SYSTEMS.icd10cm, code: 'F32.A' }], text: 'Depression, unspecified' };
    expect(assess({ conditions: [diagnosis('', { what })] }, TODAY).episode).toMatchObject({
      presence: 'unknown',
      diagnoses: [{}],
    });
  });

  it('a code of bipolar disorder beside the word "Asthma" does not settle that there was mania', () => {
    const what = { codings: [{ system: SYSTEMS.snomed, code: '13746004' }], text: 'Asthma' };
    expect(assess({ conditions: [diagnosis('', { what })] }, TODAY).episode.symptoms).toEqual({});
  });

  it('a code of depression beside the word "Asthma" is doubted', () => {
    const what = { codings: [{ system: SYSTEMS.snomed, code: '370143000' }], text: 'Asthma' };
    expect(assess({ conditions: [diagnosis('', { what })] }, TODAY).episode.presence).toBe('unknown');
  });

  it('answers of six weeks ago, and answers of tomorrow, are no answers', () => {
    const all = Object.fromEntries(
      DSM_QUESTIONS.map(({ id }) => [id, !['dsm.ever-manic', 'dsm.other-cause'].includes(id)]),
    );
    expect(assess({ answers: answers(all) }, TODAY).episode.presence).toBe('present');
    expect(assess({ answers: answers(all, '2026-10-10') }, TODAY).episode.presence).toBe('unknown');
    expect(assess({ answers: answers(all, '2026-11-23') }, TODAY).episode.presence).toBe('unknown');
  });

  it('low mood without loss of interest is an episode for DSM-5-TR and none for article 004, and that is said', () => {
    const values = Object.fromEntries(
      DSM_QUESTIONS.map(({ id }) => [id, !['dsm.ever-manic', 'dsm.other-cause', 'dsm.loss-of-interest'].includes(id)]),
    );
    expect(reason({ answers: answers(values) }, 'episode')?.says).toContain('Article 004 would say "absent"');
  });
});

describe('a PHQ-9 and the symptoms', () => {
  it('an item of "several days" neither shows a symptom nor excludes it', () =>
    expect(assess({ scores: [phq9([2, 2, 1, 1, 1, 1, 1, 1, 0])] }, TODAY).episode.verdict).toMatchObject({
      presence: 'unknown',
      count: { present: 2, absent: 1, unknown: 6 },
    }));

  it('a symptom that was asked directly outranks the form', () =>
    expect(
      assess({ scores: [phq9([2, 2, 1, 1, 1, 1, 1, 1, 0])], answers: answers({ 'dsm.sleep': true }) }, TODAY).episode
        .symptoms.sleep,
    ).toBe(true));
});

describe('severity', () => {
  it('the latest PHQ-9 is named with its band and date', () =>
    expect(
      reason(
        { scores: [phq9([1, 1, 1, 1, 1, 1, 1, 1, 1], '2026-11-01'), phq9([2, 2, 2, 2, 2, 2, 1, 1, 0])] },
        'severity.phq-9',
      )?.says,
    ).toBe('PHQ-9 14 of 27, moderate on 20 November 2026.'));

  it('a score of 40 days ago is shown as old and is no baseline', () => {
    const patient = { scores: [{ scale: 'ham-d-17', total: 22, date: '2026-10-13', from: 'x' }] };
    expect(reason(patient, 'severity.ham-d-17')).toMatchObject({
      presence: 'unknown',
      says: expect.stringContaining('40 days old') as string,
    });
    expect(reason(patient, 'severity.baseline')).toMatchObject({ presence: 'unknown', blocks: 'no' });
    expect(assess(patient, TODAY).questions.map(({ id }) => id)).toContain('score.phq-9');
  });

  it('a total that was asked directly is a baseline', () =>
    expect(reason({ answers: answers({ 'score.phq-9': 17 }) }, 'severity.baseline')?.presence).toBe('present'));

  it.each([
    ['a hole', { items: [2, 2, null, 2, 2, 2, 1, 1, 0] }, 'item 3 unanswered'],
    [
      'a total that the items do not make',
      { items: [2, 2, 2, 2, 2, 2, 1, 1, 0], total: 12 },
      '12 beside items that make 14',
    ],
    ['a total of 30', { items: undefined, total: 30 }, 'found 30'],
  ])('a PHQ-9 with %s has no total, and says so', (_, more, says) => {
    const { items, ...rest } = { ...phq9([]), ...more };
    const score = items ? { ...rest, items } : rest;
    expect(reason({ scores: [score] }, 'severity.phq-9')?.says).toContain(says);
    expect(reason({ scores: [score] }, 'severity.baseline')?.presence).toBe('unknown');
  });
});

describe('trials', () => {
  it('two classes are told apart, and a stopped one is past', () =>
    expect(
      assess(
        {
          medicines: [
            medicine('Sertraline 100 mg'),
            medicine('Effexor XR', { status: 'stopped', start: '2025-01-01', end: '2025-04-01' }),
          ],
        },
        TODAY,
      ).trials,
    ).toMatchObject([
      { drug: 'sertraline', class: 'SSRI', state: 'now', duration: 'unknown' },
      { drug: 'venlafaxine', class: 'SNRI', state: 'past', days: 90, duration: 'six weeks or more' },
    ]));

  it('bupropion now is a regimen like that of the 2017 trial, with its dose left open', () => {
    const { addOn } = assess({ medicines: [medicine('Bupropion XL 300 mg')] }, TODAY);
    expect(addOn).toMatchObject({ situation: 'added', dopaminergic: ['bupropion'] });
    expect(addOn.says).toContain('300 mg a day or more');
    expect(addOn.says).toContain('missed primary outcome');
  });

  it('no list of medicines is unknown, an empty one means alone', () => {
    expect(assess({}, TODAY).addOn.situation).toBe('unknown');
    expect(assess({ medicines: [] }, TODAY).addOn.situation).toBe('alone');
  });

  it('a line that nobody can read may be an antidepressant, so nothing is called alone', () => {
    const { addOn } = assess(
      { medicines: [{ ...medicine(''), what: { codings: [{ code: '999', system: SYSTEMS.rxnorm }] } }] },
      TODAY,
    );
    expect(addOn.situation).toBe('unknown');
    expect(addOn.says).toContain('cannot be read');
  });
});

describe('the inflammatory picture', () => {
  const crp = (value: number, unit = 'mg/L', date = '2026-11-01'): Patient => ({
    measurements: [
      {
        what: { codings: [{ system: SYSTEMS.loinc, code: '30522-7' }] },
        value,
        unit,
        date,
        status: 'final',
        from: 'x',
      },
    ],
  });

  it.each([
    [0.9, 0],
    [1, 1],
    [2.9, 1],
    [3, 2],
    [5, 3],
    [10, 3],
  ])('hs-CRP %d mg/L is in band %d', (value, band) =>
    expect(assess(crp(value), TODAY).inflammation).toMatchObject([{ band, presence: 'present', repeat: false }]),
  );

  it('above 10 mg/L it is repeated and not read', () =>
    expect(assess(crp(1.1, 'mg/dL'), TODAY).inflammation).toMatchObject([
      { value: 11, presence: 'unknown', repeat: true },
    ]));

  it('every hs-CRP says that it does not predict response', () =>
    expect(reason(crp(4), 'inflammation.hs-crp')?.says).toContain('did not tell who responds'));

  it('without hs-CRP it is unknown and blocks nothing', () =>
    expect(reason({}, 'inflammation.hs-crp')).toMatchObject({ presence: 'unknown', blocks: 'no' }));
});

describe('conditions that nobody named', () => {
  it.each([
    ['no list', undefined, 'unknown'],
    ['an empty list', [], 'absent'],
    ['a list of other things', [diagnosis('Fracture of clavicle')], 'unknown'],
  ] as const)('%s: %s', (_, conditions, presence) =>
    expect(reason(conditions ? { conditions } : {}, 'comorbidity')?.presence).toBe(presence),
  );
});

describe('every assessment', () => {
  it('asks nothing about the episode that a form could not have asked before', () => {
    const known = ASSESSMENT_QUESTIONS.map(({ id }) => id);
    for (const patient of [{}, old, { scores: [phq9([0, 0, 0, 0, 0, 0, 0, 0, 0])] }])
      for (const { id } of assess(patient, TODAY).questions.filter((question) => !question.id.startsWith('trial.')))
        expect(known).toContain(id);
  });

  const anyPatient = fc.record(
    {
      conditions: fc.array(
        fc
          .constantFrom('Major depressive disorder', 'Fibromyalgia', 'Bipolar', 'Asthma')
          .map((text) => diagnosis(text)),
      ),
      medicines: fc.array(
        fc.constantFrom('Fluoxetine', 'Wellbutrin', 'Abilify', 'qwxyz').map((text) => medicine(text)),
      ),
      scores: fc.array(
        fc.array(fc.constantFrom(0, 1, 2, 3, null, 7), { minLength: 8, maxLength: 10 }).map((items) => phq9(items)),
      ),
    },
    { requiredKeys: [] },
  );

  it('cites only registered sources, blocks only by the episode, and has a question wherever it blocks by asking', () =>
    fc.assert(
      fc.property(anyPatient, (patient) => {
        const { reasons, questions, episode } = assess(patient, TODAY);
        for (const { sources, rule, blocks } of reasons) {
          expect(sources.length).toBeGreaterThan(0);
          for (const source of sources) if (source.kind === 'cited') sourceOf(source.key);
          if (rule !== 'episode') expect(blocks).toBe('no');
        }
        if (episode.presence === 'unknown') expect(reasons.find(({ rule }) => rule === 'episode')?.blocks).toBe('ask');
        if (reasons.some(({ blocks }) => blocks === 'ask')) expect(questions.length).toBeGreaterThan(0);
        expect(questions.map(({ rank }) => rank)).toEqual(questions.map(({ rank }) => rank).toSorted((a, b) => a - b));
      }),
      { seed: 2, numRuns: 150 },
    ));
});
