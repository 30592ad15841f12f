/** Medicines that a record shows as given or supplied again and again, without an order that says so. */
import { daysBetween, type IsoDate } from '../../domain/dates.ts';
import type { Medicine } from '../../domain/patient.ts';
import type { Drug } from '../drugs/drug.ts';
import { lastPossible } from './answers.ts';
import type { Context, Line } from './rule.ts';

/** Assumed: doses or supplies on two days of the last 30 are use that goes on. */
export const REPEATED_WITHIN_DAYS = 30;

/** Drugs that were surely given or supplied on at least two days of the last month: that is no single dose of an operation. */
export function handedOutAgain({ lines = [], today }: Context, takes: (drug: Drug) => boolean): ReadonlySet<Drug> {
  const days = new Map<Drug, Set<IsoDate>>();
  for (const { medicine, is } of lines.filter(isHandedOut))
    for (const { drug } of is.drugs.filter((each) => each.sure && takes(each.drug))) {
      const day = dayHandedOut(medicine, today);
      if (day !== undefined && daysBetween(day, today) <= REPEATED_WITHIN_DAYS)
        days.set(drug, (days.get(drug) ?? new Set()).add(day));
    }
  return new Set([...days].filter(([, on]) => on.size > 1).map(([drug]) => drug));
}

/** Whether the line is a dose that was given or a supply that was handed over. */
export const isHandedOut = ({ medicine: { kind, status } }: Line): boolean =>
  (kind === 'administration' || kind === 'dispense') && status !== 'not-taken' && status !== 'entered-in-error';

function dayHandedOut({ kind, lastTaken, start, recorded }: Medicine, today: IsoDate): IsoDate | undefined {
  const day = kind === 'dispense' ? (recorded ?? start) : (lastTaken ?? start ?? recorded);
  return day === undefined ? undefined : lastPossible(day, today);
}
