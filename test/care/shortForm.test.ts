import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patientFromShortForm, type ShortForm } from '../../src/care/shortForm.ts';
import { sentence } from '../../src/domain/problem.ts';

const TODAY = '2027-03-01';
const read = (form: ShortForm) => patientFromShortForm(form, TODAY);
const sentences = (form: unknown) => patientFromShortForm(form, TODAY).problems.map(sentence);

describe('a person without a record', () => {
  it('is described by what was asked', () =>
    expect(
      read({
        name: 'Ann Example',
        birthDate: '1980',
        sex: 'female',
        medicines: [
          'sertraline 100 mg',
          { name: 'tramadol', status: 'stopped', lastTaken: '2027-02-25', since: '2027-01', form: 'ER tablet' },
        ],
        conditions: ['depression'],
        allergies: 'none',
        labs: [
          { lab: 'alt', value: 31, unit: 'U/L', date: '2027-02-15' },
          { lab: 'hcg', value: 'negative', date: '2027-02-28' },
        ],
        scores: [{ scale: 'phq-9', total: 17, date: '2027-02-27' }],
        answers: { 'opioids-taken': false, surgery: { value: true, date: '2027-04-01', by: 'patient' } },
      }),
    ).toEqual({
      problems: [],
      patient: {
        name: 'Ann Example',
        birthDate: '1980',
        sex: 'female',
        medicines: [
          {
            what: { codings: [], text: 'sertraline 100 mg' },
            status: 'active',
            kind: 'answer',
            recorded: TODAY,
            from: 'medicines[0]',
          },
          {
            what: { codings: [], text: 'tramadol' },
            status: 'stopped',
            kind: 'answer',
            recorded: TODAY,
            lastTaken: '2027-02-25',
            start: '2027-01',
            form: 'ER tablet',
            from: 'medicines[1]',
          },
        ],
        conditions: [
          { what: { codings: [], text: 'depression' }, status: 'active', recorded: TODAY, from: 'conditions[0]' },
        ],
        allergies: [],
        measurements: [
          {
            what: { codings: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'ALT (alanine aminotransferase)' },
            value: 31,
            unit: 'U/L',
            date: '2027-02-15',
            status: 'final',
            from: 'labs[0]',
          },
          {
            what: expect.objectContaining({ text: expect.any(String) as string }) as unknown,
            word: 'negative',
            date: '2027-02-28',
            status: 'final',
            from: 'labs[1]',
          },
        ],
        scores: [{ scale: 'phq-9', total: 17, date: '2027-02-27', from: 'scores[0]' }],
        answers: {
          'opioids-taken': { value: false, on: TODAY },
          surgery: { value: true, on: TODAY, by: 'patient', date: '2027-04-01' },
        },
        recordUntil: TODAY,
      },
    }));

  it('what was not asked is absent; "none" is an empty list', () => {
    expect(read({}).patient).toEqual({ recordUntil: TODAY });
    expect(read({ medicines: 'none', conditions: 'none' }).patient).toEqual({
      medicines: [],
      conditions: [],
      recordUntil: TODAY,
    });
  });

  it('an empty list of medicines is not "none": it was not asked, and that is said', () => {
    expect(read({ medicines: [] }).patient).not.toHaveProperty('medicines');
    expect(sentences({ medicines: [] })).toEqual([expect.stringMatching(/^medicines: found \[\], expected "none"/)]);
  });

  it('a last day without a status leaves the status open', () => {
    const form = { medicines: [{ name: 'oxycodone', lastTaken: '2027-02-28' }] };
    expect(read(form).patient?.medicines?.[0]).toMatchObject({ status: 'unknown', lastTaken: '2027-02-28' });
    expect(sentences(form)).toEqual([
      expect.stringMatching(/medicines\[0\].status: found nothing, expected stopped or active/),
    ]);
  });
});

describe('what cannot be read has a sentence', () => {
  it.each<[unknown, RegExp]>([
    [null, /^form: found null/],
    ['oxycodone', /^form: found "oxycodone"/],
    [[], /^form: found \[\]/],
    [{ medicine: ['oxycodone'] }, /^medicine: found .* expected one of the fields name, .*medicines/],
    [{ medicines: 'oxycodone' }, /^medicines: found "oxycodone", expected "none" or a list/],
    [{ medicines: [7] }, /^medicines\[0\]: found 7, expected the name of a medicine/],
    [{ medicines: [{ name: 'x', dose: '5 mg' }] }, /^medicines\[0\].dose: found "5 mg"/],
    [
      { medicines: [{ name: 'x', status: 'former' }] },
      /^medicines\[0\].status: found "former", expected one of active/,
    ],
    [{ medicines: [{ name: 'x', status: 'stopped', lastTaken: '28.2.2027' }] }, /^medicines\[0\].lastTaken/],
    [{ birthDate: '1980-13' }, /^birthDate: found "1980-13"/],
    [{ sex: 'f' }, /^sex: found "f", expected one of female, male, other/],
    [{ conditions: [null] }, /^conditions\[0\]: found null/],
    [{ labs: [{ lab: 'gpt', value: 3 }] }, /^labs\[0\].lab: found "gpt", expected one of .*alt/],
    [{ labs: [{ lab: 'alt', value: '31', unit: 'U/L' }] }, /^labs\[0\].value: found "31", expected a number/],
    [{ labs: [{ lab: 'alt', value: 31 }] }, /^labs\[0\].unit: found nothing, expected a unit such as U\/L/],
    [{ scores: [{ scale: 'phq', total: 3 }] }, /^scores\[0\].scale: found "phq", expected one of phq-9/],
    [{ scores: [{ scale: 'phq-9' }] }, /^scores\[0\].total: found nothing/],
    [{ scores: [{ scale: 'phq-9', items: [1, 'x'] }] }, /^scores\[0\].items\[1\]: found "x"/],
    [{ answers: ['no'] }, /^answers: found \["no"\]/],
    [{ answers: { surgery: { value: true, date: 'soon' } } }, /^answers.surgery: found/],
  ])('%j', (form, expected) => expect(sentences(form)).toEqual([expect.stringMatching(expected)]));

  it('a medicine that cannot be read stays on the list as an unknown one', () =>
    expect(
      patientFromShortForm({ medicines: [7, { name: 7 }, ''] }, TODAY).patient?.medicines?.map(({ what, status }) => [
        what,
        status,
      ]),
    ).toEqual([
      [{ codings: [] }, 'unknown'],
      [{ codings: [] }, 'active'],
      [{ codings: [] }, 'unknown'],
    ]));

  it('nothing that can be typed makes it throw', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom('medicines', 'labs', 'scores', 'answers', 'conditions', 'sex'), fc.jsonValue()),
        ),
        (form) => {
          const { patient, problems } = patientFromShortForm(form, TODAY);
          expect(patient !== undefined || problems.length > 0).toBe(true);
        },
      ),
      { seed: 20_270_301 },
    ));
});
