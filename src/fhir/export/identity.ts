/**
 * Names for what we write. The same order gives the same names on every machine and every day, so a second sending
 * is recognised as the same prescription and never as a further one.
 */
import type { Identifier, Reference } from 'fhir/r4';
import { hashOf } from '../../domain/hash.ts';
import type { Order } from '../../domain/order.ts';

/** Identifies a titration plan by its SHA-256. A random UUID of our own stands in for a registered system, which there is none. */
const PLAN_HASH_SYSTEM = 'urn:uuid:6a1f5f0e-5a54-4f0c-9d5f-6f1f0e0b7c35';

/** US National Provider Identifier. */
export const NPI_SYSTEM = 'http://hl7.org/fhir/sid/us-npi';

/** A UUID (version 8 of RFC 9562: bits of our own choosing) that is a function of the value alone. */
export function uuidOf(value: unknown): string {
  const hex = hashOf(value).slice('sha256:'.length);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

export const urn = (uuid: string): string => `urn:uuid:${uuid}`;

/** The UUID of one part of an order: `fill 2`, `patient`. */
export const partOf = (order: Order, part: string): string => uuidOf({ order: hashOf(order), part });

/** A UUID as a business identifier, in the way FHIR writes any URI. */
export const uuidIdentifier = (uuid: string): Identifier => ({ system: 'urn:ietf:rfc:3986', value: urn(uuid) });

export const planIdentifier = (hash: string): Identifier => ({
  type: { text: 'SHA-256 of the titration plan' },
  system: PLAN_HASH_SYSTEM,
  value: hash,
});

/** A reference to another entry of the same bundle. */
export const refer = (order: Order, part: string, display?: string): Reference => ({
  reference: urn(partOf(order, part)),
  ...(display === undefined ? {} : { display }),
});
