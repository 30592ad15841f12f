/**
 * Events as RFC 5545 text: CRLF, lines folded at 75 octets of UTF-8, text escaped (sections 3.1 and 3.3.11). It writes
 * the little that the dose calendar needs, with floating local times (section 3.3.5, form 1); it is no general library.
 */
import { addDays, type IsoDate } from '../domain/dates.ts';

export interface CalendarEvent {
  /** The same in every version of the event. */
  readonly uid: string;
  /** First day. */
  readonly on: IsoDate;
  /** Local time `HH:MM`; absent: the event fills the day. */
  readonly at?: string;
  /** On how many days in a row; absent: once. */
  readonly days?: number;
  readonly title: string;
  readonly text: readonly string[];
  /** When to remind, as a duration after the start (`PT0S`, `PT9H`). */
  readonly alarm: string;
  readonly cancelled?: boolean;
}

/**
 * The calendar as one text.
 * @param made `madeAt` is an instant in UTC; `sequence` rises with each version of the same events
 * @throws RangeError when a time or the instant is malformed (a caller's mistake)
 */
export function calendarText(
  name: string,
  events: readonly CalendarEvent[],
  made: { readonly madeAt: string; readonly sequence: number },
): string {
  const stamp = utcStamp(made.madeAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lowdose//dose plan//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp, made.sequence)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: string, sequence: number): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    ...when(event),
    ...(event.days === undefined ? [] : [`RRULE:FREQ=DAILY;COUNT=${event.days}`]),
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(event.cancelled ? [] : alarmLines(event)),
    'END:VEVENT',
  ];
}

/** A dose is drawn as ten minutes, so that it shows on a phone; an all-day event ends on the next day. */
function when({ on, at }: CalendarEvent): readonly string[] {
  const day = on.replaceAll('-', '');
  if (at === undefined) return [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${addDays(on, 1).replaceAll('-', '')}`];
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) throw new RangeError(`${at} is not a time in the form HH:MM`);
  return [`DTSTART:${day}T${at.replace(':', '')}00`, 'DURATION:PT10M'];
}

const alarmLines = ({ alarm, title }: CalendarEvent): readonly string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:${alarm}`,
  `DESCRIPTION:${escaped(title)}`,
  'END:VALARM',
];

function utcStamp(instant: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?Z$/.exec(instant);
  if (!parts) throw new RangeError(`${instant} is not an instant in UTC such as 2026-11-01T09:00:00Z`);
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}

/** Text as a property value; control characters have no place in it and would end the line. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const encoder = new TextEncoder();

/** Breaks a line into parts of at most 75 octets, never inside a character; each further part starts with a space. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}
