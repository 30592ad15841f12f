/**
 * What is compounded for one fill. One strength is one medication; several strengths are a kit whose parts are
 * medications of their own, because a single strength would be untrue.
 */
import type { CodeableConcept, Medication, MedicationIngredient, Quantity, Ratio } from 'fhir/r4';
import { inMg } from '../../domain/amount.ts';
import type { Bottle, Fill, Order } from '../../domain/order.ts';
import { SYSTEMS } from '../../domain/patient.ts';
import { formById } from '../../knowledge/forms/index.ts';

/** RxNorm ingredient naltrexone; the salt has no code here and stands in the text. */
const NALTREXONE = { system: SYSTEMS.rxnorm, code: '7243', display: 'naltrexone' };

/**
 * Whether doses are measured (microlitres) and not counted (capsules).
 * @throws RangeError when no such form is registered (an order that was put together wrongly)
 */
function isLiquid({ form }: Bottle): boolean {
  const found = formById(form);
  if (!found) throw new RangeError(`"${form}" is not a registered dose form`);
  return found.kind === 'measured';
}

/** Each product carries the ingredient's code, a kit too: whoever screens for naltrexone must find it. */
const naltrexone = (text: string): CodeableConcept => ({ coding: [NALTREXONE], text });

/** A quantity with a UCUM unit; `unit` is for people, `code` for machines. */
export const quantity = (value: number, unit: string, code = unit): Quantity => ({
  value,
  unit,
  system: SYSTEMS.ucum,
  code,
});

export const milligrams = (amountUg: number): Quantity => quantity(amountUg / 1000, 'mg');

/** Capsules are counted; microlitres become millilitres. */
export const units = (bottle: Bottle, count: number): Quantity =>
  isLiquid(bottle) ? quantity(count / 1000, 'mL') : quantity(count, count === 1 ? 'capsule' : 'capsules', '{capsule}');

const one = (bottle: Bottle): Quantity => (isLiquid(bottle) ? quantity(1, 'mL') : quantity(1, 'capsule', '{capsule}'));
const oneKit = (): Quantity => quantity(1, 'kit', '{kit}');

/** Bottles of the same form and strength hold the same product. */
export const productOf = (bottle: Bottle | undefined): string | undefined =>
  bottle && `${bottle.form} ${bottle.strengthUg}`;

/** One entry for each product of the fill, with how much of it all its bottles hold. */
export function productsOf(fill: Fill): readonly { readonly bottle: Bottle; readonly count: number }[] {
  const products = new Map<string | undefined, { bottle: Bottle; count: number }>();
  for (const bottle of fill.bottles) {
    const key = productOf(bottle);
    const count = (products.get(key)?.count ?? 0) + bottle.quantity;
    products.set(key, { bottle: products.get(key)?.bottle ?? bottle, count });
  }
  return [...products.values()];
}

/** The contained medications of a request; the first, with id `medication`, is what is ordered. A fill from bottles at home has only its name. */
export function medicationsOf(order: Order, fill: Fill): readonly Medication[] {
  const products = productsOf(fill);
  const [only, ...more] = products;
  if (!only) return [{ resourceType: 'Medication', id: 'medication', code: naltrexone(`${order.drug}, at home`) }];
  if (more.length === 0) return [medication(order, only.bottle, 'medication')];
  const parts = products.map(({ bottle }, index) => medication(order, bottle, `part-${index + 1}`));
  const ingredient = products.map(({ bottle, count }, index) => ({
    itemReference: { reference: `#part-${index + 1}` },
    strength: { numerator: units(bottle, count), denominator: oneKit() },
  }));
  const text = `${order.drug}, low dose, kit of ${products.map(({ bottle }) => strengthInWords(bottle)).join(' and ')}`;
  return [
    { resourceType: 'Medication', id: 'medication', code: naltrexone(text), form: { text: 'kit' }, ingredient },
    ...parts,
  ];
}

/** `0.5 mg capsules`, `1 mg/mL oral liquid`. */
export const strengthInWords = (bottle: Bottle): string =>
  isLiquid(bottle) ? `${inMg(bottle.strengthUg)}/mL oral liquid` : `${inMg(bottle.strengthUg)} capsules`;

function medication(order: Order, bottle: Bottle, id: string): Medication {
  return {
    resourceType: 'Medication',
    id,
    code: {
      coding: [NALTREXONE],
      text: `${order.drug} ${strengthInWords(bottle)}, ${order.release} release, compounded`,
    },
    form: { text: isLiquid(bottle) ? 'oral liquid' : 'capsule' },
    ingredient: [active(order, bottle), filler(order)],
  };
}

const active = (order: Order, bottle: Bottle): MedicationIngredient => ({
  itemCodeableConcept: { coding: [NALTREXONE], text: order.drug },
  isActive: true,
  strength: strength(bottle),
});

const strength = (bottle: Bottle): Ratio => ({ numerator: milligrams(bottle.strengthUg), denominator: one(bottle) });

const filler = (order: Order): MedicationIngredient => ({
  itemCodeableConcept: { text: order.filler },
  isActive: false,
});

/** How much the pharmacy hands over: units of the one product, or one kit; undefined when all of it is at home. */
export function dispensed(fill: Fill): Quantity | undefined {
  const [only, ...more] = productsOf(fill);
  if (!only) return undefined;
  return more.length === 0 ? units(only.bottle, only.count) : oneKit();
}
