import type { Model } from '../../../src/engine/model.ts';
import { readModel } from '../../../src/engine/readModel.ts';

/** Reads a model that must be right; a problem in it fails the test with its sentence. */
export function model(text: string): Model {
  const read = readModel(text);
  if (read.model === undefined)
    throw new Error(read.problems.map((one) => `${one.path}: ${one.found}, ${one.expected}. ${one.todo}`).join('\n'));
  return read.model;
}

/** One compartment, first-order absorption. */
export const ONE_COMPARTMENT = `
  param ka = 1.2 1/h : lognormal cv 0.4
  param CL = 5 L/h : lognormal cv 0.3
  param V = 40 L : lognormal cv 0.2
  param F = 0.8 1
  param tlag = 0.25 h
  state G mg = 0
  state A mg = 0
  G' = -ka*G
  A' = ka*G - CL/V*A
  dose oral into G with bioavailability F
  dose late into G with bioavailability F lag tlag
  dose vein into A
  output C = A/V ug/mL
  output total = G + A mg
`;

/** Two compartments, first-order absorption. */
export const TWO_COMPARTMENTS = `
  param ka = 1.2 1/h : lognormal cv 0.4
  param CL = 5 L/h : lognormal cv 0.3
  param V1 = 20 L : lognormal cv 0.2
  param Q = 3 L/h
  param V2 = 50 L
  state G mg = 0
  state A1 mg = 0
  state A2 mg = 0
  G' = -ka*G
  A1' = ka*G - (CL + Q)/V1*A1 + Q/V2*A2
  A2' = Q/V1*A1 - Q/V2*A2
  dose oral into G
  dose vein into A1
  output C = A1/V1 ug/mL
`;
