/**
 * Bounds of amounts. The absolute ones are set so that an error of a factor of ten cannot pass: the highest dose that a
 * low-dose trial gave is 6 mg, and ten times the commonest doses (15, 30, 45 mg) lies far above it; ten times a small
 * first dose (0.5 mg as 5 mg) is above the highest first dose.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { Plan } from '../../domain/plan.ts';
import { dailyUg, type FormId } from '../../domain/regimen.ts';
import { assume, cite } from '../../domain/source.ts';
import { FORMS, type DoseForm } from '../forms/index.ts';
import { amountReading, type Bound, type Reading } from './bound.ts';

const RESEARCH_CEILING = cite('final-2024', 'abstract: up to 6 mg');
const USUAL_CEILING = cite('moloney-2026', 'up to 4.5 mg');

/** Assumed: finer than this no household syringe is marked and no pharmacy packs by habit. */
const FINEST_UG = 50;

/** How finely each form can be measured: the absolute and the recommended multiple, in micrograms. */
export const INCREMENTS: Readonly<Record<FormId, { readonly absoluteUg: number; readonly recommendedUg: number }>> =
  Object.fromEntries(FORMS.map((form) => [form.id, { absoluteUg: FINEST_UG, recommendedUg: usualIncrementUg(form) }]));

/** The smallest strength of capsules; what lies between two marks of the syringe. */
function usualIncrementUg({ kind, strengthsUg, incrementUnits, unitsPerStrength }: DoseForm): Micrograms {
  const smallestUg = Math.min(...strengthsUg);
  return kind === 'counted' ? smallestUg : (incrementUnits * smallestUg) / unitsPerStrength;
}

const dosesOf = (plan: Plan) =>
  plan.regimen.steps.flatMap((step, index) =>
    step.doses.map((dose, at) => ({
      path: `regimen.steps[${index}].doses[${at}].amountUg`,
      where: `at ${dose.at} in step ${index + 1}`,
      form: step.form,
      amountUg: dose.amountUg,
    })),
  );

/** What is left over when each dose is divided by the form's increment; 0 when it fits. An unknown form never fits. */
const remainders =
  (which: 'absoluteUg' | 'recommendedUg') =>
  (plan: Plan): readonly Reading[] =>
    dosesOf(plan).map(({ path, where, form, amountUg }) => {
      const incrementUg = INCREMENTS[form]?.[which];
      const value = incrementUg === undefined ? NaN : amountUg % incrementUg;
      return { ...amountReading(path, amountUg, `${where} as ${form}`), value };
    });

export const AMOUNT_BOUNDS: readonly Bound[] = [
  {
    id: 'dose-amount',
    measures: 'amount of one dose',
    fields: ['amount', 'steps'],
    read: (plan) => dosesOf(plan).map(({ path, where, amountUg }) => amountReading(path, amountUg, where)),
    absolute: { min: 1, max: 6000, says: 'more than nothing and at most 6 mg', source: RESEARCH_CEILING },
    recommended: {
      min: 100,
      says: 'at least 0.1 mg',
      source: assume('less is another treatment; very low dose runs from 1 microgram to 1 mg in print'),
    },
  },
  {
    id: 'daily-amount',
    measures: 'amount a day',
    fields: ['amount', 'steps'],
    read: (plan) =>
      plan.regimen.steps.map((step, index) =>
        amountReading(`regimen.steps[${index}].doses`, dailyUg(step), `a day in step ${index + 1}`),
      ),
    absolute: { min: 1, max: 6000, says: 'at most 6 mg a day', source: RESEARCH_CEILING },
    recommended: { max: 4500, says: 'at most 4.5 mg a day outside research', source: USUAL_CEILING },
  },
  {
    id: 'first-dose',
    measures: 'amount on the first day',
    fields: ['amount', 'steps'],
    read: firstDay,
    absolute: {
      max: 4500,
      says: 'at most 4.5 mg on the first day',
      source: assume('ten times the smallest usual first dose (0.5 mg) must be refused'),
    },
    recommended: {
      max: 2000,
      says: 'at most 2 mg on the first day',
      source: cite('mischoulon-2017', '1 mg twice daily from the first day; other ladders start at 0.5 to 1.5 mg'),
    },
  },
  {
    id: 'ceiling',
    measures: 'ceiling of the plan',
    fields: ['ceiling'],
    read: (plan) => [amountReading('ceilingUg', plan.ceilingUg, 'as ceiling')],
    absolute: { min: 1, max: 6000, says: 'at most 6 mg a day', source: RESEARCH_CEILING },
    recommended: { max: 4500, says: 'at most 4.5 mg a day outside research', source: USUAL_CEILING },
  },
  {
    id: 'measurable',
    measures: 'whether the form can be measured that finely',
    fields: ['amount', 'steps', 'form'],
    read: remainders('absoluteUg'),
    absolute: {
      max: 0,
      says: 'a whole multiple of 0.05 mg, as capsule or as liquid of 1 mg/mL',
      source: assume('finer than 0.05 mg (0.05 mL) no household syringe is marked and no pharmacy packs by habit'),
    },
  },
  {
    id: 'usual-increment',
    measures: 'whether usual strengths or marks give the amount',
    fields: ['amount', 'steps', 'form'],
    read: remainders('recommendedUg'),
    recommended: {
      max: 0,
      says: 'a multiple of 0.5 mg in capsules, of 0.1 mg (0.1 mL) in liquid',
      source: assume('usual capsules are 0.5, 1, 1.5, 2, 3 and 4.5 mg; an oral syringe of 5 mL is marked each 0.1 mL'),
    },
  },
];

/** The amount of the first day of a plan. */
export function firstDay(plan: Plan): readonly Reading[] {
  const first = plan.regimen.steps[0];
  return first ? [amountReading('regimen.steps[0].doses', dailyUg(first), 'on the first day')] : [];
}
