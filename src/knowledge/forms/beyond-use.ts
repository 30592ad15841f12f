/** The beyond-use date: the earliest of all limits that speak, with the one that decided. */
import { addDays, type IsoDate } from '../../domain/dates.ts';
import type { BeyondUse, BeyondUseLimit } from '../../domain/order.ts';
import { assume } from '../../domain/source.ts';
import type { DoseForm, Storage } from './form.ts';

/** Assumed: time for two steps to be stayed on for a fortnight each before what is left has to go back. */
export const KEEP_AFTER_LAST_NIGHT_DAYS = 30;

export interface BeyondUseOptions {
  /** How it is kept; the form's usual storage when absent. */
  readonly storage?: Storage;
  /** Earliest expiry among the components of this batch, as the pharmacy states it. */
  readonly componentExpiry?: IsoDate;
  /** Last night the batch is meant for; then it may not be kept longer than 30 days after it. */
  readonly lastNight?: IsoDate;
}

/** The beyond-use date of a batch made on `madeOn`. Among equal limits the first of the form's list decides. */
export function beyondUse(form: DoseForm, madeOn: IsoDate, options: BeyondUseOptions = {}): BeyondUse {
  const storage = options.storage ?? form.storage[0]?.kind;
  const kept = form.keeping
    .filter((limit) => limit.storage === undefined || limit.storage === storage)
    .map(({ id, says, days, source }) => ({ id, says, date: addDays(madeOn, days), source }));
  return smallest([...kept, ...componentLimit(options), ...supplyLimit(options)]);
}

/** The earliest of the limits; for a fill of several forms, of all their limits. */
export function smallest(limits: readonly BeyondUseLimit[]): BeyondUse {
  const [first, ...rest] = limits;
  if (first === undefined) throw new RangeError('a beyond-use date needs at least one limit');
  const deciding = rest.reduce((least, limit) => (limit.date < least.date ? limit : least), first);
  return { date: deciding.date, because: deciding.id, limits };
}

const componentLimit = ({ componentExpiry }: BeyondUseOptions): readonly BeyondUseLimit[] =>
  componentExpiry === undefined
    ? []
    : [
        {
          id: 'component-expiry',
          says: 'earliest expiry among its components',
          date: componentExpiry,
          source: assume('as stated by the pharmacy for this batch'),
        },
      ];

const supplyLimit = ({ lastNight }: BeyondUseOptions): readonly BeyondUseLimit[] =>
  lastNight === undefined
    ? []
    : [
        {
          id: 'supply-end',
          says: `${KEEP_AFTER_LAST_NIGHT_DAYS} days after the last night it is meant for`,
          date: addDays(lastNight, KEEP_AFTER_LAST_NIGHT_DAYS),
          source: assume('long enough to stay on two steps for a fortnight each, short enough not to pile up at home'),
        },
      ];
