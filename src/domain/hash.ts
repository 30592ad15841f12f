import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** SHA-256 of the canonical JSON (RFC 8785) of a value, as `sha256:<64 hex>`. Keys in any order give the same hash. */
export function hashOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`${String(value)} has no JSON form, so it cannot be hashed`);
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** The first eight characters of a hash: enough for a person to compare two sheets of paper. */
export const shortHash = (hash: string): string => hash.replace(/^sha256:/, '').slice(0, 8);
