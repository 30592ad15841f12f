/**
 * The major depressive episode by the logic of DSM-5-TR, over answers of which each is yes, no or unknown: at least
 * five of nine symptoms through the same two weeks, one of them depressed mood or loss of interest, with distress or
 * impairment, not explained by a substance or another illness, and never a manic or hypomanic episode.
 */
import type { Presence } from '../../domain/result.ts';
import { assume, type Source } from '../../domain/source.ts';

export const SYMPTOM_IDS = [
  'depressed-mood',
  'loss-of-interest',
  'appetite-or-weight',
  'sleep',
  'movement',
  'fatigue',
  'worthlessness',
  'concentration',
  'suicidal-thoughts',
] as const;

export type SymptomId = (typeof SYMPTOM_IDS)[number];

/** What is known; an id that is absent was not asked. */
export type Symptoms = Readonly<Partial<Record<SymptomId | CriterionId, boolean>>>;

/** `other-cause` and `ever-manic` speak against the episode; the two others for it. */
export type CriterionId = 'two-weeks' | 'distress' | 'other-cause' | 'ever-manic';

export const DSM_SOURCE: Source = assume(
  'DSM-5-TR criteria for a major depressive episode, recalled; the manual is not free and was not quoted',
);

/** Symptoms needed, of nine. */
const SYMPTOMS_NEEDED = 5;

export interface EpisodeVerdict {
  readonly presence: Presence;
  /** Symptoms known to be there, known to be not there, and not known. */
  readonly count: { readonly present: number; readonly absent: number; readonly unknown: number };
  readonly says: string;
  /** What would settle it, most decisive first; empty unless unknown. */
  readonly missing: readonly (SymptomId | CriterionId)[];
}

/** Yes, no or unknown, in the words of a finding. */
export const presenceOf = (value: boolean | undefined): Presence =>
  value === undefined ? 'unknown' : value ? 'present' : 'absent';

const not = (presence: Presence): Presence =>
  presence === 'unknown' ? 'unknown' : presence === 'present' ? 'absent' : 'present';

/** Absent as soon as one is absent, present when all are, else unknown. */
export const all = (...parts: readonly Presence[]): Presence =>
  parts.includes('absent') ? 'absent' : parts.includes('unknown') ? 'unknown' : 'present';

/** Present as soon as enough are, absent when too few could be, else unknown. */
export function atLeast(needed: number, parts: readonly Presence[]): Presence {
  const present = parts.filter((part) => part === 'present').length;
  const possible = parts.filter((part) => part !== 'absent').length;
  return present >= needed ? 'present' : possible < needed ? 'absent' : 'unknown';
}

/** The criteria one by one, in the order in which a missing one is asked. */
function criteriaOf(symptoms: Symptoms): Readonly<Record<string, Presence>> {
  const of = (id: SymptomId | CriterionId) => presenceOf(symptoms[id]);
  return {
    core: atLeast(1, [of('depressed-mood'), of('loss-of-interest')]),
    five: atLeast(SYMPTOMS_NEEDED, SYMPTOM_IDS.map(of)),
    'ever-manic': not(of('ever-manic')),
    'two-weeks': of('two-weeks'),
    distress: of('distress'),
    'other-cause': not(of('other-cause')),
  };
}

/** Whether there is a major depressive episode, from what is known of its symptoms. */
export function episodeFrom(symptoms: Symptoms): EpisodeVerdict {
  const criteria = criteriaOf(symptoms);
  const presence = all(...Object.values(criteria));
  const parts = SYMPTOM_IDS.map((id) => presenceOf(symptoms[id]));
  const number = (wanted: Presence) => parts.filter((part) => part === wanted).length;
  const count = { present: number('present'), absent: number('absent'), unknown: number('unknown') };
  return {
    presence,
    count,
    says: sentence(presence, criteria, count),
    missing: presence === 'unknown' ? missingFrom(symptoms, criteria) : [],
  };
}

const FAILED: Readonly<Record<string, string>> = {
  core: 'neither depressed mood nor loss of interest is there',
  five: 'fewer than five of the nine symptoms are there',
  'ever-manic': 'there was a manic or hypomanic episode, so it is not a major depressive disorder',
  'two-weeks': 'it has not lasted two weeks',
  distress: 'it causes neither distress nor impairment',
  'other-cause': 'a substance or another illness explains it',
};

function sentence(
  presence: Presence,
  criteria: Readonly<Record<string, Presence>>,
  count: EpisodeVerdict['count'],
): string {
  const counted = `${count.present} of 9 symptoms present, ${count.absent} absent, ${count.unknown} unknown`;
  if (presence === 'present') return `Criteria of a major depressive episode are met: ${counted}.`;
  const failed = Object.keys(criteria).filter((id) => criteria[id] === 'absent');
  if (presence === 'absent')
    return `No major depressive episode: ${failed.map((id) => FAILED[id]).join('; ')} (${counted}).`;
  return `Whether there is a major depressive episode is not known (${counted}).`;
}

function missingFrom(
  symptoms: Symptoms,
  criteria: Readonly<Record<string, Presence>>,
): readonly (SymptomId | CriterionId)[] {
  const asked = SYMPTOM_IDS.filter((id) => symptoms[id] === undefined);
  const open = criteria['core'] === 'unknown' || criteria['five'] === 'unknown' ? asked : [];
  const rest = (['ever-manic', 'two-weeks', 'distress', 'other-cause'] as const).filter(
    (id) => criteria[id] === 'unknown',
  );
  return [...open, ...rest];
}
