/** The latest score on each registered scale, what it means, and how old it is; and whether there is a baseline. */
import { inWords, latest, type IsoDate, type PartialDate } from '../../domain/dates.ts';
import type { Patient, Score } from '../../domain/patient.ts';
import { sentence } from '../../domain/problem.ts';
import type { Question, Reason } from '../../domain/result.ts';
import { SCALES, type Scale } from '../../knowledge/scales/index.ts';
import { readScore } from '../../knowledge/scales/score.ts';
import type { ScaleId } from '../../knowledge/scales/scale.ts';
import { FRESH, isFuture, oldestAge } from './age.ts';

export interface SeverityFinding {
  readonly scale: ScaleId;
  /** Absent when the latest form could not be read; `says` tells why. */
  readonly total?: number;
  /** Words of the band, such as `moderate`. */
  readonly band?: string;
  readonly date?: PartialDate;
  /** Whole days, by the careful reading of the date. */
  readonly ageDays?: number;
  /** Older than 30 days, or without a readable date. */
  readonly stale: boolean;
  /** Item answers, where the record has them. */
  readonly items?: readonly (number | null)[];
  readonly says: string;
  readonly from: string;
}

/** Scales of depression that can serve as a baseline, in the order of preference. */
export const BASELINE_SCALES: readonly ScaleId[] = ['phq-9', 'ham-d-17', 'madrs', 'qids-sr16'];

/** A total from which a depression scale speaks of at least moderate depression: the lowest total of that band. */
export const MODERATE_FROM: Readonly<Partial<Record<ScaleId, number>>> = Object.fromEntries(
  SCALES.filter(({ id }) => BASELINE_SCALES.includes(id)).map(({ id, bands }) => [
    id,
    bands.find(({ says }) => says === 'moderate')?.lowest,
  ]),
);

/** One finding for each scale that the record holds, in the order of the registered scales. */
export function severityOf(patient: Patient, today: IsoDate): readonly SeverityFinding[] {
  const scores = [...(patient.scores ?? []), ...answeredScores(patient)];
  return SCALES.flatMap((scale) => {
    const newest = scores.filter((score) => score.scale === scale.id).toSorted(byDateDescending)[0];
    return newest ? [findingOf(scale, newest, today)] : [];
  });
}

/** Totals that were entered as the answer to a question `score.<scale>`. */
function answeredScores(patient: Patient): readonly Score[] {
  return SCALES.flatMap(({ id }): readonly Score[] => {
    const answer = patient.answers?.[`${SCORE_PREFIX}${id}`];
    return typeof answer?.value === 'number'
      ? [{ scale: id, date: answer.date ?? answer.on, total: answer.value, from: 'answer' }]
      : [];
  });
}

/** Question ids of totals: `score.phq-9`. */
const SCORE_PREFIX = 'score.';

/** Undated forms come last: any dated one is better. */
const byDateDescending = (a: Score, b: Score): number => dayOf(b).localeCompare(dayOf(a));
const dayOf = ({ date }: Score): string => (date && latest(date)) ?? '';

function findingOf(scale: Scale, score: Score, today: IsoDate): SeverityFinding {
  const reading = readScore(score);
  const future = score.date !== undefined && isFuture(score.date, today);
  const ageDays = future ? undefined : oldestAge(score.date, today);
  const stale = ageDays === undefined || ageDays > FRESH.days;
  return {
    scale: scale.id,
    ...(reading.ok ? { total: reading.total } : {}),
    ...(reading.ok && reading.band ? { band: reading.band.says } : {}),
    ...(score.date === undefined ? {} : { date: score.date }),
    ...(ageDays === undefined ? {} : { ageDays }),
    stale,
    ...(score.items ? { items: score.items } : {}),
    says: `${scale.name} ${readingInWords(scale, reading)}${dateInWords(score.date, future, ageDays)}`,
    from: score.from,
  };
}

function readingInWords(scale: Scale, reading: ReturnType<typeof readScore>): string {
  if (reading.ok) {
    const range = `${reading.total} of ${scale.highest}`;
    return reading.band ? `${range}, ${reading.band.says}` : range;
  }
  return reading.missing.length > 0
    ? `has no total: item ${reading.missing.join(', ')} unanswered`
    : `could not be read: ${reading.problems.map(sentence).join(' ')}`;
}

function dateInWords(date: PartialDate | undefined, future: boolean, ageDays: number | undefined): string {
  if (date === undefined) return ', without a date: take it again.';
  if (future) return `, dated ${inWords(date)}, which has not come yet: check the date.`;
  if (ageDays === undefined) return `, with the unreadable date "${date}": take it again.`;
  const stale =
    ageDays > FRESH.days ? ` That is ${ageDays} days old and no longer shows today's state: take it again.` : '';
  return ` on ${inWords(date)}.${stale}`;
}

/** The findings as reasons; none of them blocks. */
export const severityReasons = (findings: readonly SeverityFinding[]): readonly Reason[] =>
  findings.map(({ scale, says, stale, total, date, from }) => ({
    rule: `severity.${scale}`,
    presence: stale || total === undefined ? 'unknown' : 'present',
    says,
    blocks: 'no',
    evidence: [{ from, text: says, ...(date === undefined ? {} : { date }) }],
    sources: [SCALES.find(({ id }) => id === scale)!.bandSource, FRESH.source],
  }));

export interface Baseline {
  readonly reason: Reason;
  readonly questions: readonly Question[];
}

/** Whether the effect of a treatment could be judged later: a fresh total on a scale of depression. */
export function baselineOf(findings: readonly SeverityFinding[]): Baseline {
  const baseline = BASELINE_SCALES.map((id) => findings.find(({ scale }) => scale === id)).find(
    (finding) => finding?.total !== undefined && !finding.stale,
  );
  return {
    reason: {
      rule: 'severity.baseline',
      presence: baseline ? 'present' : 'unknown',
      says: baseline
        ? `Baseline for judging the effect: ${baseline.says}`
        : `There is no depression score of the last ${FRESH.days} days. Without one before the first dose nobody can ` +
          'tell later whether it helped: take a PHQ-9 (or a HAM-D-17) first. This does not block the start.',
      blocks: 'no',
      evidence: baseline ? [{ from: baseline.from, text: baseline.says, date: baseline.date! }] : [],
      sources: [FRESH.source],
    },
    questions: baseline ? [] : [BASELINE_QUESTION],
  };
}

/** The one number that is worth taking before the first dose. */
export const BASELINE_QUESTION: Question = {
  id: `${SCORE_PREFIX}phq-9`,
  text: 'What is the PHQ-9 total today (0 to 27)?',
  why: 'No depression score of the last 30 days is in the record; it is the baseline against which the effect is judged.',
  kind: 'number',
  rank: 80,
};
