/** Thyroid hormone or thyroid disease: by convention the first dose is low and TSH is watched, because the need may fall. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { conditionEvidence, conditionsLike, namedCondition } from './conditions.ts';
import { condition, medicine, taking } from './examples.ts';
import { namedTaken, takenEvidence, takenNow } from './interaction.ts';
import { finding, speaker, type Rule } from './rule.ts';

const sources = [
  cite('lowdosenaltrexone-org', 'convention: start at 1.5 mg or less, TSH after 4 to 8 weeks; no trial'),
  assume('codes and names of thyroid disease are recalled'),
];
const say = speaker('thyroid', sources);

export const thyroid: Rule = {
  id: 'thyroid',
  title: 'Thyroid hormone or thyroid disease',
  sources,
  find(patient, context) {
    const { now, perhaps } = takenNow(context, patient, (drug) => isIn(drug, 'thyroid'));
    const { active, doubtful } = conditionsLike(patient, {
      icd10: ['E02', 'E03', 'E05', 'E06', 'E89.0'],
      snomed: ['40930008'],
      words: /thyroidi|hashimoto|graves|goit(er|re)|myx(o)?edema/i,
    });
    const evidence = [...takenEvidence([...now, ...perhaps]), ...conditionEvidence([...active, ...doubtful])];
    const names = [namedTaken(now), ...active.map(namedCondition)].filter((name) => name !== '').join(', ');
    if (names !== '')
      return finding(
        say.caution(
          `${names}: begin at 1.5 mg or less and measure TSH after 4 to 8 weeks; the dose of thyroid hormone may have to fall (palpitations, sweating). This is a convention; no trial tested it.`,
          evidence,
        ),
      );
    if (perhaps.length > 0 || doubtful.length > 0)
      return finding(
        say.open(
          `${[namedTaken(perhaps), ...doubtful.map(namedCondition)].filter((name) => name !== '').join(', ')}: not certain. Ask; if so, begin at 1.5 mg or less.`,
          evidence,
        ),
      );
    if (context.lines === undefined || patient.conditions === undefined)
      return finding(
        say.open('Thyroid hormone and disease: not known, because medicines or conditions were not listed.'),
      );
    return finding(say.absent('Neither thyroid hormone nor thyroid disease is on the lists.'));
  },
  examples: [
    {
      says: 'levothyroxine',
      patient: taking(medicine('Levothyroxine 75 MCG')),
      expect: { presence: 'present', blocks: 'no' },
    },
    {
      says: 'Hashimoto',
      patient: { conditions: [condition('Hashimoto thyroiditis')] },
      expect: { presence: 'present', blocks: 'no' },
    },
    { says: 'neither', patient: { medicines: [], conditions: [] }, expect: { presence: 'absent', blocks: 'no' } },
    {
      says: 'medicines alone do not tell of the disease',
      patient: { medicines: [] },
      expect: { presence: 'unknown', blocks: 'no' },
    },
    { says: 'nothing listed', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
