/** What everybody who starts must be told: the blockade cannot be overcome safely, and tolerance is lower afterwards. */
import { assume, cite } from '../../domain/source.ts';
import { finding, speaker, type Rule } from './rule.ts';

const sources = [
  cite('label-revia', 'attempts to overcome the blockade; reduced tolerance after stopping; wallet card'),
  assume(
    'that a low dose needs the same warning is derived: at 4.5 mg about half of the mu receptors are taken; emergency analgesia is recalled',
  ),
];
const say = speaker('blockade-warning', sources);

export const blockadeWarning: Rule = {
  id: 'blockade-warning',
  title: 'Overdose when the blockade is fought or has gone',
  finds: ['present'],
  sources,
  find: () =>
    finding(
      say.caution(
        'Tell everybody who starts: large amounts of an opioid taken to overcome LDN can kill, and after a stop a former dose may be too much. In an emergency opioids are not delayed but titrated under monitoring, with regional or non-opioid methods first. Hand out the card.',
      ),
    ),
  examples: [{ says: 'everybody is told', patient: {}, expect: { presence: 'present', blocks: 'no' } }],
};
