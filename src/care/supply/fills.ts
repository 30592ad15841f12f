/** From nights and chosen strengths to numbered bottles and directions. One bottle for each strength in each fill. */
import type { Micrograms } from '../../domain/amount.ts';
import type { Bottle, Direction, Fill, Take } from '../../domain/order.ts';
import type { DoseForm } from '../../knowledge/forms/index.ts';
import type { PriceTable } from '../../knowledge/prices/index.ts';
import { demandsOf, formsToMake, type Night, type NightDose } from './nights.ts';
import { bestMix, bottleCents, quantityFor, type Mix } from './strengths.ts';
import type { Objective, Span } from './types.ts';
import type { Offer } from './ways.ts';

export interface Making {
  readonly offers: ReadonlyMap<DoseForm, Offer>;
  readonly overage: (form: DoseForm) => number;
  readonly prices: PriceTable;
  readonly objective: Objective;
}

/** One fill: the nights of the span, its bottles numbered from `firstBottle`. */
export function makeFill(
  number: number,
  span: Span,
  nights: readonly Night[],
  firstBottle: number,
  making: Making,
): Fill {
  const mixes = new Map(formsToMake(nights).map((form) => [form, mixFor(form, nights, making)]));
  const { bottles, takesOf } = bottlesFor(nights, mixes, firstBottle, making);
  return {
    number,
    on: span.on,
    from: nights[0]!.date,
    to: nights.at(-1)!.date,
    daysSupply: nights.length,
    bottles: bottles.map(({ bottle }) => bottle),
    directions: directionsFor(nights, takesOf),
    beyondUse: span.beyondUse,
    costCents: bottles.reduce(
      (sum, { bottle, form }) => sum + bottleCents(bottle.quantity, form, making.prices),
      bottles.length > 0 ? making.prices.perFillCents : 0,
    ),
  };
}

function mixFor(form: DoseForm, nights: readonly Night[], making: Making): Mix {
  const offer = making.offers.get(form);
  const mix = offer && bestMix(demandsOf(nights, form), offer, making.objective, making.overage(form), making.prices);
  if (mix === undefined) throw new RangeError(`doses of ${form.name} that cannot be made reached the filling`);
  return mix;
}

interface Filled {
  readonly form: DoseForm;
  readonly bottle: Bottle;
}

/** The bottles of a fill in the order of first use, and how each dose is taken from them. */
function bottlesFor(
  nights: readonly Night[],
  mixes: ReadonlyMap<DoseForm, Mix>,
  firstBottle: number,
  making: Making,
): { readonly bottles: readonly Filled[]; readonly takesOf: (night: Night, dose: NightDose) => readonly Take[] } {
  const filled = new Map<string, Filled>();
  const keyOf = (form: DoseForm, strengthUg: Micrograms) => `${form.id} ${strengthUg}`;
  const wayOf = (night: Night, dose: NightDose) =>
    dose.home === undefined ? mixes.get(night.form)!.ways.get(dose.amountUg)!.toReversed() : [];
  for (const night of nights)
    for (const { strengthUg, units } of night.doses.flatMap((dose) => wayOf(night, dose))) {
      const key = keyOf(night.form, strengthUg);
      const bottle = filled.get(key)?.bottle ?? {
        number: firstBottle + filled.size,
        form: night.form.id,
        strengthUg,
        quantity: 0,
        used: 0,
        from: night.date,
        to: night.date,
      };
      filled.set(key, { form: night.form, bottle: { ...bottle, used: bottle.used + units, to: night.date } });
    }
  const bottles = [...filled.values()].map(({ form, bottle }) => ({
    form,
    bottle: { ...bottle, quantity: quantityFor(bottle.used, form, making.overage(form)) },
  }));
  const takesOf = (night: Night, dose: NightDose): readonly Take[] =>
    dose.home ??
    wayOf(night, dose).map(({ strengthUg, units }) => ({
      bottle: filled.get(keyOf(night.form, strengthUg))!.bottle.number,
      units,
    }));
  return { bottles, takesOf };
}

/** Runs of nights of one step, whose doses are the same, on which the same is taken from the same bottles. */
function directionsFor(
  nights: readonly Night[],
  takesOf: (night: Night, dose: NightDose) => readonly Take[],
): readonly Direction[] {
  const directions: Direction[] = [];
  for (const night of nights) {
    const doses = night.doses.map((dose) => ({ at: dose.at, amountUg: dose.amountUg, takes: takesOf(night, dose) }));
    const before = directions.at(-1);
    if (before?.step === night.step && isSame(before.doses, doses))
      directions[directions.length - 1] = { ...before, to: night.date };
    else
      directions.push({ sequence: directions.length + 1, step: night.step, from: night.date, to: night.date, doses });
  }
  return directions;
}

/** Whether the doses of two nights of one step are taken alike. */
const isSame = (a: Direction['doses'], b: Direction['doses']): boolean =>
  a.every(({ takes }, dose) => {
    const others = b[dose]?.takes;
    return (
      takes.length === others?.length &&
      takes.every(({ bottle, units }, index) => bottle === others[index]?.bottle && units === others[index].units)
    );
  });
