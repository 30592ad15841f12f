/**
 * The usual checks and step-backs as a patient reads them: short words for a reader of twelve. A plan keeps the clinical
 * sentences, which the prescriber signs; a sentence that somebody wrote anew stands on the sheet as it was written.
 */
import {
  BACK_WHEN,
  OPIOID_CONDITION,
  OPIOID_WHEN,
  PHQ9_CONDITION,
  SIDE_EFFECT_CONDITION,
  SLEEP_CONDITION,
  STAY_WHEN,
  STOP_TAKING_WHEN,
} from '../../knowledge/protocols/protocol.ts';

const PLAIN: ReadonlyMap<string, string> = new Map([
  [
    OPIOID_CONDITION,
    'You took no opioid since you were last asked: no strong pain medicine, cough or diarrhoea medicine, patch, kratom, or medicine for opioid use. No operation is planned.',
  ],
  [SLEEP_CONDITION, 'You slept well enough on at least 3 of the last 5 nights.'],
  [SIDE_EFFECT_CONDITION, 'No side effect bothers you much today.'],
  [
    PHQ9_CONDITION,
    'You filled in the mood questions (PHQ-9) in this step. If you had thoughts of death or of hurting yourself, you talked about them with your prescriber. Do not wait for a visit: call.',
  ],
  [STAY_WHEN, 'A side effect bothers you but you can bear it, or a check before the next step is not true.'],
  [BACK_WHEN, 'A side effect still bothers you after staying, or you cannot bear it.'],
  [STOP_TAKING_WHEN, 'You cannot bear a side effect: take no more and call your prescriber.'],
  [
    OPIOID_WHEN,
    'You need or took an opioid, or an operation is planned: take no naltrexone and call. Start again only after the safety questions are asked again.',
  ],
]);

/** The sentence for the patient's own papers. */
export const inPlainWords = (sentence: string): string => PLAIN.get(sentence) ?? sentence;
