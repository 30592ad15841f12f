/** What the pharmacy can do and asks for, as a person enters it; what is left out has a default that the reasons name. */
import { z } from 'zod';
import { assume } from '../../domain/source.ts';
import type { PriceTable } from '../../knowledge/prices/index.ts';
import { isoDate } from '../schemas.ts';
import type { SupplyOptions } from '../supply/index.ts';

export type Making = Omit<SupplyOptions, 'objective' | 'today' | 'inHand' | 'prices'> & {
  readonly prices?: Omit<PriceTable, 'sources'>;
};

const cents = z.number().int().min(0).max(1_000_000);

export const makingSchema: z.ZodType<Making> = z.strictObject({
  leadDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .exactOptional()
    .meta({ description: 'days from making a fill to its first night' }),
  maxDaysPerFill: z.number().int().min(1).max(180).exactOptional().meta({ description: 'the most nights in one fill' }),
  strengthsUg: z
    .array(z.number().int().min(1))
    .max(20)
    .exactOptional()
    .meta({ description: 'capsule strengths on offer, in micrograms' }),
  maxUnitsPerDose: z
    .number()
    .int()
    .min(1)
    .max(20)
    .exactOptional()
    .meta({ description: 'the most capsules in one dose' }),
  overagePercent: z
    .number()
    .min(0)
    .max(50)
    .exactOptional()
    .meta({ description: 'extra units in percent of what is taken' }),
  componentExpiry: isoDate.exactOptional().meta({ description: 'earliest expiry of a component of the first batch' }),
  storage: z.enum(['room', 'refrigerator']).exactOptional().meta({ description: 'how a liquid is kept' }),
  prices: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/, { message: 'a currency code such as USD' }),
      perFillCents: cents,
      perBottleCents: cents,
      perUnitCents: z.record(z.string().max(100), cents),
    })
    .exactOptional()
    .meta({ description: 'the prices of the pharmacy, in cents' }),
});

/** The options as the compiler takes them: prices that were entered say so. */
export const optionsOf = ({ prices, ...rest }: Making): SupplyOptions => ({
  ...rest,
  ...(prices && { prices: { ...prices, sources: [assume('entered for this plan, from the pharmacy')] } }),
});
