import { describe, expect, it } from 'vitest';
import { screen } from '../../src/care/screen.ts';
import { patientFromShortForm } from '../../src/care/shortForm.ts';
import type { Patient } from '../../src/domain/patient.ts';
import { SYSTEMS } from '../../src/domain/patient.ts';
import { loinc, observation, readWith, SUBJECT } from '../fhir/make.ts';

const today = '2027-03-01';
const finding = (patient: Patient | undefined) =>
  screen({ patient: patient!, today }).because.find(({ rule }) => rule === 'suicidality');
const record = async (...resources: readonly unknown[]) => (await readWith(...resources)).patient;
const form = (given: unknown) => patientFromShortForm(given, today).patient;
const response = (answer: object, linkId = '44260-8') => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  authored: '2027-02-27T08:00:00Z',
  subject: SUBJECT,
  item: [{ linkId: '44249-1', item: [{ linkId, answer: [answer] }] }],
});
const items = [2, 2, 2, 2, 1, 1, 1, 0, 1];
const of = { effectiveDateTime: '2027-02-27' };

describe('a positive answer to item 9 of the PHQ-9 reaches the clinician', () => {
  it.each<readonly [string, () => Promise<Patient | undefined> | Patient | undefined]>([
    ['an Observation', () => record(observation('44260-8', { valueInteger: 1, ...of }))],
    ['an Observation in words', () => record(observation('44260-8', { valueString: 'Several days (1)', ...of }))],
    ['an Observation with a digit', () => record(observation('44260-8', { valueString: '2', ...of }))],
    [
      'an Observation with a LOINC answer',
      () =>
        record(
          observation('44260-8', {
            valueCodeableConcept: { coding: [{ system: SYSTEMS.loinc, code: 'LA6571-9' }] },
            ...of,
          }),
        ),
    ],
    [
      'a component of the panel',
      () =>
        record(observation('44249-1', { component: [{ code: loinc('44260-8'), valueQuantity: { value: 2 } }], ...of })),
    ],
    [
      'a component under the OID of LOINC',
      () =>
        record(
          observation('44249-1', {
            component: [
              {
                code: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.1', code: '44260-8' }] },
                valueQuantity: { value: 2 },
              },
            ],
            ...of,
          }),
        ),
    ],
    ['a questionnaire', () => record(response({ valueInteger: 3 }))],
    ['a questionnaire in words', () => record(response({ valueString: 'More than half the days' }))],
    ['a questionnaire by its own link', () => record(response({ valueCoding: { display: 'Several days' } }, 'phq9-9'))],
    ['items of the short form', () => form({ scores: [{ scale: 'phq-9', items, date: '2027-02-27' }] })],
    ['undated items of the short form', () => form({ scores: [{ scale: 'phq-9', items }] })],
    ['an answer to the interview', () => form({ answers: { 'dsm.suicidal-thoughts': 'yes' } })],
    ['an answer to the safety question', () => form({ answers: { 'suicidal-thoughts': true } })],
    ['a total that is not reached without it', () => form({ answers: { 'score.phq-9': 25 } })],
    [
      'two forms of one day, the other without it',
      () =>
        form({
          scores: [
            { scale: 'phq-9', items: items.with(8, 0), date: '2027-02-27' },
            { scale: 'phq-9', items, date: '2027-02-27' },
          ],
        }),
    ],
  ])('in %s', async (_, patient) => {
    const read = await patient();
    expect(finding(read)).toMatchObject({ presence: 'present', blocks: 'ask' });
    const answers = { ...read?.answers, 'suicide-risk-assessed': { value: true, on: today } };
    expect(finding({ ...read, answers })).toMatchObject({ presence: 'present', blocks: 'no' });
  });

  it('and an answer that nobody can read is asked again', async () =>
    expect(finding(await record(response({ valueString: 'rarely' })))).toMatchObject({
      presence: 'unknown',
      blocks: 'ask',
    }));

  it('and a later form without it takes it back', () => {
    const scores = [items, items.with(8, 0)].map((each, day) => ({
      scale: 'phq-9',
      items: each,
      date: `2027-02-2${day}`,
    }));
    expect(finding(form({ scores }))).toMatchObject({ presence: 'absent', blocks: 'no' });
    expect(
      finding(form({ scores: [...scores].toReversed().map((score, day) => ({ ...score, date: `2027-02-2${day}` })) })),
    ).toMatchObject({
      presence: 'present',
    });
  });
});
