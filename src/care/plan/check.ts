/**
 * Whether a prescriber may sign a plan: it is whole, inside every absolute bound, gives a reason wherever it leaves a
 * recommended one, and belongs to a person whose screening allows the start on that date.
 */
import type { IsoDate } from '../../domain/dates.ts';
import { daysBetween, inWords, isIsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import type { Presence, Reason } from '../../domain/result.ts';
import { assume, cite, type Source } from '../../domain/source.ts';
import {
  BOUNDS,
  outside,
  within,
  type Bound,
  type Limit,
  type PersonFact,
  type Reading,
} from '../../knowledge/bounds/index.ts';
import type { CodeTable } from '../../knowledge/drugs/codeTable.ts';
import { factsOf, NOTHING_KNOWN, type PersonFacts } from './facts.ts';
import { shapeProblems } from './shape.ts';

/** What the screening said, as far as a plan needs it. */
export interface ScreeningAnswer {
  /** `may-start`, `wait`, `ask` or `must-not`; any other word does not allow a start. */
  readonly answer: string;
  /** First date on which the person may start; with `wait`. */
  readonly date?: IsoDate;
  /** Date of the screening itself; a start long after it is asked about again. */
  readonly on?: IsoDate;
}

export interface PlanContext {
  readonly patient?: Patient;
  readonly screening?: ScreeningAnswer;
  /** The date of the check. With it, the age of the screening of a plan under way is counted to today. */
  readonly today?: IsoDate;
  /** A table of product codes that the clinic has loaded. */
  readonly table?: CodeTable;
}

export interface PlanCheck {
  /** Why the plan is refused: it is not whole, or outside an absolute bound. */
  readonly problems: readonly Problem[];
  /** What the check found beyond that; `blocks` other than `no` stops a signature until it is settled. */
  readonly because: readonly Reason[];
  readonly signable: boolean;
}

/** Days from a screening to the first night after which the opioid question is asked again. */
const SCREENING_HOLDS_DAYS = 30;

/** Checks a plan for a person. Without a screening no plan is signable; without a patient person-bound limits ask. */
export function checkPlan(plan: Plan, context: PlanContext = {}): PlanCheck {
  const { patient, today = plan.regimen.start, table } = context;
  const { problems, because } = checkBounds(
    plan,
    patient && isIsoDate(today) ? factsOf(patient, today, table) : NOTHING_KNOWN,
  );
  const all = [...because, ...screeningReasons(plan, context)];
  return { problems, because: all, signable: problems.length === 0 && all.every(({ blocks }) => blocks === 'no') };
}

/** The plan against its shape and its bounds, without the screening. */
export function checkBounds(
  plan: Plan,
  facts: PersonFacts = NOTHING_KNOWN,
): { problems: readonly Problem[]; because: readonly Reason[] } {
  const shape = shapeProblems(plan);
  if (shape.length > 0) return { problems: shape, because: [] };
  return {
    problems: [...BOUNDS.flatMap((bound) => refusals(bound, plan)), ...strayReasons(plan)],
    because: BOUNDS.flatMap((bound) => questions(bound, plan, facts)),
  };
}

/** One problem for each reading outside the absolute limit of a bound. */
const refusals = (bound: Bound, plan: Plan): readonly Problem[] =>
  bound.absolute === undefined
    ? []
    : outside(bound, bound.absolute, plan).map((reading) =>
        error(reading.path, reading.found, bound.absolute?.says ?? '', 'No reason lifts this limit; change the plan.'),
      );

/** A reason given for a bound that does not exist is a slip that would otherwise pass unseen. */
const strayReasons = (plan: Plan): readonly Problem[] =>
  Object.keys(plan.reasons)
    .filter((id) => !BOUNDS.some((bound) => bound.id === id))
    .map((id) => error(`reasons.${id}`, quote(id), 'the id of a bound', 'Remove this reason or correct its id.'));

/** One reason for a bound whose recommended limit is left; none when it is kept or does not concern this person. */
function questions(bound: Bound, plan: Plan, facts: PersonFacts): readonly Reason[] {
  const { recommended, absolute } = bound;
  const presence = bound.onlyFor === undefined ? 'present' : facts[bound.onlyFor];
  if (!recommended || presence === 'absent') return [];
  const left = outside(bound, recommended, plan).filter(({ value }) => !absolute || within(absolute, value));
  return left.length === 0 ? [] : [question(bound, recommended, left, presence, plan.reasons[bound.id])];
}

const FACT_IN_WORDS: Readonly<Record<PersonFact, string>> = {
  'liver-disease': 'liver disease',
  'thyroid-replacement': 'thyroid replacement',
  sensitive: 'whether this person reacts to small doses',
};

function question(
  bound: Bound,
  limit: Limit,
  left: readonly Reading[],
  presence: Presence,
  reason: string | undefined,
): Reason {
  // Whether somebody reacts to small doses is no question of safety; not knowing it does not stop a plan.
  const optional = presence === 'unknown' && bound.onlyFor === 'sensitive';
  const about =
    presence === 'unknown'
      ? `Not known: ${FACT_IN_WORDS[bound.onlyFor ?? 'sensitive']}. If so, recommended`
      : 'Recommended';
  const has = optional ? '' : `The plan has ${left.map(({ found }) => found).join('; ')}.`;
  const end = reason ? `Reason given: ${reason}` : optional ? '' : 'Change the plan or give a reason.';
  return {
    rule: bound.id,
    presence,
    says: [`${about}: ${limit.says}.`, has, end].filter((part) => part !== '').join(' '),
    blocks: reason || optional ? 'no' : 'ask',
    evidence: left.map(({ path, found }) => ({ from: path, text: found })),
    sources: [limit.source],
  };
}

const SCREENING_SOURCE: readonly Source[] = [cite('label-revia', 'contraindications: opioid use')];

/** What the screening allows on the first night of this plan. */
function screeningReasons(plan: Plan, { screening, today }: PlanContext): readonly Reason[] {
  const reason = (presence: Presence, says: string, blocks: Reason['blocks'], date?: IsoDate): Reason => ({
    rule: 'screening',
    presence,
    says,
    blocks,
    ...(date === undefined ? {} : { date }),
    evidence: [],
    sources: SCREENING_SOURCE,
  });
  if (!screening) return [reason('unknown', 'Screen first: no plan can be signed without a screening.', 'ask')];
  const { answer, date } = screening;
  if (answer === 'must-not')
    return [reason('present', 'Refused: the screening says this person must not start.', 'never')];
  if (answer === 'wait' && isIsoDate(date))
    return plan.regimen.start < date
      ? [reason('present', `Not before ${inWords(date)}: the screening says to wait until then.`, 'until', date)]
      : [
          reason('absent', `The start is not before ${inWords(date)}, as the screening asks.`, 'no'),
          ...aged(plan, screening, today),
        ];
  if (answer === 'may-start')
    return [reason('absent', 'The screening allows a start.', 'no'), ...aged(plan, screening, today)];
  return [reason('unknown', 'Refused: the screening has open questions. Answer them and screen again.', 'ask')];
}

/** A screening that is old by the first night (or by today, once that has passed), or was made after it, is repeated. */
function aged(plan: Plan, { on }: ScreeningAnswer, today: IsoDate | undefined): readonly Reason[] {
  if (on === undefined) return [];
  const { start } = plan.regimen;
  const day = today !== undefined && today > start ? today : start;
  const days = isIsoDate(on) && isIsoDate(day) ? daysBetween(on, day) : NaN;
  // A new version of a plan that is under way keeps its first night, so its screening comes after it.
  const inTime = isIsoDate(on) && (on <= start || plan.version > 1);
  if (days <= SCREENING_HOLDS_DAYS && inTime) return [];
  const says = `Screen again: the screening is of ${quote(on)}; it must be at most ${SCREENING_HOLDS_DAYS} days old by the first night, or by today, and not made after the first night of a new plan.`;
  return [
    {
      rule: 'screening-age',
      presence: 'unknown',
      says,
      blocks: 'ask',
      evidence: [{ from: 'screening.on', text: on }],
      sources: [assume('a month without asking again about opioids is too long; prescriptions change')],
    },
  ];
}
