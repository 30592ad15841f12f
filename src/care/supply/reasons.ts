/** Why the supply is as it is: one sentence for each decision, with what it rests on. */
import { inMg } from '../../domain/amount.ts';
import { inWords } from '../../domain/dates.ts';
import { inMoney } from '../../domain/money.ts';
import type { Fill } from '../../domain/order.ts';
import type { Reason } from '../../domain/result.ts';
import { assume, type Source } from '../../domain/source.ts';
import { formById } from '../../knowledge/forms/index.ts';
import type { Cupboard } from './cupboard.ts';
import type { Choice, Settings } from './types.ts';

const reason = (rule: string, says: string, sources: readonly Source[]): Reason => ({
  rule,
  presence: 'present',
  says,
  blocks: 'no',
  evidence: [],
  sources,
});

/** The reasons in reading order: the choice, the fills, what keeps them apart, spare, price, and what stays at home. */
export function because(
  chosen: Choice,
  choices: readonly Choice[],
  settings: Settings,
  cupboard: Cupboard,
): readonly Reason[] {
  const fills = chosen.supply.fills.filter((fill) => fill.bottles.length > 0);
  return [
    reason('supply-objective', comparison(chosen, choices), [assume('the prescriber chooses what matters most')]),
    reason('supply-one-bottle', 'In each fill every strength has one bottle, numbered through the whole plan.', [
      assume('one bottle for each strength leaves the fewest bottles to confuse'),
    ]),
    ...fills.map(beyondUseReason),
    ...spareReasons(fills, settings),
    reason('supply-price', `Prices follow a model in ${settings.prices.currency}; ask the pharmacy for its own.`, [
      ...settings.prices.sources,
    ]),
    ...homeReasons(chosen, settings, cupboard),
  ];
}

function comparison(chosen: Choice, choices: readonly Choice[]): string {
  const words = { bottles: 'fewest bottles', capsules: 'fewest capsules', cost: 'lowest cost' };
  const says = ({ objective, supply, units }: Choice) =>
    `${words[objective]}: ${supply.bottles} bottles, ${units} units, ${inMoney(supply.costCents, supply.currency)}`;
  const others = choices.filter((choice) => choice !== chosen).map(says);
  return `Chosen for the ${says(chosen)}. Beside it, ${others.join('; ')}.`;
}

function beyondUseReason({ number, beyondUse, to }: Fill): Reason {
  const deciding = beyondUse.limits.find((limit) => limit.id === beyondUse.because)!;
  return reason(
    'supply-beyond-use',
    `Fill ${number} ends on ${inWords(to)}, before its beyond-use date ${inWords(beyondUse.date)} (${deciding.says}).`,
    [deciding.source],
  );
}

function spareReasons(fills: readonly Fill[], { overagePercent }: Settings): readonly Reason[] {
  const ids = [...new Set(fills.flatMap((fill) => fill.bottles.map((bottle) => bottle.form)))];
  return ids.flatMap((id) => {
    const form = formById(id);
    if (form === undefined) return [];
    const percent = overagePercent ?? form.overagePercent;
    const source = overagePercent === undefined ? form.sources.overagePercent : assume('asked for with this supply');
    const holds = percent === 0 ? 'exactly what is taken' : `${percent} % more than is taken`;
    return [reason('supply-overage', `Each bottle of the form "${form.name}" holds ${holds}.`, [source])];
  });
}

/** What is left at home, so that nobody takes it beside the plan. */
function homeReasons({ supply }: Choice, { inHand }: Settings, cupboard: Cupboard): readonly Reason[] {
  const used = new Set(supply.cupboard?.map((bottle) => bottle.number));
  return inHand.map((bottle) => {
    const what = `Bottle ${bottle.number} at home (${inMg(bottle.strengthUg)})`;
    const says = used.has(bottle.number)
      ? `${what} is used before new ones; ${cupboard.left(bottle.number)} of ${bottle.left} units stay over.`
      : `${what} is not used by this plan: put it aside and return it, so that it is not taken by mistake.`;
    return reason('supply-at-home', says, [assume('what is paid for and in date is used first')]);
  });
}
