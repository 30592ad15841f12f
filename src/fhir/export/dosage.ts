/** Directions as FHIR dosage instructions: one for each run of nights and time of day, in order, each with its dates. */
import type { Dosage, Quantity } from 'fhir/r4';
import type { Direction, Fill, Order, Take } from '../../domain/order.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';
import { milligrams, productOf, productsOf, units } from './medication.ts';
import { bottleOf, directionInWords } from '../../care/order/words.ts';

/** Codes of the value set event-timing. */
const WHEN = { morning: 'MORN', midday: 'NOON', evening: 'EVE', bedtime: 'HS' } as const satisfies Record<
  TimeOfDay,
  string
>;

/**
 * All instructions of a fill. Doses of one day share the `sequence` of their run of nights: FHIR reads the same number as
 * "at the same time" and different numbers as "one after the other".
 */
export const dosagesOf = (order: Order, fill: Fill): Dosage[] =>
  fill.directions
    .flatMap((direction) => direction.doses.map((dose) => ({ direction, dose })))
    .map(({ direction, dose }) => dosage(order, fill, direction, dose, direction.sequence));

type DoseOfDirection = Direction['doses'][number];

function dosage(order: Order, fill: Fill, direction: Direction, dose: DoseOfDirection, sequence: number): Dosage {
  return {
    sequence,
    text: directionInWords(order.supply, { ...direction, doses: [dose] }),
    timing: {
      repeat: {
        boundsPeriod: { start: direction.from, end: direction.to },
        frequency: 1,
        period: 1,
        periodUnit: 'd',
        when: [WHEN[dose.at]],
      },
    },
    asNeededBoolean: false,
    route: { text: 'oral' },
    doseAndRate: [{ type: { text: 'ordered' }, doseQuantity: doseQuantity(order, fill, dose) }],
  };
}

/** Units where the whole dose is one product of this fill; otherwise milligrams, and the text names the capsules. */
function doseQuantity(order: Order, fill: Fill, dose: DoseOfDirection): Quantity {
  const [only, ...more] = productsOf(fill);
  const isOnly = (take: Take) =>
    only !== undefined && productOf(bottleOf(order.supply, take.bottle)) === productOf(only.bottle);
  if (!only || more.length > 0 || !dose.takes.every(isOnly)) return milligrams(dose.amountUg);
  return units(
    only.bottle,
    dose.takes.reduce((sum, take) => sum + take.units, 0),
  );
}
