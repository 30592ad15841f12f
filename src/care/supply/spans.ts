/**
 * Where fills begin and end. Among all divisions into runs of nights that end before their beyond-use date and within
 * the allowed number of days, the one with the fewest fills; among those the fewest cuts inside a step; then the longest
 * first. Every run lies inside the nights that the plan defines.
 */
import { addDays, daysBetween, type IsoDate } from '../../domain/dates.ts';
import type { BeyondUse, BeyondUseLimit } from '../../domain/order.ts';
import { assume } from '../../domain/source.ts';
import { beyondUse, smallest, type DoseForm } from '../../knowledge/forms/index.ts';
import { formsToMake, needsMaking, type Night } from './nights.ts';
import type { Settings, Span } from './types.ts';

interface Division {
  readonly nights: number;
  /** The night from which something must be made; earlier ones are supplied from home. */
  readonly first: number;
  readonly maxNights: number;
  /** Last night that a fill beginning on `night` may supply. */
  readonly lastUsable: (night: number) => number;
  /** Whether a step ends with this night. */
  readonly stepEnds: (night: number) => boolean;
}

interface Tail {
  readonly fills: number;
  readonly cuts: number;
  /** Last night of the fill that begins here. */
  readonly last: number;
}

/** Runs of nights with the day of making and the beyond-use date; undefined when there is no division. */
export function spansFor(nights: readonly Night[], settings: Settings): readonly Span[] | undefined {
  const made = nights.findIndex(needsMaking);
  const first = made < 0 ? nights.length : made;
  const start = nights[0]!.date;
  const today = settings.today === undefined ? -Infinity : daysBetween(start, settings.today);
  const kept = daysKeptFrom(start, false, settings);
  const keptFirst = daysKeptFrom(madeOn(nights[first]?.date ?? start, settings), true, settings);
  const divided = divide({
    nights: nights.length,
    first,
    maxNights: settings.maxDaysPerFill,
    lastUsable: (night) =>
      lastUsable(night, nights, night === first ? keptFirst : kept, Math.max(night - settings.leadDays, today)),
    stepEnds: (night) => nights[night]?.lastOfStep ?? false,
  });
  const fromHome = first > 0 ? [[0, first - 1] as const] : [];
  return divided && [...fromHome, ...divided].map(([from, to]) => spanOf(from, to, nights, from === first, settings));
}

/** The last night that ends before the beyond-use date of every form that has to be made up to it. */
function lastUsable(night: number, nights: readonly Night[], daysKept: DaysKept, made: number): number {
  let cap = nights.length - 1;
  for (let last = night; last <= cap; last++) {
    if (!needsMaking(nights[last]!)) continue;
    cap = Math.min(cap, made + daysKept(nights[last]!.form) - 1);
    if (last > cap) return last - 1;
  }
  return cap;
}

/** Days from the making of a fill to its beyond-use date. */
type DaysKept = (form: DoseForm) => number;

/** Reckoned once for each form: the limits of a form are days, and only a component of the first batch has a date. */
function daysKeptFrom(on: IsoDate, isFirst: boolean, settings: Settings): DaysKept {
  const known = new Map<DoseForm, number>();
  return (form) => {
    const days = known.get(form) ?? daysBetween(on, beyondUse(form, on, keeping(form, isFirst, settings)).date);
    known.set(form, days);
    return days;
  };
}

function spanOf(first: number, last: number, nights: readonly Night[], isFirst: boolean, settings: Settings): Span {
  const covered = nights.slice(first, last + 1);
  const { date: from } = covered[0]!;
  const forms = formsToMake(covered);
  if (forms.length === 0) return { first, last, on: from, beyondUse: labelsAtHome(covered, settings) };
  const on = madeOn(from, settings);
  const lastNight = covered.at(-1)!.date;
  const limits = forms.flatMap(
    (form) => beyondUse(form, on, { ...keeping(form, isFirst, settings), lastNight }).limits,
  );
  return { first, last, on, beyondUse: smallest(limits) };
}

/** So many days before the first night, but not before today. */
function madeOn(from: IsoDate, settings: Settings): IsoDate {
  const early = addDays(from, -settings.leadDays);
  return settings.today !== undefined && early < settings.today ? settings.today : early;
}

const keeping = (form: DoseForm, isFirst: boolean, { storage, componentExpiry }: Settings) => ({
  ...(storage !== undefined && form.kind === 'measured' && { storage }),
  ...(componentExpiry !== undefined && isFirst && { componentExpiry }),
});

function labelsAtHome(covered: readonly Night[], { inHand }: Settings): BeyondUse {
  const taken = new Set(covered.flatMap(({ doses }) => doses.flatMap(({ home }) => home ?? []).map((t) => t.bottle)));
  const limits: readonly BeyondUseLimit[] = inHand
    .filter((bottle) => taken.has(bottle.number))
    .map((bottle) => ({
      id: 'label-at-home',
      says: `date on the label of bottle ${bottle.number}`,
      date: bottle.beyondUse,
      source: assume('as read from the bottle at home'),
    }));
  return smallest(limits);
}

/** First and last night of each fill; undefined when no division exists. */
function divide(division: Division): readonly (readonly [number, number])[] | undefined {
  const tails = new Map<number, Tail>([[division.nights, { fills: 0, cuts: 0, last: division.nights }]]);
  for (let night = division.nights - 1; night >= division.first; night--) {
    const tail = bestTail(night, division, tails);
    if (tail !== undefined) tails.set(night, tail);
  }
  if (!tails.has(division.first)) return undefined;
  const spans: (readonly [number, number])[] = [];
  for (let night = division.first; night < division.nights;) {
    const { last } = tails.get(night)!;
    spans.push([night, last]);
    night = last + 1;
  }
  return spans;
}

function bestTail(night: number, division: Division, tails: ReadonlyMap<number, Tail>): Tail | undefined {
  const furthest = Math.min(night + division.maxNights - 1, division.lastUsable(night), division.nights - 1);
  let best: Tail | undefined;
  for (let last = furthest; last >= night; last--) {
    const after = tails.get(last + 1);
    if (after === undefined) continue;
    const tail = { fills: after.fills + 1, cuts: after.cuts + (division.stepEnds(last) ? 0 : 1), last };
    if (best === undefined || tail.fills < best.fills || (tail.fills === best.fills && tail.cuts < best.cuts))
      best = tail;
  }
  return best;
}
