/**
 * Many individuals of one model under one schedule. The solver is chosen by analysis and says what it is: a compiled
 * kernel (linear block exact, the rest by collocation along the cascade, on a fixed grid that a pilot chose), or the
 * reference where the schedule asks for what the kernel does not do. Solving is pure: a worker that holds the same solver
 * gives the same bytes for the same individuals, in any chunk.
 *
 * `fast` solves each individual on the pilot's grid and audits every 32nd against a grid of half the steps.
 * `certified` solves every individual on both; the finer result is given, and while the two differ by more than the
 * tolerance the grid is halved again. The decision looks at that individual alone.
 */
import { KernelWork } from './byKernel.ts';
import { referenceSolver } from './byReference.ts';
import { canRun } from './kernel/host.ts';
import { compiled, type Arithmetic, type Compiled } from './kernel/kernel.ts';
import { programOf } from './kernel/program.ts';
import { notForKernel } from './marks.ts';
import type { Model } from './model.ts';
import { Pilot } from './pilot.ts';
import { referenceRequest, type PopulationRequest, type PopulationSolver } from './populationRequest.ts';
import { anyError, problem, type Problem } from './problem.ts';
import { requestProblems } from './simulate.ts';

export type { PopulationRequest, PopulationSolver, Solved } from './populationRequest.ts';

/** Below this tolerance order 8 needs less work than order 6. */
const FOUR_NODES_BELOW = 3e-7;

/** New nodes in a step, half the order, for a tolerance. */
export const nodesFor = (tolerance: number): number => (tolerance < FOUR_NODES_BELOW ? 4 : 3);

/** Chooses and prepares a solver. */
export function populationSolver(
  model: Model,
  request: PopulationRequest,
): { readonly solver?: PopulationSolver; readonly problems: readonly Problem[] } {
  const problems = [...requestProblems(model, referenceRequest(request)), ...populationProblems(request)];
  if (anyError(problems)) return { problems };
  const reason = notForKernel(model, request);
  const made = reason === undefined ? programOf(model, nodesFor(request.tolerance)) : { problems: [] };
  const code = made.program === undefined ? undefined : compiled(made.program, usable(request.arithmetic));
  if (code === undefined)
    return { solver: referenceSolver(model, request, reason ?? 'no WebAssembly SIMD here'), problems };
  const kernel = kernelSolver(model, request, code);
  return kernel === undefined
    ? { solver: referenceSolver(model, request, 'no grid that the pilot tried met the tolerance'), problems }
    : { solver: kernel, problems };
}

const usable = (wanted: Arithmetic): Arithmetic => (wanted === 'fused' && !canRun.fused ? 'portable' : wanted);

/** Most times of doses and outputs together. */
const MOST_MARKS = 50_000;

function populationProblems({ tolerance, events, observe }: PopulationRequest): Problem[] {
  const problems: Problem[] = [];
  if (!(tolerance >= 1e-10 && tolerance <= 0.1))
    problems.push(
      problem(
        'tolerance',
        String(tolerance),
        'a number from 1e-10 to 0.1',
        'Use 1e-5 for figures, 1e-8 for comparisons.',
      ),
    );
  const marks =
    observe.length + events.reduce((sum, event) => sum + 1 + (event.kind === 'dose' ? (event.repeats ?? 0) : 0), 0);
  if (marks > MOST_MARKS)
    problems.push(
      problem(
        'observe',
        `${marks} times of doses and outputs`,
        `at most ${MOST_MARKS}`,
        'Ask for fewer outputs or a shorter time.',
      ),
    );
  return problems;
}

function kernelSolver(model: Model, request: PopulationRequest, code: Compiled): PopulationSolver | undefined {
  const { program } = code;
  const work = new KernelWork(model, request, code);
  const pilot = new Pilot(work, model, request.tolerance, 2 * program.nodes);
  const chosen =
    request.grid === undefined
      ? pilot.chosen()
      : { grid: request.grid, floors: request.floors ?? pilot.floorsOn(request.grid) };
  if (chosen === undefined) return undefined;
  const { grid, floors } = chosen;
  work.use(grid, floors);
  const exact = program.structure.linear.states.length;
  const steps = grid.stretches.reduce((sum, one) => sum + one.steps, 0);
  return {
    method: `${code.arithmetic} WebAssembly, two lanes; ${exact} states exact, ${model.states.length - exact} by collocation of order ${2 * program.nodes} on ${steps} steps a dosing interval; ${request.mode}`,
    grid,
    floors,
    compiled: code,
    solve: (first, parameters, factors) => work.solve(first, parameters, factors),
  };
}
