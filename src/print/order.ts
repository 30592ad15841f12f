/** The compound order for a pharmacy that has no software link: every element on paper, to be signed by hand. */
import { orderLines, quantityInWords, strengthInWords } from '../care/order/words.ts';
import { inShort, inWords } from '../domain/dates.ts';
import { shortHash } from '../domain/hash.ts';
import type { Bottle, Fill, Order } from '../domain/order.ts';
import { formById } from '../knowledge/forms/index.ts';
import { planCode, qrSvg } from './qr.ts';
import { typesetOnOnePage, type Paper, type Printed } from './typeset.ts';

type Fields = readonly (readonly [label: string, value: string])[];

/** Type sizes in points; a long order goes on to a second page at the smallest. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;

/** The order as PDF. */
export const orderPdf = (order: Order, paper: Paper): Promise<Printed> =>
  typesetOnOnePage('order', `order-${paper}.pdf`, { ...orderData(order), paper }, SIZES);

const orderData = (order: Order) => ({
  title: 'Order for a compounded medicine',
  author: order.prescriber.name,
  strap: `${order.drug}, low dose, for depression`,
  notice: 'Valid only when signed. Not a controlled substance: no DEA number.',
  parties: parties(order),
  product: product(order),
  bottles: [...(order.supply.cupboard ?? []).map(homeRow), ...order.supply.fills.flatMap(bottleRows)],
  directions: orderLines(order).map((line) => line.says),
  terms: terms(order),
  signature: `Signature of ${order.prescriber.name}`,
  footer: `${order.patient.name}, born ${inWords(order.patient.birthDate)}, plan version ${order.planVersion}, ${shortHash(order.plan)}`,
  mark: `plan ${shortHash(order.plan)}`,
  qr: qrSvg(planCode(order)),
  qrAlt: `Square code of ${planCode(order)}`,
});

/** What is not known is left out of the grid only where the order may lack it; allergies always say what is known. */
const known = (fields: readonly (readonly [string, string | undefined])[]): Fields =>
  fields.filter((field): field is readonly [string, string] => field[1] !== undefined && field[1] !== '');

function parties({ patient, prescriber, pharmacy }: Order) {
  return [
    {
      title: 'Patient',
      fields: known([
        ['Name', patient.name],
        ['Born', inWords(patient.birthDate)],
        ['Number', patient.id],
        ['Address', patient.address],
        ['Telephone', patient.phone],
        ['Allergies', allergies(patient.allergies)],
      ]),
    },
    {
      title: 'Prescriber',
      fields: known([
        ['Name', prescriber.name],
        ['NPI', prescriber.npi],
        ['Licence', prescriber.licence],
        ['Telephone', prescriber.phone],
      ]),
    },
    ...(pharmacy
      ? [
          {
            title: 'Pharmacy',
            fields: known([
              ['Name', pharmacy.name],
              ['Address', pharmacy.address],
              ['Telephone', pharmacy.phone],
            ]),
          },
        ]
      : []),
  ];
}

function allergies(list: readonly string[] | undefined): string {
  if (list === undefined) return 'not asked: ask before dispensing';
  return list.length === 0 ? 'none known' : list.join(', ');
}

const product = (order: Order): Fields =>
  known([
    ['Drug and salt', order.drug],
    ['Form', forms(order)],
    ['Route', order.route],
    ['Release', order.release],
    ['Filler', order.filler],
    ['Do not use', order.excludedFillers.join(', ') || 'no exclusions'],
    ['Flavour', order.flavour],
  ]);

const forms = ({ supply }: Order): string =>
  [...new Set(supply.fills.flatMap((fill) => fill.bottles.map(({ form }) => formById(form)?.name ?? form)))].join(', ');

const bottleRows = (fill: Fill) => fill.bottles.map((bottle) => bottleRow(fill, bottle));

const bottleRow = (fill: Fill, bottle: Bottle) => ({
  ...rowOf(bottle),
  fill: String(fill.number),
  made: `made ${inWords(fill.on)}`,
  quantity: quantityInWords(bottle, bottle.quantity),
  days: String(fill.daysSupply),
  useBy: inWords(fill.beyondUse.date),
});

function rowOf(bottle: Bottle) {
  const [strength, per] = strengthInWords(bottle).split(' in ');
  return {
    bottle: String(bottle.number),
    strength,
    per: `in ${per}`,
    from: `${inShort(bottle.from)} to`,
    to: inShort(bottle.to),
  };
}

/** A bottle from an earlier fill: not made again, but the directions name it. */
const homeRow = (bottle: Bottle) => ({
  ...rowOf(bottle),
  fill: 'none',
  made: 'at home already',
  quantity: `${quantityInWords(bottle, bottle.quantity)} left`,
  days: '',
  useBy: bottle.beyondUse === undefined ? 'see its label' : inWords(bottle.beyondUse),
});

const terms = (order: Order): Fields =>
  known([
    ['Written', inWords(order.written)],
    ['Plan', `version ${order.planVersion}, ${shortHash(order.plan)}`],
    ['Supply ends', inWords(order.supply.runOut)],
    ['Refills', order.refills === 0 ? 'none: every fill above is dispensed once' : String(order.refills)],
    ['Substitution', order.substitution === 'permitted' ? 'permitted' : 'not permitted'],
    ['Why compounded', order.reasonForCompounding],
    ['Ship to', order.shipTo],
    ['Packaging', order.packaging],
  ]);
