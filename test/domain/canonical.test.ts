import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/domain/hash.ts';

// The outside truth: another implementation of RFC 8785 and another SHA-256.
const outside = (value: unknown): string =>
  `sha256:${createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')}`;

describe('the hash of a value', () => {
  it('is the one that another program gets, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(hashOf(value)).toBe(outside(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is right for texts longer than one piece, with characters of two halves on the seam', () => {
    for (const before of [65_534, 65_535, 65_536]) {
      const value = { text: 'x'.repeat(before) + '😀'.repeat(70_000) };
      expect(hashOf(value)).toBe(outside(value));
    }
  });

  it('refuses what JSON cannot say', () => {
    for (const value of [undefined, () => 1, Number.NaN, [Number.POSITIVE_INFINITY]])
      expect(() => hashOf(value)).toThrow(TypeError);
  });
});
