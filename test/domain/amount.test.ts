import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inMg, mgNumber, readAmount } from '../../src/domain/amount.ts';

fc.configureGlobal({ seed: 20270301 });

describe('an amount is written so that no reader can be wrong by ten', () => {
  it.each([
    [500, '0.5 mg'],
    [1500, '1.5 mg'],
    [3000, '3 mg'],
    [4500, '4.5 mg'],
    [50, '0.05 mg'],
    [1, '0.001 mg'],
    [0, '0 mg'],
    [-500, '-0.5 mg'],
    [50_000, '50 mg'],
  ])('%i micrograms is %s', (amountUg, words) => expect(inMg(amountUg)).toBe(words));

  it.each([0.5, NaN, Infinity, 1e300])('%s micrograms is a mistake of the caller', (amountUg) =>
    expect(() => mgNumber(amountUg)).toThrow(RangeError),
  );

  it('never has a bare point, a trailing zero or an exponent', () =>
    fc.assert(
      fc.property(fc.nat(), (ug) => {
        expect(mgNumber(ug)).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
    ));
});

describe('an amount is read as it is typed, and a dangerous way of typing is refused', () => {
  it.each([
    ['1.5 mg', 1500],
    ['0.5mg', 500],
    [' 4.5 MG ', 4500],
    ['500 mcg', 500],
    ['500 micrograms', 500],
    ['3 milligrams', 3000],
    ['0.125 mg', 125],
  ])('%s is %i micrograms', (text, amountUg) => expect(readAmount(text)).toEqual({ ok: true, amountUg }));

  it.each([
    ['1,5 mg', /1\.5 mg with a point/],
    ['.5 mg', /0\.5 mg/],
    ['3.0 mg', /3 mg/],
    ['3. mg', /3 mg/],
    ['4.5', /4\.5 mg, or 4\.5 micrograms/],
    ['1.2.3 mg', /one number/],
    ['0.0005 mg', /whole micrograms/],
    ['0.5 mcg', /whole micrograms/],
    ['1.5 g', /number and its unit/],
    ['some', /number and its unit/],
    ['', /number and its unit/],
    ['-1 mg', /number and its unit/],
  ])('%s is refused and says what to write', (text, todo) => {
    const reading = readAmount(text);
    expect(reading.ok ? 'read' : reading.todo).toMatch(todo);
  });

  it('what is written is read back', () =>
    fc.assert(
      fc.property(fc.nat(), (amountUg) => {
        expect(readAmount(inMg(amountUg))).toEqual({ ok: true, amountUg });
      }),
    ));
});
