/** Pregnancy: no data at low doses, losses in animals at high ones, excluded from every trial. */
import { daysBetween, earliest, inWords, type IsoDate } from '../../domain/dates.ts';
import { SYSTEMS, type Condition } from '../../domain/patient.ts';
import type { Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { latestWord } from '../labs/read.ts';
import { lastPossible, MONTH_DAYS, yesNo } from './answers.ts';
import { cannotBePregnant } from './childbearing.ts';
import { conditionEvidence, conditionsLike, namedCondition } from './conditions.ts';
import { condition } from './examples.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

/** Assumed: no pregnancy noted longer ago goes on. */
const PREGNANCY_DAYS = 300;
/** Assumed: a negative test speaks for two weeks. */
const TEST_DAYS = 14;

const sources = [
  cite('label-revia', 'pregnancy: fetal loss in rats from 30 and in rabbits from 60 mg/kg'),
  assume('asked from 12 to 55 years; a test speaks for 14 days and an answer for 30; codes recalled'),
];
const say = speaker('pregnancy', sources);

const QUESTION: Question = {
  id: 'pregnancy',
  text: 'Are you pregnant, could you be, or do you plan to be within the next months?',
  why: 'There are no data on low-dose naltrexone in pregnancy.',
  kind: 'yes-no',
  rank: 21,
};
const NEVER = 'do not start, unless a specialist for pregnancy decides otherwise: there are no data at low doses.';

const isOld = ({ onset, recorded }: Condition, today: IsoDate): boolean => {
  const date = onset ?? recorded;
  const first = date === undefined ? undefined : earliest(date);
  return first !== undefined && daysBetween(first, today) > PREGNANCY_DAYS;
};

export const pregnancy: Rule = {
  id: 'pregnancy',
  title: 'Pregnancy',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const { active, doubtful } = conditionsLike(patient, {
      icd10: ['Z33.1', 'Z34', 'O09', 'O1', 'O2', 'O3', 'O4'],
      snomed: ['77386006', '72892002'],
      words: /\bpregnan(t|cy)\b|gravid/i,
      except: /not pregnant|miscarriage|termination|ectopic|contracepti|prevention|test/i,
    });
    const now = active.filter((each) => !isOld(each, today));
    const unclear = [...doubtful, ...active].filter((each) => !now.includes(each) && !isOld(each, today));
    if (now.length > 0)
      return finding(say.never(`${now.map(namedCondition).join(', ')}: ${NEVER}`, conditionEvidence(now)));
    const test = latestWord(patient, 'hcg');
    const tested = test !== undefined && !('doubt' in test) ? test : undefined;
    const day = tested && lastPossible(tested.date, today);
    const testedDays = day === undefined ? Infinity : daysBetween(day, today);
    const evidence = tested
      ? [{ from: tested.from, text: tested.positive ? 'hCG positive' : 'hCG negative', date: tested.date }]
      : [];
    if (tested?.positive && testedDays <= PREGNANCY_DAYS)
      return finding(say.never(`The pregnancy test of ${inWords(tested.date)} is positive: ${NEVER}`, evidence));
    const reply = yesNo(patient, QUESTION.id, today, MONTH_DAYS);
    if (reply.state === 'yes')
      return finding(say.never(`Pregnant, possibly so, or planning to be: ${NEVER}`, reply.evidence));
    const cannot = cannotBePregnant(patient, today);
    if (cannot !== undefined) return finding(say.absent(`Pregnancy is not asked about. ${cannot}`));
    if (reply.state === 'no') return finding(say.absent('Asked: not pregnant and not planning to be.', reply.evidence));
    if (tested && testedDays <= TEST_DAYS)
      return finding(say.absent(`The pregnancy test of ${inWords(tested.date)} is negative.`, evidence));
    const more = unclear.length === 0 ? '' : ` The record has ${unclear.map(namedCondition).join(', ')}.`;
    return finding(say.ask(`Pregnancy: not known. ${reply.why}${more}`, conditionEvidence(unclear)), {
      ...QUESTION,
      why: `${QUESTION.why}${more}`,
    });
  },
  examples: [
    {
      says: 'a pregnant woman',
      patient: { sex: 'female', conditions: [condition('Normal pregnancy', { onset: '2026-12-01' })] },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a woman of 30 who was not asked',
      patient: { sex: 'female', birthDate: '1997-01-01' },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    { says: 'nobody knows sex or age', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'a woman of 70',
      patient: { sex: 'female', birthDate: '1957-01-01' },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'asked and not pregnant',
      patient: { sex: 'female', birthDate: '1997-01-01', answers: { pregnancy: { value: false, on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'a positive test',
      patient: {
        measurements: [
          {
            what: { codings: [{ system: SYSTEMS.loinc, code: '2106-3' }] },
            word: 'Positive',
            date: '2027-02-20',
            status: 'final',
            from: 'm',
          },
        ],
      },
      expect: { presence: 'present', blocks: 'never' },
    },
  ],
};
