/**
 * exp(A t) for the linear block, entry by entry relative accuracy for compartment matrices. A is shifted by its largest
 * loss rate mu so that A + mu I has no negative entry and nothing cancels; the shifted matrix is scaled by a power of two
 * until its norm is at most 1/2, summed as a Taylor series of degree 16, multiplied with exp(-mu t 2^-s) and squared s
 * times (Moler & Van Loan, SIAM Review 45 (2003) 3-49, method 3). s belongs to a lane: a lane that is done keeps its
 * matrix while its neighbour goes on. Equal or nearly equal rates need no guard, since no eigenvector is formed.
 */
import { Block, type Item, type Procedure, type Value } from './code.ts';

/** Entries (row, column) that can be other than zero in A^m for some m, the identity included. */
export interface Pattern {
  readonly size: number;
  readonly entries: readonly (readonly [number, number])[];
}

/** The transitive closure of where A has entries. */
export function closureOf(size: number, has: (row: number, column: number) => boolean): Pattern {
  const reach = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => i === j || has(i, j)));
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) if (reach[i]![k]! && reach[k]![j]!) reach[i]![j] = true;
  const entries = reach.flatMap((row, i) => row.flatMap((yes, j) => (yes ? [[i, j] as const] : [])));
  return { size, entries };
}

/** Position of an entry in a pattern; -1 where there is none. */
export const entryAt = (pattern: Pattern, row: number, column: number): number =>
  pattern.entries.findIndex(([i, j]) => i === row && j === column);

const DEGREE = 16;
const LARGEST_NORM = 0.5;

/** Slots that `exponential` works in: two matrices and six numbers. */
export const scratchSize = (pattern: Pattern): number => 2 * pattern.entries.length + 6;

/**
 * The procedure `exponential(time, out)`: pointer 0 holds t, pointer 1 receives the entries of exp(A t). A stands at
 * `matrix`, entry by entry of the pattern; `scratch` is the first of the slots it works in.
 */
export function exponential(pattern: Pattern, matrix: number, scratch: number): Procedure {
  const count = pattern.entries.length;
  const at = { scaled: scratch, sum: scratch + count };
  const slot = {
    mu: scratch + 2 * count,
    scale: scratch + 2 * count + 1,
    left: scratch + 2 * count + 2,
    need: scratch + 2 * count + 3,
    norm: scratch + 2 * count + 4,
    k: scratch + 2 * count + 5,
  };
  return {
    name: 'exponential',
    pointers: 2,
    body: [
      measure(pattern, matrix, slot),
      { kind: 'while', slot: slot.need, body: [halve(slot)] },
      begin(pattern, matrix, at, slot),
      { kind: 'repeat', count: DEGREE, body: [taylorTerm(pattern, at, slot)] },
      applyShift(pattern, at, slot),
      { kind: 'while', slot: slot.left, body: [squared(pattern, at, slot)] },
      handOver(pattern, at),
    ],
  };
}

interface Slots {
  readonly mu: number;
  readonly scale: number;
  readonly left: number;
  readonly need: number;
  readonly norm: number;
  readonly k: number;
}
interface Matrices {
  readonly scaled: number;
  readonly sum: number;
}

/** mu, and the norm of the shifted matrix times t. */
function measure(pattern: Pattern, matrix: number, slot: Slots): Item {
  const block = new Block();
  const entry = (k: number) => block.load({ slot: matrix + k });
  const diagonal = Array.from({ length: pattern.size }, (_, i) => entry(entryAt(pattern, i, i)));
  const mu = diagonal.reduce((most, value) => block.max(most, block.neg(value)), block.constant(0));
  const rows = Array.from({ length: pattern.size }, () => [] as Value[]);
  pattern.entries.forEach(([i, j], k) => {
    const shifted = i === j ? block.add(entry(k), mu) : entry(k);
    rows[i]!.push(block.max(shifted, block.neg(shifted)));
  });
  const most = rows.map((row) => block.sum(row)).reduce((a, b) => block.max(a, b));
  const norm = block.mul(most, block.load({ pointer: 0, slot: 0 }));
  block.store({ slot: slot.mu }, mu);
  block.store({ slot: slot.norm }, norm);
  block.store({ slot: slot.scale }, block.constant(1));
  block.store({ slot: slot.left }, block.constant(0));
  block.store(
    { slot: slot.need },
    block.pick(block.constant(LARGEST_NORM), norm, block.constant(1), block.constant(0)),
  );
  return block.item;
}

function halve(slot: Slots): Item {
  const block = new Block();
  const need = block.load({ slot: slot.need });
  const scale = block.mul(
    block.load({ slot: slot.scale }),
    block.sub(block.constant(1), block.mul(block.constant(0.5), need)),
  );
  block.store({ slot: slot.scale }, scale);
  block.store({ slot: slot.left }, block.add(block.load({ slot: slot.left }), need));
  const norm = block.mul(block.load({ slot: slot.norm }), scale);
  block.store(
    { slot: slot.need },
    block.pick(block.constant(LARGEST_NORM), norm, block.constant(1), block.constant(0)),
  );
  return block.item;
}

function begin(pattern: Pattern, matrix: number, at: Matrices, slot: Slots): Item {
  const block = new Block();
  const mu = block.load({ slot: slot.mu });
  const step = block.mul(block.load({ pointer: 0, slot: 0 }), block.load({ slot: slot.scale }));
  pattern.entries.forEach(([i, j], k) => {
    const entry = block.load({ slot: matrix + k });
    block.store({ slot: at.scaled + k }, block.mul(i === j ? block.add(entry, mu) : entry, step));
    block.store({ slot: at.sum + k }, block.constant(i === j ? 1 : 0));
  });
  block.store({ slot: slot.k }, block.constant(DEGREE));
  return block.item;
}

/** sum = I + scaled * sum / k, k counting down: Horner's rule for the Taylor series. */
function taylorTerm(pattern: Pattern, at: Matrices, slot: Slots): Item {
  const block = new Block();
  const k = block.load({ slot: slot.k });
  const inverse = block.div(block.constant(1), k);
  const product = productOf(block, pattern, at.scaled, at.sum);
  pattern.entries.forEach(([i, j], index) => {
    const term = block.mul(product[index]!, inverse);
    block.store({ slot: at.sum + index }, i === j ? block.add(term, block.constant(1)) : term);
  });
  block.store({ slot: slot.k }, block.sub(k, block.constant(1)));
  return block.item;
}

function productOf(block: Block, pattern: Pattern, left: number, right: number): readonly Value[] {
  return pattern.entries.map(([i, j]) =>
    block.sum(
      Array.from({ length: pattern.size }, (_, k) => [entryAt(pattern, i, k), entryAt(pattern, k, j)] as const)
        .filter(([a, b]) => a >= 0 && b >= 0)
        .map(([a, b]) => block.mul(block.load({ slot: left + a }), block.load({ slot: right + b }))),
    ),
  );
}

function applyShift(pattern: Pattern, at: Matrices, slot: Slots): Item {
  const block = new Block();
  const step = block.mul(block.load({ pointer: 0, slot: 0 }), block.load({ slot: slot.scale }));
  const decay = block.exp(block.neg(block.mul(block.load({ slot: slot.mu }), step)));
  pattern.entries.forEach((_, k) =>
    block.store({ slot: at.sum + k }, block.mul(block.load({ slot: at.sum + k }), decay)),
  );
  return block.item;
}

/** Squares the lanes that are not done. */
function squared(pattern: Pattern, at: Matrices, slot: Slots): Item {
  const block = new Block();
  const left = block.load({ slot: slot.left });
  const zero = block.constant(0);
  const product = productOf(block, pattern, at.sum, at.sum);
  const kept = pattern.entries.map((_, k) => block.load({ slot: at.sum + k }));
  pattern.entries.forEach((_, k) => block.store({ slot: at.sum + k }, block.pick(zero, left, product[k]!, kept[k]!)));
  block.store({ slot: slot.left }, block.sub(left, block.constant(1)));
  return block.item;
}

function handOver(pattern: Pattern, at: Matrices): Item {
  const block = new Block();
  pattern.entries.forEach((_, k) => block.store({ pointer: 1, slot: k }, block.load({ slot: at.sum + k })));
  return block.item;
}
