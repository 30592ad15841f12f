import { describe, expect, it } from 'vitest';
import { dotOf, influencesOf } from '../../src/engine/exports/graph.ts';
import { latexOf } from '../../src/engine/exports/latex.ts';
import { sbmlOf } from '../../src/engine/exports/sbml.ts';
import { programOf } from '../../src/engine/kernel/program.ts';
import { javascriptOf } from '../../src/engine/kernel/text.ts';
import { compiled, Kernel } from '../../src/engine/kernel/kernel.ts';
import { gridOf, planOf, type Mark } from '../../src/engine/grid.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { EIGHTEEN } from './models/eighteen.ts';
import { model, ONE_COMPARTMENT } from './models/textbook.ts';

const one = model(ONE_COMPARTMENT);

describe('the same model for a reader', () => {
  it('as LaTeX, lets by their names', () => {
    const binding = model(
      `param kon = 1 1/h\nparam K = 2 mg\nstate A mg = 5\nlet free = K - A\nA' = -kon*A*free/K\noutput a = A mg`,
    );
    expect(latexOf(binding).split(' \\\\\n')).toEqual([
      '\\begin{aligned}\n\\mathrm{free} &= \\mathrm{K} - \\mathrm{A}',
      '\\frac{\\mathrm{d}\\mathrm{A}}{\\mathrm{d}t} &= -\\frac{\\mathrm{kon} \\, \\mathrm{A} \\, \\mathrm{free}}{\\mathrm{K}}',
      '\\mathrm{A}(0) &= 5',
      '\\mathrm{a} &= \\mathrm{A}\n\\end{aligned}',
    ]);
  });

  it('as a graph with the sign of each action', () => {
    expect(influencesOf(one)).toEqual([{ from: 'G', to: 'A', sign: 1 }]);
    const signs = new Map(influencesOf(model(EIGHTEEN)).map(({ from, to, sign }) => [`${from} ${to}`, sign]));
    expect([
      signs.get('End Bmu'),
      signs.get('Bmu End'),
      signs.get('E2 Mg'),
      signs.get('TNF Sl'),
      signs.get('Md DA'),
    ]).toEqual([-1, 1, -1, -1, undefined]);
    expect(dotOf(one)).toContain('"G" -> "A" [arrowhead=normal]');
  });

  it('as SBML: a rate rule for each state and an event for each dose', () => {
    const { sbml, problems } = sbmlOf(one, [
      { kind: 'dose', at: 0, amount: 100, route: 'oral', every: 24, repeats: 2 },
    ]);
    expect(problems).toEqual([]);
    expect(sbml.match(/<rateRule /g)).toHaveLength(2);
    expect(sbml.match(/<event /g)).toHaveLength(3);
    expect(sbml).toContain(
      '<apply><geq/><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol><cn>48</cn></apply>',
    );
  });

  it('what SBML events here cannot say is a problem, not a silence', () => {
    const { problems } = sbmlOf(one, [{ kind: 'dose', at: 0, amount: 1, over: 2, route: 'vein' }]);
    expect(problems.map((found) => found.path)).toEqual(['events[0]']);
  });
});

describe('the program as JavaScript', () => {
  it('gives the bytes of portable WebAssembly', () => {
    const full = model(EIGHTEEN);
    const program = programOf(full).program!;
    const marks: Mark[] = [0, 1, 2].map((day) => ({
      at: 24 * day,
      ...(day < 2 ? { dose: day } : {}),
      ...(day > 0 ? { outputBefore: day - 1 } : {}),
    }));
    const plan = planOf(0, marks, gridOf(24, [2, 3, 4], 2));
    const [person] = drawParameters(full, 3, 0, 1);
    const size = 2 * full.outputs.length;
    const compiledOut = new Float64Array(size);
    new Kernel(compiled(program, 'portable')!, plan, 0).solve([person!], [[1, 2]], [compiledOut]);

    const { layout, fixedSize } = program;
    const table = (k: number) => fixedSize + k * layout.table.size;
    const doses = table(plan.sizes.length);
    const rows = doses + 2;
    const memory = new Float64Array(rows + size);
    memory.set(person!);
    plan.sizes.forEach((h, k) => memory.fill(h, table(k), table(k) + 1));
    memory.set([1, 2], doses);
    const script = [...plan.sizes.flatMap((_, k) => [4, table(k)]), 3, 0];
    for (const action of plan.actions)
      script.push(
        ...(action.kind === 'step'
          ? [0, table(action.size)]
          : action.kind === 'dose'
            ? [1, doses + action.row]
            : [2, rows + action.row * full.outputs.length]),
      );
    // oxlint-disable-next-line typescript/no-implied-eval
    const { prepare, follow } = new Function('M', javascriptOf(program))(memory) as {
      prepare: () => void;
      follow: (script: readonly number[]) => void;
    };
    prepare();
    follow(script);
    expect(memory.slice(rows)).toEqual(compiledOut);
  });
});
