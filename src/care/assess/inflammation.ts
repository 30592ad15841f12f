/**
 * The inflammatory picture: markers in the blood and the conditions that articles 000 and 002 name. It is shown because
 * the articles ask for it; the one trial that looked found that it does not tell who responds to low-dose naltrexone.
 */
import { inWords, type IsoDate } from '../../domain/dates.ts';
import type { Condition, Patient } from '../../domain/patient.ts';
import type { Evidence, Presence, Reason } from '../../domain/result.ts';
import { assume, cite, type Source } from '../../domain/source.ts';
import { COMORBIDITIES, type Comorbidity } from '../../knowledge/conditions/comorbidities.ts';
import { match, wordsOf } from '../../knowledge/conditions/match.ts';
import { HS_CRP_BANDS, HS_CRP_REPEAT_ABOVE, labOf, type LabId } from '../../knowledge/labs/index.ts';
import { latestLab, type LabDoubt, type LabReading } from '../../knowledge/labs/read.ts';
import { isFuture, oldestAge } from './age.ts';

export interface MarkerFinding {
  readonly lab: LabId;
  /** In the unit named by `unit`; absent when there is no reading to rely on. */
  readonly value?: number;
  readonly unit?: string;
  readonly date?: string;
  /** Index into the bands of hs-CRP (0 below 1, 1 from 1, 2 from 3, 3 from 5 mg/L); absent above 10 mg/L. */
  readonly band?: number;
  readonly repeat: boolean;
  readonly says: string;
  readonly presence: Presence;
  readonly evidence: readonly Evidence[];
}

export interface ComorbidityFinding {
  readonly id: string;
  readonly name: string;
  readonly presence: Presence;
  readonly says: string;
  readonly evidence: readonly Evidence[];
  readonly sources: readonly Source[];
}

const MARKERS: readonly LabId[] = ['hs-crp', 'crp', 'il-6', 'tnf-alpha', 'esr'];

/** hs-CRP moves within days; a value older than this speaks of another time. */
const MARKER_FRESH = {
  days: 90,
  source: assume('CRP has a half-life of 19 hours as recalled; three months is the interval between visits of a trial'),
} as const;

/** Said beside every marker, so that nobody reads a promise into a number. */
const NO_PROMISE =
  'In the one trial that looked (37 people), inflammation at baseline did not tell who responds to low-dose naltrexone; ' +
  'the trials in which a raised CRP mattered gave infliximab or minocycline.';

const EVIDENCE_SOURCES: readonly Source[] = [
  cite('moloney-2026', 'excerpt: hs-CRP strata and response'),
  cite('raison-2013', 'abstract'),
  cite('nettis-2021', 'abstract'),
];

/** The markers that the record holds, and hs-CRP even when it is missing. */
export function markersOf(patient: Patient, today: IsoDate): readonly MarkerFinding[] {
  return MARKERS.flatMap((lab) => {
    const reading = latestLab(patient, lab);
    if (reading) return ['doubt' in reading ? doubtful(lab, reading) : findingOf(lab, reading, today)];
    return lab === 'hs-crp' ? [notMeasured] : [];
  });
}

const notMeasured: MarkerFinding = {
  lab: 'hs-crp',
  repeat: false,
  says: 'hs-CRP is not in the record. It is optional: it does not decide whether low-dose naltrexone may be tried.',
  presence: 'unknown',
  evidence: [],
};

const doubtful = (lab: LabId, { doubt, date, from }: LabDoubt): MarkerFinding => ({
  lab,
  repeat: true,
  says: `${labOf(lab).name}: ${doubt}.`,
  presence: 'unknown',
  evidence: [{ from, text: doubt, ...(date === undefined ? {} : { date }) }],
});

function findingOf(lab: LabId, reading: LabReading, today: IsoDate): MarkerFinding {
  const { value, unit, date, from } = reading;
  const told = `${labOf(lab).name} ${value} ${unit} on ${inWords(date)}`;
  const old = (oldestAge(date, today) ?? Infinity) > MARKER_FRESH.days;
  const wrongDate = isFuture(date, today);
  const high = (lab === 'hs-crp' || lab === 'crp') && value > HS_CRP_REPEAT_ABOVE.mgPerL;
  const band = lab === 'hs-crp' && !high ? bandOf(value) : undefined;
  return {
    lab,
    value,
    unit,
    date,
    ...(band === undefined ? {} : { band }),
    repeat: high || old || wrongDate,
    says: `${told}${remark({ lab, high, band, old, wrongDate })}`,
    presence: old || high || wrongDate ? 'unknown' : 'present',
    evidence: [{ from, text: told, date }],
  };
}

/** Index of the band of an hs-CRP value in mg/L. */
const bandOf = (value: number): number => HS_CRP_BANDS.findLastIndex(({ from }) => value >= from);

function remark(of: {
  readonly lab: LabId;
  readonly high: boolean;
  readonly band: number | undefined;
  readonly old: boolean;
  readonly wrongDate: boolean;
}): string {
  if (of.wrongDate) return ', a date that has not come yet: check it.';
  if (of.high)
    return `: above ${HS_CRP_REPEAT_ABOVE.mgPerL} mg/L, so an acute infection or injury is likely; repeat in some weeks before reading it.`;
  const age = of.old ? ' It is too old to speak of now.' : '';
  if (of.band !== undefined) return ` (${HS_CRP_BANDS[of.band]!.says}).${age}`;
  return of.lab === 'crp'
    ? `, by the ordinary method, which does not measure well below about 5 mg/L.${age}`
    : `, shown only.${age}`;
}

/** The conditions of the articles that the record shows, in the order of the table. */
export function comorbiditiesOf(patient: Patient): readonly ComorbidityFinding[] {
  return COMORBIDITIES.flatMap((row) => {
    const lines = (patient.conditions ?? []).filter((condition) => match(condition, row) !== undefined);
    return lines.length > 0 ? [comorbidity(row, lines)] : [];
  });
}

function comorbidity(row: Comorbidity, lines: readonly Condition[]): ComorbidityFinding {
  const now = lines.some((line) => line.status === 'active' && match(line, row) === 'now');
  const past = lines.every((line) => match(line, row) === 'past');
  const presence = now ? 'present' : past ? 'absent' : 'unknown';
  const state = now
    ? 'in the record'
    : past
      ? 'in the record, and over'
      : 'in the record, unclear whether it is active';
  return {
    id: row.id,
    name: row.name,
    presence,
    says: `${row.name}: ${state}. Named by article ${row.articles.join(', ')}. ${row.evidence}`,
    evidence: lines.map(({ from, what, onset, recorded }) => {
      const date = recorded ?? onset;
      return { from, text: wordsOf(what), ...(date === undefined ? {} : { date }) };
    }),
    sources: row.sources,
  };
}

/** The markers as reasons; none of them blocks. */
export const markerReasons = (markers: readonly MarkerFinding[]): readonly Reason[] =>
  markers.map(({ lab, presence, says, evidence }) => ({
    rule: `inflammation.${lab}`,
    presence,
    says: lab === 'hs-crp' ? `${says} ${NO_PROMISE}` : says,
    blocks: 'no',
    evidence,
    sources: [
      ...(lab === 'hs-crp' ? HS_CRP_BANDS.map(({ source }) => source) : []),
      HS_CRP_REPEAT_ABOVE.source,
      MARKER_FRESH.source,
      ...EVIDENCE_SOURCES,
    ],
  }));

/** The conditions as reasons, or one line that says that none was found and what that is worth; none of them blocks. */
export function comorbidityReasons(found: readonly ComorbidityFinding[], { conditions }: Patient): readonly Reason[] {
  if (found.length === 0) return [noneFound(conditions)];
  return found.map(({ id, presence, says, evidence, sources }) => ({
    rule: `comorbidity.${id}`,
    presence,
    says,
    blocks: 'no',
    evidence,
    sources,
  }));
}

const NONE_FOUND = {
  unknown: 'No list of conditions was given, so pain, autoimmune, thyroid and bowel disease are not known.',
  absent: 'Asked, there are no other conditions.',
  silent:
    'The record names none of the conditions that articles 000 and 002 tie to inflammation; that does not exclude them.',
} as const;

function noneFound(conditions: Patient['conditions']): Reason {
  const known = conditions === undefined ? 'unknown' : conditions.length === 0 ? 'absent' : 'silent';
  return {
    rule: 'comorbidity',
    presence: known === 'absent' ? 'absent' : 'unknown',
    says: NONE_FOUND[known],
    blocks: 'no',
    evidence: [],
    sources: [cite('article-000', 'opening paragraph'), cite('article-002', 'list of conditions')],
  };
}
