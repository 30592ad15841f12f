/** From a plan to bottles, and what is left when the plan is left. */
export { supply } from './supply.ts';
export { leftoverWhen, type Leaving, type Leftover } from './leftover.ts';
export {
  LEAD_DAYS,
  MAX_DAYS_PER_FILL,
  OBJECTIVES,
  type Choice,
  type InHand,
  type Objective,
  type SupplyAnswer,
  type SupplyOptions,
} from './types.ts';
