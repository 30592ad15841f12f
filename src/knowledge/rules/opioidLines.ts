/**
 * Judges every line of the list that names an opioid: is it taken now, since when not, and from which date a first dose of
 * naltrexone is safe. Shared by the rules on opioids and on antidiarrhoeals, which differ in what a current use means.
 */
import { addDays, daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Evidence, Question, Reason } from '../../domain/result.ts';
import type { Drug } from '../drugs/drug.ts';
import type { Identified } from '../drugs/identify.ts';
import { releaseOf, type Release } from '../drugs/release.ts';
import { dateIn, evidenceOf, freshAnswer, OPIOID_ANSWER_DAYS, yesNo, type LastDay } from './answers.ts';
import { whatIs } from './medicines.ts';
import { handedOutAgain, isHandedOut, REPEATED_WITHIN_DAYS } from './repeated.ts';
import { byWeight, type Context, type Line, type speaker } from './rule.ts';
import { BELIEVED_DAYS, useOf, type Use } from './use.ts';

/** Assumed: a depot opioid more than a year back is gone; sooner a specialist decides. */
const DEPOT_GONE_DAYS = 365;
/** Assumed: what a specialist says about a depot holds for two weeks. */
const CLEARANCE_DAYS = 14;

export interface Judged {
  readonly drug: Drug;
  readonly reason: Reason;
  readonly question?: Question;
}

export type Speaker = ReturnType<typeof speaker>;

/** What differs between kinds of opioid. */
export interface Manner {
  readonly say: Speaker;
  /** Whether a line of this drug is for this rule. */
  readonly takes: (drug: Drug) => boolean;
  /** What is said and blocked when it is taken now; `line` names the medicine, its date and status. */
  readonly current: (line: string, drug: Drug, days: number, evidence: readonly Evidence[]) => Reason;
}

interface Case {
  readonly line: Line;
  readonly found: Identified;
  readonly patient: Patient;
  readonly today: IsoDate;
  readonly manner: Manner;
  readonly release: Release;
  readonly days: number;
  /** Given or supplied on more than one of the last days. */
  readonly isRepeated: boolean;
}

/** One judgement per drug and name of a line: of refills the most blocking one speaks, and all are its evidence. */
export function judgeOpioids(patient: Patient, context: Context, manner: Manner): readonly Judged[] {
  const groups = new Map<string, Judged[]>();
  const repeated = handedOutAgain(context, manner.takes);
  for (const line of context.lines ?? [])
    for (const found of line.is.drugs.filter(({ drug }) => manner.takes(drug))) {
      const isRepeated = repeated.has(found.drug);
      const judged = judge(caseOf({ line, found, patient, today: context.today, manner, isRepeated }));
      const key = `${found.drug.id} ${line.is.label}`;
      if (judged !== undefined) groups.set(key, [...(groups.get(key) ?? []), judged]);
    }
  return [...groups.values()].map(worst);
}

function worst(judged: readonly Judged[]): Judged {
  const [first] = judged.toSorted((a, b) => byWeight(a.reason, b.reason));
  if (first === undefined) throw new Error('a medicine was grouped without a line');
  const evidence = judged.flatMap(({ reason }) => reason.evidence);
  const different = evidence.filter(({ from }, at) => evidence.findIndex((each) => each.from === from) === at);
  return { ...first, reason: { ...first.reason, evidence: different } };
}

function caseOf(each: Omit<Case, 'release' | 'days'>): Case {
  const { line, found } = each;
  const { release } = releaseOf(line.medicine, found.drug);
  const washout = found.drug.washout;
  const days = (release === 'short' ? washout?.short : washout?.extended)?.to;
  if (days === undefined) throw new Error(`${found.drug.id} has no washout and is judged as an opioid`);
  return { ...each, release, days };
}

function judge(each: Case): Judged | undefined {
  const use = useOf(each.line.medicine, each.today);
  if (use.kind === 'void') return undefined;
  if (use.kind === 'current' || use.kind === 'planned') return taken(each, use.kind);
  if (use.kind === 'stopped') return isGivenAgain(each, use.last) ? taken(each, 'repeated') : stopped(each, use.last);
  return use.kind === 'long ago' ? longAgo(each, use.newest) : resolved(each, use);
}

/** Doses of the last month whose latest is not washed out: nobody has said that the next one is not due tomorrow. */
const isGivenAgain = ({ line, isRepeated, days, today }: Case, last: IsoDate): boolean =>
  isRepeated && isHandedOut(line) && addDays(last, days) > today;

const longAgo = (each: Case, newest: IsoDate): Judged => ({
  drug: each.found.drug,
  reason: each.manner.say.absent(
    `${nameOf(each)} was last noted on ${inWords(newest)}, more than ${BELIEVED_DAYS} days ago (limit assumed).`,
    evidenceFor(each),
  ),
});

const STATES = {
  current: 'current',
  planned: 'planned',
  repeated: `current, because it was given or supplied on more than one of the last ${REPEATED_WITHIN_DAYS} days`,
} as const;

/** Taken now or about to be: an answer to the contrary does not undo it. */
function taken(each: Case, kind: keyof typeof STATES): Judged {
  const { found, manner, patient, today } = each;
  const state = `${nameOf(each)} is ${STATES[kind]}`;
  const denied = yesNo(patient, 'opioids-taken', today, OPIOID_ANSWER_DAYS).state === 'no';
  const against = denied ? ' The answer that no opioid was taken contradicts the record and does not undo it.' : '';
  if (found.sure)
    return { drug: found.drug, reason: plus(manner.current(state, found.drug, each.days, evidenceFor(each)), against) };
  return {
    drug: found.drug,
    reason: manner.say.ask(
      `${state}, and it is not certain what it is: ${found.doubt}. Find out, and correct the line.${against}`,
      evidenceFor(each),
    ),
    question: whatIs(each.line.medicine, each.line.is.label, `The record has ${nameOf(each)}, and ${found.doubt}.`),
  };
}

const plus = (reason: Reason, more: string): Reason => ({ ...reason, says: reason.says + more });

function stopped(each: Case, lastInRecord: IsoDate): Judged {
  const { found, manner, today, days } = each;
  const told = lastTold(each);
  const last = told?.kind === 'day' && told.day > lastInRecord ? told.day : lastInRecord;
  if (each.release === 'depot') return depot(each, last);
  const free = addDays(last, days);
  const since = `${nameOf(each)} was last taken by ${inWords(last)}`;
  if (free <= today)
    return {
      drug: found.drug,
      reason: manner.say.absent(
        `${since}; the ${days} days without it are over since ${inWords(free)}.`,
        evidenceFor(each),
      ),
    };
  const doubt = found.sure ? '' : ` It is not certain that it is one: ${found.doubt}.`;
  const wait = manner.say.until(
    free,
    `${since}. ${days} days without it (${formWords(each)}): may start on ${inWords(free)} if nothing more is taken.${doubt}`,
    evidenceFor(each),
  );
  return { drug: found.drug, reason: found.sure ? wait : { ...wait, presence: 'unknown' } };
}

const formWords = ({ release }: Case): string =>
  release === 'short' ? 'immediate release' : 'slow release, long action, or a form that is not stated';

function depot(each: Case, last: IsoDate): Judged {
  const { found, manner, patient, today } = each;
  const past = daysBetween(last, today);
  const since = `${nameOf(each)} is a depot, last given by ${inWords(last)}`;
  if (past > DEPOT_GONE_DAYS)
    return {
      drug: found.drug,
      reason: manner.say.absent(`${since}, more than a year ago (limit assumed).`, evidenceFor(each)),
    };
  const id = `depot-gone:${found.drug.id}`;
  if (yesNo(patient, id, today, CLEARANCE_DAYS).state === 'yes')
    return {
      drug: found.drug,
      reason: manner.say.caution(`${since}; a specialist has confirmed that it is gone.`, [
        ...evidenceFor(each),
        ...evidenceOf(patient, id),
      ]),
    };
  return {
    drug: found.drug,
    reason: manner.say.decide(
      `${since}. It leaves over months and no date can be computed: an addiction specialist decides, with a urine drug screen and, if doubtful, a naloxone challenge.`,
      evidenceFor(each),
    ),
    question: {
      id,
      text: `Has a specialist confirmed that the ${found.drug.name} depot is gone?`,
      why: `${since}.`,
      kind: 'yes-no',
      rank: 4,
    },
  };
}

/** A doubtful line is settled by a fresh answer with a date, unless the record knows a later day. */
function resolved(each: Case, use: Extract<Use, { kind: 'doubtful' }>): Judged {
  const { found, manner } = each;
  const told = lastTold(each);
  const noted = each.line.medicine.recorded ?? each.line.medicine.start;
  const why = `${nameOf(each)}: ${use.why}${found.sure ? '' : `, and ${found.doubt}`}`;
  if (told?.kind === 'never' && use.old)
    return {
      drug: found.drug,
      reason: manner.say.absent(`${why}. Asked, the person has not taken it for as long as they know.`, all(each)),
    };
  if (told?.kind === 'day' && (use.old || noted === undefined || told.day >= noted)) {
    const settled = stopped(each, told.day);
    return {
      ...settled,
      reason: { ...plus(settled.reason, ' The last day is the person’s answer.'), evidence: all(each) },
    };
  }
  const against = told === undefined ? '' : ' The answer about the last day contradicts the record.';
  return {
    drug: found.drug,
    reason: manner.say.ask(
      `${why}. Ask for the last day, or end the line in the record; then ${each.days} days without it.${against}`,
      all(each),
    ),
    question: whenLast(each, `${why}.`),
  };
}

const lastTakenId = (drug: Drug): string => `last-taken:${drug.id}`;

function lastTold({ found, patient, today }: Case): LastDay | undefined {
  const answer = freshAnswer(patient, lastTakenId(found.drug), today, OPIOID_ANSWER_DAYS);
  return typeof answer === 'string' ? undefined : dateIn(answer, today);
}

const whenLast = ({ found }: Case, why: string): Question => ({
  id: lastTakenId(found.drug),
  text: `On which day did you last take ${found.drug.name}? If you never took it, write "never".`,
  why,
  kind: 'date',
  rank: 2,
});

/** `"Oxycodone 5 MG" (oxycodone; order of 4 November 1954, active)`. */
function nameOf({ line, found }: Case): string {
  const { medicine } = line;
  const date = medicine.recorded ?? medicine.start ?? medicine.end;
  const when = date === undefined ? 'undated' : `of ${inWords(date)}`;
  return `"${line.is.label}" (${found.drug.name}; ${KINDS[medicine.kind]} ${when}, ${medicine.status})`;
}

const KINDS = {
  request: 'order',
  statement: 'statement',
  dispense: 'supply',
  administration: 'dose given',
  answer: 'answer',
} as const;

const all = (each: Case): readonly Evidence[] => [
  ...evidenceFor(each),
  ...evidenceOf(each.patient, lastTakenId(each.found.drug)),
];

function evidenceFor({ line }: Case): readonly Evidence[] {
  const { medicine } = line;
  const date = medicine.lastTaken ?? medicine.end ?? medicine.recorded ?? medicine.start;
  const codes = medicine.what.codings.flatMap(({ code }) => code ?? []);
  const text = [line.is.label, ...codes, medicine.status].join(', ');
  return [{ from: medicine.from, text, ...(date === undefined ? {} : { date }) }];
}
