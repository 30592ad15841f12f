/**
 * A price model for compounded naltrexone: so much for each fill, each bottle and each unit. A month of 30 capsules in
 * one bottle comes to 52.50, of 60 capsules to 60.00. A clinic that knows its pharmacy passes its own table.
 */
import type { FormId } from '../../domain/regimen.ts';
import { assume, cite, type Source } from '../../domain/source.ts';

/** Prices in whole cents. */
export interface PriceTable {
  readonly currency: string;
  /** For each trip to the pharmacy at which something is made. */
  readonly perFillCents: number;
  /** For each bottle: every strength is weighed and filled on its own. */
  readonly perBottleCents: number;
  /** By dose form: for one capsule, or for one millilitre. */
  readonly perUnitCents: Readonly<Record<FormId, number>>;
  readonly sources: readonly Source[];
}

export const ASSUMED_PRICES: PriceTable = {
  currency: 'USD',
  perFillCents: 4000,
  perBottleCents: 500,
  perUnitCents: { capsule: 25, 'liquid-1-mg-per-ml': 10 },
  sources: [
    cite('article-000', 'cost: about $50 to $60 a month, rarely insured'),
    assume('the split into fill, bottle and unit is ours; only the monthly total is in print'),
  ],
};
