/**
 * Whether the person has a major depressive episode now: from direct answers and a PHQ-9, else from a recent diagnosis
 * or an old one with a fresh score. What is not known is asked; an old diagnosis alone proves nothing about today.
 */
import type { IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Evidence, Presence, Question, Reason } from '../../domain/result.ts';
import { ARTICLE_004_SOURCE, whereArticle004Differs } from '../../knowledge/conditions/article004.ts';
import { MOOD_SOURCES } from '../../knowledge/conditions/mood.ts';
import { DSM_PREFIX, DSM_QUESTIONS } from '../../knowledge/conditions/questions.ts';
import { DSM_SOURCE, episodeFrom, type EpisodeVerdict, type Symptoms } from '../../knowledge/conditions/symptoms.ts';
import { SCALES } from '../../knowledge/scales/index.ts';
import { FRESH, isWithin, RECENT_DIAGNOSIS, yesNo } from './age.ts';
import { diagnosesOf, evidenceOf, inRecord, isRecent, type Diagnosis } from './diagnoses.ts';
import { BASELINE_SCALES, MODERATE_FROM, type SeverityFinding } from './severity.ts';
import { PHQ_9_ALGORITHM, symptomsOf } from './symptoms.ts';

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

/** Question whether the recorded episode is present now, for a clinician. */
const STILL_CURRENT = 'depression.still-current';
/** Question what is treated when there is no major depressive episode. */
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
  const recent = diagnosed.find(({ condition, major }) => major && isRecent(condition, today));
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

const stillCurrentQuestion = ({ says }: EpisodeFinding): Question => ({ ...STILL_CURRENT_QUESTION, why: says });

const indicationQuestion = ({ says }: EpisodeFinding): Question => ({ ...INDICATION_QUESTION, why: says });

const STILL_CURRENT_QUESTION: Question = {
  id: STILL_CURRENT,
  text: 'Is there a major depressive episode now, in the judgement of a clinician?',
  why: 'A diagnosis in a record may be years old.',
  kind: 'yes-no',
  rank: 59,
};

const INDICATION_QUESTION: Question = {
  id: INDICATION,
  text: 'Which depressive disorder is to be treated?',
  why: 'There is no major depressive episode now.',
  kind: 'choice',
  choices: INDICATIONS,
  rank: 59,
};

/** Every question about the episode that can be asked before there is a record, for a form; most decisive first. */
export const EPISODE_QUESTIONS: readonly Question[] = [STILL_CURRENT_QUESTION, ...DSM_QUESTIONS, INDICATION_QUESTION];
