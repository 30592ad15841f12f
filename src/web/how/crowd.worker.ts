/** The worker: one question in, one answer out, in order. Buffers are handed over, not copied. */
import { answerTo } from './crowd.ts';
import type { Answer, Bands, Curves, Question, Reply } from './questions.ts';

/** What is used of the worker's global scope; the types at hand are those of a window. */
interface Scope {
  addEventListener(kind: 'message', listener: (event: MessageEvent<Question>) => void): void;
  postMessage(reply: Reply, transfer: readonly Transferable[]): void;
}
const scope = globalThis as unknown as Scope;

scope.addEventListener('message', ({ data }) => {
  try {
    const answer: Answer = answerTo(data);
    scope.postMessage({ answer }, buffersOf(answer));
  } catch (failure) {
    scope.postMessage({ failure: failure instanceof Error ? failure.message : String(failure) }, []);
  }
});

const buffersOf = (answer: Answer): readonly Transferable[] =>
  'at' in answer ? ofCurves(answer) : Object.values(answer).flatMap(ofCurves);

const ofCurves = ({ at, bands }: Curves): readonly Transferable[] => [
  at.buffer as ArrayBuffer,
  ...Object.values(bands).flatMap((band: Bands) =>
    Object.values(band).map(({ buffer }: Float64Array) => buffer as ArrayBuffer),
  ),
];
