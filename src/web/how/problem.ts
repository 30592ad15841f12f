import { error, type Problem } from '../../domain/problem.ts';

/** A crowd that could not be computed, as a reader is told. */
export const problemOfCrowd = (failure: string): Problem =>
  error('crowd', failure, 'curves', 'Reload the page; if it happens again, report it with what was chosen.');
