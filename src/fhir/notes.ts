import { warning, type Problem } from '../domain/problem.ts';

/** Collects the problems of one input: errors before warnings, a stated number of each, the rest counted. */
export class Notes {
  readonly #limit: number;
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];
  #unsaid = 0;

  /** @param limit how many errors, and how many warnings, are kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(problem: Problem): void {
    const list = problem.severity === 'error' ? this.#errors : this.#warnings;
    if (list.length < this.#limit) list.push(problem);
    else this.#unsaid += 1;
  }

  /** All problems, errors first; the last one tells how many more there were. */
  all(): readonly Problem[] {
    const all = [...this.#errors, ...this.#warnings];
    const unsaid = this.#unsaid + Math.max(0, all.length - this.#limit);
    if (unsaid === 0) return all;
    return [...all.slice(0, this.#limit), andMore(unsaid, this.#limit)];
  }
}

const andMore = (count: number, limit: number): Problem =>
  warning(
    'record',
    `${count} more problems`,
    `at most ${limit} problems`,
    'Correct the ones above and read the record again to see the rest.',
  );
