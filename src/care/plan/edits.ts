/** The edits of a plan, as data: what a form, a command or a visit can change. */
import type { Micrograms } from '../../domain/amount.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { StopRule } from '../../domain/plan.ts';
import type { FormId, Step, TimeOfDay } from '../../domain/regimen.ts';

/** One change of a plan. `step` and `dose` count from 0; amounts are micrograms. */
export type Edit =
  | { readonly kind: 'set-start'; readonly start: IsoDate }
  | { readonly kind: 'set-amount'; readonly step: number; readonly dose?: number; readonly amountUg: Micrograms }
  | { readonly kind: 'set-nights'; readonly step: number; readonly nights: number }
  /** All steps from this one on, so that a move to the morning lasts. Only for one dose a day. */
  | { readonly kind: 'set-time'; readonly step: number; readonly at: TimeOfDay }
  | { readonly kind: 'set-form'; readonly form: FormId }
  /** The new step stands before the step that now has this index; at the end when it equals the number of steps. */
  | { readonly kind: 'insert-step'; readonly step: number; readonly new: Step }
  | { readonly kind: 'remove-step'; readonly step: number }
  /** Stays on a step for more nights; all that follows moves. */
  | { readonly kind: 'hold'; readonly step: number; readonly nights: number }
  /** Ends a step after `afterNights` and repeats the nearest lower one for `nights`, then the step begins again. */
  | { readonly kind: 'step-back'; readonly step: number; readonly afterNights: number; readonly nights: number }
  | { readonly kind: 'set-ceiling'; readonly ceilingUg: Micrograms }
  | { readonly kind: 'set-stop-rule'; readonly stopRule: StopRule }
  /** A reason for leaving a recommended bound; an empty one takes the reason back. */
  | { readonly kind: 'give-reason'; readonly bound: string; readonly reason: string };
