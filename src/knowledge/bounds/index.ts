/** All bounds of a plan. A new one is one row in one of these files; every check, form and test reads this list. */
import { AMOUNT_BOUNDS } from './amount.ts';
import type { Bound, PlanField } from './bound.ts';
import { COURSE_BOUNDS } from './course.ts';
import { PACE_BOUNDS } from './pace.ts';
import { PERSON_BOUNDS } from './person.ts';

export type { Bound, Limit, PersonFact, PlanField, Reading } from './bound.ts';
export { outside, within } from './bound.ts';

export const BOUNDS: readonly Bound[] = [...AMOUNT_BOUNDS, ...PACE_BOUNDS, ...COURSE_BOUNDS, ...PERSON_BOUNDS];

/** The bounds that read a field, so that a form re-checks them when it changes. */
export const boundsReading = (field: PlanField): readonly Bound[] =>
  BOUNDS.filter((bound) => bound.fields.includes(field));

/** The bound with this id; undefined when there is none. */
export const boundOf = (id: string): Bound | undefined => BOUNDS.find((bound) => bound.id === id);
