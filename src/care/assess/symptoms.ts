/** What is known of the symptoms of a depressive episode: direct answers first, then the items of a fresh PHQ-9. */
import type { IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import { assume, type Source } from '../../domain/source.ts';
import { match } from '../../knowledge/conditions/match.ts';
import { BIPOLAR } from '../../knowledge/conditions/mood.ts';
import { DSM_PREFIX } from '../../knowledge/conditions/questions.ts';
import { SYMPTOM_IDS, type CriterionId, type SymptomId, type Symptoms } from '../../knowledge/conditions/symptoms.ts';
import { FRESH, yesNo } from './age.ts';
import type { SeverityFinding } from './severity.ts';

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
/** What reading symptoms off a PHQ-9 rests on. */
export const PHQ_9_ALGORITHM: Source = assume(
  'diagnostic algorithm of the PHQ-9, recalled: items count from 2 points, item 9 from 1',
);

/** A lifetime history of mania changes slowly; an answer to it is believed for a year. */
const MANIA_ANSWER_DAYS = 365;

/** Symptoms from direct answers, and from the PHQ-9 where nobody answered directly. */
export function symptomsOf(patient: Patient, severity: readonly SeverityFinding[], today: IsoDate): Symptoms {
  const phq9 = symptomsFromPhq9(severity.find(({ scale, stale }) => scale === 'phq-9' && !stale)?.items);
  const answer = (id: SymptomId | CriterionId, days: number = FRESH.days) =>
    yesNo(patient, `${DSM_PREFIX}${id}`, today, days);
  const bipolar = (patient.conditions ?? []).some((condition) =>
    ['now', 'past'].includes(match(condition, BIPOLAR) ?? ''),
  );
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
function symptomsFromPhq9(items: readonly (number | null)[] | undefined): Symptoms {
  if (items?.length !== PHQ_9_SYMPTOMS.length) return {};
  const known = PHQ_9_SYMPTOMS.flatMap((id, index) => {
    const points = items[index];
    const from = id === 'suicidal-thoughts' ? COUNTS_FROM.suicidalThoughts : COUNTS_FROM.item;
    return typeof points === 'number' && (points === 0 || points >= from) ? [[id, points >= from] as const] : [];
  });
  return { ...Object.fromEntries(known), ...(known.some(([, there]) => there) ? { 'two-weeks': true } : {}) };
}
