/**
 * What was wrong with a model or a request, in one sentence a user can act on. The engine stands on nothing of ours, so
 * it states the shape itself; it is the shape every other layer uses for its problems.
 */
export interface Problem {
  /** Where: a line of the model text (`line 12`) or a field of the request (`doses[3].at`). */
  readonly path: string;
  /** What was found there. */
  readonly found: string;
  /** What was expected instead. */
  readonly expected: string;
  /** What to do about it. */
  readonly todo: string;
  /** `error`: nothing was computed from it. `warning`: it was used, with the doubt that `found` names. */
  readonly severity: 'error' | 'warning';
}

/** Something that could not be used. */
export const problem = (path: string, found: string, expected: string, todo: string): Problem => ({
  path,
  found,
  expected,
  todo,
  severity: 'error',
});

/** Whether anything in the list stops the work. */
export const anyError = (problems: readonly Problem[]): boolean => problems.some((one) => one.severity === 'error');
