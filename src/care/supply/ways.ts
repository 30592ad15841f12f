/**
 * Making a dose from whole units: all multisets of strengths whose sum is the amount, in exact whole micrograms. Doses
 * are a few milligrams and capsules a few a night, so plain enumeration is exact and small.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { FormId } from '../../domain/regimen.ts';
import { formById, type DoseForm } from '../../knowledge/forms/index.ts';

/** Units of one strength. */
export interface Part {
  readonly strengthUg: Micrograms;
  readonly units: number;
}

/** One way to make a dose; strengths distinct, largest first. */
export type Way = readonly Part[];

/** What a pharmacy can make of a form, and how much of it a person takes at once. */
export interface Offer {
  readonly form: DoseForm;
  readonly strengthsUg: readonly Micrograms[];
  readonly mostUnits: number;
}

/** All units together, of whatever strength. */
export const unitsOf = (parts: readonly { readonly units: number }[]): number =>
  parts.reduce((sum, part) => sum + part.units, 0);

/** Micrograms in so many units of a bottle. */
export const inUg = (bottle: { readonly form: FormId; readonly strengthUg: Micrograms }, units: number): Micrograms =>
  (units * bottle.strengthUg) / (formById(bottle.form)?.unitsPerStrength ?? Number.NaN);

/** Every way to make the amount, in the order: largest strengths first. Empty when there is none. */
export function waysToMake(amountUg: Micrograms, offer: Offer): readonly Way[] {
  const strengths = offer.strengthsUg.toSorted((a, b) => b - a);
  if (offer.form.kind === 'counted') return countedWays(amountUg, strengths, offer.mostUnits);
  return strengths.flatMap((strengthUg) => measuredWay(amountUg, strengthUg, offer));
}

function countedWays(amountUg: Micrograms, strengths: readonly Micrograms[], mostUnits: number): readonly Way[] {
  const [strengthUg, ...smaller] = strengths;
  if (amountUg === 0) return [[]];
  if (strengthUg === undefined || amountUg > mostUnits * strengthUg) return [];
  const most = Math.min(mostUnits, Math.floor(amountUg / strengthUg));
  return Array.from({ length: most + 1 }, (_, fewer) => most - fewer).flatMap((units) =>
    countedWays(amountUg - units * strengthUg, smaller, mostUnits - units).map((way) =>
      units === 0 ? way : [{ strengthUg, units }, ...way],
    ),
  );
}

function measuredWay(amountUg: Micrograms, strengthUg: Micrograms, { form, mostUnits }: Offer): readonly Way[] {
  const units = (amountUg * form.unitsPerStrength) / strengthUg;
  return units % form.incrementUnits === 0 && units <= mostUnits ? [[{ strengthUg, units }]] : [];
}

/** The nearest amounts below and above that can be made; absent where there is none. */
export function nearest(
  amountUg: Micrograms,
  offer: Offer,
): { readonly below?: Micrograms; readonly above?: Micrograms } {
  const amounts = makeable(offer);
  const below = amounts.findLast((made) => made < amountUg);
  const above = amounts.find((made) => made > amountUg);
  return { ...(below !== undefined && { below }), ...(above !== undefined && { above }) };
}

/** Every amount that the offer can make in one dose, smallest first. */
function makeable({ form, strengthsUg, mostUnits }: Offer): readonly Micrograms[] {
  if (form.kind === 'measured') {
    const marks = Math.floor(mostUnits / form.incrementUnits);
    return strengthsUg
      .flatMap((strengthUg) =>
        Array.from(
          { length: marks },
          (_, mark) => ((mark + 1) * form.incrementUnits * strengthUg) / form.unitsPerStrength,
        ),
      )
      .toSorted((a, b) => a - b);
  }
  let sums = new Set([0]);
  for (let units = 0; units < mostUnits; units++)
    sums = new Set([...sums].flatMap((sum) => [sum, ...strengthsUg.map((strengthUg) => sum + strengthUg)]));
  return [...sums].filter((sum) => sum > 0).toSorted((a, b) => a - b);
}
