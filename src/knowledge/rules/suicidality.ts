/** Thoughts of death or self-harm: PHQ-9 item 9 above 0, a direct answer, or the record. A clinician assesses before a start. */
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import { SYSTEMS, type Patient } from '../../domain/patient.ts';
import type { Evidence, Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { lastPossible, MONTH_DAYS, OPIOID_ANSWER_DAYS, yesNo } from './answers.ts';
import { conditionEvidence, conditionsLike, namedCondition } from './conditions.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

const ITEM_9 = 8;
const ITEM_9_LOINC = '44260-8';
const ASSESSED = 'suicide-risk-assessed';

const sources = [
  cite('label-revia', 'depression and suicidality have been reported'),
  cite('label-contrave', 'boxed warning on suicidality, which bupropion brings; seen as quoted'),
  cite('camcops', 'PHQ-9 item 9'),
  assume('an item of the last 30 days speaks for now; an assessment holds for 7 days; codes recalled'),
];
const say = speaker('suicidality', sources);

const QUESTION: Question = {
  id: 'suicidal-thoughts',
  text: 'In the last two weeks, have you had thoughts that you would be better off dead, or of hurting yourself?',
  why: 'Whoever has such thoughts is seen by a clinician first, whatever the medicine.',
  kind: 'yes-no',
  rank: 20,
};
const ASSESSMENT: Question = {
  id: ASSESSED,
  text: 'Has a clinician assessed the risk of suicide with the person, made a safety plan where needed, and decided that a start is right?',
  why: 'Thoughts of death or self-harm were told.',
  kind: 'yes-no',
  rank: 5,
};

interface ItemNine {
  readonly value: number;
  readonly day: IsoDate | undefined;
  readonly evidence: Evidence;
}

/** Every answer to item 9 in the record, the newest first; undated ones count as new. */
function itemNines({ scores, measurements }: Patient, today: IsoDate): readonly ItemNine[] {
  const dayOf = (date: string | undefined) => (date === undefined ? undefined : lastPossible(date, today));
  const fromScores = (scores ?? [])
    .filter(({ scale }) => scale === 'phq-9')
    .flatMap(({ items, date, from }) => {
      const value = items?.[ITEM_9];
      return value === undefined || value === null ? [] : [{ value, date, from }];
    });
  const fromLabs = (measurements ?? [])
    .filter(
      ({ what, status }) =>
        status !== 'cancelled' &&
        what.codings.some(({ system, code }) => system === SYSTEMS.loinc && code === ITEM_9_LOINC),
    )
    .flatMap(({ value, date, from }) => (value === undefined ? [] : [{ value, date, from }]));
  return [...fromScores, ...fromLabs]
    .map(({ value, date, from }) => ({
      value,
      day: dayOf(date),
      evidence: { from, text: `PHQ-9 item 9: ${value}`, ...(date === undefined ? {} : { date }) },
    }))
    .toSorted((a, b) => (b.day ?? '9999').localeCompare(a.day ?? '9999') || b.value - a.value);
}

export const suicidality: Rule = {
  id: 'suicidality',
  title: 'Thoughts of death or self-harm',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const newest = itemNines(patient, today)[0];
    const isFresh = newest !== undefined && (newest.day === undefined || daysBetween(newest.day, today) <= MONTH_DAYS);
    const { active, doubtful } = conditionsLike(patient, {
      icd10: ['R45.851', 'T14.91'],
      snomed: ['6471006'],
      words: /suicid(al|e) (thought|ideation|intent|plan|attempt|risk|behaviou?r)|suicidal|self.harm/i,
    });
    const reply = yesNo(patient, QUESTION.id, today, MONTH_DAYS);
    const often = yesNo(patient, 'dsm.suicidal-thoughts', today, MONTH_DAYS);
    const signs = [
      ...(newest !== undefined && newest.value > 0
        ? [`PHQ-9 item 9 is ${newest.value}${newest.day === undefined ? '' : ` on ${inWords(newest.day)}`}`]
        : []),
      ...[...active, ...doubtful].map(namedCondition),
      ...(reply.state === 'yes' || often.state === 'yes' ? ['the person tells of such thoughts'] : []),
    ];
    const evidence = [
      ...(newest === undefined ? [] : [newest.evidence]),
      ...conditionEvidence([...active, ...doubtful]),
      ...reply.evidence,
      ...(often.state === 'yes' ? often.evidence : []),
    ];
    if (signs.length > 0) {
      const assessed = yesNo(patient, ASSESSED, today, OPIOID_ANSWER_DAYS);
      const isAfter = assessed.state === 'yes' && (newest?.day === undefined || assessed.answer.on >= newest.day);
      const says = `Thoughts of death or self-harm: ${signs.join('; ')}.`;
      if (isAfter)
        return finding(
          say.caution(`${says} A clinician assessed it on ${inWords(assessed.answer.on)}; ask again at every visit.`, [
            ...evidence,
            ...assessed.evidence,
          ]),
        );
      return finding(
        say.decide(
          `${says} A clinician assesses the risk today, before any prescription; give crisis numbers, ask about means.`,
          evidence,
        ),
        {
          ...ASSESSMENT,
          why: says,
        },
      );
    }
    if (isFresh || reply.state === 'no')
      return finding(
        say.absent(
          reply.state === 'no'
            ? 'Asked: no thoughts of death or self-harm.'
            : 'PHQ-9 item 9 is 0 within the last 30 days.',
          evidence,
        ),
      );
    return finding(say.ask(`Thoughts of death or self-harm: not known. ${reply.why}`, evidence), QUESTION);
  },
  examples: [
    {
      says: 'an item 9 above zero is assessed before a start',
      patient: { scores: [{ scale: 'phq-9', date: '2027-02-27', items: [2, 2, 2, 2, 1, 1, 1, 0, 1], from: 's' }] },
      expect: { presence: 'present', blocks: 'ask' },
    },
    {
      says: 'assessed, it is a caution',
      patient: {
        scores: [{ scale: 'phq-9', date: '2027-02-27', items: [2, 2, 2, 2, 1, 1, 1, 0, 1], from: 's' }],
        answers: { [ASSESSED]: { value: true, on: EXAMPLE_DAY } },
      },
      expect: { presence: 'present', blocks: 'no' },
    },
    {
      says: 'an item 9 of zero last week',
      patient: { scores: [{ scale: 'phq-9', date: '2027-02-22', items: [2, 2, 2, 2, 1, 1, 1, 0, 0], from: 's' }] },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'a total without items says nothing about item 9',
      patient: { scores: [{ scale: 'phq-9', date: '2027-02-22', total: 14, from: 's' }] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
  ],
};
