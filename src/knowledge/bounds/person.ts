/**
 * Bounds that depend on the person. Where it is not known whether they apply, they are asked about: unknown never counts
 * as absent.
 */
import { assume, cite } from '../../domain/source.ts';
import { firstDay } from './amount.ts';
import type { Bound } from './bound.ts';
import { nightsBeforeStepUp, stepSizes } from './pace.ts';

const SENSITIVE = assume('people who react to small doses: 0.5 mg steps every two weeks, as in print for fatigue');

export const PERSON_BOUNDS: readonly Bound[] = [
  {
    id: 'first-dose-liver',
    measures: 'first dose in liver disease',
    fields: ['amount', 'steps'],
    onlyFor: 'liver-disease',
    read: firstDay,
    recommended: {
      max: 1000,
      says: 'at most 1 mg on the first day in liver disease, with a specialist',
      source: cite('fachinfo-naltrexin', 'cirrhosis: exposure 5 to 10 times higher'),
    },
  },
  {
    id: 'first-dose-thyroid',
    measures: 'first dose on thyroid replacement',
    fields: ['amount', 'steps'],
    onlyFor: 'thyroid-replacement',
    read: firstDay,
    recommended: {
      max: 1500,
      says: 'at most 1.5 mg on the first day on thyroid replacement, and TSH after 4 to 8 weeks',
      source: cite('lowdosenaltrexone-org', 'thyroid: convention, no trial'),
    },
  },
  {
    id: 'first-dose-sensitive',
    measures: 'first dose in a person who reacts to small doses',
    fields: ['amount', 'steps'],
    onlyFor: 'sensitive',
    read: firstDay,
    recommended: { max: 500, says: 'at most 0.5 mg on the first day', source: SENSITIVE },
  },
  {
    id: 'step-size-sensitive',
    measures: 'size of a step up in a person who reacts to small doses',
    fields: ['amount', 'steps'],
    onlyFor: 'sensitive',
    read: stepSizes,
    recommended: { max: 500, says: 'at most 0.5 mg more a day', source: SENSITIVE },
  },
  {
    id: 'nights-before-step-up-sensitive',
    measures: 'nights before a step up in a person who reacts to small doses',
    fields: ['nights', 'steps', 'amount'],
    onlyFor: 'sensitive',
    read: nightsBeforeStepUp,
    recommended: { min: 14, says: 'at least 14 nights before a step up', source: SENSITIVE },
  },
];
