import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, shortHash } from '../../src/domain/hash.ts';
import { inMoney } from '../../src/domain/money.ts';

fc.configureGlobal({ seed: 20270301 });

const byNode = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('the hash of a value', () => {
  it('is that of its canonical text, as another program computes it', () => {
    expect(hashOf({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(hashOf({ b: [1, 'é', null], a: 4.5 })).toBe(byNode('{"a":4.5,"b":[1,"é",null]}'));
    // The numbers of RFC 8785, section 3.2.2.
    expect(hashOf(JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'))).toBe(
      byNode('[333333333.3333333,1e+30,4.5,0.002,1e-27]'),
    );
  });

  it('does not depend on the order of keys', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
        expect(hashOf(Object.fromEntries(Object.entries(value).toReversed()))).toBe(hashOf(value));
      }),
    ));

  it('does not exist for what has no JSON form', () => expect(() => hashOf(undefined)).toThrow(TypeError));

  it('is short enough to compare by eye', () => expect(shortHash(hashOf({}))).toBe('44136fa3'));
});

describe('money', () => {
  it.each([
    [5250, 'USD 52.50'],
    [5, 'USD 0.05'],
    [0, 'USD 0.00'],
    [-199, 'USD -1.99'],
  ])('%i cents is %s', (cents, words) => expect(inMoney(cents, 'USD')).toBe(words));

  it('is whole cents', () => expect(() => inMoney(1.5, 'USD')).toThrow(RangeError));
});
