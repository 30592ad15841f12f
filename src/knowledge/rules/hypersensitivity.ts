/** Hypersensitivity to naltrexone, absolute in the label. An absent list of allergies was not asked. */
import type { Allergy } from '../../domain/patient.ts';
import type { Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { identify } from '../drugs/identify.ts';
import { YEAR_DAYS, yesNo } from './answers.ts';
import { textOf } from './conditions.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

const sources = [
  cite('label-revia', 'contraindication: hypersensitivity to naltrexone or any component'),
  assume('an allergy to another antagonist of the family is told and weighed; an answer holds for a year'),
];
const say = speaker('hypersensitivity', sources);

const QUESTION: Question = {
  id: 'hypersensitivity',
  text: 'Have you ever had an allergic reaction to naltrexone, naloxone or a similar medicine?',
  why: 'An allergy to naltrexone forbids it, and no list of allergies was sent.',
  kind: 'yes-no',
  rank: 31,
};

const familyOf = (allergy: Allergy) =>
  identify({ what: allergy.what, status: 'active', kind: 'statement', from: allergy.from }).drugs.filter(({ drug }) =>
    isIn(drug, 'antagonist'),
  );

const isOpen = ({ status }: Allergy): boolean => status === 'active' || status === 'unknown';

const evidenceFor = (allergies: readonly Allergy[]) =>
  allergies.map(({ what, from, status, reaction, recorded }) => ({
    from,
    text: [textOf(what), reaction, status].filter((part) => part !== undefined).join(', '),
    ...(recorded === undefined ? {} : { date: recorded }),
  }));

export const hypersensitivity: Rule = {
  id: 'hypersensitivity',
  title: 'Hypersensitivity to naltrexone',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const related = (patient.allergies ?? []).filter((allergy) => isOpen(allergy) && familyOf(allergy).length > 0);
    const itself = related.filter((allergy) =>
      familyOf(allergy).some(({ drug, sure }) => sure && drug.id === 'naltrexone'),
    );
    const reply = yesNo(patient, QUESTION.id, today, YEAR_DAYS);
    if (itself.length > 0)
      return finding(
        say.never(
          `Must not start: the record has an allergy to naltrexone (${itself.map(({ what }) => textOf(what)).join(', ')}).`,
          evidenceFor(itself),
        ),
      );
    if (reply.state === 'yes')
      return finding(
        say.never(
          'Must not start: the person tells of an allergic reaction to naltrexone or its kin. Ask to which, and what happened.',
          reply.evidence,
        ),
      );
    if (reply.state === 'no')
      return finding(say.absent('Asked: no allergic reaction to naltrexone or its kin.', reply.evidence));
    if (related.length > 0)
      return finding(
        say.ask(
          `The record has an allergy near naltrexone: ${related.map(({ what }) => textOf(what)).join(', ')}. Ask what happened.`,
          evidenceFor(related),
        ),
        { ...QUESTION, why: 'The record has an allergy to a relative of naltrexone, or to something that may be one.' },
      );
    if (patient.allergies !== undefined)
      return finding(say.absent('The list of allergies does not name naltrexone or its kin.'));
    return finding(
      say.ask('Allergy to naltrexone: not known, because no list of allergies was sent.', reply.evidence),
      QUESTION,
    );
  },
  examples: [
    {
      says: 'an allergy to naltrexone forbids it',
      patient: {
        allergies: [{ what: { codings: [], text: 'Naltrexone' }, status: 'active', reaction: 'hives', from: 'a' }],
      },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'an empty list of allergies means none',
      patient: { allergies: [] },
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'no list of allergies', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'an allergy to naloxone is asked about',
      patient: { allergies: [{ what: { codings: [], text: 'naloxone' }, status: 'active', from: 'a' }] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'asked, and none',
      patient: { answers: { hypersensitivity: { value: 'no', on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
};
