/** Bounds of pace: how large a step up is, in milligrams and as a ratio, and how long a step lasts before the next. */
import { inMg } from '../../domain/amount.ts';
import type { Plan } from '../../domain/plan.ts';
import { assume, cite } from '../../domain/source.ts';
import { stepUps, type Bound, type Reading } from './bound.ts';

const inWords = (up: { fromUg: number; toUg: number; index: number }): string =>
  `${inMg(up.fromUg)} to ${inMg(up.toUg)} at step ${up.index + 1}`;

/** Size of each step up, in micrograms a day. */
export const stepSizes = (plan: Plan): readonly Reading[] =>
  stepUps(plan).map((up) => ({
    path: `regimen.steps[${up.index}].doses`,
    value: up.toUg - up.fromUg,
    found: inWords(up),
  }));

/** Nights of each step that a step up follows. */
export const nightsBeforeStepUp = (plan: Plan): readonly Reading[] =>
  stepUps(plan).map((up) => ({
    path: `regimen.steps[${up.index - 1}].nights`,
    value: up.before.nights,
    found: `${up.before.nights} nights of ${inMg(up.fromUg)} before ${inMg(up.toUg)}`,
  }));

export const PACE_BOUNDS: readonly Bound[] = [
  {
    id: 'step-size',
    measures: 'size of a step up',
    fields: ['amount', 'steps'],
    read: stepSizes,
    absolute: { max: 3000, says: 'at most 3 mg more a day', source: assume('twice the largest step in print') },
    recommended: {
      max: 1500,
      says: 'at most 1.5 mg more a day',
      source: cite('final-2024', 'abstract: steps of 1.5 mg, the largest in print'),
    },
  },
  {
    id: 'step-ratio',
    measures: 'ratio of a step up to the step before',
    fields: ['amount', 'steps'],
    read: (plan) =>
      stepUps(plan).map((up) => ({
        path: `regimen.steps[${up.index}].doses`,
        value: up.toUg / up.fromUg,
        found: inWords(up),
      })),
    absolute: { max: 5, says: 'at most five times the amount before', source: assume('well below a tenfold error') },
    recommended: {
      max: 2,
      says: 'at most twice the amount before',
      source: cite('ldn-research-trust', 'dosing page: 0.5 to 1 mg; no ladder in print more than doubles'),
    },
  },
  {
    id: 'nights-before-step-up',
    measures: 'nights on a step before the next step up',
    fields: ['nights', 'steps', 'amount'],
    read: nightsBeforeStepUp,
    absolute: {
      min: 3,
      says: 'at least 3 nights before a step up',
      source: cite('lee-1988', 'abstract: blockade half-time 72 to 108 h; sooner the step before cannot be judged'),
    },
    recommended: {
      min: 7,
      max: 42,
      says: '7 to 42 nights before a step up',
      source: assume('7 to 14 nights are in print; up to three such steps may pass while a step is held'),
    },
  },
];
