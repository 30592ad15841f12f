/**
 * Occupancy of the mu, kappa, delta and OGF receptors in two readings of how long a dose lasts. Both give odds
 * X = occupied/free, and occupancy X/(1 + X); the other receptors have the odds of mu divided by a factor.
 *
 * `slow` (default; the only one that fits human PET: Rabiner 2011, Lee 1988): a share of the drug stays in the brain.
 *
 *     Deep' = C/area50 - ln2/halfLife Deep,   X = Deep + C/conc50
 *
 * The first hours come from what is in blood, the following days from what stays. Receptors let go within minutes
 * (Cassel 2005), so the half-life belongs to the brain as a place, not to the bond.
 *
 * `plasma` (what the articles tell; mouse doses that block for 4 to 6 hours, Zagon 1983): X = fu C/Ki, and the block
 * ends when the drug has left the blood. It fails in people: 48 h after 50 mg PET saw 91 % of the first hour's block.
 *
 * 6-beta-naltrexol is left out of the brain: with full entry 4.5 mg would block 90 %, which PET contradicts.
 */
import { assume, cite } from '../../domain/source.ts';
import { byFit, fitted, withError } from './fitted.ts';
import { parameter, people, studies, type Mechanism } from './mechanism.ts';

/** `slow`: the brain holds on for days. `plasma`: the block follows the blood for hours. */
export type Reading = 'slow' | 'plasma';

export const DEFAULT_READING: Reading = 'slow';

/** What a page says beside the choice of the reading. */
export const READING_SENTENCES: Readonly<Record<Reading, string>> = {
  slow: 'The brain holds on to naltrexone: after one dose of 50 mg PET still saw nine tenths of the first block at 48 hours and less than a third of it after a week. Nobody has looked later than 8 hours after a low dose, so at 4.5 mg this is the same model scaled down.',
  plasma:
    'The articles tell of a block of a few hours, which ends when the drug leaves the blood. Computed so, a dose of 50 mg would keep about an eighth of its first block at 48 hours; measured were nine tenths. This reading fails on the one measurement in people.',
};

const SELECTIVITY = cite('troestheim-2022', 'code: odds of mu divided by 2 for kappa and by 79 for delta');
const FACTORS = [
  parameter(
    'kappaFactor',
    2,
    '1',
    'odds of mu over odds of kappa',
    SELECTIVITY,
    studies(
      'lognormal',
      0.35,
      cite('wentland-2009', 'affinities 0.11 and 0.19 nM, seen second-hand, give 1.7; the spread covers both'),
    ),
  ),
  parameter(
    'deltaFactor',
    79,
    '1',
    'odds of mu over odds of delta',
    SELECTIVITY,
    studies(
      'lognormal',
      0.8,
      cite('wentland-2009', 'affinities 0.11 and 60 nM, seen second-hand, give 545; the spread reaches toward it'),
    ),
  ),
  parameter(
    'ogfFactor',
    1,
    '1',
    'odds of mu over odds of the OGF receptor',
    assume('no affinity of naltrexone at this receptor was found; taken as mu'),
    studies('lognormal', 1, assume('not known within a factor of five')),
  ),
  parameter(
    'studyOdds',
    1,
    '1',
    'odds of occupancy from study to study',
    assume('1: the mean study'),
    studies(
      'lognormal',
      withError('odds', 0.25),
      assume('standard error of the fit, and log SD 0.25 between studies since one study measured it'),
    ),
  ),
  parameter(
    'personOdds',
    1,
    '1',
    'odds of occupancy from person to person beside blood levels',
    assume('1: the typical person'),
    people('lognormal', 'sd', 0.2, assume('three people on 5 mg differed by log SD 0.3, most of it by blood levels')),
  ),
];

const SHARED = `
let oddsKappa = oddsMu/kappaFactor
let oddsDelta = oddsMu/deltaFactor
let oddsOgf = oddsMu/ogfFactor
let occMu = oddsMu/(1 + oddsMu)
let occKappa = oddsKappa/(1 + oddsKappa)
let occDelta = oddsDelta/(1 + oddsDelta)
let occOgf = oddsOgf/(1 + oddsOgf)
`;

const SLOW = [
  parameter(
    'area50',
    fitted('area50'),
    'nmol*h/L',
    'area under the blood curve that fills the brain to one half',
    byFit('occupancy'),
  ),
  parameter(
    'conc50',
    fitted('conc50'),
    'nmol/L',
    'blood level whose passing share alone blocks one half',
    byFit('occupancy'),
  ),
  parameter(
    'brainHalfLife',
    fitted('brainHalfLife'),
    'h',
    'half-life of what stays in the brain',
    byFit('occupancy'),
    people('lognormal', 'sd', 0.3, assume('Lee 1988 measured five people; the range 12 to 60 h is left open')),
  ),
  parameter(
    'studyHalfLife',
    1,
    '1',
    'half-life in the brain from study to study',
    assume('1: the mean study'),
    studies(
      'lognormal',
      0.32,
      assume('standard error 0.11 of the fit, and log SD 0.3 since one study of five people measured it'),
    ),
  ),
];

const PLASMA_DRIVEN = [
  parameter(
    'free',
    0.79,
    '1',
    'share of naltrexone in plasma that is not bound',
    cite('fachinfo-naltrexin', 'protein binding 21 %'),
  ),
  parameter(
    'kiMu',
    1,
    'nmol/L',
    'affinity at mu in the reading of a few hours',
    assume('assays give 0.11 to 1.1 nM; the weak end is the one closest to a block of a few hours'),
    studies('lognormal', 0.6, assume('assays differ tenfold')),
  ),
];

const WHEN_OFF = 'It cannot be switched off, but the reading of its duration can be changed.';

/** Parameters of both readings: they are declared in every model, so that a change of reading changes no draw. */
export const BRAIN_PARAMETERS = [...FACTORS, ...SLOW, ...PLASMA_DRIVEN];

const OUTPUTS = `
output mu = 100*occMu 1 "mu receptors blocked, percent"
output kappa = 100*occKappa 1 "kappa receptors blocked, percent"
output delta = 100*occDelta 1 "delta receptors blocked, percent"
output ogfReceptor = 100*occOgf 1 "OGF receptors blocked, percent"
`;

export const BRAIN: Readonly<Record<Reading, Mechanism>> = {
  slow: {
    id: 'brain',
    name: 'Receptors blocked, with a brain that holds on',
    what: READING_SENTENCES.slow,
    grade: 'human measurement',
    evidence:
      'PET of mu receptors: 7 scans within 8 hours after 2 to 50 mg, and 5 people followed for a week after 50 mg.',
    sources: [
      cite('rabiner-2011', 'occupancy by dose'),
      cite('lee-1988', 'abstract: block over 168 hours'),
      cite('troestheim-2022', 'code and table'),
    ],
    claims: [
      '001-sustained-at-50',
      '002-all-opioid-receptors',
      '003-binds-all',
      '002-complete-at-high-dose',
      '000-no-agonist',
    ],
    parameters: BRAIN_PARAMETERS,
    text: `
state Deep 1 = 0 "odds of occupancy from what stays in the brain"
Deep' = concentration/area50 - 0.6931471805599453/(brainHalfLife*studyHalfLife)*Deep
let oddsMu = (Deep + concentration/conc50)*studyOdds*personOdds
${SHARED}`,
    outputs: OUTPUTS,
    whenOff: WHEN_OFF,
  },
  plasma: {
    id: 'brain',
    name: 'Receptors blocked, as long as the drug is in blood',
    what: READING_SENTENCES.plasma,
    grade: 'animal',
    evidence: 'Mice under 0.1 mg/kg are blocked for 4 to 6 hours. PET in people contradicts it.',
    sources: [cite('zagon-1983', 'abstract'), cite('lee-1988', 'abstract: block over 168 hours')],
    claims: ['001-pulsed-block', '001-block-ends', '004-activated-short', '003-binds-all'],
    parameters: BRAIN_PARAMETERS,
    text: `
let oddsMu = free*concentration/kiMu*personOdds
${SHARED}`,
    outputs: OUTPUTS,
    whenOff: WHEN_OFF,
  },
};
