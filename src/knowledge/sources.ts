/** The register of sources as typed data: every citation in the product names a key that stands here. */
import type { Cited } from '../domain/source.ts';
import register from './sources.json' with { type: 'json' };

export interface RegisteredSource {
  /** Author, year, journal and identifiers, as far as they are known for certain. */
  readonly citation: string;
  /** How much of it was read: `abstract`, `label`, `full text`, `secondary`, `not seen` ... */
  readonly seen: string;
  /** What a reader must know before relying on it. */
  readonly note?: string;
}

/** All sources by key. */
export const SOURCES: Readonly<Record<string, RegisteredSource>> = register;

/**
 * The source behind a key.
 * @throws RangeError when no such source is registered (a programmer's mistake)
 */
export function sourceOf(key: string): RegisteredSource {
  const found = Object.hasOwn(SOURCES, key) ? SOURCES[key] : undefined;
  if (!found) throw new RangeError(`"${key}" is not a key of knowledge/sources.json`);
  return found;
}

/** A citation as a reader sees it, with how much of the source was read. */
export function inFull(source: Cited): string {
  const { citation, seen, note } = sourceOf(source.key);
  return `${citation}; ${source.where} (seen: ${seen}${note ? `; ${note}` : ''})`;
}
