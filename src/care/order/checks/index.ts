/** Every check of an order. One more is one row in one of these files. */
import { AMOUNT_CHECKS } from './amounts.ts';
import { BOTTLE_CHECKS } from './bottles.ts';
import { DATE_CHECKS } from './dates.ts';
import { DRUG_CHECKS } from './drug.ts';
import { PEOPLE_CHECKS } from './people.ts';
import { PLAN_CHECKS } from './plan.ts';
import type { OrderCheck } from './row.ts';
import { SUM_CHECKS } from './sums.ts';

export { WORD_CHECKS } from './words.ts';
export type { OrderCheck, Place, WordCheck } from './row.ts';

export const ORDER_CHECKS: readonly OrderCheck[] = [
  ...DRUG_CHECKS,
  ...PEOPLE_CHECKS,
  ...AMOUNT_CHECKS,
  ...BOTTLE_CHECKS,
  ...DATE_CHECKS,
  ...PLAN_CHECKS,
  ...SUM_CHECKS,
];
