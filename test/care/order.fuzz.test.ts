import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrder } from '../../src/care/order/index.ts';
import { LIQUID, goodOrder, planOf } from './plans.ts';

const PLAN = planOf([
  [[0.5, 1], 7],
  [0.3, 7, LIQUID],
  [4.5, 30],
]);
const GOOD: unknown = JSON.parse(JSON.stringify(goodOrder(PLAN)));

type Path = readonly (string | number)[];

/** Every place of the order, the order itself among them. */
const placesIn = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))
    : []),
];

function put(path: Path, to: unknown): unknown {
  const [last] = path.slice(-1);
  if (last === undefined) return to;
  const copy = structuredClone(GOOD);
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], copy);
  Reflect.set(holder as object, last, to);
  return copy;
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '0000-01-01',
    '9999-12-31',
    '2027-02-30',
    '',
    '__proto__',
    Number.MAX_SAFE_INTEGER,
    1e308,
    -1,
    0.1,
    1e-9,
  ),
);
const spoiled = fc
  .tuple(fc.constantFrom(...placesIn(GOOD)), strange)
  .map(([path, to]) => ({ path: path.join('.'), order: put(path, to) }));

describe('whatever stands in one place of an order', () => {
  it('the checker answers in words and does not fall over', () => {
    fc.assert(
      fc.property(spoiled, ({ order }) => {
        for (const { rule, says, todo } of checkOrder(order, PLAN))
          expect([rule, says, todo].every((text) => text.length > 0)).toBe(true);
      }),
      { seed: 20270301, numRuns: 150 },
    );
  });

  it('a strength, a count, a dose or a night is never changed unseen', () => {
    const telling = /\.(?:strengthUg|quantity|used|amountUg|units|from|to|daysSupply|runOut)$/;
    const checked = placesIn(GOOD).filter((path) => telling.test(`.${path.join('.')}`));
    fc.assert(
      fc.property(fc.constantFrom(...checked), fc.oneof(fc.integer({ min: 1, max: 99_999 }), strange), (path, to) => {
        const was = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], GOOD);
        fc.pre(JSON.stringify(was) !== JSON.stringify(to));
        const spare =
          path.at(-1) === 'quantity' && typeof to === 'number' && Math.abs(to - Number(was)) <= Number(was) / 4 + 1000;
        fc.pre(!spare);
        expect(checkOrder(put(path, to), PLAN).some((finding) => finding.severity === 'refuse')).toBe(true);
      }),
      { seed: 20270301, numRuns: 150 },
    );
  });
});
