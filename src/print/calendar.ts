/**
 * The plan as an iCalendar file (RFC 5545) for the patient's own phone. Doses are at a local time without a zone
 * ("floating"), so bedtime stays bedtime on a journey and on the night the clocks change. A title names the amount and
 * never the drug, because a phone shows titles on a locked screen.
 *
 * A new version of a plan uses the same event ids with a higher SEQUENCE, and cancels those it has no more: an old
 * reminder left beside a new one would be a double dose.
 */
import { inMg } from '../domain/amount.ts';
import { addDays, daysBetween, inWords, NIGHT_ENDS_AT_HOUR, type IsoDate } from '../domain/dates.ts';
import { hashOf } from '../domain/hash.ts';
import type { Direction, Fill, Order } from '../domain/order.ts';
import type { Plan } from '../domain/plan.ts';
import { datedSteps, type DatedStep, type TimeOfDay } from '../domain/regimen.ts';
import { OPIOID_WARNING } from '../care/order/warnings.ts';
import { AT, takesInWords } from '../care/order/words.ts';
import { inPlainWords } from '../care/order/plain.ts';
import { calendarText, type CalendarEvent } from './icalendar.ts';

export interface CalendarSettings {
  /** When the file is made, an RFC 3339 instant in UTC such as `2026-11-01T09:00:00Z`. */
  readonly madeAt: string;
  /** Local time of each dose, `HH:MM`. A bedtime after midnight still belongs to the night before. */
  readonly times?: Readonly<Partial<Record<TimeOfDay, string>>>;
  /** The order and plan that these take the place of, whose reminders must go. */
  readonly replaced?: { readonly order: Order; readonly plan: Plan };
}

/** Times of day until the patient says otherwise; assumed, and shown in the calendar where they are easily moved. */
export const USUAL_TIMES: Readonly<Record<TimeOfDay, string>> = {
  morning: '08:00',
  midday: '12:30',
  evening: '19:00',
  bedtime: '22:00',
};

/** How long before the last supplied night the patient is told; assumed: a compounding pharmacy needs about a week. */
const RUN_OUT_WARNING_DAYS = 10;

/** Hour of the day at which all-day events remind. Assumed: most clinics and pharmacies answer the telephone then. */
const DAY_ALARM = 'PT9H';

/** The whole calendar as text, ready to be saved as `.ics`. */
export function calendar(order: Order, plan: Plan, settings: CalendarSettings): string {
  const times = { ...USUAL_TIMES, ...settings.times };
  const events = eventsOf(order, plan, times);
  const kept = new Set(events.map((event) => event.uid));
  const before = settings.replaced ? eventsOf(settings.replaced.order, settings.replaced.plan, times) : [];
  const gone = before.filter((event) => !kept.has(event.uid)).map((event) => ({ ...event, cancelled: true }));
  const made = { madeAt: settings.madeAt, sequence: order.planVersion - 1 };
  return calendarText(`Dose plan, version ${order.planVersion}`, [...events, ...gone], made);
}

type Times = Readonly<Record<TimeOfDay, string>>;

function eventsOf(order: Order, plan: Plan, times: Times): readonly CalendarEvent[] {
  const { fills } = order.supply;
  return [
    ...fills.flatMap((fill) => fill.directions.flatMap((direction) => doseEvents(order, plan, fill, direction, times))),
    ...checkEvents(order, plan),
    ...fills.filter((fill) => fill.bottles.length > 0).map((fill) => pickUp(order, fill)),
    runOut(order),
  ];
}

/** The same person, kind and number give the same id in every version of the plan. */
function uidOf(order: Order, kind: string, number: number | string): string {
  const { name, birthDate, id } = order.patient;
  const hash = hashOf({ name, birthDate, id: id ?? null, kind, number });
  return `${hash.slice('sha256:'.length).slice(0, 32)}@lowdose`;
}

function doseEvents(
  order: Order,
  plan: Plan,
  fill: Fill,
  direction: Direction,
  times: Times,
): readonly CalendarEvent[] {
  const nights = daysBetween(direction.from, direction.to) + 1;
  return direction.doses.map((dose) => ({
    uid: uidOf(order, 'dose', `${fill.number} ${direction.sequence} ${dose.at}`),
    on: dateOfDose(direction.from, dose.at, times[dose.at]),
    at: times[dose.at],
    days: nights,
    title: `Take ${inMg(dose.amountUg)}: ${takesInWords(order.supply, dose.takes)}`,
    text: [
      `${inMg(dose.amountUg)} ${AT[dose.at]}, for ${nights} ${nights === 1 ? 'night' : 'nights'}.`,
      ...onlyIf(plan, direction),
      OPIOID_WARNING.says,
      'Missed it? Leave it out and take the next one at its usual time. Never take two.',
      ...call(order),
    ],
    alarm: 'PT0S',
  }));
}

/** A bedtime after midnight falls on the calendar day that follows its night. */
const dateOfDose = (night: IsoDate, at: TimeOfDay, time: string): IsoDate =>
  at === 'bedtime' && Number(time.slice(0, 2)) < NIGHT_ENDS_AT_HOUR ? addDays(night, 1) : night;

const onlyIf = (plan: Plan, direction: Direction): readonly string[] =>
  plan.checkPoints.some((point) => point.beforeStep === direction.step)
    ? [`Only if your check before this step was all right. If not, ${otherwise(direction.step)}.`]
    : [];

const otherwise = (step: number): string =>
  step === 0 ? 'do not start, and call' : 'stay on the dose before it, and call';

const call = ({ prescriber }: Order): readonly string[] =>
  prescriber.phone === undefined ? [] : [`Questions: ${prescriber.name}, ${prescriber.phone}.`];

function checkEvents(order: Order, plan: Plan): readonly CalendarEvent[] {
  const steps = datedSteps(plan.regimen);
  return plan.checkPoints.flatMap(({ beforeStep, conditions }) => {
    const next = steps[beforeStep];
    return next === undefined ? [] : [check(order, next, conditions)];
  });
}

function check(order: Order, next: DatedStep, conditions: readonly string[]): CalendarEvent {
  return {
    uid: uidOf(order, 'check', next.index),
    on: addDays(next.from, -1),
    title: `Before step ${next.index + 1}: your check`,
    text: [
      ...conditions.map((condition) => `- ${inPlainWords(condition)}`),
      `All of these true: step ${next.index + 1} starts on ${inWords(next.from)}.`,
      `One of them not true, or you are not sure: ${otherwise(next.index)}.`,
      ...call(order),
    ],
    alarm: DAY_ALARM,
  };
}

const pickUp = (order: Order, fill: Fill): CalendarEvent => ({
  uid: uidOf(order, 'fill', fill.number),
  on: fill.on,
  title: `Pharmacy: fill ${fill.number} (${fill.bottles.length === 1 ? 'bottle' : 'bottles'} ${fill.bottles.map((bottle) => bottle.number).join(', ')})`,
  text: [
    `Needed from ${inWords(fill.from)}, lasts to ${inWords(fill.to)}. Do not use after ${inWords(fill.beyondUse.date)}.`,
    ...(order.pharmacy
      ? [[order.pharmacy.name, order.pharmacy.phone].filter((part) => part !== undefined).join(', ')]
      : []),
  ],
  alarm: DAY_ALARM,
});

/** A supply shorter than the warning warns on its first night. */
function runOut(order: Order): CalendarEvent {
  const { fills, runOut: last } = order.supply;
  const warn = addDays(last, -RUN_OUT_WARNING_DAYS);
  const first = fills[0]?.from ?? warn;
  return {
    uid: uidOf(order, 'run-out', 1),
    on: warn < first ? first : warn,
    title: `Your supply ends on ${inWords(last)}`,
    text: [
      `The last dose in your bottles is for the night of ${inWords(last)}. Talk about what comes next before then.`,
      ...call(order),
    ],
    alarm: DAY_ALARM,
  };
}
