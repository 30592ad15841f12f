/** Liver tests: the safety side of naltrexone. The limits that stop a treatment belong to the rules, not here. */
import { assume } from '../../domain/source.ts';
import { recalled, seenInRecords, type Lab } from './lab.ts';

const ENZYME_UNITS = [
  { unit: 'U/L', times: 1 },
  { unit: '[iU]/L', times: 1 },
  { unit: 'IU/L', times: 1 },
  { unit: 'mU/mL', times: 1 },
  { unit: 'ukat/L', times: 60, source: assume('definition: 1 katal is 1 mol/s, 1 U is 1 µmol/min, so 1 µkat is 60 U') },
];

export const alt: Lab = {
  id: 'alt',
  name: 'ALT (alanine aminotransferase)',
  codes: [seenInRecords('1742-6')],
  unit: 'U/L',
  units: ENZYME_UNITS,
  names: /\balanine (amino|trans)|\balat\b|\balt\b|\bsgpt\b/i,
};

export const ast: Lab = {
  id: 'ast',
  name: 'AST (aspartate aminotransferase)',
  codes: [seenInRecords('1920-8')],
  unit: 'U/L',
  units: ENZYME_UNITS,
  names: /\baspartate (amino|trans)|\basat\b|\bast\b|\bsgot\b/i,
};

export const alp: Lab = {
  id: 'alp',
  name: 'ALP (alkaline phosphatase)',
  codes: [seenInRecords('6768-6')],
  unit: 'U/L',
  units: ENZYME_UNITS,
  names: /\balkaline phosphatase\b|\balp\b|\balk phos\b/i,
};

export const ggt: Lab = {
  id: 'ggt',
  name: 'GGT (gamma-glutamyl transferase)',
  codes: [recalled('2324-2')],
  unit: 'U/L',
  units: ENZYME_UNITS,
  names: /\bgamma.?glutamyl.?trans|\bggt\b|\bgamma.?gt\b/i,
};

export const bilirubin: Lab = {
  id: 'bilirubin',
  name: 'Total bilirubin',
  codes: [seenInRecords('1975-2')],
  unit: 'mg/dL',
  units: [
    { unit: 'mg/dL', times: 1 },
    { unit: 'umol/L', times: 1 / 17.104, source: assume('molar mass of bilirubin 584.66 g/mol, recalled') },
  ],
  names:
    /\bbilirubin\b(?!.*\b(direct|indirect|conjugated|unconjugated)\b)(?<!\b(direct|indirect|conjugated|unconjugated) bilirubin)/i,
};
