/**
 * What is left when a plan is left: bottles already fetched, less what was taken up to the night before. The answer can
 * be handed back to `supply` as what is at home.
 */
import { addDays, daysBetween, type IsoDate } from '../../domain/dates.ts';
import type { Bottle, Supply } from '../../domain/order.ts';
import type { Plan } from '../../domain/plan.ts';
import { datedSteps, type Step } from '../../domain/regimen.ts';
import { formById } from '../../knowledge/forms/index.ts';
import { Cupboard } from './cupboard.ts';
import type { InHand } from './types.ts';
import { inUg, unitsOf } from './ways.ts';

/** From `onNight` the plan is no longer followed; the nights before were taken as planned. */
export interface Leaving {
  /** `hold`: the dose of the night before goes on. `back`: that of the step before it, or of `toStep`. `stop`: nothing. */
  readonly kind: 'hold' | 'back' | 'stop';
  readonly onNight: IsoDate;
  /** 0-based step to go back to. */
  readonly toStep?: number;
}

export interface Leftover {
  /** Bottles fetched by then with what is left in each; ready for `supply({ inHand })`. Empty bottles are not listed. */
  readonly bottles: readonly InHand[];
  readonly leftUg: number;
  /** The last night for which the dose that goes on can be made from them; absent when not even the first, or at a stop. */
  readonly lastsUntil?: IsoDate;
  /** How many nights that is. */
  readonly nights: number;
}

/** What is in the cupboard on the evening of `event.onNight`, before anything is taken. */
export function leftoverWhen(plan: Plan, supply: Supply, event: Leaving): Leftover {
  const bottles = fetchedBy(supply, event.onNight)
    .map(({ bottle, beyondUse }) => ({
      number: bottle.number,
      form: bottle.form,
      strengthUg: bottle.strengthUg,
      left: bottle.quantity - takenBefore(supply, bottle.number, event.onNight),
      beyondUse,
    }))
    .filter((bottle) => bottle.left > 0);
  const nights = nightsFor(stepThatGoesOn(plan, event), bottles, event.onNight);
  return {
    bottles,
    leftUg: bottles.reduce((sum, bottle) => sum + inUg(bottle, bottle.left), 0),
    ...(nights > 0 && { lastsUntil: addDays(event.onNight, nights - 1) }),
    nights,
  };
}

/** Bottles at home from the beginning, and those of every fill made on or before the night. */
const fetchedBy = (
  supply: Supply,
  night: IsoDate,
): readonly { readonly bottle: Bottle; readonly beyondUse: IsoDate }[] => [
  ...(supply.cupboard ?? []).map((bottle) => ({ bottle, beyondUse: dateOnLabel(bottle) })),
  ...supply.fills
    .filter((fill) => fill.on <= night)
    .flatMap((fill) => fill.bottles.map((bottle) => ({ bottle, beyondUse: fill.beyondUse.date }))),
];

function dateOnLabel({ number, beyondUse }: Bottle): IsoDate {
  if (beyondUse === undefined) throw new RangeError(`bottle ${number} at home has no beyond-use date`);
  return beyondUse;
}

/** Units that the directions take from a bottle on the nights before `night`. */
function takenBefore(supply: Supply, bottle: number, night: IsoDate): number {
  return supply.fills
    .flatMap((fill) => fill.directions)
    .reduce((sum, { from, to, doses }) => {
      const last = to < night ? to : addDays(night, -1);
      const nights = Math.max(0, daysBetween(from, last) + 1);
      const each = doses.flatMap((dose) => dose.takes).filter((take) => take.bottle === bottle);
      return sum + nights * unitsOf(each);
    }, 0);
}

function stepThatGoesOn({ regimen }: Plan, { kind, onNight, toStep }: Leaving): Step | undefined {
  if (kind === 'stop') return undefined;
  const current = datedSteps(regimen).findLast(({ from }) => from < onNight)?.index;
  if (current === undefined) return undefined;
  return regimen.steps[kind === 'hold' ? current : (toStep ?? current - 1)];
}

/** How many nights in a row every dose of the step can be made from the bottles, from `night` on. */
function nightsFor(step: Step | undefined, bottles: readonly InHand[], night: IsoDate): number {
  const form = step && formById(step.form);
  if (step === undefined || form === undefined || step.doses.length === 0) return 0;
  const cupboard = new Cupboard(bottles);
  const can = (date: IsoDate) =>
    step.doses.every((dose) => cupboard.take(dose.amountUg, form, form.mostUnitsPerDose, date) !== undefined);
  let nights = 0;
  while (can(addDays(night, nights))) nights++;
  return nights;
}
