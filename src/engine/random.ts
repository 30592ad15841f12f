/**
 * Counter-based random numbers: Philox4x32 with ten rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy
 * as 1, 2, 3; SC 2011). A number is a function of its address (seed, stream, individual, block); there is no state to
 * advance, so who draws first does not matter and any individual can be drawn alone.
 */
import { cos, exp, log, sin } from './elementary.ts';
import type { Model, Parameter, Spread } from './model.ts';

/** High and low word of a product of two 32-bit numbers. */
function multiply(a: number, b: number): readonly [number, number] {
  const [ah, al, bh, bl] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const low = al * bl;
  const middle = ah * bl + (low >>> 16);
  const cross = al * bh + (middle % 0x10000);
  const high = ah * bh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000);
  return [high >>> 0, Math.imul(a, b) >>> 0];
}

/** Four 32-bit words for a counter of four words under a key of two. */
export function philox(counter: readonly number[], key: readonly number[]): readonly [number, number, number, number] {
  let [a, b, c, d] = counter as [number, number, number, number];
  let [k0, k1] = key as [number, number];
  for (let round = 0; round < 10; round++) {
    const [high0, low0] = multiply(0xd2511f53, a);
    const [high1, low1] = multiply(0xcd9e8d57, c);
    [a, b, c, d] = [(high1 ^ b ^ k0) >>> 0, low1, (high0 ^ d ^ k1) >>> 0, low0];
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
}

/** Where a run of random numbers begins. All are whole numbers from 0 to 2^32 - 1. */
export interface Address {
  readonly seed: number;
  /** What the numbers are for; different purposes take different streams. */
  readonly stream: number;
  readonly individual: number;
  /** Replicate of the same individual; 0 when absent. */
  readonly replicate?: number;
}

/** Uniform numbers inside (0, 1), never 0 and never 1, with 52 bits. */
export function uniforms(at: Address, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let k = 0; k < count; k += 2) {
    const words = philox([at.individual, k >>> 1, at.replicate ?? 0, 0], [at.seed, at.stream]);
    out[k] = inside(words[0], words[1]);
    if (k + 1 < count) out[k + 1] = inside(words[2], words[3]);
  }
  return out;
}

const inside = (high: number, low: number): number => ((high * 1048576 + (low >>> 12)) * 2 + 1) / 9007199254740992;

/** Standard normal numbers (Box and Muller 1958), the same bits on every machine. */
export function normals(at: Address, count: number): Float64Array {
  const flat = uniforms(at, count + (count % 2));
  const out = new Float64Array(count);
  for (let k = 0; k < count; k += 2) {
    const radius = Math.sqrt(-2 * log(flat[k]!));
    const angle = 2 * Math.PI * flat[k + 1]!;
    out[k] = radius * cos(angle);
    if (k + 1 < count) out[k + 1] = radius * sin(angle);
  }
  return out;
}

/**
 * The parameters of individuals `first` to `first + count - 1`, one row each in the order of the model. Every parameter
 * owns one normal number by its position, so that adding a spread to one leaves the draws of the others as they were.
 */
export function drawParameters(
  model: Model,
  seed: number,
  first: number,
  count: number,
  stream = 0,
): readonly Float64Array[] {
  return Array.from({ length: count }, (_, k) => {
    const z = normals({ seed, stream, individual: first + k }, model.parameters.length);
    return Float64Array.from(model.parameters, (parameter, index) => varied(parameter, z[index]!));
  });
}

/** The value of a parameter for an individual with the standard normal number z. */
export function varied({ value, spread }: Parameter, z: number): number {
  return spread === undefined ? value : LAWS[spread.law](value, spread.sd * z);
}

const LAWS: Readonly<Record<Spread['law'], (typical: number, shift: number) => number>> = {
  lognormal: (typical, shift) => typical * exp(shift),
  normal: (typical, shift) => typical + shift,
  logitnormal: (typical, shift) => 1 / (1 + ((1 - typical) / typical) * exp(-shift)),
};
