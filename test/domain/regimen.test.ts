import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import {
  dailyUg,
  datedSteps,
  lastNight,
  nightOfDose,
  nightsOf,
  stepAt,
  type Regimen,
} from '../../src/domain/regimen.ts';

fc.configureGlobal({ seed: 20270301 });

const step = (amountUg: number, nights: number) =>
  ({ doses: [{ amountUg, at: 'bedtime' }], nights, form: 'capsule' }) as const;
const regimen: Regimen = { start: '2027-03-22', steps: [step(1500, 7), step(3000, 7), step(4500, 56)] };

const regimens = fc.record({
  start: fc.constantFrom('2027-03-20', '2027-10-25', '2024-02-26', '2027-12-28'),
  steps: fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 1, max: 40 }))
      .map(([ug, nights]) => step(ug, nights)),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
});

describe('a regimen', () => {
  it('has 70 nights when its steps have 7, 7 and 56, and ends on the 70th', () => {
    expect(nightsOf(regimen)).toBe(70);
    expect(lastNight(regimen)).toBe('2027-05-30');
  });

  it('says which step covers a date, and that none does outside', () => {
    expect(
      ['2027-03-21', '2027-03-22', '2027-03-28', '2027-03-29', '2027-05-30', '2027-05-31'].map(
        (date) => stepAt(regimen, date)?.nights,
      ),
    ).toEqual([undefined, 7, 7, 7, 56, undefined]);
    expect(stepAt(regimen, '2027-03-28')).toBe(regimen.steps[0]);
    expect(stepAt(regimen, '2027-03-29')).toBe(regimen.steps[1]);
  });

  it('adds the doses of a day', () =>
    expect(
      dailyUg({
        ...step(1000, 7),
        doses: [
          { amountUg: 1000, at: 'morning' },
          { amountUg: 500, at: 'bedtime' },
        ],
      }),
    ).toBe(1500));

  it('covers every night exactly once, also over clock changes, leap days and the new year', () =>
    fc.assert(
      fc.property(regimens, (any) => {
        const nights = Array.from({ length: nightsOf(any) }, (_, night) => addDays(any.start, night));
        const dated = datedSteps(any);
        for (const night of nights) {
          const covering = dated.filter(({ from, to }) => from <= night && night <= to);
          expect(covering.map((one) => one.step)).toEqual([stepAt(any, night)]);
        }
        expect(nights.at(-1)).toBe(lastNight(any));
        expect(dated.at(-1)?.to).toBe(lastNight(any));
      }),
      { numRuns: 40 },
    ));
});

describe('a dose belongs to the day on which it was due', () => {
  it.each([
    ['2027-03-02T08:00:00+01:00', 'morning', '2027-03-02'],
    ['2027-03-02T12:30:00+01:00', 'morning', '2027-03-02'],
    ['2027-03-03T01:00:00+01:00', 'morning', '2027-03-02'],
    ['2027-03-02T13:00:00+01:00', 'midday', '2027-03-02'],
    ['2027-03-03T01:00:00+01:00', 'bedtime', '2027-03-02'],
    ['2027-03-03T08:00:00+01:00', 'bedtime', '2027-03-02'],
  ] as const)('%s, due in the %s, is of %s', (instant, due, night) =>
    expect(nightOfDose(instant, 'Europe/Berlin', due)).toBe(night),
  );

  it('two doses a day, morning and bedtime, are two doses of one day', () =>
    expect(nightOfDose('2027-03-02T08:00:00Z', 'UTC', 'morning')).toBe(
      nightOfDose('2027-03-02T23:00:00Z', 'UTC', 'bedtime'),
    ));
});
