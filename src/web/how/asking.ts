/**
 * Asks the worker, latest wins: while one question is being answered, only the newest of those that follow is kept, so
 * that the curves keep up with a finger however slow the machine is.
 */
import { useEffect, useRef, useState } from 'react';
import type { AnswerTo, Question, Reply } from './questions.ts';

type Kind = Question['kind'];
type Asked<K extends Kind> = Extract<Question, { readonly kind: K }>;

export interface Answered<K extends Kind> {
  readonly question: Asked<K>;
  readonly answer: AnswerTo[K];
  /** When the question went to the worker, on the clock of `performance.now`. */
  readonly askedAt: number;
}

export interface Asking<K extends Kind> {
  /** The latest answer, which may be that to an earlier question. */
  readonly latest?: Answered<K>;
  /** Why there is no answer to the last question. */
  readonly failure?: string;
  readonly isBusy: boolean;
}

/** One worker and the newest question that waits for it. */
class LatestWins<K extends Kind> {
  readonly #worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), { type: 'module' });
  #running: { readonly question: Asked<K>; readonly since: number } | undefined;
  #waiting: Asked<K> | undefined;

  constructor(onAnswer: (answered: Answered<K>) => void, onFailure: (why: string) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const { question, since } = this.#running!;
      this.#running = undefined;
      const next = this.#waiting;
      if ('failure' in data) onFailure(data.failure);
      else onAnswer({ question, answer: data.answer as AnswerTo[K], askedAt: since });
      if (next !== undefined) this.ask(next);
    });
    this.#worker.addEventListener('error', ({ message }) => onFailure(message || 'The worker could not be started.'));
  }

  ask(question: Asked<K>): void {
    this.#waiting = undefined;
    if (this.#running !== undefined) {
      this.#waiting = question;
      return;
    }
    this.#running = { question, since: performance.now() };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    this.#worker.postMessage(question);
  }

  end(): void {
    this.#worker.terminate();
  }
}

/**
 * Keeps asking as the question changes. A worker lives as long as the component; give the same question object for the
 * same question.
 */
export function useAnswer<K extends Kind>(question: Asked<K>): Asking<K> {
  const [told, setTold] = useState<Omit<Asking<K>, 'isBusy'>>({});
  const asker = useRef<LatestWins<K>>(undefined);
  useEffect(() => {
    const one = new LatestWins<K>(
      (latest) => setTold({ latest }),
      (failure) => setTold({ failure }),
    );
    asker.current = one;
    return () => one.end();
  }, []);
  useEffect(() => asker.current?.ask(question), [question]);
  return { ...told, isBusy: told.failure === undefined && told.latest?.question !== question };
}
