/** A transplanted organ: nothing that may stir the immune system without the transplant team. */
import type { Condition, Patient } from '../../domain/patient.ts';
import { assume, cite } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { plainExamples } from './asked.ts';
import { conditionRule } from './conditionRule.ts';
import { isLike, type Sought } from './conditions.ts';
import type { Rule } from './rule.ts';
import { condition } from './examples.ts';
import { weighedExample } from './weighed.ts';

const example = {
  conditions: [condition('History of renal transplant')],
};

const SOUGHT: Sought = {
  lifelong: true,
  icd10: ['Z94', 'T86'],
  words: /transplant/i,
  except: /corneal|hair|awaiting|fecal|faecal/i,
};

/** An operation that was done leaves the organ in the body, whether or not the list of conditions names it. */
const organsOf = ({ procedures = [] }: Patient): readonly Condition[] =>
  procedures
    .filter(({ status, what }) => status === 'completed' && isLike(what, SOUGHT))
    .map(({ what, date, from }) => ({ what, status: 'active', from, ...(date === undefined ? {} : { onset: date }) }));

const byCondition = conditionRule({
  id: 'transplant',
  title: 'A transplanted organ',
  sought: SOUGHT,
  question: {
    text: 'Do you live with a transplanted organ?',
    why: 'LDN is said to change immune activity, and the record has no list of conditions.',
    rank: 36,
  },
  asked: 'without a list',
  daysBelieved: YEAR_DAYS,
  level: 'weigh',
  says: 'there are no data on LDN after a transplant, and it is said to change immune activity. Do not start without the transplant team.',
  asks: 'Has the transplant team agreed to LDN?',
  absent: 'No transplanted organ.',
  sources: [
    cite('lowdosenaltrexone-org', 'convention of caution, no trial'),
    assume('codes recalled; an answer holds for a year'),
  ],
  examples: [
    ...plainExamples('transplant', 'a transplanted organ', { presence: 'present', blocks: 'ask' }),
    {
      says: 'a kidney that was transplanted as the procedures tell',
      patient: {
        conditions: [],
        procedures: [
          { what: { codings: [], text: 'Transplant of kidney' }, status: 'completed', date: '2015', from: 'p' },
        ],
      },
      expect: { presence: 'present', blocks: 'ask' },
    },
    { says: 'a kidney transplant', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('transplant', example),
  ],
});

export const transplant: Rule = {
  ...byCondition,
  find(patient, context) {
    const organs = organsOf(patient);
    return byCondition.find(
      organs.length === 0 ? patient : { ...patient, conditions: [...(patient.conditions ?? []), ...organs] },
      context,
    );
  },
};
