/** Dates: every night of a fill once, fills in a row, nothing taken after its beyond-use date. */
import { addDays, daysBetween, inWords, isIsoDate } from '../../../domain/dates.ts';
import type { Fill, Order } from '../../../domain/order.ts';
import { assume } from '../../../domain/source.ts';
import { beyondUse, formById, type DoseForm } from '../../../knowledge/forms/index.ts';
import { when, type OrderCheck, type Place } from './row.ts';

const ONE_PLACE = assume('a night without a direction, or with two, is a dose forgotten or doubled');
const CHAPTER = assume('USP <795> of November 2023, recalled; check the licensed text');

const each = (order: Order, find: (fill: Fill, path: string, index: number) => readonly Place[]): readonly Place[] =>
  order.supply.fills.flatMap((fill, index) => find(fill, `supply.fills[${index}]`, index));

/** Fills for which something is made. */
const eachMade = (order: Order, find: (fill: Fill, path: string) => readonly Place[]): readonly Place[] =>
  each(order, (fill, path) => (fill.bottles.length > 0 ? find(fill, path) : []));

export const DATE_CHECKS: readonly OrderCheck[] = [
  {
    id: 'nothing-ordered',
    asks: 'Is anything ordered?',
    severity: 'refuse',
    source: assume('an order without a bottle is no order'),
    find: ({ supply }) =>
      when(
        supply.fills.every((fill) => fill.bottles.length === 0),
        'supply.fills',
        'No bottle is ordered.',
        'Use what is at home, or compile the supply again.',
      ),
  },
  {
    id: 'written-after-fill',
    asks: 'Is it written before anything is made?',
    severity: 'refuse',
    source: assume('section 503A: the prescription comes first; recalled, check the statute'),
    find: (order) =>
      eachMade(order, (fill, path) =>
        when(
          order.written > fill.on,
          `${path}.on`,
          `Fill ${fill.number} is made on ${inWords(fill.on)}, before the order is written on ${inWords(order.written)}.`,
          'Make the fill later, or correct the date of the order.',
        ),
      ),
  },
  {
    id: 'made-after-first-night',
    asks: 'Is every fill ready before its first night?',
    severity: 'refuse',
    source: ONE_PLACE,
    find: (order) =>
      eachMade(order, (fill, path) =>
        when(
          fill.on > fill.from,
          `${path}.on`,
          `Fill ${fill.number} is made on ${inWords(fill.on)}, after its first night.`,
          'Make it earlier.',
        ),
      ),
  },
  {
    id: 'days-supply',
    asks: 'Do the days of supply match the nights?',
    severity: 'refuse',
    source: assume('arithmetic: from the first to the last night, both counted'),
    find: (order) =>
      each(order, ({ from, to, daysSupply }, path) => {
        const nights = daysBetween(from, to) + 1;
        const says = `${daysSupply} days of supply for ${nights} nights.`;
        return when(daysSupply !== nights, `${path}.daysSupply`, says, `Write ${nights}.`);
      }),
  },
  {
    id: 'direction-gap',
    asks: 'Has every night a direction?',
    severity: 'refuse',
    source: ONE_PLACE,
    find: (order) =>
      each(order, (fill, path) =>
        seams(fill, path)
          .filter(({ gap }) => gap > 0)
          .map(gapFound),
      ),
  },
  {
    id: 'direction-overlap',
    asks: 'Has any night two directions?',
    severity: 'refuse',
    source: ONE_PLACE,
    find: (order) =>
      each(order, (fill, path) =>
        seams(fill, path)
          .filter(({ gap }) => gap < 0)
          .map(overlapFound),
      ),
  },
  {
    id: 'fills-not-in-a-row',
    asks: 'Does each fill begin on the night after the one before?',
    severity: 'refuse',
    source: ONE_PLACE,
    find: (order) =>
      each(order, (fill, path, index) => {
        const before = order.supply.fills[index - 1];
        const expected = before && addDays(before.to, 1);
        const says = `Fill ${fill.number} begins on ${inWords(fill.from)}, not on ${inWords(expected ?? '')}.`;
        return when(expected !== undefined && fill.from !== expected, `${path}.from`, says, 'Put the fills in a row.');
      }),
  },
  {
    id: 'fill-number',
    asks: 'Are the fills numbered 1, 2, 3?',
    severity: 'refuse',
    source: assume('a pharmacy that finds fill 3 before fill 2 makes it first'),
    find: (order) =>
      each(order, ({ number }, path, index) =>
        when(
          number !== index + 1,
          `${path}.number`,
          `Fill ${number} stands in place ${index + 1}.`,
          'Number them anew.',
        ),
      ),
  },
  {
    id: 'past-beyond-use',
    asks: 'Does every fill end before its beyond-use date?',
    severity: 'refuse',
    source: CHAPTER,
    find: (order) =>
      eachMade(order, ({ number, to, beyondUse: { date } }, path) =>
        when(
          to >= date,
          `${path}.to`,
          `Fill ${number} lasts until ${inWords(to)}, its beyond-use date is ${inWords(date)}.`,
          'Divide it into two fills.',
        ),
      ),
  },
  {
    id: 'beyond-use-too-late',
    asks: 'Is the beyond-use date within every limit?',
    severity: 'refuse',
    source: CHAPTER,
    find: (order) => eachMade(order, tooLate),
  },
  {
    id: 'beyond-use-reason',
    asks: 'Does a limit explain the beyond-use date?',
    severity: 'refuse',
    source: CHAPTER,
    find: (order) =>
      eachMade(order, ({ number, beyondUse: { because, limits } }, path) =>
        when(
          !limits.some(({ id }) => id === because),
          `${path}.beyondUse.because`,
          `The beyond-use date of fill ${number} is put down to "${because}", which is none of its limits.`,
          'Name the limit that decides, with its date.',
        ),
      ),
  },
  {
    id: 'direction-number',
    asks: 'Are the directions of each fill numbered 1, 2, 3?',
    severity: 'refuse',
    source: assume('the number is the order in which a system reads them'),
    find: (order) =>
      each(order, ({ directions }, path) =>
        directions.flatMap(({ sequence }, at) =>
          when(
            sequence !== at + 1,
            `${path}.directions[${at}].sequence`,
            `Direction ${sequence} stands in place ${at + 1}.`,
            'Number them anew within the fill.',
          ),
        ),
      ),
  },
  {
    id: 'refills-on-titration',
    asks: 'Is it without refills?',
    severity: 'refuse',
    source: assume('every fill of a titration differs from the last, and each asks about opioids anew'),
    find: ({ refills }) =>
      when(refills !== 0, 'refills', `${refills} refills are allowed.`, 'Write 0: every fill stands in the order.'),
  },
  {
    id: 'run-out',
    asks: 'Is the run-out date the last night?',
    severity: 'refuse',
    source: assume('arithmetic: the last night of the last fill'),
    find: ({ supply }) => {
      const last = supply.fills.at(-1)?.to;
      const wrong = last !== undefined && supply.runOut !== last;
      return when(
        wrong,
        'supply.runOut',
        `It runs out on ${inWords(last ?? '')}, not on ${inWords(supply.runOut)}.`,
        'Correct it.',
      );
    },
  },
];

interface Seam {
  readonly path: string;
  readonly after: string;
  readonly next: string;
  /** Nights between them; negative where they overlap. */
  readonly gap: number;
}

/** From the eve of the fill through its directions to the day after: between neighbours there must be no night. */
function seams(fill: Fill, path: string): readonly Seam[] {
  const ends = [addDays(fill.from, -1), ...fill.directions.map((direction) => direction.to)];
  const starts = [...fill.directions.map((direction) => direction.from), addDays(fill.to, 1)];
  return starts.map((next, index) => {
    const after = ends[index]!;
    return { path: `${path}.directions[${index}]`, after, next, gap: daysBetween(after, next) - 1 };
  });
}

const gapFound = ({ path, after, next, gap }: Seam): Place => ({
  path,
  says: `No direction for ${gap} ${gap === 1 ? 'night' : 'nights'} between ${inWords(after)} and ${inWords(next)}.`,
  todo: 'Extend a direction, or add one.',
});

const overlapFound = ({ path, after, next }: Seam): Place => ({
  path,
  says: `A direction begins on ${inWords(next)}, while another lasts until ${inWords(after)}.`,
  todo: 'Give every night to one direction.',
});

/** Held against the limits of the order itself and against those of its forms. */
function tooLate({ number, on, bottles, beyondUse: { date, limits } }: Fill, path: string): readonly Place[] {
  const forms = bottles.map((bottle) => formById(bottle.form)).filter((form) => form !== undefined);
  const latest = [...limits.map((limit) => limit.date), ...forms.map((form) => longest(form, on))].toSorted()[0];
  const says = `The beyond-use date of fill ${number} is ${inWords(date)}; its limits allow ${inWords(latest ?? '')}.`;
  return when(
    latest !== undefined && isIsoDate(date) && date > latest,
    `${path}.beyondUse.date`,
    says,
    'Write the earliest.',
  );
}

/** The latest date that any storage of the form allows. */
const longest = (form: DoseForm, on: string): string =>
  form.storage
    .map(({ kind }) => beyondUse(form, on, { storage: kind }).date)
    .toSorted()
    .at(-1)!;
