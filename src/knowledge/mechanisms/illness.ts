/**
 * What cirrhosis and poor kidneys do to blood levels. Cirrhosis multiplies the odds of escaping the first pass and lowers
 * the clearance, so that the area of naltrexone after a dose by mouth rises 5 times (compensated) or 9 times
 * (decompensated); kidneys change the clearance of 6-beta-naltrexol in a straight line. Both parts of cirrhosis are
 * derived from the rise of the area alone; nobody has told them apart.
 */
import { assume, cite } from '../../domain/source.ts';
import { fitted } from './fitted.ts';
import { input, parameter, people, type ModelInput, type ModelParameter } from './mechanism.ts';

const LIVER = cite(
  'fachinfo-naltrexin',
  'cirrhosis raises exposure 5 to 10 times; split into first pass and clearance here',
);
const SPLIT = assume(
  'a higher escape alone cannot explain a ninefold rise, so clearance must fall to about 0.35 to 0.45',
);

export const ILLNESS_PARAMETERS: readonly ModelParameter[] = [
  parameter(
    'renalSlope',
    0.00352,
    'min/mL',
    'change of CLm for each mL/min, relative to CLm',
    cite('dunbar-2007', 'abstract: 0.229 L/h per mL/min of 65.1 L/h'),
  ),
  parameter(
    'oddsCompensated',
    fitted('oddsCompensated'),
    '1',
    'odds of escape in compensated cirrhosis',
    LIVER,
    people('lognormal', 'sd', 0.3, SPLIT),
  ),
  parameter(
    'oddsDecompensated',
    fitted('oddsDecompensated'),
    '1',
    'odds of escape in decompensated cirrhosis',
    LIVER,
    people('lognormal', 'sd', 0.3, SPLIT),
  ),
  parameter(
    'clCompensated',
    0.45,
    '1',
    'clearance in compensated cirrhosis',
    SPLIT,
    people('lognormal', 'sd', 0.2, SPLIT),
  ),
  parameter(
    'clDecompensated',
    0.35,
    '1',
    'clearance in decompensated cirrhosis',
    SPLIT,
    people('lognormal', 'sd', 0.2, SPLIT),
  ),
  parameter(
    'fmDecompensated',
    0.82,
    '1',
    'formation of 6-beta-naltrexol in decompensated cirrhosis',
    assume('AUC of 6-beta-naltrexol is about 0.82 of normal; recalled'),
  ),
];

export const ILLNESS_INPUTS: readonly ModelInput[] = [
  input('compensated', 0, '1', '1 with compensated cirrhosis', [0, 1], assume('a healthy liver unless told otherwise')),
  input(
    'decompensated',
    0,
    '1',
    '1 with decompensated cirrhosis',
    [0, 1],
    assume('a healthy liver unless told otherwise'),
  ),
  input(
    'creatinineClearance',
    100,
    'mL/min',
    'creatinine clearance',
    [5, 250],
    assume('the value around which the slope of Dunbar 2007 is centred'),
  ),
];
