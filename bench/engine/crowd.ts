/**
 * A crowd on several Node workers: each holds the same solver and claims chunks of individuals until none is left. The
 * outputs go to shared memory, each individual to a place of its own, so that the number of workers cannot matter.
 */
import { Worker } from 'node:worker_threads';
import type { PopulationRequest } from '../../src/engine/population.ts';
import type { ModelText } from './titration.ts';

export interface Crowd {
  readonly text: ModelText;
  /** With a grid and floors, so that every worker has the same. */
  readonly request: PopulationRequest;
  readonly seed: number;
  readonly people: number;
  readonly chunk: number;
  /** Numbers in the answer for one individual. */
  readonly size: number;
}

/** What a worker is started with. */
export interface WorkerJob extends Crowd {
  /** [0] next individual to be claimed, [1] set to 1 to begin. */
  readonly counter: SharedArrayBuffer;
  readonly outputs: SharedArrayBuffer;
}

/** Solves a crowd; the wall seconds count from when all workers are ready. */
export async function solveCrowd(
  crowd: Crowd,
  workers: number,
): Promise<{ readonly outputs: Float64Array; readonly seconds: number }> {
  const job: WorkerJob = {
    ...crowd,
    counter: new SharedArrayBuffer(8),
    outputs: new SharedArrayBuffer(8 * crowd.people * crowd.size),
  };
  const counter = new Int32Array(job.counter);
  const started = Array.from(
    { length: workers },
    () => new Worker(new URL('worker.ts', import.meta.url), { workerData: job }),
  );
  await Promise.all(started.map((worker) => message(worker)));
  const begin = performance.now();
  const done = Promise.all(started.map((worker) => message(worker)));
  Atomics.store(counter, 1, 1);
  Atomics.notify(counter, 1);
  await done;
  const seconds = (performance.now() - begin) / 1000;
  await Promise.all(started.map((worker) => worker.terminate()));
  return { outputs: new Float64Array(job.outputs), seconds };
}

const message = (worker: Worker): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
