/** Thoughts of death or self-harm: PHQ-9 item 9 above 0, a direct answer, or the record. A clinician assesses before a start. */
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import { SYSTEMS, type Measurement, type Patient } from '../../domain/patient.ts';
import type { Evidence, Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { lastPossible, MONTH_DAYS, OPIOID_ANSWER_DAYS, yesNo } from './answers.ts';
import { conditionEvidence, conditionsLike, namedCondition } from './conditions.ts';
import { EXAMPLE_DAY, finding, speaker, type Finding, type Rule } from './rule.ts';

const ITEM_9_LOINC = '44260-8';
const ASSESSED = 'suicide-risk-assessed';

const sources = [
  cite('label-revia', 'depression and suicidality have been reported'),
  cite('label-contrave', 'boxed warning on suicidality, which bupropion brings; seen as quoted'),
  cite('camcops', 'PHQ-9 item 9'),
  assume('HAM-D-17 item 3 counts like item 9, and a PHQ-9 total above 24 has something in item 9: derived'),
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

/** What a form or a value says of such thoughts. */
interface Told {
  /** More than 0: such thoughts, or an answer outside the scale. */
  readonly value: number;
  readonly words: string;
  /** Absent when it has no date, or one that is still to come. */
  readonly day: IsoDate | undefined;
  readonly evidence: Evidence;
}

/** Items about death and suicide on scales whose items are kept. */
const ITEMS = [
  { scale: 'phq-9', index: 8, name: 'PHQ-9 item 9' },
  { scale: 'ham-d-17', index: 2, name: 'HAM-D-17 item 3' },
] as const;
/** Derived: eight items of at most 3 make 24, so a higher total has something in item 9. */
const MOST_WITHOUT_ITEM_9 = 24;

function toldOf({ scores = [], measurements = [], answers = {} }: Patient, today: IsoDate): readonly Told[] {
  const told = (value: number, words: string, date: string | undefined, from: string): Told => ({
    value,
    words,
    day: date === undefined ? undefined : lastPossible(date, today),
    evidence: { from, text: words, ...(date === undefined ? {} : { date }) },
  });
  const items = ITEMS.flatMap(({ scale, index, name }) =>
    scores
      .filter((score) => score.scale === scale)
      .flatMap(({ items: given, date, from }) => {
        const value = given?.[index];
        return value === undefined || value === null ? [] : [told(value, `${name} is ${value}`, date, from)];
      }),
  );
  const values = measurements
    .filter(isItemNine)
    .flatMap(({ value, date, from }) =>
      value === undefined ? [] : [told(value, `PHQ-9 item 9 is ${value}`, date, from)],
    );
  const answered = answers['score.phq-9'];
  const totals = [
    ...scores.filter(({ scale }) => scale === 'phq-9').map(({ total, date, from }) => ({ total, date, from })),
    { total: answered?.value, date: answered?.date ?? answered?.on, from: 'answers.score.phq-9' },
  ].flatMap(({ total, date, from }) =>
    typeof total === 'number' && total > MOST_WITHOUT_ITEM_9
      ? [told(1, `A PHQ-9 total of ${total} is not reached without item 9`, date, from)]
      : [],
  );
  return [...items, ...values, ...totals];
}

const isItemNine = ({ what, status }: Measurement): boolean =>
  status !== 'cancelled' && what.codings.some(({ system, code }) => system === SYSTEMS.loinc && code === ITEM_9_LOINC);

/** A later day with a plain 0 answers an earlier one; a form without a date is answered by none and answers none. */
const stands = (each: Told, all: readonly Told[]): boolean =>
  each.value !== 0 &&
  !all.some(({ value, day }) => value === 0 && day !== undefined && each.day !== undefined && day > each.day);

interface Sign {
  readonly words: string;
  /** When it was told or noted; absent when nobody knows. */
  readonly day: IsoDate | undefined;
  readonly evidence: readonly Evidence[];
}

/** Everything in the record and the answers that tells of such thoughts and that nothing later takes back. */
function signsOf(patient: Patient, told: readonly Told[], today: IsoDate): readonly Sign[] {
  const forms = told
    .filter((each) => stands(each, told))
    .map(({ evidence, ...each }) => ({ ...each, evidence: [evidence] }));
  const { active, doubtful } = conditionsLike(patient, {
    icd10: ['R45.851', 'T14.91'],
    snomed: ['6471006'],
    words: /suicid(al|e) (thought|ideation|intent|plan|attempt|risk|behaviou?r)|suicidal|self.harm/i,
  });
  const conditions = [...active, ...doubtful].map((each) => ({
    words: namedCondition(each),
    day: lastPossible(each.recorded ?? each.onset ?? '', today),
    evidence: conditionEvidence([each]),
  }));
  const answers = [QUESTION.id, 'dsm.suicidal-thoughts']
    .map((id) => yesNo(patient, id, today, MONTH_DAYS))
    .flatMap((reply) =>
      reply.state === 'yes'
        ? [{ words: 'the person tells of such thoughts', day: reply.answer.on, evidence: reply.evidence }]
        : [],
    );
  return [...forms, ...conditions, ...answers];
}

/** Blocks until a clinician has assessed what was told, after the last time that it was told. */
function toAssess(patient: Patient, signs: readonly Sign[], today: IsoDate): Finding {
  const assessed = yesNo(patient, ASSESSED, today, OPIOID_ANSWER_DAYS);
  const says = `Thoughts of death or self-harm: ${[...new Set(signs.map(inWordsWithDay))].join('; ')}.`;
  const evidence = signs.flatMap((sign) => sign.evidence);
  if (assessed.state === 'yes' && signs.every(({ day }) => day === undefined || day <= assessed.answer.on))
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
    { ...ASSESSMENT, why: says },
  );
}

const inWordsWithDay = ({ words, day }: Sign): string =>
  day === undefined || words.includes(inWords(day)) ? words : `${words} (${inWords(day)})`;

export const suicidality: Rule = {
  id: 'suicidality',
  title: 'Thoughts of death or self-harm',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const told = toldOf(patient, today);
    const signs = signsOf(patient, told, today);
    if (signs.length > 0) return toAssess(patient, signs, today);
    const reply = yesNo(patient, QUESTION.id, today, MONTH_DAYS);
    if (reply.state === 'no') return finding(say.absent('Asked: no thoughts of death or self-harm.', reply.evidence));
    const zero = told.find(
      ({ value, day }) => value === 0 && day !== undefined && daysBetween(day, today) <= MONTH_DAYS,
    );
    if (zero !== undefined) return finding(say.absent(`${zero.words} within the last 30 days.`, [zero.evidence]));
    const evidence = [...told.map((each) => each.evidence), ...reply.evidence];
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
      says: 'an assessment of before the thoughts were told does not cover them',
      patient: {
        answers: {
          'dsm.suicidal-thoughts': { value: true, on: EXAMPLE_DAY },
          [ASSESSED]: { value: true, on: '2027-02-26' },
        },
      },
      expect: { presence: 'present', blocks: 'ask' },
    },
    {
      says: 'a form without a date takes nothing back',
      patient: {
        scores: [
          { scale: 'phq-9', date: '2027-02-27', items: [2, 2, 2, 2, 1, 1, 1, 0, 1], from: 's' },
          { scale: 'phq-9', items: [0, 0, 0, 0, 0, 0, 0, 0, 0], from: 't' },
        ],
      },
      expect: { presence: 'present', blocks: 'ask' },
    },
    {
      says: 'an item 9 of zero that is dated ahead says nothing',
      patient: { scores: [{ scale: 'phq-9', date: '2027-09-01', items: [0, 0, 0, 0, 0, 0, 0, 0, 0], from: 's' }] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a total of 26 is not reached without item 9',
      patient: {
        scores: [{ scale: 'phq-9', date: '2027-02-27', total: 26, from: 's' }],
        answers: { 'suicidal-thoughts': { value: false, on: EXAMPLE_DAY } },
      },
      expect: { presence: 'present', blocks: 'ask' },
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
