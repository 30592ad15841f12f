/** Bounds of the whole course: how many steps, how many nights, how many doses a day, and when the stop rule speaks. */
import { daysBetween } from '../../domain/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { dailyUg, nightsOf } from '../../domain/regimen.ts';
import { assume, cite } from '../../domain/source.ts';
import type { Bound } from './bound.ts';

const ADEQUATE = assume('recalled convention: 8 to 12 weeks at the target');

/** Nights at the highest amount a day of the plan, wherever they stand. */
function nightsAtHighest(plan: Plan): number {
  const highest = Math.max(...plan.regimen.steps.map(dailyUg));
  return plan.regimen.steps.filter((step) => dailyUg(step) === highest).reduce((sum, step) => sum + step.nights, 0);
}

export const COURSE_BOUNDS: readonly Bound[] = [
  {
    id: 'number-of-steps',
    measures: 'number of steps',
    fields: ['steps'],
    read: ({ regimen: { steps } }) => [{ path: 'regimen.steps', value: steps.length, found: `${steps.length} steps` }],
    absolute: { min: 1, max: 24, says: '1 to 24 steps', source: assume('more do not fit on one page') },
    recommended: { max: 12, says: 'at most 12 steps', source: assume('the longest ladder in print has 9') },
  },
  {
    id: 'total-nights',
    measures: 'nights of the whole plan',
    fields: ['nights', 'steps'],
    read: (plan) => [
      { path: 'regimen.steps', value: nightsOf(plan.regimen), found: `${nightsOf(plan.regimen)} nights in all` },
    ],
    absolute: {
      min: 1,
      max: 366,
      says: 'at most 366 nights',
      source: cite('innova-2026', 'abstract: 12 months, the longest trial'),
    },
    recommended: {
      max: 182,
      says: 'at most 182 nights, then a new plan',
      source: assume('liver tests and the decision to go on are due within half a year'),
    },
  },
  {
    id: 'doses-per-day',
    measures: 'doses a day',
    fields: ['steps', 'time', 'amount'],
    read: ({ regimen }) =>
      regimen.steps.map((step, index) => ({
        path: `regimen.steps[${index}].doses`,
        value: step.doses.length,
        found: `${step.doses.length} doses a day in step ${index + 1}`,
      })),
    absolute: { min: 1, max: 2, says: '1 or 2 doses a day', source: cite('mischoulon-2017', 'twice daily, the most') },
  },
  {
    id: 'stop-rule-nights',
    measures: 'nights at the highest dose before the stop rule',
    fields: ['stop-rule'],
    read: ({ stopRule: { afterNights } }) => [
      { path: 'stopRule.afterNights', value: afterNights, found: `${afterNights} nights` },
    ],
    absolute: {
      min: 21,
      max: 182,
      says: '21 to 182 nights',
      source: cite('mischoulon-2017', '3 weeks, the shortest trial; the upper end is assumed'),
    },
    recommended: { min: 56, max: 84, says: '56 to 84 nights (8 to 12 weeks)', source: ADEQUATE },
  },
  {
    id: 'stop-rule-percent',
    measures: 'improvement below which treatment stops',
    fields: ['stop-rule'],
    read: ({ stopRule: { lessThanPercent } }) => [
      { path: 'stopRule.lessThanPercent', value: lessThanPercent, found: `${lessThanPercent} %` },
    ],
    absolute: { min: 10, max: 75, says: '10 to 75 %', source: assume('less is within the error of a scale') },
    recommended: { min: 25, max: 50, says: '25 to 50 %', source: assume('recalled convention: 25 to 50 %') },
  },
  {
    id: 'adequate-trial',
    measures: 'nights at the highest dose against the stop rule',
    fields: ['nights', 'steps', 'amount', 'stop-rule'],
    read: (plan) => [
      {
        path: 'regimen.steps',
        value: nightsAtHighest(plan) - plan.stopRule.afterNights,
        found: `${nightsAtHighest(plan)} nights at the highest dose`,
      },
    ],
    recommended: {
      min: 0,
      says: 'as many nights at the highest dose as the stop rule needs, else it never speaks',
      source: ADEQUATE,
    },
  },
  {
    id: 'start-date',
    measures: 'year of the first night',
    fields: ['start'],
    read: ({ regimen }) => [
      { path: 'regimen.start', value: daysBetween('2000-01-01', regimen.start), found: regimen.start },
    ],
    absolute: {
      min: 0,
      max: daysBetween('2000-01-01', '2100-01-01'),
      says: 'a date from 2000 to 2099',
      source: assume('a year outside this century is a slip of the pen'),
    },
  },
];
