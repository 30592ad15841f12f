/** Amounts: strengths that exist, doses that are whole units of them, and none above what a low dose can be. */
import { inMg, type Micrograms } from '../../../domain/amount.ts';
import { inWords } from '../../../domain/dates.ts';
import type { Bottle, Direction, Order } from '../../../domain/order.ts';
import { assume, cite } from '../../../domain/source.ts';
import { formById } from '../../../knowledge/forms/index.ts';
import { bottleOf, quantityInWords } from '../words.ts';
import { MOST_A_DAY_UG } from './limits.ts';
import { when, type OrderCheck, type Place } from './row.ts';

/** Assumed: below this a number of micrograms was almost surely meant as milligrams. */
const LEAST_STRENGTH_UG = 50;

/** An amount of an order that may be wrong: a fraction of a microgram is shown as it stands. */
export const shown = (amountUg: Micrograms): string =>
  Number.isSafeInteger(amountUg) ? inMg(amountUg) : `${amountUg} micrograms`;

/** Every bottle that the order asks for, with its path. */
export const bottlesOf = ({ supply }: Order): readonly { readonly bottle: Bottle; readonly path: string }[] =>
  supply.fills.flatMap((fill, f) =>
    fill.bottles.map((bottle, b) => ({ bottle, path: `supply.fills[${f}].bottles[${b}]` })),
  );

/** Every direction with its path and its fill. */
export const directionsOf = ({ supply }: Order) =>
  supply.fills.flatMap((fill, f) =>
    fill.directions.map((direction, d) => ({ fill, direction, path: `supply.fills[${f}].directions[${d}]` })),
  );

const strengthsOf = ({ form }: Bottle): readonly number[] => formById(form)?.strengthsUg ?? [];
const isTenfold = (bottle: Bottle): boolean =>
  !strengthsOf(bottle).includes(bottle.strengthUg) &&
  strengthsOf(bottle).some((known) => bottle.strengthUg === known * 10 || bottle.strengthUg * 10 === known);
const isMilligrams = ({ strengthUg }: Bottle): boolean => strengthUg < LEAST_STRENGTH_UG;

export const AMOUNT_CHECKS: readonly OrderCheck[] = [
  {
    id: 'form-unknown',
    asks: 'Is every form one that the product knows?',
    severity: 'refuse',
    source: assume('an unlisted form has no beyond-use date and no increment'),
    find: (order) =>
      bottlesOf(order).flatMap(({ bottle, path }) =>
        when(
          !formById(bottle.form),
          `${path}.form`,
          `The form "${bottle.form}" is not listed.`,
          'Choose a listed form.',
        ),
      ),
  },
  {
    id: 'strength-tenfold',
    asks: 'Is a strength wrong by a factor of ten?',
    severity: 'refuse',
    source: assume('4.5 and 45 mg differ by one dot; the commonest grave error of decimals'),
    find: (order) =>
      bottlesOf(order).flatMap(({ bottle, path }) =>
        when(
          isTenfold(bottle),
          `${path}.strengthUg`,
          `${shown(bottle.strengthUg)} is ten times too much or too little for a listed strength.`,
          'Check the decimal point.',
        ),
      ),
  },
  {
    id: 'strength-in-milligrams',
    asks: 'Is a strength given in milligrams where micrograms stand?',
    severity: 'refuse',
    source: assume('no capsule of less than 50 micrograms is made for this use'),
    find: (order) =>
      bottlesOf(order).flatMap(({ bottle, path }) =>
        when(
          isMilligrams(bottle),
          `${path}.strengthUg`,
          `${bottle.strengthUg} micrograms is no strength; milligrams were probably meant.`,
          'Write micrograms: 1.5 mg is 1500.',
        ),
      ),
  },
  {
    id: 'strength-not-listed',
    asks: 'Is every strength one that pharmacies make?',
    severity: 'refuse',
    source: assume('strengths named by compounding pharmacies, see the form'),
    find: (order) =>
      bottlesOf(order).flatMap(({ bottle, path }) => {
        const known = !formById(bottle.form) || strengthsOf(bottle).includes(bottle.strengthUg);
        return when(
          !known && !isTenfold(bottle) && !isMilligrams(bottle),
          `${path}.strengthUg`,
          `${shown(bottle.strengthUg)} is not a listed strength.`,
          `Choose ${strengthsOf(bottle).map(inMg).join(', ')}.`,
        );
      }),
  },
  {
    id: 'dose-above-bound',
    asks: 'Is a day above the highest low dose?',
    severity: 'refuse',
    source: cite('final-2024', 'abstract: up to 6 mg'),
    find: (order) =>
      directionsOf(order).flatMap(({ direction, path }) =>
        when(
          dayOf(direction) > MOST_A_DAY_UG,
          path,
          `${shown(dayOf(direction))} a day is above ${inMg(MOST_A_DAY_UG)}.`,
          'Check for a lost decimal point; a low dose is at most 6 mg.',
        ),
      ),
  },
  {
    id: 'night-without-dose',
    asks: 'Has every direction a dose?',
    severity: 'refuse',
    source: assume('a direction that says to take nothing is a night left out'),
    find: (order) =>
      directionsOf(order).flatMap(({ direction, path }) =>
        when(
          direction.doses.length === 0,
          `${path}.doses`,
          `Nothing is taken from ${inWords(direction.from)} to ${inWords(direction.to)}.`,
          'Say what is taken, or end the fill before.',
        ),
      ),
  },
  {
    id: 'time-of-day-twice',
    asks: 'Has each dose of a day a time of its own?',
    severity: 'refuse',
    source: assume('two doses at one bedtime are read as one, or taken twice'),
    find: (order) =>
      directionsOf(order).flatMap(({ direction: { doses }, path }) =>
        when(
          new Set(doses.map(({ at }) => at)).size < doses.length,
          `${path}.doses`,
          `Two doses stand at one time: ${doses.map(({ at }) => at).join(', ')}.`,
          'Write one dose for each time of day.',
        ),
      ),
  },
  {
    id: 'bottle-not-yet-made',
    asks: 'Is every bottle made before it is used?',
    severity: 'refuse',
    source: assume('a bottle of the next fill is not yet in the house'),
    find: (order) =>
      directionsOf(order).flatMap(({ fill, direction, path }) => {
        const home = new Set(order.supply.cupboard?.map(({ number }) => number));
        const later = order.supply.fills
          .filter(({ on }) => on > direction.from)
          .flatMap(({ bottles }) => bottles)
          .filter(({ number }) => !home.has(number));
        const early = direction.doses
          .flatMap(({ takes }) => takes)
          .find((take) => later.some(({ number }) => number === take.bottle));
        return when(
          early !== undefined && !fill.bottles.some(({ number }) => number === early.bottle),
          path,
          `Bottle ${early?.bottle} is used from ${inWords(direction.from)}, before it is made.`,
          'Take it from a bottle of this fill.',
        );
      }),
  },
  {
    id: 'bottle-not-listed',
    asks: 'Is every dose taken from a bottle of the order?',
    severity: 'refuse',
    source: assume('the number on the label is how the patient finds the bottle'),
    find: (order) =>
      takesOf(order).flatMap(({ take, path }) =>
        when(
          bottleOf(order.supply, take.bottle) === undefined,
          path,
          `Bottle ${take.bottle} is not in the order.`,
          'Correct the number.',
        ),
      ),
  },
  {
    id: 'dose-not-whole',
    asks: 'Is every take a whole number of units?',
    severity: 'refuse',
    source: assume('capsules are swallowed whole; a syringe is read at its marks'),
    find: (order) =>
      takesOf(order).flatMap(({ take, path }) => {
        const bottle = bottleOf(order.supply, take.bottle);
        const step = (bottle && formById(bottle.form))?.incrementUnits ?? 1;
        const whole = take.units > 0 && take.units % step === 0;
        return when(!whole, `${path}.units`, `${take.units} units cannot be taken.`, `Write a multiple of ${step}.`);
      }),
  },
  { ...agreement('dose-not-from-bottles', 'counted'), asks: 'Do the capsules of a dose add up to it?' },
  { ...agreement('mg-or-ml', 'measured'), asks: 'Do millilitres and milligrams of the liquid agree?' },
  {
    id: 'many-units',
    asks: 'Are there few enough units in one dose?',
    severity: 'warn',
    source: assume('more than four capsules at once is miscounted and given up; no study'),
    find: (order) =>
      directionsOf(order).flatMap(({ direction, path }) =>
        direction.doses.flatMap((dose, index) => {
          const first = bottleOf(order.supply, dose.takes[0]?.bottle ?? 0);
          const most = (first && formById(first.form))?.mostUnitsPerDose ?? Infinity;
          const units = dose.takes.reduce((sum, take) => sum + take.units, 0);
          return when(
            first !== undefined && units > most,
            `${path}.doses[${index}]`,
            `One dose is ${first && quantityInWords(first, units)}.`,
            'Choose larger strengths.',
          );
        }),
      ),
  },
];

const dayOf = ({ doses }: Direction): number => doses.reduce((sum, dose) => sum + dose.amountUg, 0);

const takesOf = (order: Order) =>
  directionsOf(order).flatMap(({ direction, path }) =>
    direction.doses.flatMap((dose, d) =>
      dose.takes.map((take, t) => ({ take, path: `${path}.doses[${d}].takes[${t}]` })),
    ),
  );

/** Whether what is taken from the bottles is the amount of the dose, for one kind of form. */
function agreement(id: string, kind: 'counted' | 'measured'): Omit<OrderCheck, 'asks'> {
  const find = (order: Order): readonly Place[] =>
    directionsOf(order).flatMap(({ direction, path }) =>
      direction.doses.flatMap(({ amountUg, takes }, index) => {
        const parts = takes.map(({ bottle: number, units }) => ({ bottle: bottleOf(order.supply, number), units }));
        const takenUg = parts.reduce((sum, { bottle, units }) => sum + (bottle ? unitUg(bottle) * units : 0), 0);
        const known = parts.every(({ bottle }) => bottle !== undefined && formById(bottle.form));
        const ours =
          (parts[0]?.bottle && formById(parts[0].bottle.form))?.kind === kind || (!parts[0] && kind === 'counted');
        return when(
          known && ours && takenUg !== amountUg,
          `${path}.doses[${index}]`,
          `The bottles give ${shown(takenUg)}, the dose is ${inMg(amountUg)}.`,
          kind === 'measured'
            ? 'With 1 mg in 1 mL, 0.5 mg is 0.5 mL.'
            : 'Correct the number of capsules or the strength.',
        );
      }),
    );
  return { id, severity: 'refuse', source: assume('arithmetic: units times strength is the dose'), find };
}

const unitUg = ({ form, strengthUg }: Bottle): number => strengthUg / (formById(form)?.unitsPerStrength ?? 1);
