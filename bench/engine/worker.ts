/** One worker of a crowd: says "ready" once warm, waits for the start, solves chunks, says "done". */
import { parentPort, workerData } from 'node:worker_threads';
import { populationSolver } from '../../src/engine/population.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { readModel } from '../../src/engine/readModel.ts';
import type { WorkerJob } from './crowd.ts';

const job = workerData as WorkerJob;
const model = readModel(job.text).model!;
const solver = populationSolver(model, job.request).solver!;
const counter = new Int32Array(job.counter);
const outputs = new Float64Array(job.outputs);

// Enough rounds for the machine to finish its optimised code.
for (let round = 0; round < 8; round++) solver.solve(0, drawParameters(model, job.seed, 0, Math.min(job.people, 256)));
parentPort!.postMessage('ready');
Atomics.wait(counter, 1, 0);
for (let first = claim(); first < job.people; first = claim()) {
  const count = Math.min(job.chunk, job.people - first);
  const solved = solver.solve(first, drawParameters(model, job.seed, first, count));
  solved.forEach((one, k) => outputs.set(one.outputs, (first + k) * job.size));
}
parentPort!.postMessage('done');

function claim(): number {
  return Atomics.add(counter, 0, job.chunk);
}
