/**
 * C made from the same model text: the kernel's own procedures on vectors of 2 or 4 doubles (the twins that bound what
 * WebAssembly could reach), and rates with Jacobian for the classical solvers in peers.cpp.
 */
import { isNumber, reachable, type Expr } from '../../src/engine/expression.ts';
import type { Program } from '../../src/engine/kernel/program.ts';
import { textOf, type Syntax } from '../../src/engine/kernel/text.ts';
import type { Model } from '../../src/engine/model.ts';
import { isSteady } from '../../src/engine/structure.ts';

const literal = (value: number): string =>
  Number.isNaN(value)
    ? '__builtin_nan("")'
    : value === Infinity
      ? '__builtin_inf()'
      : value === -Infinity
        ? '-__builtin_inf()'
        : /[.e]/.test(String(value))
          ? String(value)
          : `${value}.0`;

const VECTOR_C: Syntax = {
  constant: (value) => `V(${literal(value)})`,
  declare: (name, value) => `const v ${name} = ${value};`,
  memory: (pointer, slot) => (pointer === undefined ? `M[${slot}]` : `${pointer}[${slot}]`),
  address: (pointer, slot) => (pointer === undefined ? `M + ${slot}` : `${pointer} + ${slot}`),
  call: (op, args) => `lane_${op}(${args.join(', ')})`,
  procedure: (name, pointers, body) =>
    `static void k_${name}(${pointers.map((one) => `v *${one}`).join(', ')}) {\nint counter; (void)counter;\n${body}\n}`,
  whileAny: (slot, body) => `while (any_positive(M[${slot}])) {\n${body}\n}`,
};

/** The procedures of a program, for inclusion in kernel.cpp. */
export const kernelHeader = (program: Program): string =>
  `static const int FIXED = ${program.fixedSize}, TABLE = ${program.layout.table.size}, TIME_SLOT = ${program.layout.time};\n${textOf(program, VECTOR_C).replaceAll(/\n(exponential|weights)\(/g, '\nk_$1(')}`;

/** Rates, Jacobian, initial states, outputs and hoisted terms in plain C, for inclusion in peers.cpp. */
export function peerHeader(model: Model): string {
  const rates = model.states.map((state) => state.rate);
  const slopes = rates.map((rate) =>
    model.states.map((_, column) => model.graph.diff(rate, model.graph.state(column))),
  );
  const routes = model.routes.flatMap((route) => route.targets.map(({ state, factor }) => ({ state, factor })));
  const shared = [...rates, ...slopes.flat(), ...model.outputs.map((one) => one.value)];
  const hoisted = hoistedOf(shared);
  const slot = new Map(hoisted.map((node, index) => [node, index]));
  const entries = slopes.flatMap((row, i) =>
    row.map((slope, j) => ({ i, j, slope })).filter(({ slope }) => !isNumber(slope, 0)),
  );
  return [
    `enum { NS = ${model.states.length}, NP = ${model.parameters.length}, NO = ${model.outputs.length}, NH = ${Math.max(hoisted.length, 1)} };`,
    code('hoist', 'const double *p, double *q', hoisted, (k) => `q[${k}]`, new Map()),
    code(
      'initial',
      'const double *p, double *x',
      model.states.map((one) => one.initial),
      (k) => `x[${k}]`,
      new Map(),
    ),
    code(
      'rates',
      'double t, const double *x, const double *p, const double *q, double *dx',
      rates,
      (k) => `dx[${k}]`,
      slot,
    ),
    code(
      'jacobian',
      'double t, const double *x, const double *p, const double *q, double *J',
      entries.map(({ slope }) => slope),
      (k) => `J[${entries[k]!.i} * NS + ${entries[k]!.j}]`,
      slot,
    ),
    code(
      'outputs',
      'double t, const double *x, const double *p, const double *q, double *o',
      model.outputs.map((one) => one.value),
      (k) => `o[${k}]`,
      slot,
    ),
    code(
      'give',
      'double amount, const double *p, double *x',
      routes.map((one) => one.factor),
      (k) => `x[${routes[k]!.state}]`,
      new Map(),
      'amount * ',
    ),
  ].join('\n');
}

/** The largest expressions of parameters alone, worked out once for the peers as for the kernel. */
function hoistedOf(roots: readonly Expr[]): readonly Expr[] {
  const found = new Set<Expr>();
  for (const node of reachable(roots))
    for (const arg of node.args.length === 0 || isSteady(node) ? [] : node.args)
      if (arg.args.length > 0 && isSteady(arg)) found.add(arg);
  for (const root of roots) if (root.args.length > 0 && isSteady(root)) found.add(root);
  return [...found];
}

function code(
  name: string,
  parameters: string,
  roots: readonly Expr[],
  target: (index: number) => string,
  hoisted: ReadonlyMap<Expr, number>,
  scale = '',
): string {
  const lines: string[] = [];
  const names = new Map<Expr, string>();
  const visit = (node: Expr): string => {
    const known = names.get(node);
    if (known !== undefined) return known;
    const made = leaf(node, hoisted) ?? `n${node.id}`;
    names.set(node, made);
    if (made === `n${node.id}`) lines.push(`const double ${made} = ${operation(node, node.args.map(visit))};`);
    return made;
  };
  const ends = roots.map((root, k) => `${target(k)} ${scale === '' ? '=' : '+='} ${scale}${visit(root)};`);
  return `static void ${name}(${parameters}) {\n${[...lines, ...ends].join('\n')}\n}`;
}

function leaf({ op, value, ...node }: Expr, hoisted: ReadonlyMap<Expr, number>): string | undefined {
  const original = [...hoisted.keys()].find((one) => one.id === node.id);
  if (original !== undefined) return `q[${hoisted.get(original)}]`;
  switch (op) {
    case 'number':
      return `(${literal(value)})`;
    case 'parameter':
      return `p[${value}]`;
    case 'state':
      return `x[${value}]`;
    case 'time':
      return 't';
    default:
      return undefined;
  }
}

const SIGNS: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', div: '/' };

function operation({ op }: Expr, args: readonly string[]): string {
  const sign = SIGNS[op];
  if (sign !== undefined) return `${args[0]} ${sign} ${args[1]}`;
  if (op === 'neg') return `-${args[0]}`;
  if (op === 'min' || op === 'max') return `f${op}(${args.join(', ')})`;
  if (op === 'less') return `(${args[0]} < ${args[1]} ? 1.0 : 0.0)`;
  return `${op}(${args.join(', ')})`;
}
