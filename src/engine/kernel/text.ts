/**
 * Programs as source text. JavaScript is the way out where WebAssembly has no vectors: one individual at a time, the
 * same operations in the same order, so the same bytes as portable WebAssembly. It is made at build time, because a
 * strict page may not turn text into code. The benchmark writes C twins with the same writer.
 */
import { SQRT_HALF_HIGH, TO_ONE_HIGH } from '../elementary.ts';
import type { Instruction, Item, Place, Procedure, Value } from './code.ts';
import type { Program } from './program.ts';

/** How a language says what procedures do. */
export interface Syntax {
  readonly constant: (value: number) => string;
  readonly declare: (name: string, value: string) => string;
  readonly memory: (pointer: string | undefined, slot: number) => string;
  readonly address: (pointer: string | undefined, slot: number) => string;
  /** Operations other than + - * / and negation, by name and arguments. */
  readonly call: (op: string, args: readonly string[]) => string;
  readonly procedure: (name: string, pointers: readonly string[], body: string) => string;
  readonly whileAny: (slot: number, body: string) => string;
}

const SIGNS: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', div: '/' };

/** All procedures, each after those it calls. */
export const textOf = (program: Program, syntax: Syntax): string =>
  program.procedures.map((one) => procedureText(one, syntax)).join('\n');

function procedureText({ name, pointers, body }: Procedure, syntax: Syntax): string {
  const names = ['p0', 'p1', 'p2'].slice(0, pointers);
  return syntax.procedure(name, names, itemsText(body, syntax));
}

const itemsText = (items: readonly Item[], syntax: Syntax): string =>
  items.map((item) => itemText(item, syntax)).join('\n');

function itemText(item: Item, syntax: Syntax): string {
  switch (item.kind) {
    case 'block':
      return `{\n${blockText(item.code, syntax)}\n}`;
    case 'call':
      return `${item.name}(${item.args.map((place) => syntax.address(pointerOf(place), place.slot)).join(', ')});`;
    case 'repeat':
      return `for (counter = 0; counter < ${item.count}; counter++) {\n${itemsText(item.body, syntax)}\n}`;
    case 'while':
      return syntax.whileAny(item.slot, itemsText(item.body, syntax));
  }
}

const pointerOf = ({ pointer }: Place): string | undefined => (pointer === undefined ? undefined : `p${pointer}`);

function blockText(code: readonly Instruction[], syntax: Syntax): string {
  const used = new Set(code.flatMap(({ args }) => args));
  const lines: string[] = [];
  code.forEach((instruction, value) => {
    const { op, args, place } = instruction;
    if (op === 'store')
      lines.push(`${syntax.memory(pointerOf(place!), place!.slot)} = ${operand(code, args[0]!, syntax)};`);
    else if (op !== 'const' && used.has(value))
      lines.push(syntax.declare(`v${value}`, expression(code, instruction, syntax)));
  });
  return lines.join('\n');
}

const operand = (code: readonly Instruction[], value: Value, syntax: Syntax): string =>
  code[value]!.op === 'const' ? syntax.constant(code[value]!.value) : `v${value}`;

function expression(code: readonly Instruction[], { op, args, place }: Instruction, syntax: Syntax): string {
  const names = args.map((arg) => operand(code, arg, syntax));
  if (op === 'load') return syntax.memory(pointerOf(place!), place!.slot);
  if (op === 'neg') return `-${names[0]}`;
  const sign = SIGNS[op];
  return sign === undefined ? syntax.call(op, names) : `${names[0]} ${sign} ${names[1]}`;
}

const numberText = (value: number): string =>
  Object.is(value, -0) ? '(-0)' : value < 0 ? `(${value})` : String(value);

const JAVASCRIPT: Syntax = {
  constant: numberText,
  declare: (name, value) => `const ${name} = ${value};`,
  memory: (pointer, slot) => (pointer === undefined ? `M[${slot}]` : `M[${pointer} + ${slot}]`),
  address: (pointer, slot) => (pointer === undefined ? String(slot) : `${pointer} + ${slot}`),
  call: (op, args) =>
    op === 'pick'
      ? `(${args[0]} < ${args[1]} ? ${args[2]} : ${args[3]})`
      : `${JAVASCRIPT_NAMES[op]!}(${args.join(', ')})`,
  procedure: (name, pointers, body) => `function ${name}(${pointers.join(', ')}) {\nlet counter = 0;\n${body}\n}`,
  whileAny: (slot, body) => `while (0 < M[${slot}]) {\n${body}\n}`,
};
const JAVASCRIPT_NAMES: Readonly<Record<string, string>> = {
  min: 'Math.min',
  max: 'Math.max',
  sqrt: 'Math.sqrt',
  floor: 'Math.floor',
  atMost: 'atMost',
  atLeast: 'atLeast',
  nearest: 'nearest',
  pow2: 'pow2',
  exponent: 'exponent',
  mantissa: 'mantissa',
};

const JAVASCRIPT_HELPERS = `
const twin = new Float64Array(1);
const bits = new Int32Array(twin.buffer);
function nearest(x) { return Math.abs(x) < 4503599627370496 ? x + 6755399441055744 - 6755399441055744 : x; }
function pow2(n) { bits[0] = 0; bits[1] = (n + 1023) << 20; return twin[0]; }
function exponent(x) { twin[0] = x; return ((bits[1] + ${TO_ONE_HIGH}) >>> 20) - 1023; }
function mantissa(x) { twin[0] = x; bits[1] = ((bits[1] + ${TO_ONE_HIGH}) & 0xfffff) + ${SQRT_HALF_HIGH}; return twin[0]; }
function atMost(a, b) { return b < a ? b : a; }
function atLeast(a, b) { return a < b ? b : a; }
`;

/**
 * The body of a function of one parameter `M`, a Float64Array with one double for each vector of the layout; it returns
 * `{ prepare, follow }` with the meaning they have in the WebAssembly module, pointers counted in doubles.
 */
export const javascriptOf = (program: Program): string => `${JAVASCRIPT_HELPERS}
${textOf(program, JAVASCRIPT)}
const acts = [step, (at) => { dose(at); restart(); }, observe, () => restart(), weigh];
function follow(script) { for (let k = 0; k < script.length; k += 2) acts[script[k]](script[k + 1]); }
return { prepare, follow };`;
