/** Every drug that a rule asks about, in one list. */
import { ANTAGONISTS } from './antagonists.ts';
import { ANTIDEPRESSANTS } from './antidepressants.ts';
import type { Drug } from './drug.ts';
import { INTERACTING } from './interacting.ts';
import { OPIOID_LIKE } from './opioidLike.ts';
import { OPIOIDS } from './opioids.ts';

export const DRUGS: readonly Drug[] = [...OPIOIDS, ...OPIOID_LIKE, ...ANTAGONISTS, ...ANTIDEPRESSANTS, ...INTERACTING];
