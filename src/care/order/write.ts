/**
 * Writes the compound order for a plan and its supply. The order is held against every check before it is handed out:
 * what the checker refuses is never written.
 */
import type { IsoDate } from '../../domain/dates.ts';
import { hashOf } from '../../domain/hash.ts';
import type { Order, Pharmacy, Prescriber, Supply } from '../../domain/order.ts';
import type { Allergy, Patient } from '../../domain/patient.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, warning, type Problem } from '../../domain/problem.ts';
import { formById, type DoseForm } from '../../knowledge/forms/index.ts';
import { checkOrder } from './check.ts';

/** The salt, the route and the release of every order. */
export const DRUG = 'naltrexone hydrochloride';
const ROUTE = 'oral';
const RELEASE = 'immediate';

/** What an order says when the prescriber gives no words of their own. */
export const WHY_COMPOUNDED = 'strength not commercially available; naltrexone is sold only as 50 mg tablets';
export const PACKAGING = 'child-resistant, light-resistant bottles, numbered as in the directions';

export interface OrderRequest {
  readonly plan: Plan;
  readonly supply: Supply;
  readonly patient: Patient;
  readonly prescriber: Prescriber;
  readonly pharmacy?: Pharmacy;
  /** Date the order is written. */
  readonly written: IsoDate;
  /** Default: the first choice of each form. */
  readonly filler?: string;
  /** Added to the fillers that each form avoids. */
  readonly excludedFillers?: readonly string[];
  readonly flavour?: string;
  readonly reasonForCompounding?: string;
  /** Default: the patient's address; without one, the patient collects it. */
  readonly shipTo?: string;
  readonly packaging?: string;
  readonly substitution?: Order['substitution'];
}

export interface OrderAnswer {
  /** Absent when a check refuses it. */
  readonly order?: Order;
  readonly problems: readonly Problem[];
}

/** The order with every element a compounding pharmacy needs. */
export function writeOrder(request: OrderRequest): OrderAnswer {
  const missing = whoIsMissing(request.patient);
  if (missing.length > 0) return { problems: missing };
  const order = draft(request);
  const findings = checkOrder(order, request.plan).map(({ severity, path, says, todo, rule }) =>
    (severity === 'refuse' ? error : warning)(path, says, `an order that passes the check ${rule}`, todo),
  );
  const refused = findings.some((problem) => problem.severity === 'error');
  return { ...(!refused && { order }), problems: [...findings, ...delivery(request)] };
}

const whoIsMissing = ({ name, birthDate }: Patient): readonly Problem[] => [
  ...(name?.trim()
    ? []
    : [error('patient.name', 'nothing', 'the name of the patient', 'Write the name as on the identity card.')]),
  ...(birthDate
    ? []
    : [error('patient.birthDate', 'nothing', 'a date of birth', 'Ask for it; two identifiers keep bottles apart.')]),
];

const delivery = ({ shipTo, patient }: OrderRequest): readonly Problem[] =>
  shipTo !== undefined || patient.address !== undefined
    ? []
    : [warning('shipTo', 'no address', 'where to send it', 'The order says that the patient collects it.')];

function draft(request: OrderRequest): Order {
  const { plan, supply, patient, prescriber, pharmacy, written, flavour } = request;
  const forms = formsOf(supply);
  return {
    plan: hashOf(plan),
    planVersion: plan.version,
    written,
    patient: identified(patient),
    prescriber,
    ...(pharmacy && { pharmacy }),
    drug: DRUG,
    route: ROUTE,
    release: RELEASE,
    filler: request.filler ?? forms.map(firstChoice).join('; '),
    excludedFillers: [...new Set([...forms.flatMap(avoided), ...(request.excludedFillers ?? [])])],
    ...(flavour !== undefined && { flavour }),
    supply,
    refills: 0,
    substitution: request.substitution ?? 'not-permitted',
    reasonForCompounding: request.reasonForCompounding ?? WHY_COMPOUNDED,
    shipTo: request.shipTo ?? patient.address ?? 'the patient collects it',
    packaging: request.packaging ?? PACKAGING,
  };
}

const formsOf = (supply: Supply): readonly DoseForm[] =>
  [...new Set(supply.fills.flatMap((fill) => fill.bottles.map((bottle) => bottle.form)))]
    .map(formById)
    .filter((form) => form !== undefined);

const firstChoice = (form: DoseForm): string =>
  form.fillers.find((filler) => filler.use === 'first choice')?.name ?? 'as the pharmacy chooses';

const avoided = (form: DoseForm): readonly string[] =>
  form.fillers.filter((filler) => filler.use === 'avoid').map((filler) => filler.name);

function identified({ name = '', birthDate = '', id, address, phone, allergies }: Patient): Order['patient'] {
  return {
    name,
    birthDate,
    ...(id !== undefined && { id }),
    ...(address !== undefined && { address }),
    ...(phone !== undefined && { phone }),
    ...(allergies && { allergies: allergies.filter(mayBeTrue).map(inWords) }),
  };
}

/** An allergy of unknown status counts; only a refuted, resolved or mistaken one does not. */
const mayBeTrue = ({ status }: Allergy): boolean => status === 'active' || status === 'unknown';

const inWords = ({ what }: Allergy): string =>
  what.text ?? what.codings.find((coding) => coding.display)?.display ?? 'an allergy without a readable name';
