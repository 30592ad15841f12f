/** Loading something when a page opens: not yet, here it is, or why not. */
import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../domain/problem.ts';
import { isAbort, problemOf } from './api.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * Runs `load` when the page opens, and once more for each call of the function that is returned with it. `load` must be
 * the same function at every render.
 * @returns what came, and a function that tries again
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): readonly [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    load(stop.signal)
      .then((value) => setLoaded({ state: 'ready', value }))
      .catch((failure: unknown) => {
        if (!isAbort(failure)) setLoaded({ state: 'failed', problem: problemOf(failure) });
      });
    return () => stop.abort();
  }, [load, attempt]);
  const again = useCallback(() => {
    setLoaded({ state: 'loading' });
    setAttempt((n) => n + 1);
  }, []);
  return [loaded, again];
}
