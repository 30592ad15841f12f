/** Willow bark, fish oil, turmeric and ginger, which article 004 would add: bleeding beside an SSRI or an anticoagulant. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { namedTaken, takenEvidence, takenNow } from './interaction.ts';
import { finding, speaker, type Rule } from './rule.ts';

const sources = [
  cite('article-004', 'advises to combine LDN with such remedies'),
  assume('more bleeding with SSRIs, SNRIs and anticoagulants: recalled, size not known'),
];
const say = speaker('bleeding-herbs', sources);

export const bleedingHerbs: Rule = {
  id: 'bleeding-herbs',
  title: 'Herbs and oils that add to bleeding',
  sources,
  find(patient, context) {
    if (context.lines === undefined)
      return finding(say.open('Herbs and supplements: not known, because nobody has listed the medicines.'));
    const herbs = takenNow(context, patient, (drug) => isIn(drug, 'bleeding-herb'));
    const others = takenNow(context, patient, (drug) => isIn(drug, 'ssri', 'snri', 'anticoagulant')).now;
    if (herbs.now.length > 0 && others.length > 0)
      return finding(
        say.caution(
          `${namedTaken(herbs.now)} with ${namedTaken(others)}: together they make bleeding more likely. Stop the remedy, or watch for bruises and tell the anticoagulation clinic. It has nothing to do with LDN itself.`,
          takenEvidence([...herbs.now, ...others]),
        ),
      );
    if (herbs.perhaps.length > 0)
      return finding(
        say.open(`${namedTaken(herbs.perhaps)}: not certain that it is taken. Ask.`, takenEvidence(herbs.perhaps)),
      );
    return finding(
      say.absent(
        herbs.now.length > 0
          ? `${namedTaken(herbs.now)}: nothing on the list adds to its bleeding.`
          : 'No such herb or oil is on the list.',
        takenEvidence(herbs.now),
      ),
    );
  },
  examples: [
    {
      says: 'willow bark with warfarin',
      patient: taking(medicine('willow bark'), medicine('warfarin 5 mg')),
      expect: { presence: 'present', blocks: 'no' },
    },
    { says: 'fish oil alone', patient: taking(medicine('fish oil')), expect: { presence: 'absent', blocks: 'no' } },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
