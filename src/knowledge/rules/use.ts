/**
 * Whether a medicine on the list is taken now, as far as the line tells. "Active" is believed for a year after its newest
 * date and doubted after that: records keep orders from decades ago as active because nobody ended them.
 */
import { addDays, daysBetween, earliest, inWords, type IsoDate, type PartialDate } from '../../domain/dates.ts';
import type { Medicine } from '../../domain/patient.ts';
import { lastPossible } from './answers.ts';

/** Assumed: a line whose newest date is more than a year back says nothing about today. */
export const BELIEVED_DAYS = 365;

export type Use =
  | { readonly kind: 'current' }
  | { readonly kind: 'planned' }
  /** No longer taken; `last` is the last day it can have been taken. */
  | { readonly kind: 'stopped'; readonly last: IsoDate }
  /** Ended or noted more than a year ago, as far as the line tells, without a last day. */
  | { readonly kind: 'long ago'; readonly newest: IsoDate }
  | { readonly kind: 'doubtful'; readonly why: string; readonly old: boolean }
  /** Entered in error: the line is no statement about the person. */
  | { readonly kind: 'void' };

export function useOf(medicine: Medicine, today: IsoDate): Use {
  if (medicine.status === 'entered-in-error') return { kind: 'void' };
  if (medicine.kind === 'dispense' && isAhead(medicine.lastTaken, today)) return { kind: 'current' };
  const wrong = wrongDate(medicine, today);
  if (wrong !== undefined) return doubtful(wrong);
  const newest = newestDate(medicine, today);
  const old = newest !== undefined && daysBetween(newest, today) > BELIEVED_DAYS;
  switch (medicine.status) {
    case 'completed':
    case 'stopped':
      return ended(medicine, today, newest, old);
    case 'not-taken':
      if (old) return { kind: 'long ago', newest };
      return doubtful('the record says that it was not taken, and does not say whether it ever was');
    default:
      return running(medicine, today, newest, old);
  }
}

const doubtful = (why: string, old = false): Use => ({ kind: 'doubtful', why, old });

function wrongDate(medicine: Medicine, today: IsoDate): string | undefined {
  const dates = [medicine.recorded, medicine.start, medicine.lastTaken, medicine.end].filter(
    (date) => date !== undefined,
  );
  const unreadable = dates.find((date) => earliest(date) === undefined);
  if (unreadable !== undefined) return `its date "${unreadable}" cannot be read`;
  const ahead = [medicine.recorded, medicine.lastTaken, medicine.start].find((date) => isAhead(date, today));
  if (ahead !== undefined) return `it is dated ${inWords(ahead)}, which is still to come`;
  const isOver = medicine.status === 'completed' || medicine.status === 'stopped';
  return isOver && isAhead(medicine.end, today)
    ? `it is ${medicine.status} and ends on ${inWords(medicine.end ?? '')}, which is still to come`
    : undefined;
}

const isAhead = (date: PartialDate | undefined, today: IsoDate): boolean =>
  date !== undefined && (earliest(date) ?? '') > today;

function newestDate(medicine: Medicine, today: IsoDate): IsoDate | undefined {
  return newestOf([medicine.recorded, medicine.start, medicine.lastTaken, medicine.end], today);
}

const newestOf = (dates: readonly (PartialDate | undefined)[], today: IsoDate): IsoDate | undefined =>
  dates
    .flatMap((date) => (date === undefined ? [] : (lastPossible(date, today) ?? [])))
    .toSorted()
    .at(-1);

/** The day on which a supply runs out, when the line says how long it lasts. */
function supplyEnd(medicine: Medicine, today: IsoDate): IsoDate | undefined {
  const from = newestOf([medicine.start ?? medicine.recorded], today);
  return from === undefined || medicine.daysSupply === undefined
    ? undefined
    : addDays(from, Math.ceil(medicine.daysSupply));
}

function ended(medicine: Medicine, today: IsoDate, newest: IsoDate | undefined, old: boolean): Use {
  const supply = medicine.kind === 'dispense' ? supplyEnd(medicine, today) : undefined;
  if (supply !== undefined && supply >= today) return { kind: 'current' };
  const given = medicine.kind === 'administration' ? newest : undefined;
  const last = newestOf([medicine.lastTaken, medicine.end, supply, given], today);
  const ordered = medicine.kind === 'request' || medicine.kind === 'dispense' ? medicine.recorded : undefined;
  if (last !== undefined && ordered !== undefined && (earliest(ordered) ?? last) > last)
    return doubtful(`it was ordered on ${inWords(ordered)} and ended before, on ${inWords(last)}`);
  if (last !== undefined) return { kind: 'stopped', last };
  if (old && newest !== undefined) return { kind: 'long ago', newest };
  const noted = newest === undefined ? 'nothing on the line is dated' : `it was noted on ${inWords(newest)}`;
  return doubtful(`it is ${medicine.status}, ${noted}, and the last day of use is not known`);
}

function running(medicine: Medicine, today: IsoDate, newest: IsoDate | undefined, old: boolean): Use {
  if (old && newest !== undefined)
    return doubtful(
      `it is still marked ${medicine.status} and its newest date is ${inWords(newest)}, ${yearsSince(newest, today)} ago`,
      true,
    );
  const end = medicine.end === undefined ? undefined : lastPossible(medicine.end, today);
  if (end !== undefined && end < today) return doubtful(`it is marked ${medicine.status} and ended on ${inWords(end)}`);
  if (medicine.status === 'active') return { kind: 'current' };
  if (medicine.status === 'planned') return { kind: 'planned' };
  if (medicine.kind === 'answer' && medicine.lastTaken !== undefined && newest !== undefined)
    return { kind: 'stopped', last: lastPossible(medicine.lastTaken, today) ?? newest };
  if (medicine.status === 'on-hold') return doubtful('it is on hold, and the last day of use is not known');
  return doubtful('the record does not say whether it is still taken');
}

function yearsSince(date: IsoDate, today: IsoDate): string {
  const years = Math.floor(daysBetween(date, today) / 365.25);
  return years < 2 ? 'more than a year' : `${years} years`;
}
