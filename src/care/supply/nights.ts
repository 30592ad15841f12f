/** The plan night by night, with what the bottles at home supply of it. */
import { addDays, type IsoDate } from '../../domain/dates.ts';
import type { Take } from '../../domain/order.ts';
import { datedSteps, type Dose, type Regimen } from '../../domain/regimen.ts';
import { formById, type DoseForm } from '../../knowledge/forms/index.ts';
import type { Cupboard } from './cupboard.ts';
import type { Demand } from './strengths.ts';

export interface NightDose extends Dose {
  /** Taken from bottles at home; absent when it has to be made. */
  readonly home?: readonly Take[];
}

export interface Night {
  readonly date: IsoDate;
  /** 0-based step of the regimen. */
  readonly step: number;
  readonly lastOfStep: boolean;
  readonly form: DoseForm;
  readonly doses: readonly NightDose[];
}

/** Every night in order; the cupboard is emptied on the way. */
export function nightsFrom(
  regimen: Regimen,
  cupboard: Cupboard,
  mostUnits: (form: DoseForm) => number,
): readonly Night[] {
  return datedSteps(regimen).flatMap(({ step, index, from }) => {
    const form = formById(step.form);
    if (form === undefined) throw new RangeError(`${step.form} is not a registered dose form`);
    return Array.from({ length: step.nights }, (_, night) => {
      const date = addDays(from, night);
      const doses = step.doses.map((dose) => {
        const home = cupboard.take(dose.amountUg, form, mostUnits(form), date);
        return home === undefined ? dose : { ...dose, home };
      });
      return { date, step: index, lastOfStep: night === step.nights - 1, form, doses };
    });
  });
}

/** Whether something has to be made for this night. */
export const needsMaking = (night: Night): boolean => night.doses.some((dose) => dose.home === undefined);

/** The forms that have to be made for these nights, in the order of their first night. */
export const formsToMake = (nights: readonly Night[]): readonly DoseForm[] => [
  ...new Set(nights.filter(needsMaking).map((night) => night.form)),
];

/** How often each amount of a form has to be made for these nights, smallest first. */
export function demandsOf(nights: readonly Night[], form: DoseForm): readonly Demand[] {
  const times = new Map<number, number>();
  for (const { amountUg, home } of nights.filter((night) => night.form === form).flatMap((night) => night.doses))
    if (home === undefined) times.set(amountUg, (times.get(amountUg) ?? 0) + 1);
  return [...times]
    .map(([amountUg, count]) => ({ amountUg, times: count }))
    .toSorted((a, b) => a.amountUg - b.amountUg);
}
