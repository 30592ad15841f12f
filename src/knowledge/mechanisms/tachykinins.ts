/**
 * Substance P as the one tachykinin: P' = ln2/halfLife (1 + effect occMu - P), with an effect centred at zero. Article
 * 000 expects a rise and calls it good; substance P promotes inflammation and pain, and no data under low doses exist.
 */
import { assume } from '../../domain/source.ts';
import { parameter, relaxing, studies, type Mechanism } from './mechanism.ts';

const NOTHING = assume('no measurement under low doses of naltrexone was found');

export const TACHYKININS: Mechanism = {
  id: 'tachykinins',
  name: 'Tachykinins',
  what: 'One article expects tachykinins to rise and to help. They promote inflammation and pain; whether low doses change them nobody has measured.',
  grade: 'none',
  evidence: 'No data. The textbook direction contradicts the article.',
  sources: [assume('textbook pharmacology of substance P, recalled')],
  claims: ['000-tachykinins'],
  parameters: [
    parameter(
      'tachykininEffect',
      0,
      '1',
      'change of substance P under complete block',
      NOTHING,
      studies('normal', 0.1, NOTHING),
    ),
    parameter('tachykininHalfLife', 12, 'h', 'half-life of the change', assume('not measured')),
  ],
  text: `
${relaxing('SubstanceP', 'tachykininHalfLife', '1 + tachykininEffect*occMu', 'substance P, 1 at rest')}
let tachykininChange = SubstanceP - 1
`,
  off: 'let tachykininChange = 0',
  outputs: 'output substanceP = 1 + tachykininChange 1 "substance P, 1 at rest"',
  whenOff: 'Substance P stays as it was.',
};
