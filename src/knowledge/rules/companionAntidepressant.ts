/** Antidepressants and stimulants beside LDN: no interaction in the blood is known, and the 2017 trial added LDN to them. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';

const example = taking(medicine('sertraline 100 mg'));

export const companionAntidepressant = interaction({
  id: 'companion-antidepressant',
  title: 'An antidepressant or stimulant beside LDN',
  takes: (drug) => isIn(drug, 'ssri', 'snri', 'ndri', 'tca', 'tetracyclic', 'multimodal', 'stimulant'),
  level: 'tell',
  says: 'no interaction in the blood is expected, because naltrexone is not broken down by cytochromes; the trial of 2017 added LDN to such drugs. Change one thing at a time, so that the effect can be told.',
  absent: 'No antidepressant or stimulant is on the list.',
  rank: 60,
  sources: [
    cite('mischoulon-2017', 'twelve people on a dopaminergic regimen'),
    cite('label-revia', 'metabolism: dihydrodiol dehydrogenase'),
    assume('one change at a time: derived'),
  ],
  examples: [
    { says: 'sertraline 100 mg on the list', patient: example, expect: { presence: 'present', blocks: 'no' } },
    {
      says: 'an order of sertraline 100 mg that is active since 1990 is doubted',
      patient: taking(medicine('sertraline 100 mg', { recorded: '1990-01-01' })),
      expect: { presence: 'unknown', blocks: 'no' },
    },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
    {
      says: 'another medicine',
      patient: taking(medicine('lisinopril 10 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
