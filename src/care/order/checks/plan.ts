/** The order beside its plan: the same version, the same doses, night for night, under the same ceiling. */
import { inMg } from '../../../domain/amount.ts';
import { inWords } from '../../../domain/dates.ts';
import { hashOf, shortHash } from '../../../domain/hash.ts';
import type { Direction, Order } from '../../../domain/order.ts';
import type { Plan } from '../../../domain/plan.ts';
import { datedSteps, lastNight, type Dose } from '../../../domain/regimen.ts';
import { assume } from '../../../domain/source.ts';
import { dosesInWords } from '../words.ts';
import { directionsOf } from './amounts.ts';
import { when, type OrderCheck, type Place } from './row.ts';

const SIGNED = assume('what is filled must be what was signed');

/** A check that is silent without a plan. */
const withPlan = (find: (order: Order, plan: Plan) => readonly Place[]): OrderCheck['find'] => {
  return (order, plan) => (plan === undefined ? [] : find(order, plan));
};

export const PLAN_CHECKS: readonly OrderCheck[] = [
  {
    id: 'older-version',
    asks: 'Is it for the current version of the plan?',
    severity: 'refuse',
    source: SIGNED,
    find: withPlan(({ planVersion }, { version }) =>
      when(
        planVersion !== version,
        'planVersion',
        `The order is for version ${planVersion}, the plan is version ${version}.`,
        'Write the order again from the current plan.',
      ),
    ),
  },
  {
    id: 'other-plan',
    asks: 'Is it for this plan, unchanged?',
    severity: 'refuse',
    source: SIGNED,
    find: withPlan((order, plan) =>
      when(
        order.planVersion === plan.version && order.plan !== hashOf(plan),
        'plan',
        `The order names plan ${shortHash(order.plan)}, this plan is ${shortHash(hashOf(plan))}.`,
        'Write the order again from this plan.',
      ),
    ),
  },
  {
    id: 'doses-differ-from-plan',
    asks: 'Is every dose that of the plan?',
    severity: 'refuse',
    source: SIGNED,
    find: withPlan((order, plan) =>
      directionsOf(order).flatMap(({ direction, path }) => differing(direction, path, plan)),
    ),
  },
  {
    id: 'step-differs-from-plan',
    asks: 'Does every direction name its step?',
    severity: 'refuse',
    source: SIGNED,
    find: withPlan((order, { regimen }) =>
      directionsOf(order).flatMap(({ direction: { step, from, to }, path }) => {
        const own = datedSteps(regimen).find((dated) => dated.from <= from && to <= dated.to);
        const says = `It names step ${step + 1}; its nights are in step ${(own?.index ?? 0) + 1}.`;
        return when(own !== undefined && own.index !== step, `${path}.step`, says, 'Compile the supply again.');
      }),
    ),
  },
  {
    id: 'nights-differ-from-plan',
    asks: 'Does it begin and end with the plan?',
    severity: 'refuse',
    source: SIGNED,
    find: withPlan(({ supply }, { regimen }) => {
      const [from, to] = [supply.fills[0]?.from, supply.fills.at(-1)?.to];
      if (from === undefined || to === undefined) return [];
      return [
        ...when(
          from !== regimen.start,
          'supply.fills[0].from',
          `The first night is ${inWords(from)}, in the plan ${inWords(regimen.start)}.`,
          'Compile the supply again.',
        ),
        ...when(
          to !== lastNight(regimen),
          `supply.fills[${supply.fills.length - 1}].to`,
          `The last night is ${inWords(to)}, in the plan ${inWords(lastNight(regimen))}.`,
          'Compile the supply again.',
        ),
      ];
    }),
  },
  {
    id: 'above-ceiling',
    asks: "Is every day within the plan's ceiling?",
    severity: 'refuse',
    source: SIGNED,
    find: withPlan((order, { ceilingUg }) =>
      directionsOf(order).flatMap(({ direction: { doses }, path }) => {
        const day = doses.reduce((sum, dose) => sum + dose.amountUg, 0);
        return when(
          day > ceilingUg,
          path,
          `${inMg(day)} a day is above the ceiling of ${inMg(ceilingUg)}.`,
          'Lower it.',
        );
      }),
    ),
  },
];

/** The first night of a direction on which the plan says something else. Nights outside the plan are told elsewhere. */
function differing({ from, to, doses }: Direction, path: string, { regimen }: Plan): readonly Place[] {
  const other = datedSteps(regimen)
    .filter((dated) => dated.from <= to && from <= dated.to)
    .find(({ step }) => !isSame(doses, step.doses));
  if (other === undefined) return [];
  const night = inWords(other.from < from ? from : other.from);
  const says = `On ${night} the order says ${dosesInWords(doses)}, the plan ${dosesInWords(other.step.doses)}.`;
  return [{ path, says, todo: 'Compile the supply again from the plan.' }];
}

const isSame = (a: readonly Dose[], b: readonly Dose[]): boolean =>
  a.length === b.length && a.every(({ amountUg, at }, index) => amountUg === b[index]?.amountUg && at === b[index].at);
