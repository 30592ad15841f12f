/**
 * Talks to the operations of the server that delivered this page, and to nothing else. An answer is always an
 * envelope; a server that cannot be reached, or that speaks something else, is a `Failure` and is shown as such.
 */
import { error, type Problem } from '../domain/problem.ts';
import type { From, Reason } from '../domain/result.ts';

export interface Envelope<Answer> {
  /** Null when the input could not be used; `problems` then says why. */
  readonly answer: Answer | null;
  readonly because: readonly Reason[];
  readonly from?: From;
  readonly problems: readonly Problem[];
}

/** Why no answer came. */
export class Failure extends Error {
  readonly kind: 'unreachable' | 'garbled';
  constructor(kind: 'unreachable' | 'garbled', message: string) {
    super(message);
    this.kind = kind;
  }
}

const UNREACHABLE = 'Lowdose is not running on this machine any more, or the connection to it broke.';

/** Whether the caller itself gave up: nothing to tell anybody. */
export const isAbort = (failure: unknown): boolean => failure instanceof DOMException && failure.name === 'AbortError';

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, init).catch((failure: unknown) => {
    if (isAbort(failure)) throw failure;
    throw new Failure('unreachable', UNREACHABLE);
  });
  return readJson(await response.text(), response.status);
}

function readJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('garbled', `The server answered with status ${status} and something that is not JSON.`);
  }
}

const isEnvelope = (value: unknown): value is Envelope<never> =>
  typeof value === 'object' && value !== null && 'answer' in value && 'problems' in value;

function envelope<Result extends Envelope<unknown>>(value: unknown): Result {
  if (!isEnvelope(value)) throw new Failure('garbled', 'The server answered, but not with the result of an operation.');
  return value as unknown as Result;
}

/** Carries out an operation. `Result` names the extras that this operation puts beside its answer. */
export async function call<Result extends Envelope<unknown>>(
  operation: string,
  body: object,
  signal?: AbortSignal,
): Promise<Result> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return envelope<Result>(await ask(`/api/${operation}`, { ...init, ...(signal && { signal }) }));
}

/** Reads something that is not an operation, such as the synthetic people. */
export const get = async <T>(path: string, signal: AbortSignal): Promise<T> => (await ask(path, { signal })) as T;

/** How far an upload is, from 0 to 1; 1 means that the server has it all and is reading. */
export type OnProgress = (share: number) => void;

/** Sends a record as it is (JSON, NDJSON or gzip) to the operation that reads it. */
export function sendRecord<Result extends Envelope<unknown>>(
  record: Blob,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/read');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.upload.addEventListener('load', () => onProgress(1));
    request.addEventListener('error', () => reject(new Failure('unreachable', UNREACHABLE)));
    request.addEventListener('abort', () => reject(new DOMException('The reading was cancelled.', 'AbortError')));
    request.addEventListener('load', () => {
      try {
        resolve(envelope<Result>(readJson(request.responseText, request.status)));
      } catch (failure) {
        reject(failure instanceof Error ? failure : new Failure('garbled', String(failure)));
      }
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(record);
  });
}

/** A failure in the form in which everything else that went wrong is shown. */
export function problemOf(failure: unknown): Problem {
  const says = failure instanceof Error ? failure.message : String(failure);
  const todo =
    failure instanceof Failure && failure.kind === 'unreachable'
      ? 'Start it again with npm start, then try again. What you entered is still on this page.'
      : 'Try again; if it stays, please report it.';
  return error('server', says, 'an answer', todo);
}
