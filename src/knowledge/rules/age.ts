/** Adults only: there is no trial of LDN for depression below 18 years, and an age that is not known is asked. */
import { ageInYears, inWords, latest, type IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { YEAR_DAYS, dateIn, evidenceOf, freshAnswer } from './answers.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

const ADULT = 18;
/** Years; assumed: older birth dates are mistakes of the record. */
const OLDEST = 115;

const sources = [
  cite('mischoulon-2017', 'twelve adults of 45 years, SD 12'),
  assume('nobody below 18 is started; a birth date more than 115 years back is taken for a mistake'),
];
const say = speaker('age', sources);

const QUESTION: Question = {
  id: 'birth-date',
  text: 'What is your date of birth?',
  why: 'The trials were in adults, and the record does not tell the age.',
  kind: 'date',
  rank: 6,
};

function birthOf(patient: Patient, today: IsoDate): string | undefined {
  if (patient.birthDate !== undefined) return patient.birthDate;
  const answer = freshAnswer(patient, QUESTION.id, today, 100 * YEAR_DAYS);
  const told = typeof answer === 'string' ? undefined : dateIn(answer, today);
  return told?.kind === 'day' ? told.day : undefined;
}

export const age: Rule = {
  id: 'age',
  title: 'Under 18 years, or of unknown age',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const birth = birthOf(patient, today);
    const evidence = birth === undefined ? evidenceOf(patient, QUESTION.id) : [{ from: 'birthDate', text: birth }];
    const oldest = birth === undefined ? undefined : ageInYears(birth, today);
    const last = birth === undefined ? undefined : latest(birth);
    const youngest = last === undefined ? undefined : ageInYears(last, today);
    if (birth === undefined || oldest === undefined || youngest === undefined)
      return finding(
        say.ask(birth === undefined ? 'Age: not known.' : `Age: the birth date "${birth}" cannot be read.`, evidence),
        QUESTION,
      );
    if (oldest < 0 || oldest > OLDEST || last === undefined || last > today)
      return finding(say.ask(`Age: the birth date ${inWords(birth)} cannot be right.`, evidence), QUESTION);
    if (oldest < ADULT)
      return finding(
        say.never(
          `Must not start: ${oldest} years old. LDN for depression was tried in adults only; a child and adolescent psychiatrist decides on other treatment.`,
          evidence,
        ),
      );
    if (youngest < ADULT)
      return finding(
        say.ask(`Age: ${youngest} or ${oldest}, because only ${inWords(birth)} is known.`, evidence),
        QUESTION,
      );
    return finding(say.absent(`${youngest === oldest ? oldest : `${youngest} or ${oldest}`} years old.`, evidence));
  },
  examples: [
    { says: 'a boy of 16', patient: { birthDate: '2010-06-01' }, expect: { presence: 'present', blocks: 'never' } },
    { says: 'a woman of 40', patient: { birthDate: '1986-12' }, expect: { presence: 'absent', blocks: 'no' } },
    { says: 'no birth date', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'born in 2009, perhaps 17 and perhaps 18',
      patient: { birthDate: '2009' },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    { says: 'eighteen today', patient: { birthDate: '2009-03-01' }, expect: { presence: 'absent', blocks: 'no' } },
    { says: 'born tomorrow', patient: { birthDate: '2027-03-02' }, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'the person told it',
      patient: { answers: { 'birth-date': { value: '1980-05-05', on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
};
