/**
 * Which antidepressants were tried, of which class, and whether one is taken now. A record seldom tells dose and
 * duration, so a trial is called long enough only where its dates show it, and never adequate: doses are not read.
 */
import { daysBetween, earliest, inWords, latest, type IsoDate, type PartialDate } from '../../domain/dates.ts';
import type { Medicine, Patient } from '../../domain/patient.ts';
import type { Evidence, Presence, Question, Reason } from '../../domain/result.ts';
import { assume, type Source } from '../../domain/source.ts';
import { isIn, type Drug, type Group } from '../../knowledge/drugs/drug.ts';
import type { Identified } from '../../knowledge/drugs/identify.ts';
import type { Context } from '../../knowledge/rules/rule.ts';
import { FRESH, isFuture, oldestAge, yesNo } from './age.ts';

export interface Trial {
  /** Id of the drug in the table of drugs. */
  readonly drug: string;
  readonly name: string;
  /** `SSRI`, `SNRI` ...; the first is the class by which trials are counted. */
  readonly class: string;
  /** Whether it treats depression by itself or is added to what does. */
  readonly role: 'antidepressant' | 'added';
  /** `doubtful`: the record calls it active, but it is old, undated, or not surely this drug. */
  readonly state: 'now' | 'past' | 'doubtful';
  /** Days the longest line certainly lasted; absent when no line has both ends. */
  readonly days?: number;
  readonly duration: 'six weeks or more' | 'less than six weeks' | 'unknown';
  readonly says: string;
  readonly evidence: readonly Evidence[];
}

/** Days after which a trial of an antidepressant counts as long enough. */
const LONG_ENOUGH = {
  days: 42,
  source: assume('six weeks at a sufficient dose is the usual length of an adequate trial, recalled'),
} as const;

/** An open prescription older than this is doubted. */
const OPEN_LINE = {
  days: 365,
  source: assume('prescriptions are renewed within a year; records keep old ones open for decades'),
} as const;

/** The classes of antidepressants, as a clinician writes them. */
const CLASSES: readonly (readonly [Group, string])[] = [
  ['ssri', 'SSRI'],
  ['snri', 'SNRI'],
  ['ndri', 'NDRI'],
  ['tca', 'tricyclic'],
  ['maoi', 'MAO inhibitor'],
  ['tetracyclic', 'tetracyclic'],
  ['multimodal', 'multimodal'],
  ['atypical-antidepressant', 'atypical antidepressant'],
  ['glutamate-antidepressant', 'glutamate antidepressant'],
  ['herbal-antidepressant', 'herbal antidepressant'],
];

const ADDED: readonly (readonly [Group, string])[] = [
  ['augmenter', 'added to an antidepressant'],
  ['stimulant', 'stimulant'],
];

/** Class of a drug and its role; undefined for a drug that is neither. */
function classOf(drug: Drug): Pick<Trial, 'class' | 'role'> | undefined {
  const own = CLASSES.find(([group]) => isIn(drug, group));
  if (own) return { class: own[1], role: 'antidepressant' };
  const added = ADDED.find(([group]) => isIn(drug, group));
  return added && { class: added[1], role: 'added' };
}

interface Line {
  readonly medicine: Medicine;
  readonly label: string;
  readonly found: Identified;
}

export interface Tried {
  /** One trial for each drug, in the order in which the record first names them. */
  readonly trials: readonly Trial[];
  /** Lines that may be in use and that nobody can read: any of them may be an antidepressant. */
  readonly unreadable: readonly string[];
}

/** What was tried against depression, as far as the lines of the list of medicines can be read. */
export function trialsOf(patient: Patient, { lines: listed = [], today }: Context): Tried {
  const read = listed.filter(({ medicine }) => wasTaken(medicine));
  const lines = read.flatMap(({ medicine, is }): readonly Line[] =>
    is.drugs
      .filter(({ drug, ways }) => classOf(drug) && !ways.includes('denied in text'))
      .map((found) => ({ medicine, label: is.label, found })),
  );
  const drugs = [...new Set(lines.map(({ found }) => found.drug))];
  const ownLines = (drug: Drug) => lines.filter(({ found }) => found.drug === drug);
  return {
    trials: drugs.map((drug) => trialOf(drug, ownLines(drug), patient, today)),
    unreadable: read.filter(({ medicine, is }) => !is.readable && isOpen(medicine, today)).map(({ is }) => is.label),
  };
}

const wasTaken = ({ status }: Medicine): boolean => !['entered-in-error', 'not-taken', 'planned'].includes(status);

/** Question whether a doubtful drug is taken now. */
const questionId = (drug: string): string => `trial.${drug}.now`;

function trialOf(drug: Drug, lines: readonly Line[], patient: Patient, today: IsoDate): Trial {
  const answer = yesNo(patient, questionId(drug.id), today, FRESH.days);
  const state = answer === undefined ? stateOf(lines, today) : answer ? 'now' : 'past';
  const days = longest(lines);
  const duration =
    days === undefined ? 'unknown' : days >= LONG_ENOUGH.days ? 'six weeks or more' : 'less than six weeks';
  const { class: drugClass, role } = classOf(drug)!;
  return {
    drug: drug.id,
    name: drug.name,
    class: drugClass,
    role,
    state,
    ...(days === undefined ? {} : { days }),
    duration,
    says: `${drug.name} (${drugClass}): ${stateInWords(state, lines, answer)}; duration ${duration}, dose not judged.`,
    evidence: lines.map(evidenceOf),
  };
}

/** When a line was last known to be in use, as far as it tells. */
const lastSeen = ({ lastTaken, recorded, start }: Medicine): PartialDate | undefined => lastTaken ?? recorded ?? start;

const isOpen = ({ status, end }: Medicine, today: IsoDate): boolean =>
  status !== 'completed' && status !== 'stopped' && (end === undefined || (latest(end) ?? '9999') >= today);

function stateOf(lines: readonly Line[], today: IsoDate): Trial['state'] {
  const open = lines.filter(({ medicine }) => isOpen(medicine, today));
  if (open.length === 0) return lines.some(({ found }) => found.sure) ? 'past' : 'doubtful';
  const isSure = ({ medicine, found }: Line): boolean => {
    const seen = lastSeen(medicine);
    const age = oldestAge(seen, today);
    return (
      found.sure &&
      medicine.status === 'active' &&
      age !== undefined &&
      age <= OPEN_LINE.days &&
      !isFuture(seen!, today)
    );
  };
  return open.some(isSure) ? 'now' : 'doubtful';
}

function stateInWords(state: Trial['state'], lines: readonly Line[], answer: boolean | undefined): string {
  if (answer !== undefined) return answer ? 'taken now, as answered' : 'not taken now, as answered';
  if (state === 'now') return 'taken now by the record';
  if (state === 'past') return 'taken in the past';
  const doubt = lines.find(({ found }) => found.doubt)?.found.doubt;
  if (doubt) return `doubtful: ${doubt}`;
  const since = lines.map(({ medicine }) => lastSeen(medicine)).findLast((date) => date !== undefined);
  return since
    ? `the record calls it active since ${inWords(since)} without an end, so whether it is taken now is not known`
    : 'the record gives no date, so whether it is taken now is not known';
}

/** Days between the last possible start and the first possible end: what is certain. */
function certainDays({ medicine }: Line): number | undefined {
  const start = medicine.start && latest(medicine.start);
  const end = medicine.end && earliest(medicine.end);
  return start && end && end >= start ? daysBetween(start, end) : undefined;
}

const longest = (lines: readonly Line[]): number | undefined => {
  const days = lines.map(certainDays).filter((each) => each !== undefined);
  return days.length > 0 ? Math.max(...days) : undefined;
};

const evidenceOf = ({ medicine, label }: Line): Evidence => {
  const date = lastSeen(medicine);
  return { from: medicine.from, text: `${label} (${medicine.status})`, ...(date === undefined ? {} : { date }) };
};

const PRESENCE: Readonly<Record<Trial['state'], Presence>> = { now: 'present', past: 'present', doubtful: 'unknown' };

/** The trials as reasons, and a question for each that is doubtful; nothing blocks. */
export function trialReasons(trials: readonly Trial[]): {
  readonly reasons: readonly Reason[];
  readonly questions: readonly Question[];
} {
  const sources: readonly Source[] = [LONG_ENOUGH.source, OPEN_LINE.source];
  return {
    reasons: trials.map(({ drug, state, says, evidence }) => ({
      rule: `trial.${drug}`,
      presence: PRESENCE[state],
      says,
      blocks: 'no',
      evidence,
      sources,
    })),
    questions: trials
      .filter(({ state }) => state === 'doubtful')
      .map(({ drug, name, says }, index) => ({
        id: questionId(drug),
        text: `Do you take ${name} now?`,
        why: says,
        kind: 'yes-no',
        rank: 85 + index,
      })),
  };
}
