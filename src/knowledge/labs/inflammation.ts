/**
 * Markers of inflammation. The cut-offs of hs-CRP differ between studies of depression, so all three stand here and
 * none is "the" cut-off. A low-dose naltrexone trial that stratified by hs-CRP saw no difference in response.
 */
import { assume, cite } from '../../domain/source.ts';
import { recalled, verified, type Lab, type LabBand } from './lab.ts';

const MASS_UNITS = [
  { unit: 'mg/L', times: 1 },
  { unit: 'mg/dL', times: 10 },
  { unit: 'ug/mL', times: 1 },
  { unit: 'ug/dL', times: 0.01 },
  { unit: 'ng/mL', times: 0.001 },
];

const CYTOKINE_UNITS = [
  { unit: 'pg/mL', times: 1 },
  { unit: 'ng/L', times: 1 },
];

/** hs-CRP in mg/L. A value of exactly 1, 3 or 5 belongs to the upper band; above 10 the test is repeated. */
export const HS_CRP_BANDS: readonly LabBand[] = [
  { from: 0, says: 'below 1 mg/L: low', source: cite('uher-2014', 'abstract, cut-off 1 mg/L') },
  {
    from: 1,
    says: '1 to below 3 mg/L: intermediate; above the cut-off of Uher and of CO-MED',
    source: cite('jha-2017', 'abstract, threshold 1 mg/L'),
  },
  {
    from: 3,
    says: '3 to below 5 mg/L: raised; the high stratum of the minocycline and the naltrexone trial',
    source: cite('nettis-2021', 'abstract, CRP of 3 mg/L or more'),
  },
  {
    from: 5,
    says: '5 to 10 mg/L: high; the range in which infliximab separated from placebo',
    source: cite('raison-2013', 'abstract, interaction at CRP above 5 mg/L'),
  },
];

/** Above this hs-CRP (mg/L) an acute infection or injury is likelier than a chronic state: repeat before reading it. */
export const HS_CRP_REPEAT_ABOVE = {
  mgPerL: 10,
  source: assume('CDC/AHA 2003 advice to repeat above 10 mg/L, recalled'),
} as const;

export const hsCrp: Lab = {
  id: 'hs-crp',
  name: 'hs-CRP (high-sensitivity C-reactive protein)',
  codes: [verified('30522-7')],
  unit: 'mg/L',
  units: MASS_UNITS,
  names:
    /\bhs.?crp\b|\bcrp.?hs\b|\bc.?reactive protein\b.*\b(high.?sens\w*|cardiac|hs)\b|\bhigh.?sens\w*.*\b(c.?reactive|crp\b)/i,
  shortNames: /\bcrp\b|\bc.?reactive protein\b/i,
  bands: HS_CRP_BANDS,
};

export const crp: Lab = {
  id: 'crp',
  name: 'CRP (C-reactive protein, ordinary method)',
  codes: [verified('1988-5')],
  unit: 'mg/L',
  units: MASS_UNITS,
  names: /\bcrp\b|\bc.?reactive protein\b/i,
};

export const il6: Lab = {
  id: 'il-6',
  name: 'IL-6 (interleukin-6)',
  codes: [verified('26881-3')],
  unit: 'pg/mL',
  units: CYTOKINE_UNITS,
  names: /\binterleukin.?6\b|\bil.?6\b/i,
};

export const tnfAlpha: Lab = {
  id: 'tnf-alpha',
  name: 'TNF-alpha (tumour necrosis factor)',
  codes: [recalled('3074-2')],
  unit: 'pg/mL',
  units: CYTOKINE_UNITS,
  names: /\btumou?r necrosis factor\b|\btnf\b/i,
};

export const esr: Lab = {
  id: 'esr',
  name: 'ESR (erythrocyte sedimentation rate)',
  codes: [verified('4537-7'), recalled('30341-2')],
  unit: 'mm/h',
  units: [
    { unit: 'mm/h', times: 1 },
    { unit: 'mm/hr', times: 1 },
    { unit: 'mm', times: 1, source: assume('laboratories write mm for the fall in the first hour') },
  ],
  names: /\bsedimentation rate\b|\besr\b/i,
};
