/** Directions as FHIR dosage instructions: one for each run of nights and time of day, in order, each with its dates. */
import type { Dosage, Quantity } from 'fhir/r4';
import type { Direction, Fill } from '../../domain/order.ts';
import type { TimeOfDay } from '../../domain/regimen.ts';
import { milligrams, productsOf, units } from './medication.ts';
import { directionInWords, type DoseOfDirection } from './words.ts';

/** Codes of the value set event-timing. */
const WHEN = { morning: 'MORN', midday: 'NOON', evening: 'EVE', bedtime: 'HS' } as const satisfies Record<
  TimeOfDay,
  string
>;

/** All instructions of a fill; `sequence` counts from 1 within it, as FHIR asks of one request. */
export const dosagesOf = (fill: Fill): Dosage[] =>
  fill.directions
    .flatMap((direction) => direction.doses.map((dose) => ({ direction, dose })))
    .map(({ direction, dose }, index) => dosage(fill, direction, dose, index + 1));

function dosage(fill: Fill, direction: Direction, dose: DoseOfDirection, sequence: number): Dosage {
  return {
    sequence,
    text: directionInWords(fill, direction, dose),
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
    doseAndRate: [{ type: { text: 'ordered' }, doseQuantity: doseQuantity(fill, dose) }],
  };
}

/** Units of the product where there is one; milligrams of a kit, whose capsules differ (the text names them). */
function doseQuantity(fill: Fill, dose: DoseOfDirection): Quantity {
  const [only, ...more] = productsOf(fill);
  if (!only || more.length > 0) return milligrams(dose.amountUg);
  return units(
    only.bottle,
    dose.takes.reduce((sum, take) => sum + take.units, 0),
  );
}
