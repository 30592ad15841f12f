import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { inMg } from '../../src/domain/amount.ts';
import { addDays } from '../../src/domain/dates.ts';
import { datedSteps } from '../../src/domain/regimen.ts';
import { calendar, type CalendarSettings } from '../../src/print/calendar.ts';
import { order, plan } from './example.ts';
import { LIQUID, ORDERS, WITH_A_BOTTLE_AT_HOME } from './orders.ts';

// Read back with ical.js, which is not ours.
const madeAt = '2026-10-30T09:00:00Z';
const read = (settings: Partial<CalendarSettings> = {}, of = order) =>
  new ICAL.Component(ICAL.parse(calendar(of, plan, { madeAt, ...settings })) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

const days = (event: ICAL.Event): string[] => {
  const iterator = event.iterator();
  const found: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) found.push(next.toString());
  return found;
};
const doses = (events: ICAL.Event[]) => events.filter((event) => event.isRecurring());

describe('the calendar', () => {
  it('has each of the 56 nights exactly once, at 22:00 and in no time zone', () => {
    const all = doses(read()).flatMap(days).toSorted();
    expect(all).toEqual(Array.from({ length: 56 }, (_, night) => `${addDays('2026-11-02', night)}T22:00:00`));
    expect(read().every((event) => event.startDate.zone === ICAL.Timezone.localTimezone)).toBe(true);
  });

  it('shows amount and bottle in the title, and never the drug, because a locked screen shows titles', () => {
    expect(doses(read()).map((event) => event.summary)).toEqual([
      expect.stringMatching(/^Take 0.5 mg: 1 capsule of 0.5 mg .*bottle 1/),
      expect.stringMatching(/^Take 1 mg: 2 capsules of 0.5 mg .*bottle 1/),
      expect.stringMatching(/^Take 1.5 mg: 1 capsule of 1.5 mg .*bottle 2/),
    ]);
    expect(calendar(order, plan, { madeAt })).not.toMatch(/naltrexone/i);
  });

  it('puts a dose after midnight on the day after its night', () => {
    const [first] = doses(read({ times: { bedtime: '00:30' } }));
    expect(first?.startDate.toString()).toBe('2026-11-03T00:30:00');
  });

  it('asks on the day before each step up', () => {
    const checks = read().filter((event) => /your check/.test(event.summary));
    expect(checks.map((event) => [event.startDate.toString(), event.summary])).toEqual([
      ['2026-11-15', 'Before step 2: your check'],
      ['2026-11-29', 'Before step 3: your check'],
    ]);
    expect(checks[0]?.description).toContain('I have taken no opioid, and none is planned.');
  });

  it('warns of opioids with every dose, and holds the first one back while the first check is open', () => {
    const first = { beforeStep: 0, conditions: ['I have taken no opioid, and none is planned.'] };
    const text = calendar(order, { ...plan, checkPoints: [first] }, { madeAt }).replaceAll('\r\n ', '');
    expect(text.match(/Never take it with an opioid/g)).toHaveLength(3);
    expect(text.match(/do not start\\, and call/g)).toHaveLength(2);
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261101\r\n.*\r\nSUMMARY:Before step 1: your check/);
  });

  it('says when to fetch each fill, and ten days before the last night that the supply ends', () => {
    const rest = read().filter((event) => /Pharmacy|supply/.test(event.summary));
    expect(rest.map((event) => [event.startDate.toString(), event.summary])).toEqual([
      ['2026-10-31', 'Pharmacy: fill 1 (bottle 1)'],
      ['2026-11-27', 'Pharmacy: fill 2 (bottle 2)'],
      ['2026-12-17', 'Your supply ends on 27 December 2026'],
    ]);
  });

  it('reminds once for every event', () =>
    expect(read().every((event) => event.component.getAllSubcomponents('valarm').length === 1)).toBe(true));

  it('takes the place of the version before: same ids, higher sequence, and what is gone is cancelled', () => {
    const [first, ...others] = order.supply.fills;
    const shorter = { ...order, planVersion: 3, supply: { ...order.supply, fills: [first!] } };
    const before = read();
    const after = read({ replaced: { order, plan } }, shorter);
    const status = (event: ICAL.Event) => event.component.getFirstPropertyValue('status');
    expect(others).toHaveLength(1);
    expect(new Set(after.map((event) => event.uid))).toEqual(new Set(before.map((event) => event.uid)));
    expect(after.every((event) => event.sequence === 2)).toBe(true);
    expect(after.filter((event) => status(event) === 'CANCELLED').map((event) => event.summary)).toEqual([
      expect.stringMatching(/^Take 1.5 mg/),
      'Pharmacy: fill 2 (bottle 2)',
    ]);
  });

  it('keeps what a person typed: commas, semicolons, backslashes, line ends and letters of any language', () => {
    const name = 'Łukasz, "the; \\ doctor"\r\nEND:VEVENT 🙂 王小明 '.repeat(3).trim();
    const events = read({}, { ...order, prescriber: { ...order.prescriber, name } });
    expect(events).toHaveLength(8);
    expect(events[0]?.description).toContain(name.replaceAll('\r\n', '\n'));
  });

  it('has lines of at most 75 octets that end in CRLF', () => {
    const text = calendar({ ...order, prescriber: { name: '王小明🙂'.repeat(40), phone: '1' } }, plan, { madeAt });
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => /[\n\r]/.test(line) || line.includes('\uFFFD'))).toBe(false);
  });

  it('refuses a time that is not one', () =>
    expect(() => calendar(order, plan, { madeAt, times: { bedtime: '25:00' } })).toThrow(/25:00 is not a time/));
});

describe('the calendar of every published protocol', () => {
  it.each([...ORDERS, WITH_A_BOTTLE_AT_HOME, LIQUID])(
    'of $id has each dose of each night exactly once',
    ({ order: ordered, plan: planned }) => {
      const text = calendar(ordered, planned, { madeAt });
      const events = new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents('vevent')
        .map((component) => new ICAL.Event(component));
      const found = doses(events).flatMap((event) =>
        days(event).map((day) => `${day.slice(0, 10)} ${event.summary.split(':')[0]}`),
      );
      const expected = datedSteps(planned.regimen).flatMap(({ step, from }) =>
        Array.from({ length: step.nights }, (_, night) =>
          step.doses.map((dose) => `${addDays(from, night)} Take ${inMg(dose.amountUg)}`),
        ).flat(),
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
      expect(text).not.toMatch(/naltrexone/i);
    },
  );
});
