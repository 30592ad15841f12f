/** St John's wort, which article 004 would add: serotonin syndrome with a serotonergic drug, and fewer effects of others. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { namedTaken, takenEvidence, takenNow } from './interaction.ts';
import { finding, speaker, type Rule } from './rule.ts';

const sources = [
  cite('article-004', 'advises to combine LDN with St John’s wort'),
  assume('serotonin syndrome with serotonergic drugs and induction of CYP3A4: recalled from any interaction table'),
];
const say = speaker('st-johns-wort', sources);
const INDUCES =
  'It weakens the pill, anticoagulants, ciclosporin and many others; LDN itself is not broken down that way.';

export const stJohnsWort: Rule = {
  id: 'st-johns-wort',
  title: 'St John’s wort with other medicines',
  sources,
  find(patient, context) {
    if (context.lines === undefined)
      return finding(say.open('St John’s wort: not known, because nobody has listed the medicines. Ask for herbs.'));
    const herb = takenNow(context, patient, (drug) => isIn(drug, 'st-johns-wort'));
    const others = takenNow(context, patient, (drug) => isIn(drug, 'serotonergic') && !isIn(drug, 'st-johns-wort')).now;
    if (herb.now.length > 0 && others.length > 0)
      return finding(
        say.caution(
          `${namedTaken(herb.now)} with ${namedTaken(others)}: risk of serotonin syndrome. Stop the herb before anything is changed; article 004 advises the opposite and is wrong here. ${INDUCES}`,
          takenEvidence([...herb.now, ...others]),
        ),
      );
    if (herb.now.length > 0)
      return finding(
        say.caution(
          `${namedTaken(herb.now)}: ${INDUCES} Do not add a serotonergic drug to it.`,
          takenEvidence(herb.now),
        ),
      );
    if (herb.perhaps.length > 0)
      return finding(
        say.open(`${namedTaken(herb.perhaps)}: not certain that it is taken. Ask.`, takenEvidence(herb.perhaps)),
      );
    return finding(say.absent('No St John’s wort is on the list.'));
  },
  examples: [
    {
      says: 'with sertraline',
      patient: taking(medicine('Johanniskraut 300 mg'), medicine('sertraline 50 mg')),
      expect: { presence: 'present', blocks: 'no' },
    },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
    {
      says: 'sertraline alone',
      patient: taking(medicine('sertraline 50 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
};
