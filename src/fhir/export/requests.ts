/**
 * An order as a bundle of FHIR R4 resources: one MedicationRequest for each fill, the people it names, and the plan as
 * CarePlan with a RequestGroup for the steps that depend on a check. Everything is a draft: only the prescriber's own
 * system makes an order active, when it is signed there.
 */
import type { Annotation, Bundle, BundleEntry, FhirResource, MedicationRequest, Quantity, Reference } from 'fhir/r4';
import type { Fill, Order } from '../../domain/order.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Plan } from '../../domain/plan.ts';
import { carePlan, requestGroup } from './carePlan.ts';
import { dosagesOf } from './dosage.ts';
import { partOf, planIdentifier, refer, urn, uuidIdentifier } from './identity.ts';
import { dispensed, medicationsOf, quantity } from './medication.ts';
import { organization, patientResource, practitioner } from './people.ts';

/**
 * The whole order.
 * @param patient adds what the order does not hold (sex); the order's own words win
 * @param replaced the order that this one takes the place of, when it is known
 */
export function medicationRequests(order: Order, plan: Plan, patient: Patient, replaced?: Order): Bundle {
  const entry = (part: string, resource: FhirResource): BundleEntry => ({
    fullUrl: urn(partOf(order, part)),
    resource,
  });
  return {
    resourceType: 'Bundle',
    identifier: uuidIdentifier(partOf(order, 'bundle')),
    type: 'collection',
    entry: [
      entry('patient', patientResource(order, patient)),
      entry('prescriber', practitioner(order)),
      ...(order.pharmacy ? [entry('pharmacy', organization(order.pharmacy))] : []),
      ...order.supply.fills.map((fill) => entry(`fill ${fill.number}`, request(order, plan, fill, replaced))),
      entry('steps', requestGroup(order, plan)),
      entry('plan', carePlan(order, plan)),
    ],
  };
}

function request(order: Order, plan: Plan, fill: Fill, replaced: Order | undefined): MedicationRequest {
  const prior = priorPrescription(plan, fill, replaced);
  const toDispense = dispensed(fill);
  return {
    resourceType: 'MedicationRequest',
    contained: [...medicationsOf(order, fill)],
    identifier: [uuidIdentifier(partOf(order, `fill ${fill.number}`)), planIdentifier(order.plan)],
    status: 'draft',
    intent: 'order',
    medicationReference: { reference: '#medication' },
    subject: refer(order, 'patient', order.patient.name),
    authoredOn: order.written,
    requester: refer(order, 'prescriber', order.prescriber.name),
    reasonCode: [{ text: 'Low dose, for depression' }],
    groupIdentifier: uuidIdentifier(partOf(order, 'bundle')),
    note: notes(order, fill),
    dosageInstruction: dosagesOf(order, fill),
    ...(toDispense === undefined ? {} : { dispenseRequest: dispenseRequest(order, fill, toDispense) }),
    substitution: { allowedBoolean: order.substitution === 'permitted' },
    ...(prior === undefined ? {} : { priorPrescription: prior }),
  };
}

const dispenseRequest = (
  order: Order,
  fill: Fill,
  toDispense: Quantity,
): NonNullable<MedicationRequest['dispenseRequest']> => ({
  validityPeriod: { start: fill.on, end: fill.to },
  numberOfRepeatsAllowed: order.refills,
  quantity: toDispense,
  expectedSupplyDuration: quantity(fill.daysSupply, 'days', 'd'),
  ...(order.pharmacy ? { performer: refer(order, 'pharmacy', order.pharmacy.name) } : {}),
});

/** The fill of the old order that held this fill's first night; or the old plan by its hash when the order is not at hand. */
function priorPrescription(plan: Plan, fill: Fill, replaced: Order | undefined): Reference | undefined {
  const old = replaced?.supply.fills.find(({ from, to }) => from <= fill.from && fill.from <= to);
  if (replaced && old) return { identifier: uuidIdentifier(partOf(replaced, `fill ${old.number}`)) };
  if (plan.replaces === undefined || replaced) return undefined;
  return {
    type: 'MedicationRequest',
    identifier: planIdentifier(plan.replaces),
    display: `Plan version ${plan.version - 1}`,
  };
}

function notes(order: Order, fill: Fill): Annotation[] {
  return [
    `Fill ${fill.number} of ${order.supply.fills.length}, plan version ${order.planVersion}, ${order.plan}.`,
    `${order.drug}, ${order.release} release. Filler: ${order.filler}. Not with: ${order.excludedFillers.join(', ') || 'no exclusions'}.`,
    ...(order.flavour === undefined ? [] : [`Flavour: ${order.flavour}.`]),
    `Why compounded: ${order.reasonForCompounding}`,
    bottlesInWords(fill),
    `Not to be used after ${fill.beyondUse.date}. Packaging: ${order.packaging}. Ship to: ${order.shipTo}.`,
  ].map((text) => ({ text }));
}

const bottlesInWords = ({ bottles }: Fill): string =>
  bottles.length === 0
    ? 'Nothing to dispense: the doses come from bottles at home.'
    : `Bottles: ${bottles.map(({ number, from, to }) => `bottle ${number} from ${from} to ${to}`).join('; ')}.`;
