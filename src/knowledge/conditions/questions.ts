/** The questions behind the criteria of a major depressive episode, for a form, in words a patient can answer. */
import type { Question } from '../../domain/result.ts';
import type { CriterionId, SymptomId } from './symptoms.ts';

/** Answers stand in `Patient.answers` under `dsm.` and the id of the symptom or criterion. */
export const DSM_PREFIX = 'dsm.';

/** After the questions of safety: an indication matters only to a person who could safely start. */
const FIRST_RANK = 60;

const TEXTS: readonly (readonly [id: SymptomId | CriterionId, text: string])[] = [
  ['depressed-mood', 'In the last two weeks, were you sad, empty or hopeless for most of the day, nearly every day?'],
  ['loss-of-interest', 'Did you lose interest or pleasure in almost everything, nearly every day?'],
  [
    'ever-manic',
    'Was there ever a time of days with unusually high or irritable mood, much energy and little need of sleep?',
  ],
  ['sleep', 'Did you sleep too little or too much, nearly every day?'],
  ['fatigue', 'Were you tired or without energy, nearly every day?'],
  ['appetite-or-weight', 'Did your appetite or weight change clearly, down or up, without a diet?'],
  ['movement', 'Were you so slowed down, or so restless, that others could notice it?'],
  ['worthlessness', 'Did you feel worthless, or guilty without a fair reason, nearly every day?'],
  ['concentration', 'Was it hard to think, to concentrate or to decide, nearly every day?'],
  ['suicidal-thoughts', 'Did you often think of death, or of killing yourself?'],
  ['two-weeks', 'Were these things there together for two weeks or longer?'],
  ['distress', 'Do they cause you much distress, or trouble at work, at home or with people?'],
  ['other-cause', 'Could a drug, a medicine or another illness explain them (a clinician decides)?'],
];

/** One question for each symptom and criterion, most decisive first. */
export const DSM_QUESTIONS: readonly Question[] = TEXTS.map(([id, text], index) => ({
  id: `${DSM_PREFIX}${id}`,
  text,
  why: 'DSM-5-TR needs it to tell whether there is a major depressive episode.',
  kind: 'yes-no',
  rank: FIRST_RANK + index,
}));
