import type { Micrograms } from '../../../domain/amount.ts';
import { boundOf } from '../../../knowledge/bounds/index.ts';

/** The absolute bound of one day, the same object that plans are held against. */
export const MOST_A_DAY_UG: Micrograms = mostADay();

function mostADay(): Micrograms {
  const most = boundOf('daily-amount')?.absolute?.max;
  if (most === undefined) throw new RangeError('the bound daily-amount has no absolute maximum');
  return most;
}
