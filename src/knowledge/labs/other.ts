/** Thyroid, kidney and pregnancy tests. */
import { assume } from '../../domain/source.ts';
import { recalled, seenInRecords, type Lab } from './lab.ts';

export const tsh: Lab = {
  id: 'tsh',
  name: 'TSH (thyrotropin)',
  codes: [recalled('3016-3')],
  unit: 'mIU/L',
  units: [
    { unit: 'mIU/L', times: 1 },
    { unit: 'uIU/mL', times: 1 },
    { unit: 'mU/L', times: 1 },
    { unit: 'uU/mL', times: 1 },
  ],
  names: /\bthyrotropin\b|\bthyroid.?stimulating hormone\b|\btsh\b/i,
};

export const creatinine: Lab = {
  id: 'creatinine',
  name: 'Creatinine in serum or blood',
  codes: [recalled('2160-0'), seenInRecords('38483-4')],
  unit: 'mg/dL',
  units: [
    { unit: 'mg/dL', times: 1 },
    { unit: 'umol/L', times: 1 / 88.4, source: assume('molar mass of creatinine 113.12 g/mol, recalled') },
  ],
  names: /\bcreatinine\b/i,
};

export const hcg: Lab = {
  id: 'hcg',
  name: 'hCG (pregnancy test)',
  codes: [recalled('2106-3')],
  unit: '',
  units: [],
  names: /\bhcg\b|\bchorionic ?gonadotropin|\bchoriogonadotropin|\bpregnancy test\b/i,
};
