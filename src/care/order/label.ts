/** What stands on the label of one bottle, as data; another part sets it in type. */
import type { IsoDate } from '../../domain/dates.ts';
import { hashOf, shortHash } from '../../domain/hash.ts';
import type { Bottle, Fill, Order, Pharmacy, Prescriber } from '../../domain/order.ts';
import { formById } from '../../knowledge/forms/index.ts';
import { COMPOUNDED, warningsFor } from './warnings.ts';
import { datesInWords, directionInWords, nightsInWords, quantityInWords, strengthInWords } from './words.ts';

export interface LabelContent {
  /** Order and bottle: `ord-1a2b3c4d-2`; also what a pharmacy's own number is compared with. */
  readonly id: string;
  /** `Bottle 2 of 3`. */
  readonly bottle: string;
  /** `nights 8-14 (Mon 8 Mar - Sun 14 Mar)`. */
  readonly nights: string;
  readonly patient: string;
  readonly birthDate: string;
  /** `naltrexone hydrochloride`. */
  readonly drug: string;
  /** Large and alone on its line: `1.5 mg in each capsule`; a liquid has both: `1 mg in 1 mL`. */
  readonly strength: string;
  /** `capsule, immediate release`. */
  readonly form: string;
  /** `42 capsules`, `47 mL`. */
  readonly quantity: string;
  readonly route: string;
  /** One sentence for each run of nights that uses this bottle. */
  readonly directions: readonly string[];
  readonly filler: string;
  readonly storage: string;
  /** Last day of use and the limit that decided. */
  readonly beyondUse: IsoDate;
  readonly beyondUseBecause: string;
  readonly prescriber: string;
  readonly pharmacy: string;
  readonly written: IsoDate;
  readonly madeOn: IsoDate;
  readonly refills: string;
  /** `This is a compounded drug.` and where to report harm. */
  readonly compounded: string;
  /** Auxiliary warnings, the gravest first. */
  readonly warnings: readonly string[];
  /** First eight characters of the plan's hash, the same on the sheet. */
  readonly plan: string;
}

/** The label of one bottle of a fill. */
export function label(order: Order, fill: Fill, bottle: Bottle): LabelContent {
  const { patient, prescriber, pharmacy, supply } = order;
  return {
    id: `ord-${shortHash(hashOf(order))}-${bottle.number}`,
    bottle: `Bottle ${bottle.number} of ${lastNumber(order)}`,
    nights: nightsOf(order, bottle),
    patient: patient.name,
    birthDate: patient.birthDate,
    drug: order.drug,
    strength: strengthInWords(bottle),
    form: `${formById(bottle.form)?.name ?? bottle.form}, ${order.release} release`,
    quantity: quantityInWords(bottle, bottle.quantity),
    route: 'by mouth',
    directions: fill.directions
      .filter(({ doses }) => doses.some(({ takes }) => takes.some((take) => take.bottle === bottle.number)))
      .map((direction) => directionInWords(supply, direction)),
    filler: order.filler,
    storage: storageOf(fill, bottle),
    beyondUse: fill.beyondUse.date,
    beyondUseBecause: reasonOf(fill),
    prescriber: withNumbers(prescriber),
    pharmacy: pharmacy ? atAddress(pharmacy) : 'pharmacy not yet chosen',
    written: order.written,
    madeOn: fill.on,
    refills: order.refills === 0 ? 'No refills.' : `${order.refills} refills.`,
    compounded: COMPOUNDED.says,
    warnings: warningsFor(bottle).map((warning) => warning.says),
    plan: shortHash(order.plan),
  };
}

const lastNumber = ({ supply }: Order): number =>
  Math.max(...supply.fills.flatMap((fill) => fill.bottles).map((bottle) => bottle.number));

const nightsOf = ({ supply }: Order, { from, to }: Bottle): string =>
  `${nightsInWords(supply.fills[0]?.from ?? from, from, to)} (${datesInWords(from, to)})`;

/** The storage for which the beyond-use date was reckoned; the form's usual one when the limits name none. */
function storageOf({ beyondUse }: Fill, { form: id }: Bottle): string {
  const form = formById(id);
  const spoken = form?.keeping.find(
    (limit) => limit.storage !== undefined && beyondUse.limits.some(({ id }) => id === limit.id),
  );
  return (form?.storage.find(({ kind }) => kind === spoken?.storage) ?? form?.storage[0])?.says ?? '';
}

const reasonOf = ({ beyondUse: { because, limits } }: Fill): string =>
  limits.find((limit) => limit.id === because)?.says ?? because;

const withNumbers = ({ name, npi, licence, phone }: Prescriber): string =>
  [name, npi && `NPI ${npi}`, licence && `licence ${licence}`, phone && `telephone ${phone}`]
    .filter((part) => part)
    .join(', ');

const atAddress = ({ name, address, phone }: Pharmacy): string =>
  [name, address, phone && `telephone ${phone}`].filter((part) => part).join(', ');
