/**
 * Whether the person has a major depressive episode now: from direct answers and a PHQ-9, else from a recent diagnosis
 * or an old one with a fresh score. What is not known is asked; an old diagnosis alone proves nothing about today.
 */
import { inWords, type IsoDate } from '../../domain/dates.ts';
import type { Condition, Patient } from '../../domain/patient.ts';
import type { Evidence, Presence, Question, Reason } from '../../domain/result.ts';
import { assume, type Source } from '../../domain/source.ts';
import { ARTICLE_004_SOURCE, whereArticle004Differs } from '../../knowledge/conditions/article004.ts';
import { match, wordsOf } from '../../knowledge/conditions/match.ts';
import { ANY_DEPRESSION, BIPOLAR, MAJOR_DEPRESSION, MOOD_SOURCES } from '../../knowledge/conditions/mood.ts';
import { DSM_PREFIX, DSM_QUESTIONS } from '../../knowledge/conditions/questions.ts';
import {
  DSM_SOURCE,
  episodeFrom,
  SYMPTOM_IDS,
  type CriterionId,
  type EpisodeVerdict,
  type SymptomId,
  type Symptoms,
} from '../../knowledge/conditions/symptoms.ts';
import { SCALES } from '../../knowledge/scales/index.ts';
import { FRESH, isWithin, RECENT_DIAGNOSIS, yesNo } from './age.ts';
import { BASELINE_SCALES, MODERATE_FROM, type SeverityFinding } from './severity.ts';

export interface EpisodeFinding {
  readonly presence: Presence;
  readonly says: string;
  /** What decided: symptoms, a diagnosis on the problem list, the clinician's answer, or nothing yet. */
  readonly basis: 'symptoms' | 'diagnosis' | 'clinician' | 'none';
  /** What is known of each symptom and criterion. */
  readonly symptoms: Symptoms;
  readonly verdict: EpisodeVerdict;
  /** Diagnoses of depression that the record shows, as written. */
  readonly diagnoses: readonly Evidence[];
  /** How article 004 would read the same symptoms, where it differs. */
  readonly article004?: string;
}

/** PHQ-9 items in the order of the form. */
const PHQ_9_SYMPTOMS: readonly SymptomId[] = [
  'loss-of-interest',
  'depressed-mood',
  'sleep',
  'fatigue',
  'appetite-or-weight',
  'worthlessness',
  'concentration',
  'movement',
  'suicidal-thoughts',
];

/**
 * An item counts from "more than half the days"; thoughts of death count from "several days". Below that, "not at all"
 * excludes the symptom and "several days" leaves it open: a form is no interview.
 */
const COUNTS_FROM = { item: 2, suicidalThoughts: 1 } as const;
const PHQ_9_ALGORITHM: Source = assume(
  'diagnostic algorithm of the PHQ-9, recalled: items count from 2 points, item 9 from 1',
);

/** A lifetime history of mania changes slowly; an answer to it is believed for a year. */
const MANIA_ANSWER_DAYS = 365;

export const STILL_CURRENT = 'depression.still-current';
export const INDICATION = 'depression.indication';

/** The episode, its reasons and what must be asked. */
export function episodeOf(
  patient: Patient,
  severity: readonly SeverityFinding[],
  today: IsoDate,
): { readonly finding: EpisodeFinding; readonly reasons: readonly Reason[]; readonly questions: readonly Question[] } {
  const finding = findingOf(patient, severity, today);
  const reason = reasonOf(finding, indicationOf(patient, today), severity);
  const questions = reason.blocks === 'ask' ? questionsOf(finding) : [];
  return { finding, reasons: [reason], questions };
}

/** Symptoms from direct answers, and from the PHQ-9 where nobody answered directly. */
export function symptomsOf(patient: Patient, severity: readonly SeverityFinding[], today: IsoDate): Symptoms {
  const phq9 = symptomsFromPhq9(severity.find(({ scale, stale }) => scale === 'phq-9' && !stale)?.items);
  const answer = (id: SymptomId | CriterionId, days: number = FRESH.days) =>
    yesNo(patient, `${DSM_PREFIX}${id}`, today, days);
  const bipolar = (patient.conditions ?? []).some((condition) => match(condition, BIPOLAR) !== undefined);
  const known: [SymptomId | CriterionId, boolean | undefined][] = [
    ...SYMPTOM_IDS.map((id): [SymptomId, boolean | undefined] => [id, answer(id) ?? phq9[id]]),
    ['two-weeks', answer('two-weeks') ?? phq9['two-weeks']],
    ['distress', answer('distress')],
    ['other-cause', answer('other-cause')],
    ['ever-manic', bipolar || answer('ever-manic', MANIA_ANSWER_DAYS)],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

/** What PHQ-9 items say of the nine symptoms. The form asks about two weeks, so a present symptom covers them. */
export function symptomsFromPhq9(items: readonly (number | null)[] | undefined): Symptoms {
  if (items?.length !== PHQ_9_SYMPTOMS.length) return {};
  const known = PHQ_9_SYMPTOMS.flatMap((id, index) => {
    const points = items[index];
    const from = id === 'suicidal-thoughts' ? COUNTS_FROM.suicidalThoughts : COUNTS_FROM.item;
    return typeof points === 'number' && (points === 0 || points >= from) ? [[id, points >= from] as const] : [];
  });
  return { ...Object.fromEntries(known), ...(known.some(([, there]) => there) ? { 'two-weeks': true } : {}) };
}

function findingOf(patient: Patient, severity: readonly SeverityFinding[], today: IsoDate): EpisodeFinding {
  const symptoms = symptomsOf(patient, severity, today);
  const verdict = episodeFrom(symptoms);
  const diagnosed = diagnosesOf(patient);
  const article004 = Object.keys(symptoms).length > 0 ? whereArticle004Differs(symptoms) : undefined;
  return {
    ...decide(verdict, diagnosed, symptoms, severity, patient, today),
    symptoms,
    verdict,
    diagnoses: diagnosed.map(({ condition }) => evidenceOf(condition)),
    ...(article004 === undefined ? {} : { article004 }),
  };
}

interface Diagnosis {
  readonly condition: Condition;
  /** Major depression now; something less certain otherwise. */
  readonly major: boolean;
}

/** Lines that speak of depression and are not over. */
function diagnosesOf(patient: Patient): readonly Diagnosis[] {
  return (patient.conditions ?? []).flatMap((condition) => {
    const any = match(condition, ANY_DEPRESSION) ?? match(condition, MAJOR_DEPRESSION);
    if (!any || any === 'past') return [];
    return [{ condition, major: condition.status === 'active' && match(condition, MAJOR_DEPRESSION) === 'now' }];
  });
}

const dateOf = (condition: Condition) => condition.recorded ?? condition.onset;

const evidenceOf = (condition: Condition): Evidence => {
  const date = dateOf(condition);
  return { from: condition.from, text: wordsOf(condition.what), ...(date === undefined ? {} : { date }) };
};

const inRecord = ({ condition }: Diagnosis): string => {
  const date = dateOf(condition);
  return `"${wordsOf(condition.what)}" ${date === undefined ? 'without a date' : `of ${inWords(date)}`}`;
};

type Decision = Pick<EpisodeFinding, 'presence' | 'says' | 'basis'>;

function decide(
  verdict: EpisodeVerdict,
  diagnosed: readonly Diagnosis[],
  symptoms: Symptoms,
  severity: readonly SeverityFinding[],
  patient: Patient,
  today: IsoDate,
): Decision {
  if (verdict.presence === 'present') return { presence: 'present', says: verdict.says, basis: 'symptoms' };
  if (symptoms['ever-manic']) return { presence: 'absent', says: verdict.says, basis: 'symptoms' };
  const stillCurrent = yesNo(patient, STILL_CURRENT, today, FRESH.days);
  const [diagnosis] = diagnosed;
  if (diagnosis && stillCurrent !== undefined) return byClinician(diagnosis, stillCurrent);
  const recent = diagnosed.find(
    ({ condition, major }) => major && isWithin(dateOf(condition), RECENT_DIAGNOSIS.days, today),
  );
  if (verdict.presence === 'absent') return absentBySymptoms(verdict, recent);
  return byDiagnosis(verdict, recent, diagnosed, severity);
}

const absentBySymptoms = (verdict: EpisodeVerdict, recent: Diagnosis | undefined): Decision =>
  recent
    ? {
        presence: 'unknown',
        says: `The record has ${inRecord(recent)}, but by the answers: ${verdict.says} A clinician must say which holds.`,
        basis: 'none',
      }
    : { presence: 'absent', says: verdict.says, basis: 'symptoms' };

const byClinician = (diagnosis: Diagnosis, current: boolean): Decision => ({
  presence: current ? 'present' : 'absent',
  says: `The record has ${inRecord(diagnosis)}; asked directly, the episode is ${current ? 'present now' : 'over'}.`,
  basis: 'clinician',
});

function byDiagnosis(
  verdict: EpisodeVerdict,
  recent: Diagnosis | undefined,
  diagnosed: readonly Diagnosis[],
  severity: readonly SeverityFinding[],
): Decision {
  const fresh = severity.filter(
    ({ scale, stale, total }) => BASELINE_SCALES.includes(scale) && !stale && total !== undefined,
  );
  const moderate = fresh.find(({ scale, total }) => total! >= (MODERATE_FROM[scale] ?? Infinity));
  const low = fresh.find(
    ({ scale, total }) => total! <= (SCALES.find(({ id }) => id === scale)?.remission?.highest ?? -1),
  );
  const major = recent ?? diagnosed.find((diagnosis) => diagnosis.major);
  if (major && low && !moderate)
    return open(`The record has ${inRecord(major)}, but ${low.says} That is the range of remission.`);
  if (recent) return { presence: 'present', says: `The record has ${inRecord(recent)}.`, basis: 'diagnosis' };
  if (major && moderate)
    return { presence: 'present', says: `The record has ${inRecord(major)} and ${moderate.says}`, basis: 'diagnosis' };
  if (major) return open(`The record has ${inRecord(major)}. Whether it is still current is not known.`);
  const [lesser] = diagnosed;
  if (lesser)
    return open(`The record has ${inRecord(lesser)}, which does not tell a major depressive episode. ${verdict.says}`);
  return open(`The record names no depression that is current. ${verdict.says}`);
}

const open = (says: string): Decision => ({ presence: 'unknown', says, basis: 'none' });

/** What is treated when it is not a major depressive episode, as the clinician answered. */
type Indication = 'persistent-depressive-disorder' | 'partly-remitted' | 'none';
const INDICATIONS: readonly { readonly value: Indication; readonly says: string }[] = [
  { value: 'persistent-depressive-disorder', says: 'Persistent depressive disorder' },
  { value: 'partly-remitted', says: 'A major depressive episode that is partly remitted' },
  { value: 'none', says: 'None of these' },
];

function indicationOf(patient: Patient, today: IsoDate): Indication | undefined {
  const answer = patient.answers?.[INDICATION];
  if (!answer || !isWithin(answer.on, FRESH.days, today)) return undefined;
  return INDICATIONS.find(({ value }) => value === answer.value)?.value;
}

function reasonOf(
  finding: EpisodeFinding,
  indication: Indication | undefined,
  severity: readonly SeverityFinding[],
): Reason {
  const phq9 = severity.find(({ scale, stale, items }) => scale === 'phq-9' && !stale && items);
  const differs = finding.article004 ? ` ${finding.article004}` : '';
  return {
    rule: 'episode',
    presence: finding.presence,
    says: finding.says + afterAbsent(finding, indication) + differs,
    blocks: blocksOf(finding, indication),
    evidence: [
      ...finding.diagnoses,
      ...(phq9 ? [{ from: phq9.from, text: phq9.says, ...(phq9.date === undefined ? {} : { date: phq9.date }) }] : []),
    ],
    sources: [
      DSM_SOURCE,
      ...(phq9 ? [PHQ_9_ALGORITHM] : []),
      ...(finding.diagnoses.length > 0 ? [...MOOD_SOURCES, RECENT_DIAGNOSIS.source] : []),
      ...(finding.article004 ? [ARTICLE_004_SOURCE] : []),
    ],
  };
}

function blocksOf({ presence }: EpisodeFinding, indication: Indication | undefined): Reason['blocks'] {
  if (presence === 'present') return 'no';
  if (presence === 'unknown' || indication === undefined) return 'ask';
  return indication === 'none' ? 'never' : 'no';
}

function afterAbsent({ presence }: EpisodeFinding, indication: Indication | undefined): string {
  if (presence !== 'absent') return '';
  if (indication === undefined) return ' Lowdose plans low-dose naltrexone for depression only: say what is treated.';
  if (indication === 'none') return ' No depressive disorder is treated, so there is no reason to start.';
  return ` Treated instead: ${INDICATIONS.find(({ value }) => value === indication)?.says.toLowerCase()}; no trial of low-dose naltrexone was found in it.`;
}

function questionsOf(finding: EpisodeFinding): readonly Question[] {
  if (finding.presence === 'absent') return [indicationQuestion(finding)];
  const missing = finding.verdict.missing.map((id) => `${DSM_PREFIX}${id}`);
  const symptoms = DSM_QUESTIONS.filter(({ id }) => missing.includes(id));
  const current = finding.diagnoses.length > 0 ? [stillCurrentQuestion(finding)] : [];
  const questions = [...current, ...symptoms];
  return questions.length > 0 ? questions : [indicationQuestion(finding)];
}

const stillCurrentQuestion = ({ says }: EpisodeFinding): Question => ({
  id: STILL_CURRENT,
  text: 'Is there a major depressive episode now, in the judgement of a clinician?',
  why: says,
  kind: 'yes-no',
  rank: 59,
});

const indicationQuestion = ({ says }: EpisodeFinding): Question => ({
  id: INDICATION,
  text: 'Which depressive disorder is to be treated?',
  why: says,
  kind: 'choice',
  choices: INDICATIONS,
  rank: 59,
});
