import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageInYears,
  daysBetween,
  earliest,
  inShort,
  inWords,
  isIsoDate,
  latest,
  nightOf,
  weekday,
} from '../../src/domain/dates.ts';

fc.configureGlobal({ seed: 20270301 });

const isoDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the calendar', () => {
  it.each([
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['2026-11-22', 7],
  ])('%s is weekday %i', (date, day) => expect(weekday(date)).toBe(day));

  it('29 February exists in 2024 and 2000, not in 2027 and 2100', () => {
    expect(['2024-02-29', '2000-02-29', '2027-02-29', '2100-02-29'].map(isIsoDate)).toEqual([true, true, false, false]);
  });

  it.each(['2027-13-01', '2027-3-1', '20270301', '2027-03-01T00:00', '', undefined, 20270301])(
    '%s is no date',
    (text) => expect(isIsoDate(text)).toBe(false),
  );

  it('adding days and counting days agree, as they do for the clock of UTC', () =>
    fc.assert(
      fc.property(isoDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(later).toBe(new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
      }),
    ));
});

describe('a partial date means a span of days', () => {
  it.each([
    ['2027', '2027-01-01', '2027-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2027-12', '2027-12-01', '2027-12-31'],
    ['2027-03-04', '2027-03-04', '2027-03-04'],
  ])('%s runs from %s to %s', (date, first, last) => expect([earliest(date), latest(date)]).toEqual([first, last]));

  it('what is no date has neither first nor last day', () =>
    expect(['2027-02-30', '2027-13', 'soon'].flatMap((date) => [earliest(date), latest(date)])).toEqual(
      Array(6).fill(undefined),
    ));

  it.each([
    ['1980-11-22', 46],
    ['1980-11-23', 45],
    ['1980', 46],
  ])('who is born on %s is %i on 22 November 2026', (birth, age) => expect(ageInYears(birth, '2026-11-22')).toBe(age));

  it.each([
    ['2027-03-03', '3 March 2027'],
    ['2027-03', 'March 2027'],
    ['2027', '2027'],
  ])('%s is said as %s', (date, words) => expect(inWords(date)).toBe(words));

  it('a table says it shorter', () => expect(inShort('2027-03-02')).toBe('Tue 2 Mar'));
});

describe('a dose belongs to the night on whose evening it was due', () => {
  it.each([
    ['2027-03-01T22:30:00+01:00', 'Europe/Berlin', '2027-03-01'],
    ['2027-03-02T01:30:00+01:00', 'Europe/Berlin', '2027-03-01'],
    ['2027-03-02T11:59:00+01:00', 'Europe/Berlin', '2027-03-01'],
    ['2027-03-02T12:00:00+01:00', 'Europe/Berlin', '2027-03-02'],
    // The night in which the clock of Berlin jumps from 2 to 3.
    ['2027-03-28T00:30:00Z', 'Europe/Berlin', '2027-03-27'],
    ['2027-03-28T01:30:00Z', 'Europe/Berlin', '2027-03-27'],
    // The night in which New York has the hour from 1 to 2 twice.
    ['2027-11-07T05:30:00Z', 'America/New_York', '2027-11-06'],
    ['2027-11-07T06:30:00Z', 'America/New_York', '2027-11-06'],
    // Half-hour and far-eastern zones.
    ['2027-03-01T16:30:00Z', 'Asia/Kolkata', '2027-03-01'],
    ['2027-03-01T10:30:00Z', 'Pacific/Kiritimati', '2027-03-01'],
  ])('%s in %s is the night of %s', (instant, zone, night) => expect(nightOf(instant, zone)).toBe(night));

  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
  ];

  it('a dose at bedtime each day gives each night once, through a whole year of clock changes', () => {
    for (const zone of zones) {
      const nights = Array.from({ length: 366 }, (_, day) =>
        nightOf(localInstant(addDays('2027-01-01', day), zone), zone),
      );
      expect(nights).toEqual(Array.from({ length: 366 }, (_, day) => addDays('2027-01-01', day)));
    }
  });

  it('a traveller who takes it each local evening covers each night once, whatever the zones', () =>
    fc.assert(
      fc.property(isoDate, fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 30 }), (start, stays) => {
        const nights = stays.map((zone, day) => nightOf(localInstant(addDays(start, day), zone), zone));
        expect(nights).toEqual(stays.map((_, day) => addDays(start, day)));
      }),
    ));

  it('two doses in one night are two doses of the same night, also over the date line', () => {
    expect(nightOf('2027-03-01T22:00:00+01:00', 'Europe/Berlin')).toBe(
      nightOf('2027-03-02T02:00:00+01:00', 'Europe/Berlin'),
    );
    // Evening of 3 March in Tokyo, then, 17 hours later, evening of 3 March in Los Angeles.
    expect(nightOf('2027-03-03T22:00:00+09:00', 'Asia/Tokyo')).toBe(
      nightOf('2027-03-03T22:00:00-08:00', 'America/Los_Angeles'),
    );
  });

  it('an instant or a zone that cannot be read is a mistake of the caller', () => {
    expect(() => nightOf('tomorrow', 'UTC')).toThrow(RangeError);
    expect(() => nightOf('2027-03-01T22:00:00Z', 'Moon/Base')).toThrow(RangeError);
  });
});

/** The instant at which a clock in `zone` shows 22:30 on `date`, found with the calendar of the platform. */
function localInstant(date: string, zone: string): string {
  const wanted = Date.parse(`${date}T22:30:00Z`);
  const shown = (at: number) => {
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
      at,
    );
    return Date.parse(`${parts.replace(' ', 'T')}Z`);
  };
  const guess = wanted - (shown(wanted) - wanted);
  return new Date(guess - (shown(guess) - wanted)).toISOString();
}
