/** Loading something when a page opens: not yet, here it is, or why not. */
import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../domain/problem.ts';
import { isAbort, problemOf } from './api.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * Runs `load` when the page opens and whenever `load` itself changes (wrap it in useCallback).
 * @returns what came, and a function that tries again
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): readonly [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setLoaded({ state: 'loading' });
    load(stop.signal)
      .then((value) => setLoaded({ state: 'ready', value }))
      .catch((failure: unknown) => {
        if (!isAbort(failure)) setLoaded({ state: 'failed', problem: problemOf(failure) });
      });
    return () => stop.abort();
  }, [load, attempt]);
  return [loaded, useCallback(() => setAttempt((n) => n + 1), [])];
}
