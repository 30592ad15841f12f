/** The people and the pharmacy an order names. Names stay one text: taking them apart would guess. */
import type { ContactPoint, Organization, Patient as PatientResource, Practitioner } from 'fhir/r4';
import type { Order, Pharmacy } from '../../domain/order.ts';
import type { Patient } from '../../domain/patient.ts';
import { NPI_SYSTEM } from './identity.ts';

export function patientResource({ patient: named }: Order, patient: Patient): PatientResource {
  return {
    resourceType: 'Patient',
    ...(named.id === undefined ? {} : { identifier: [{ value: named.id }] }),
    name: [{ text: named.name }],
    birthDate: named.birthDate,
    ...(patient.sex === undefined ? {} : { gender: patient.sex }),
    ...reachedBy(named),
  };
}

export function practitioner({ prescriber }: Order): Practitioner {
  const identifier = [
    ...(prescriber.npi === undefined ? [] : [{ system: NPI_SYSTEM, value: prescriber.npi }]),
    ...(prescriber.licence === undefined ? [] : [{ type: { text: 'State licence' }, value: prescriber.licence }]),
  ];
  const { phone } = prescriber;
  return {
    resourceType: 'Practitioner',
    ...(identifier.length === 0 ? {} : { identifier }),
    name: [{ text: prescriber.name }],
    ...(phone === undefined ? {} : { telecom: telephone(phone) }),
  };
}

export const organization = (pharmacy: Pharmacy): Organization => ({
  resourceType: 'Organization',
  name: pharmacy.name,
  ...reachedBy(pharmacy),
});

const telephone = (value: string): ContactPoint[] => [{ system: 'phone', value }];

const reachedBy = ({ phone, address }: { readonly phone?: string; readonly address?: string }) => ({
  ...(phone === undefined ? {} : { telecom: telephone(phone) }),
  ...(address === undefined ? {} : { address: [{ text: address }] }),
});
