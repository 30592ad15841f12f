/** Bottles: numbered once, holding what is taken from them and little more. */
import { daysBetween, inWords, type IsoDate } from '../../../domain/dates.ts';
import type { Bottle, Order } from '../../../domain/order.ts';
import { assume } from '../../../domain/source.ts';
import { formById } from '../../../knowledge/forms/index.ts';
import { quantityInWords } from '../words.ts';
import { bottlesOf, directionsOf } from './amounts.ts';
import { when, type OrderCheck } from './row.ts';

/** Assumed: beyond this, spare units are no longer a reserve; rounding up to what is dispensed comes on top. */
const MOST_OVERAGE_PERCENT = 25;

/** Assumed: a count this many times what is taken is a lost decimal point and no reserve. */
const TENFOLD_FROM = 8;

const ARITHMETIC = assume('arithmetic: nights times units is what a bottle must hold');

/** Units that all directions take from a bottle. */
const takenFrom = (order: Order, number: number): number =>
  directionsOf(order).reduce((sum, { direction }) => {
    const nights = daysBetween(direction.from, direction.to) + 1;
    const each = direction.doses.flatMap((dose) => dose.takes).filter((take) => take.bottle === number);
    return sum + nights * each.reduce((units, take) => units + take.units, 0);
  }, 0);

/** The first and the last night of the directions that take from a bottle. */
function nightsFrom(order: Order, number: number): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  const using = directionsOf(order)
    .map(({ direction }) => direction)
    .filter(({ doses }) => doses.some(({ takes }) => takes.some((take) => take.bottle === number)));
  const [from, to] = [
    using.map((one) => one.from).toSorted()[0],
    using
      .map((one) => one.to)
      .toSorted()
      .at(-1),
  ];
  return from === undefined || to === undefined ? undefined : { from, to };
}

const atHome = ({ supply }: Order) =>
  (supply.cupboard ?? []).map((bottle, index) => ({ bottle, path: `supply.cupboard[${index}]` }));

const isTenfold = (bottle: Bottle, taken: number): boolean => taken > 0 && bottle.quantity >= TENFOLD_FROM * taken;

const mostIn = (bottle: Bottle, taken: number): number =>
  (taken * (100 + MOST_OVERAGE_PERCENT)) / 100 + (formById(bottle.form)?.dispensedIn ?? 1);

/** A check of each bottle against what the directions take from it. */
function perBottle(
  id: string,
  asks: string,
  field: string,
  isWrong: (bottle: Bottle, taken: number) => boolean,
  todo: string,
): OrderCheck {
  const find = (order: Order) =>
    bottlesOf(order).flatMap(({ bottle, path }) => {
      const taken = takenFrom(order, bottle.number);
      const says = `Bottle ${bottle.number} holds ${quantityInWords(bottle, bottle.quantity)}; the directions take ${quantityInWords(bottle, taken)}.`;
      return when(isWrong(bottle, taken), `${path}.${field}`, says, todo);
    });
  return { id, asks, severity: 'refuse', source: ARITHMETIC, find };
}

export const BOTTLE_CHECKS: readonly OrderCheck[] = [
  {
    id: 'bottle-number-twice',
    asks: 'Has every bottle a number of its own?',
    severity: 'refuse',
    source: assume('sheet and label name a bottle by its number alone'),
    find: (order) => {
      const home = (order.supply.cupboard ?? []).map((bottle) => bottle.number);
      const seen = new Set(home);
      return bottlesOf(order).flatMap(({ bottle, path }) => {
        const twice = seen.has(bottle.number);
        seen.add(bottle.number);
        return when(twice, `${path}.number`, `Bottle ${bottle.number} stands there twice.`, 'Number the bottles anew.');
      });
    },
  },
  perBottle(
    'count-too-small',
    'Does every bottle hold what is taken from it?',
    'quantity',
    (bottle, taken) => bottle.quantity < taken,
    'Raise the quantity, or the patient runs out.',
  ),
  perBottle(
    'count-tenfold',
    'Is a count wrong by a factor of ten?',
    'quantity',
    isTenfold,
    'Check the count for a digit too many.',
  ),
  perBottle(
    'count-too-large',
    'Is there little more in a bottle than is taken from it?',
    'quantity',
    (bottle, taken) => !isTenfold(bottle, taken) && bottle.quantity > mostIn(bottle, taken),
    'Lower the quantity to what the plan needs.',
  ),
  perBottle(
    'used-does-not-match',
    'Is what each bottle is said to give what the directions take?',
    'used',
    (bottle, taken) => bottle.used !== taken,
    'Compile the supply again from the plan.',
  ),
  {
    id: 'bottle-nights',
    asks: 'Does every bottle name the first and the last night on which it is used?',
    severity: 'refuse',
    source: assume('the label says on which nights a bottle is used'),
    find: (order) =>
      bottlesOf(order).flatMap(({ bottle, path }) => {
        const nights = nightsFrom(order, bottle.number);
        if (nights === undefined) return [];
        const says = `Bottle ${bottle.number} is used from ${inWords(nights.from)} to ${inWords(nights.to)}, and says ${inWords(bottle.from)} to ${inWords(bottle.to)}.`;
        const wrong = bottle.from !== nights.from || bottle.to !== nights.to;
        return when(wrong, `${path}.from`, says, 'Compile the supply again from the plan.');
      }),
  },
  {
    id: 'home-bottle-short',
    asks: 'Do bottles at home hold what is taken from them?',
    severity: 'refuse',
    source: ARITHMETIC,
    find: (order) =>
      atHome(order).flatMap(({ bottle, path }) => {
        const taken = takenFrom(order, bottle.number);
        const says = `Bottle ${bottle.number} at home holds ${quantityInWords(bottle, bottle.quantity)}; the directions take ${quantityInWords(bottle, taken)}.`;
        return when(taken > bottle.quantity, `${path}.quantity`, says, 'Count again, and compile the supply anew.');
      }),
  },
  {
    id: 'home-bottle-past-beyond-use',
    asks: 'Are bottles at home used before their date?',
    severity: 'refuse',
    source: assume('as for a fill: the last night lies before the beyond-use date on the label'),
    find: (order) =>
      atHome(order).flatMap(({ bottle, path }) => {
        const last = nightsFrom(order, bottle.number)?.to;
        const wrong = last !== undefined && (bottle.beyondUse === undefined || last >= bottle.beyondUse);
        const date = bottle.beyondUse === undefined ? 'not known' : inWords(bottle.beyondUse);
        const says = `Bottle ${bottle.number} at home is used until ${inWords(last ?? '')}; its date is ${date}.`;
        return when(wrong, `${path}.beyondUse`, says, 'Return it and order a new one.');
      }),
  },
];
