/**
 * What was wrong with an input, in one sentence a user can act on. Problems are collected whole and returned beside
 * the answer; they are never thrown. `severity` tells whether something was lost by going on.
 */
export interface Problem {
  /** Where: a path in the input (`entry[3].resource.status`), a line (`line 12`), or a field of a form (`start`). */
  readonly path: string;
  /** What was found there, quoted and shortened. */
  readonly found: string;
  /** What was expected instead. */
  readonly expected: string;
  /** What to do about it. */
  readonly todo: string;
  /** `error`: this input could not be used. `warning`: it was read, with the doubt that `found` names. */
  readonly severity: 'error' | 'warning';
}

/** An input that could not be used. */
export const error = (path: string, found: string, expected: string, todo: string): Problem => ({
  path,
  found,
  expected,
  todo,
  severity: 'error',
});

/** An input that was used, with a doubt that the reader must know. */
export const warning = (path: string, found: string, expected: string, todo: string): Problem => ({
  path,
  found,
  expected,
  todo,
  severity: 'warning',
});

/** The problem as one line of text: `entry[3]: found ..., expected .... What to do.` */
export const sentence = (problem: Problem): string =>
  `${problem.path}: found ${problem.found}, expected ${problem.expected}. ${problem.todo}`;

/** A value as it stands in a sentence: JSON, at most 60 characters. */
export function quote(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'something that is not JSON');
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
