/**
 * Naltrexone by mouth and its metabolite 6-beta-naltrexol in blood, in moles, so that one mole of dose is one mole
 * somewhere at every time. First-order absorption, a first pass that turns most of it into metabolite at once, two
 * compartments for naltrexone and one for the metabolite:
 *
 *     Gut' = -ka Gut
 *     A1'  = e ka Gut - (CL + Q)/V1 A1 + Q/V2 A2        e: share that escapes the first pass
 *     A2'  = Q/V1 A1 - Q/V2 A2
 *     M    = (1 - e) ka Gut + CL/V1 A1                   what is metabolised; fm of it becomes 6-beta-naltrexol
 *     M6'  = fm M - CLm/Vm M6
 *     Gone'= (1 - fm) M + CLm/Vm M6
 *
 * Wall 1981 (absorption), Meyer 1984 (linear from 50 to 200 mg), Licko 1981 (clearance). Nothing was published for the
 * range of low doses; scaling down rests on an extraction that does not saturate. Liver and kidneys are in illness.ts.
 * Food and extended release are not here.
 */
import { assume, cite } from '../../domain/source.ts';
import { byFit, fitted, withError } from './fitted.ts';
import { ILLNESS_INPUTS, ILLNESS_PARAMETERS } from './illness.ts';
import { parameter, people, studies, type Mechanism } from './mechanism.ts';

const VARIES = assume(
  'within-study CV is 15 % in one bioequivalence study and much wider elsewhere; 30 to 50 % is usual',
);
const FOURFOLD = assume(
  'dose-normalised exposure of published studies differs 4-fold; read as a 90 % range: log SD 0.42; the standard error of the fit is added',
);
export const PLASMA: Mechanism = {
  id: 'plasma',
  name: 'Absorption, naltrexone and 6-beta-naltrexol in blood',
  what: 'Nearly all of a dose is absorbed within two hours; the liver takes about four fifths of it before it reaches the blood and makes 6-beta-naltrexol of most of that.',
  grade: 'human measurement',
  evidence: 'Blood levels after 50 to 200 mg in several small studies. None at low doses.',
  sources: [
    cite('wall-1981', 'abstract'),
    cite('meyer-1984', 'abstract'),
    cite('licko-1981', 'clearance and exponents'),
    cite('be-china', 'abstract'),
  ],
  claims: ['001-block-ends'],
  parameters: [
    parameter(
      'mwSalt',
      377.86,
      'g/mol',
      'naltrexone hydrochloride, in which doses are given',
      cite('label-revia', 'description'),
    ),
    parameter('mwBase', 341.41, 'g/mol', 'naltrexone', cite('label-revia', 'description')),
    parameter(
      'mwNaltrexol',
      343.42,
      'g/mol',
      '6-beta-naltrexol',
      assume('PubChem, recalled; the sum of its atoms agrees'),
    ),
    parameter(
      'absorbed',
      0.96,
      '1',
      'share of the dose absorbed',
      cite('wall-1981', 'abstract: almost complete; 0.96 is our number for it'),
    ),
    parameter('ka', fitted('ka'), '1/h', 'absorption rate', byFit('plasma'), people('lognormal', 'cv', 0.5, VARIES)),
    parameter(
      'studyAbsorption',
      1,
      '1',
      'speed of absorption from study to study',
      assume('1: the mean study'),
      studies(
        'lognormal',
        0.3,
        assume('two tablets of one trial differ by 0.3 in the log of Tmax; syrup is faster than tablets'),
      ),
    ),
    parameter(
      'escape',
      fitted('escape'),
      '1',
      'share that escapes the first pass',
      byFit('plasma; only escape/CL is known from oral doses'),
      people('logitnormal', 'sd', 0.5, VARIES),
    ),
    parameter(
      'CL',
      fitted('CL'),
      'L/h',
      'clearance of naltrexone',
      byFit('plasma'),
      people('lognormal', 'cv', 0.3, VARIES),
    ),
    parameter('V1', fitted('V1'), 'L', 'central volume', byFit('plasma'), people('lognormal', 'cv', 0.35, VARIES)),
    parameter(
      'Q',
      fitted('Q'),
      'L/h',
      'exchange between the compartments',
      byFit('plasma'),
      studies('lognormal', 0.3, assume('standard error 0.29 of the fit; it decides what is left after a day')),
    ),
    parameter('V2', fitted('V2'), 'L', 'peripheral volume', byFit('plasma'), people('lognormal', 'cv', 0.35, VARIES)),
    parameter(
      'fm',
      0.7,
      '1',
      'share of what is metabolised that becomes 6-beta-naltrexol',
      assume('cannot be told from CLm by oral data; 76 % of what urine holds is 6-beta-naltrexol'),
    ),
    parameter(
      'CLm',
      fitted('CLm'),
      'L/h',
      'clearance of 6-beta-naltrexol',
      byFit('plasma'),
      people('lognormal', 'cv', 0.3, VARIES),
    ),
    parameter(
      'Vm',
      fitted('Vm'),
      'L',
      'volume of 6-beta-naltrexol',
      byFit('plasma'),
      people('lognormal', 'cv', 0.3, VARIES),
    ),
    ...ILLNESS_PARAMETERS,
    parameter(
      'studyNaltrexone',
      1,
      '1',
      'level of naltrexone from study to study',
      assume('1: the mean study'),
      studies('lognormal', withError('naltrexone', 0.42), FOURFOLD),
    ),
    parameter(
      'studyVolume',
      1,
      '1',
      'volumes of naltrexone, and so its half-lives, from study to study',
      assume('1: the mean study'),
      studies('lognormal', 0.2, assume('half-lives of 3 to 4 hours in published studies')),
    ),
    parameter(
      'studyVolumeNaltrexol',
      1,
      '1',
      'volume of 6-beta-naltrexol, and so its half-life, from study to study',
      assume('1: the mean study'),
      studies('lognormal', 0.25, assume('half-lives of 7.6 to 13 hours in published studies')),
    ),
    parameter(
      'studyNaltrexol',
      1,
      '1',
      'level of 6-beta-naltrexol from study to study',
      assume('1: the mean study'),
      studies(
        'lognormal',
        withError('naltrexol', 0.42),
        assume(
          'published peaks and areas of 6-beta-naltrexol contradict each other by a factor of 2 to 4; taken as for naltrexone',
        ),
      ),
    ),
  ],
  inputs: ILLNESS_INPUTS,
  text: `
dose oral into Gut in mg with bioavailability absorbed/mwSalt
let absorption = ka*studyAbsorption
let escapeOdds = escape/(1 - escape)*(1 + compensated*(oddsCompensated - 1))*(1 + decompensated*(oddsDecompensated - 1))
let escaped = escapeOdds/(1 + escapeOdds)
let clearance = CL*(1 - compensated*(1 - clCompensated))*(1 - decompensated*(1 - clDecompensated))
let formed = fm*(1 - decompensated*(1 - fmDecompensated))
let clearanceNaltrexol = CLm*(1 + renalSlope*(creatinineClearance - 100[mL/min]))
let central = V1*studyVolume
let peripheral = V2*studyVolume
let volumeNaltrexol = Vm*studyVolumeNaltrexol
state Gut nmol = 0 "in the gut"
state A1 nmol = 0 "naltrexone in blood and what exchanges at once"
state A2 nmol = 0 "naltrexone in tissue"
state M6 nmol = 0 "6-beta-naltrexol"
state Gone nmol = 0 "other metabolites and what was excreted"
let metabolised = (1 - escaped)*absorption*Gut + clearance/central*A1
Gut' = -absorption*Gut
A1' = escaped*absorption*Gut - (clearance + Q)/central*A1 + Q/peripheral*A2
A2' = Q/central*A1 - Q/peripheral*A2
M6' = formed*metabolised - clearanceNaltrexol/volumeNaltrexol*M6
Gone' = (1 - formed)*metabolised + clearanceNaltrexol/volumeNaltrexol*M6
let concentration = A1/central nmol/L
`,
  outputs: `
output naltrexone = concentration*mwBase*studyNaltrexone ng/mL "naltrexone in plasma"
output naltrexol = M6/volumeNaltrexol*mwNaltrexol*studyNaltrexol ng/mL "6-beta-naltrexol in plasma"
`,
  whenOff: 'It cannot be switched off: everything else follows from it.',
};
