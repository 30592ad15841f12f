/**
 * More mu receptors under blockade: R' = ln2/halfLife (1 + rise occMu - R). The turnover itself averages over the day.
 * Lesscher 2003: continuous block raised the number in mice by 80 %; other pellets gave 20 to 90 % within 7 to 8 days.
 * Nobody has counted receptors in people on low doses.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

export const UPREGULATION: Mechanism = {
  id: 'upregulation',
  name: 'More receptors',
  what: 'A receptor that is blocked is made in greater number; in mice by 40 to 90 percent after a week of continuous block.',
  grade: 'animal',
  evidence: 'Mice and rats under continuous full block. No count in people, none at low doses.',
  sources: [cite('lesscher-2003', 'abstract')],
  claims: ['001-receptor-upregulation', '002-more-mu-receptors'],
  parameters: [
    parameter(
      'receptorRise',
      0.65,
      '1',
      'rise of receptor number under complete block',
      assume('middle of 0.4 to 0.9 in mice and rats, Lesscher 2003 with 0.8 among them; taken over to people'),
      people('lognormal', 'sd', 0.25, assume('0.4 to 0.9 as a 90 % range')),
    ),
    parameter('receptorHalfLife', 3.5, 'd', 'half-life of the change', assume('the rise was complete in 7 to 8 days')),
  ],
  text: `
${relaxing('Receptors', 'receptorHalfLife', '1 + receptorRise*occMu', 'number of mu receptors, 1 at rest')}
let receptorNumber = Receptors
let receptorEngaged = (Receptors - 1)/receptorRise
`,
  off: `
let receptorNumber = 1
let receptorEngaged = 0
`,
  outputs: 'output receptors = receptorNumber 1 "mu receptors, 1 at rest"',
  whenOff: 'The number of receptors stays as it was.',
  mood: {
    share: 0.1,
    engaged: 'receptorEngaged',
    why: 'claimed as the ground for later sensitivity; shown in animals only',
  },
};
