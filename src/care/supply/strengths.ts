/**
 * Which strengths a fill is made of. Fills do not share bottles, and every cost is a sum over fills, so the best set for
 * each fill is the best for the plan. All subsets of the offered strengths are tried: with a fixed subset the fewest
 * units for each dose are independent of each other, so the least over subsets is the least there is.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { Cents } from '../../domain/money.ts';
import type { DoseForm } from '../../knowledge/forms/index.ts';
import type { PriceTable } from '../../knowledge/prices/index.ts';
import type { Objective } from './types.ts';
import { unitsOf, waysToMake, type Offer, type Way } from './ways.ts';

/** A dose of a fill and on how many occasions it is taken from that fill. */
export interface Demand {
  readonly amountUg: Micrograms;
  readonly times: number;
}

/** How each amount is made, and what that comes to. */
export interface Mix {
  readonly ways: ReadonlyMap<Micrograms, Way>;
  readonly bottles: number;
  readonly units: number;
  /** Bottles and units; not the fee for the fill. */
  readonly costCents: Cents;
}

/** More offered strengths than this are refused by the caller: subsets double with each. */
export const MOST_STRENGTHS = 10;

/** The best way to make all demands of one form in one fill; undefined when some amount cannot be made. */
export function bestMix(
  demands: readonly Demand[],
  offer: Offer,
  objective: Objective,
  overagePercent: number,
  prices: PriceTable,
): Mix | undefined {
  const possible = demands.map((demand) => ({ ...demand, ways: ranked(demand.amountUg, offer) }));
  let best: Mix | undefined;
  for (const subset of subsets(offer.strengthsUg)) {
    const ways = chosenWays(possible, subset);
    if (ways === undefined) continue;
    const mix = weigh(demands, ways, offer.form, overagePercent, prices);
    if (best === undefined || isLess(rank(mix, objective), rank(best, objective))) best = mix;
  }
  return best;
}

/** Ways with the fewest units first, then the fewest strengths, then the largest strengths. */
const ranked = (amountUg: Micrograms, offer: Offer): readonly Way[] =>
  waysToMake(amountUg, offer).toSorted((a, b) => unitsOf(a) - unitsOf(b) || a.length - b.length);

/**
 * Non-empty subsets. Of two that are equally good the earlier one wins: the one whose smallest strength is larger, because
 * small capsules are the hardest to fill exactly.
 */
function subsets(strengthsUg: readonly Micrograms[]): readonly ReadonlySet<Micrograms>[] {
  const descending = strengthsUg.toSorted((a, b) => b - a);
  return Array.from(
    { length: 2 ** descending.length - 1 },
    (_, index) => new Set(descending.filter((_strength, bit) => ((index + 1) >> bit) & 1)),
  );
}

function chosenWays(
  possible: readonly { readonly amountUg: Micrograms; readonly ways: readonly Way[] }[],
  subset: ReadonlySet<Micrograms>,
): ReadonlyMap<Micrograms, Way> | undefined {
  const chosen = new Map<Micrograms, Way>();
  for (const { amountUg, ways } of possible) {
    const way = ways.find((candidate) => candidate.every((part) => subset.has(part.strengthUg)));
    if (way === undefined) return undefined;
    chosen.set(amountUg, way);
  }
  return chosen;
}

function weigh(
  demands: readonly Demand[],
  ways: ReadonlyMap<Micrograms, Way>,
  form: DoseForm,
  overagePercent: number,
  prices: PriceTable,
): Mix {
  const used = new Map<Micrograms, number>();
  for (const { amountUg, times } of demands)
    for (const { strengthUg, units } of ways.get(amountUg) ?? [])
      used.set(strengthUg, (used.get(strengthUg) ?? 0) + units * times);
  const all = [...used.values()];
  return {
    ways,
    bottles: used.size,
    units: all.reduce((sum, units) => sum + units, 0),
    costCents: all.reduce((sum, units) => sum + bottleCents(quantityFor(units, form, overagePercent), form, prices), 0),
  };
}

/** What goes into a bottle from which `used` units are taken: the overage on top, rounded up to what is dispensed. */
export const quantityFor = (used: number, form: DoseForm, overagePercent: number): number =>
  Math.ceil((used * (100 + overagePercent)) / 100 / form.dispensedIn) * form.dispensedIn;

/** The price of one bottle and its content, in whole cents. */
export const bottleCents = (quantity: number, form: DoseForm, prices: PriceTable): Cents =>
  prices.perBottleCents + (quantity / form.unitsPerStrength) * (prices.perUnitCents[form.id] ?? Number.NaN);

function rank({ bottles, units, costCents }: Mix, objective: Objective): readonly number[] {
  if (objective === 'bottles') return [bottles, units, costCents];
  if (objective === 'capsules') return [units, bottles, costCents];
  return [costCents, bottles, units];
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
