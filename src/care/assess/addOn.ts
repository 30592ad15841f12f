/**
 * Whether low-dose naltrexone would be added to an antidepressant, and to which. Both trials in depression added it;
 * one of them only to regimens that act on dopamine.
 */
import type { Reason } from '../../domain/result.ts';
import { cite } from '../../domain/source.ts';
import type { Context } from '../../knowledge/rules/rule.ts';
import type { Trial, Tried } from './trials.ts';

export interface AddOn {
  /** `alone`: no antidepressant is taken, as far as the list of medicines tells. */
  readonly situation: 'added' | 'alone' | 'unknown';
  /** Ids of antidepressants that are surely taken now. */
  readonly current: readonly string[];
  /** Ids of drugs taken now that the 2017 trial counted as acting on dopamine, each at the dose it asked for. */
  readonly dopaminergic: readonly string[];
  readonly says: string;
}

/** Regimens of the 2017 trial by drug, with the dose that it asked for. */
const DOPAMINERGIC: Readonly<Record<string, string>> = {
  bupropion: '300 mg a day or more',
  sertraline: '150 mg a day or more',
  aripiprazole: '2.5 mg a day or less',
  pramipexole: 'as a dopamine agonist',
  methylphenidate: 'as a stimulant',
  amphetamine: 'as a stimulant',
  lisdexamfetamine: 'as a stimulant',
};

/** What the trials so far and the list of medicines say of the situation. */
export function addOnOf(context: Context, { trials, unreadable }: Tried): AddOn {
  const now = trials.filter(({ state }) => state === 'now');
  const current = now.filter(({ role }) => role === 'antidepressant');
  const doubtful = trials.filter(({ role, state }) => role === 'antidepressant' && state === 'doubtful');
  const dopaminergic = now.map(({ drug }) => drug).filter((drug) => drug in DOPAMINERGIC);
  const situation = situationOf(context, current.length, doubtful.length + unreadable.length);
  return {
    situation,
    current: current.map(({ drug }) => drug),
    dopaminergic,
    says: [opening(situation, current, doubtful, unreadable), regimen(dopaminergic, now), PICTURE]
      .filter(Boolean)
      .join(' '),
  };
}

function situationOf({ lines }: Context, current: number, doubtful: number): AddOn['situation'] {
  if (current > 0) return 'added';
  return lines === undefined || doubtful > 0 ? 'unknown' : 'alone';
}

function opening(
  situation: AddOn['situation'],
  current: readonly Trial[],
  doubtful: readonly Trial[],
  unreadable: readonly string[],
): string {
  const names = (trials: readonly Trial[]) =>
    trials.map(({ name, class: drugClass }) => `${name} (${drugClass})`).join(', ');
  if (situation === 'added') return `It would be added to ${names(current)}.`;
  if (situation === 'alone')
    return 'The record shows no antidepressant in use: it would be given alone, which neither trial in depression did.';
  const why =
    doubtful.length > 0
      ? `${names(doubtful)} is doubtful`
      : unreadable.length > 0
        ? `${unreadable.join(', ')} cannot be read and may be one`
        : 'no list of medicines was given';
  return `Whether it would be added to an antidepressant is not known: ${why}.`;
}

function regimen(dopaminergic: readonly string[], now: readonly Trial[]): string {
  const excluded = now.filter(({ role }) => role === 'added').map(({ name }) => name);
  const matches = dopaminergic.map((drug) => `${drug} (${DOPAMINERGIC[drug]})`).join(', ');
  const like2017 = matches && `The 2017 trial added it to such a regimen: ${matches}; the dose is not read here.`;
  const not2026 =
    excluded.length > 0 &&
    `The 2026 trial left out antipsychotics, stimulants and dopamine agonists; see ${excluded.join(', ')}.`;
  return [like2017, not2026].filter(Boolean).join(' ');
}

const PICTURE =
  'Evidence: 12 people on dopaminergic regimens with a missed primary outcome (2017), 37 people as an addition ' +
  'without a difference (2026).';

/** The situation as a reason; it blocks nothing. */
export const addOnReason = (addOn: AddOn, trials: readonly Trial[]): Reason => ({
  rule: 'add-on',
  presence: addOn.situation === 'unknown' ? 'unknown' : addOn.situation === 'added' ? 'present' : 'absent',
  says: addOn.says,
  blocks: 'no',
  evidence: trials.filter(({ drug }) => addOn.current.includes(drug)).flatMap(({ evidence }) => evidence),
  sources: [
    cite('mischoulon-2017', 'abstract: dopaminergic regimens; HAM-D-17 p 0.3'),
    cite('moloney-2026', 'excerpt: adjunct to an antidepressant; exclusions; MADRS p 0.97'),
  ],
});
