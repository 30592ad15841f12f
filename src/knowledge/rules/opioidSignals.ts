/** Medicines that are given only to people who take opioids: they tell of one that the list does not have. */
import { assume, cite } from '../../domain/source.ts';
import { isIn, isOpioid } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';
import { weighedExample } from './weighed.ts';

const example = taking(medicine('naloxegol 25 mg'));

export const opioidSignals = interaction({
  id: 'opioid-signals',
  title: 'A medicine that tells of an opioid',
  takes: (drug, line) =>
    (isIn(drug, 'peripheral-antagonist', 'withdrawal-aid') || drug.id === 'naloxone') &&
    !line.is.drugs.some((each) => isOpioid(each.drug)),
  level: 'weigh',
  says: 'it is given against the constipation, the withdrawal or the overdose that opioids cause. Ask which opioid is or was taken and when last. Methylnaltrexone, naloxegol and their kin also add a second antagonist.',
  asks: 'Have you asked why this is taken, and is it certain that no opioid is in use?',
  absent: 'No medicine on the list tells of an opioid.',
  rank: 17,
  sources: [
    cite('label-revia', 'any current opioid use is a contraindication'),
    assume(
      'methylnaltrexone, naloxegol, naldemedine, alvimopan, lofexidine and naloxone kits imply opioid use: derived',
    ),
  ],
  examples: [
    { says: 'naloxegol implies an opioid', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('opioid-signals', example),
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'naloxone inside Suboxone is judged as buprenorphine, not here',
      patient: taking(medicine('Suboxone 8 mg/2 mg film')),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
