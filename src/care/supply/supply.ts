/**
 * The compiler from a plan to bottles: which strengths, how many capsules in which bottle, how many fills, until when
 * they may be used, what they cost and what is left over. Everything is exact in whole micrograms; the fewest fills come
 * first, then the objective. What cannot be made is a problem with the nearest dose that can.
 */
import type { Bottle, Fill, Supply } from '../../domain/order.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { lastNight } from '../../domain/regimen.ts';
import type { DoseForm } from '../../knowledge/forms/index.ts';
import { ASSUMED_PRICES } from '../../knowledge/prices/index.ts';
import { Cupboard } from './cupboard.ts';
import { makeFill, type Making } from './fills.ts';
import { formsToMake, nightsFrom, type Night } from './nights.ts';
import { because } from './reasons.ts';
import { dateDoubts, optionProblems, planProblems, unmakeable, noDivision } from './refusals.ts';
import { spansFor } from './spans.ts';
import {
  LEAD_DAYS,
  MAX_DAYS_PER_FILL,
  OBJECTIVES,
  type Choice,
  type Objective,
  type Settings,
  type Span,
  type SupplyAnswer,
  type SupplyOptions,
} from './types.ts';
import { inUg, unitsOf, type Offer } from './ways.ts';

/** The bottles that supply the plan, under each objective side by side, with reasons and problems. */
export function supply(plan: Plan, options: SupplyOptions = {}): SupplyAnswer {
  const settings = withDefaults(options);
  const wrong = [...planProblems(plan, settings), ...optionProblems(settings)];
  if (wrong.length > 0) return refused(wrong);

  const cupboard = new Cupboard(settings.inHand);
  const offerOf = (form: DoseForm) => offerFor(form, settings);
  const nights = nightsFrom(plan.regimen, cupboard, (form) => offerOf(form).mostUnits);
  const impossible = unmakeable(nights, offerOf);
  if (impossible.length > 0) return refused(impossible);

  const spans = spansFor(nights, settings);
  if (spans === undefined) return refused([noDivision(settings)]);
  const home = homeBottles(nights, settings, cupboard);
  const choices = OBJECTIVES.map((objective) => choiceFor(objective, plan, nights, spans, home, settings));
  const chosen = choices.find((choice) => choice.objective === (options.objective ?? 'bottles'))!;
  return {
    chosen: chosen.supply,
    choices,
    because: because(chosen, choices, settings, cupboard),
    problems: dateDoubts(chosen.supply, settings),
  };
}

const refused = (problems: readonly Problem[]): SupplyAnswer => ({ choices: [], because: [], problems });

const withDefaults = (options: SupplyOptions): Settings => ({
  ...options,
  leadDays: options.leadDays ?? LEAD_DAYS,
  maxDaysPerFill: options.maxDaysPerFill ?? MAX_DAYS_PER_FILL,
  prices: options.prices ?? ASSUMED_PRICES,
  inHand: options.inHand ?? [],
});

const offerFor = (form: DoseForm, settings: Settings): Offer => ({
  form,
  strengthsUg: (form.kind === 'counted' ? settings.strengthsUg : undefined) ?? form.strengthsUg,
  mostUnits: (form.kind === 'counted' ? settings.maxUnitsPerDose : undefined) ?? form.mostUnitsPerDose,
});

const overageOf = (settings: Settings) => (form: DoseForm) => settings.overagePercent ?? form.overagePercent;

/** The bottles at home that the plan uses, with what it takes from each. */
function homeBottles(nights: readonly Night[], settings: Settings, cupboard: Cupboard): readonly Bottle[] {
  return settings.inHand.flatMap(({ number, form, strengthUg, left, beyondUse }) => {
    const on = nights.filter(({ doses }) => doses.some(({ home }) => home?.some((take) => take.bottle === number)));
    const [from, to] = [on[0]?.date, on.at(-1)?.date];
    if (from === undefined || to === undefined) return [];
    return [{ number, form, strengthUg, quantity: left, used: left - cupboard.left(number), from, to, beyondUse }];
  });
}

function choiceFor(
  objective: Objective,
  plan: Plan,
  nights: readonly Night[],
  spans: readonly Span[],
  home: readonly Bottle[],
  settings: Settings,
): Choice {
  const forms = formsToMake(nights);
  const making: Making = {
    offers: new Map(forms.map((form) => [form, offerFor(form, settings)])),
    overage: overageOf(settings),
    prices: settings.prices,
    objective,
  };
  const fills: Fill[] = [];
  let nextBottle = Math.max(0, ...settings.inHand.map((bottle) => bottle.number)) + 1;
  for (const span of spans) {
    const fill = makeFill(fills.length + 1, span, nights.slice(span.first, span.last + 1), nextBottle, making);
    nextBottle += fill.bottles.length;
    fills.push(fill);
  }
  const bottles = fills.flatMap((fill) => fill.bottles);
  return {
    objective,
    supply: supplyOf(plan, fills, home, settings),
    strengths: [...new Set(bottles.map((bottle) => bottle.strengthUg))].toSorted((a, b) => a - b),
    units: bottles.reduce((sum, bottle) => sum + bottle.used, 0),
  };
}

function supplyOf(plan: Plan, fills: readonly Fill[], home: readonly Bottle[], settings: Settings): Supply {
  const bottles = fills.flatMap((fill) => fill.bottles);
  const unusedHome = settings.inHand.reduce((sum, bottle) => {
    const used = home.find(({ number }) => number === bottle.number)?.used ?? 0;
    return sum + inUg(bottle, bottle.left - used);
  }, 0);
  return {
    ...(home.length > 0 && { cupboard: home }),
    fills,
    runOut: lastNight(plan.regimen),
    currency: settings.prices.currency,
    costCents: fills.reduce((sum, fill) => sum + fill.costCents, 0),
    bottles: bottles.length,
    mostUnitsPerDay: Math.max(
      0,
      ...fills.flatMap(({ directions }) => directions).map(({ doses }) => unitsOf(doses.flatMap((dose) => dose.takes))),
    ),
    leftoverUg: bottles.reduce((sum, bottle) => sum + inUg(bottle, bottle.quantity - bottle.used), unusedHome),
  };
}
