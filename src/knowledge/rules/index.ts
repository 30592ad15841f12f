/** Every screening rule, in the order in which a prescriber would think of them. */
import { opioidMedicines } from './opioidMedicines.ts';
import { opioidsOverTheCounter } from './opioidsOverTheCounter.ts';
import { opioidsTaken } from './opioidsTaken.ts';
import { opioidsUnlisted } from './opioidsUnlisted.ts';
import type { Rule } from './rule.ts';
import { unreadableMedicines } from './unreadableMedicines.ts';

export const RULES: readonly Rule[] = [
  opioidMedicines,
  unreadableMedicines,
  opioidsTaken,
  opioidsUnlisted,
  opioidsOverTheCounter,
];
