/**
 * Is low-dose naltrexone reasonable for this person? The depressive episode, its severity, what was tried, what it
 * would be added to, and the inflammatory picture. Safety is another question: see `screen`. Only the episode blocks.
 */
import type { IsoDate } from '../domain/dates.ts';
import type { Patient } from '../domain/patient.ts';
import type { Question, Reason } from '../domain/result.ts';
import type { CodeTable } from '../knowledge/drugs/codeTable.ts';
import { contextOf, type Context } from '../knowledge/rules/rule.ts';
import { addOnOf, addOnReason, type AddOn } from './assess/addOn.ts';
import { EPISODE_QUESTIONS, episodeOf, type EpisodeFinding } from './assess/episode.ts';
import {
  comorbiditiesOf,
  comorbidityReasons,
  markerReasons,
  markersOf,
  type ComorbidityFinding,
  type MarkerFinding,
} from './assess/inflammation.ts';
import { BASELINE_QUESTION, baselineOf, severityOf, severityReasons, type SeverityFinding } from './assess/severity.ts';
import { trialReasons, trialsOf, type Trial } from './assess/trials.ts';

export { DSM_QUESTIONS } from '../knowledge/conditions/questions.ts';

/** Every question of the assessment that can be asked before there is a record, for a form. */
export const ASSESSMENT_QUESTIONS: readonly Question[] = [...EPISODE_QUESTIONS, BASELINE_QUESTION];

export interface Assessment {
  /** Every finding as a line with its sources; only `episode` may block. */
  readonly reasons: readonly Reason[];
  /** What is worth asking, the most decisive first; those of the episode block, the others do not. */
  readonly questions: readonly Question[];
  readonly episode: EpisodeFinding;
  /** The latest score on each scale that the record has. */
  readonly severity: readonly SeverityFinding[];
  readonly trials: readonly Trial[];
  readonly addOn: AddOn;
  readonly inflammation: readonly MarkerFinding[];
  readonly comorbidities: readonly ComorbidityFinding[];
}

/**
 * What the record and the answers say of the depression.
 * @param today the date the caller says it is
 * @param table product codes that the clinic has loaded, to recognise medicines by
 * @param context the same patient with his medicines identified, where that was done already
 */
export function assess(
  patient: Patient,
  today: IsoDate,
  table?: CodeTable,
  context: Context = contextOf(patient, today, table),
): Assessment {
  const severity = severityOf(patient, today);
  const baseline = baselineOf(severity);
  const episode = episodeOf(patient, severity, today);
  const tried = trialsOf(patient, context);
  const { trials } = tried;
  const trialsTold = trialReasons(trials);
  const addOn = addOnOf(context, tried);
  const inflammation = markersOf(patient, today);
  const comorbidities = comorbiditiesOf(patient);
  return {
    reasons: [
      ...episode.reasons,
      ...severityReasons(severity),
      baseline.reason,
      ...trialsTold.reasons,
      addOnReason(addOn, trials),
      ...markerReasons(inflammation),
      ...comorbidityReasons(comorbidities, patient),
    ],
    questions: [...episode.questions, ...baseline.questions, ...trialsTold.questions].toSorted(
      (a, b) => a.rank - b.rank,
    ),
    episode: episode.finding,
    severity,
    trials,
    addOn,
    inflammation,
    comorbidities,
  };
}
