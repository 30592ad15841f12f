/** The kernel as generated JavaScript, made into functions here because a benchmark may. */
import type { Grid } from '../../src/engine/grid.ts';
import { javascriptOf } from '../../src/engine/kernel/text.ts';
import { AMOUNTS, DAYS, type Titration } from './titration.ts';

interface Functions {
  readonly prepare: () => void;
  readonly follow: (script: Int32Array) => void;
}

/** A function that solves the first `count` people. */
export function javascriptSolver(titration: Titration, grid: Grid, count: number): () => Float64Array {
  const { program, model, people, size } = titration;
  const plan = titration.planFor(grid);
  const table = (k: number) => program.fixedSize + k * program.layout.table.size;
  const doses = table(plan.sizes.length);
  const rows = doses + DAYS;
  const memory = new Float64Array(rows + size);
  plan.sizes.forEach((h, k) => memory.fill(h, table(k), table(k) + 1));
  memory.set(AMOUNTS, doses);
  const script = [...plan.sizes.flatMap((_, k) => [4, table(k)]), 3, 0];
  for (const action of plan.actions)
    if (action.kind === 'step') script.push(0, table(action.size));
    else
      script.push(
        action.kind === 'dose' ? 1 : 2,
        action.kind === 'dose' ? doses + action.row : rows + action.row * model.outputs.length,
      );
  const steps = Int32Array.from(script);
  // oxlint-disable-next-line typescript/no-implied-eval
  const { prepare, follow } = new Function('M', javascriptOf(program))(memory) as Functions;
  return () => {
    const all = new Float64Array(count * size);
    for (let who = 0; who < count; who++) {
      memory.set(people[who]!, 0);
      memory[program.layout.time] = 0;
      prepare();
      follow(steps);
      titration.row(all, who).set(memory.subarray(rows));
    }
    return all;
  };
}
