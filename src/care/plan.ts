/**
 * From a named protocol to a plan that a prescriber may sign: make it, edit it, check it, and replace it by a new
 * version. A plan covers every night from the first to the last exactly once, because its steps carry no dates.
 */
import { isIsoDate, type IsoDate } from '../domain/dates.ts';
import { hashOf } from '../domain/hash.ts';
import type { Plan } from '../domain/plan.ts';
import { error, quote, type Problem } from '../domain/problem.ts';
import type { FormId } from '../domain/regimen.ts';
import type { Reason } from '../domain/result.ts';
import { PROTOCOLS, protocolOf, type Protocol } from '../knowledge/protocols/index.ts';
import { FRAME_SOURCES } from '../knowledge/protocols/protocol.ts';
import { checkBounds } from './plan/check.ts';
import { editAll, editPlan, type Edited } from './plan/edit.ts';
import type { Edit } from './plan/edits.ts';

export { checkPlan, type PlanCheck, type PlanContext, type ScreeningAnswer } from './plan/check.ts';
export { editAll, editPlan, type Edited } from './plan/edit.ts';
export type { Edit } from './plan/edits.ts';
export { stepInWords, stepsInWords } from './plan/words.ts';

export interface PlanRequest {
  /** Id of a protocol in PROTOCOLS. */
  readonly protocol: string;
  /** The first night. */
  readonly start: IsoDate;
  /** Id of a dose form; the protocol's own (capsules) when absent. */
  readonly form?: FormId;
  readonly edits?: readonly Edit[];
}

export interface Planned {
  /** Absent when the request names no protocol or no date. It may still have problems: then it is not signable. */
  readonly plan?: Plan;
  readonly because: readonly Reason[];
  readonly problems: readonly Problem[];
}

/** Makes the first version of a plan. Who it is for is not asked here; `checkPlan` does, before it can be signed. */
export function planFrom({ protocol: id, start, form, edits = [] }: PlanRequest): Planned {
  const protocol = protocolOf(id);
  if (!protocol || !isIsoDate(start)) return { because: [], problems: requestProblems(protocol, id, start) };
  const first = firstVersion(protocol, start);
  const formed: Edited =
    form === undefined ? { plan: first, problems: [] } : editPlan(first, { kind: 'set-form', form });
  const { plan, problems } = editAll(formed.plan, edits);
  const checked = checkBounds(plan);
  return {
    plan,
    because: [protocolReason(protocol), ...checked.because],
    problems: [...formed.problems, ...problems, ...checked.problems],
  };
}

/** The same plan as the next version, naming the hash of the one it replaces. Edit it, check it, sign it again. */
export const newVersion = (plan: Plan): Plan => ({ ...plan, version: plan.version + 1, replaces: hashOf(plan) });

const firstVersion = (protocol: Protocol, start: IsoDate): Plan => ({
  protocol: protocol.id,
  version: 1,
  regimen: { start, steps: protocol.steps },
  ceilingUg: protocol.ceilingUg,
  checkPoints: protocol.checkPoints,
  stepBacks: protocol.stepBacks,
  stopRule: protocol.stopRule,
  reasons: {},
});

const protocolReason = (protocol: Protocol): Reason => ({
  rule: `protocol:${protocol.id}`,
  presence: 'present',
  says: `${protocol.name}. Used by: ${protocol.usedBy} ${protocol.evidence}`,
  blocks: 'no',
  evidence: [],
  sources: [...protocol.sources, ...FRAME_SOURCES],
});

function requestProblems(protocol: Protocol | undefined, id: string, start: IsoDate): readonly Problem[] {
  const ids = PROTOCOLS.map((known) => known.id).join(', ');
  return [
    ...(protocol ? [] : [error('protocol', quote(id), `one of ${ids}`, 'Choose a protocol of the list.')]),
    ...(isIsoDate(start)
      ? []
      : [error('start', quote(start), 'a date such as 2027-03-01', 'Give the date of the first night.')]),
  ];
}
