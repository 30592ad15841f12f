/** All laboratory values the product knows; one more is one more row. `read.ts` finds them in a person's record. */
import type { Lab, LabId } from './lab.ts';
import { crp, esr, hsCrp, il6, tnfAlpha } from './inflammation.ts';
import { alp, alt, ast, bilirubin, ggt } from './liver.ts';
import { creatinine, hcg, tsh } from './other.ts';

export const LABS: readonly Lab[] = [
  hsCrp,
  crp,
  il6,
  tnfAlpha,
  esr,
  alt,
  ast,
  bilirubin,
  alp,
  ggt,
  tsh,
  creatinine,
  hcg,
];

const byId = new Map(LABS.map((lab) => [lab.id, lab]));

/**
 * The lab with an id.
 * @throws RangeError when there is none (a programmer's mistake)
 */
export function labOf(id: LabId): Lab {
  const lab = byId.get(id);
  if (!lab) throw new RangeError(`no lab has the id "${id}"`);
  return lab;
}

export { HS_CRP_BANDS, HS_CRP_REPEAT_ABOVE } from './inflammation.ts';
export type { Lab, LabBand, LabCode, LabId, LabUnit } from './lab.ts';
