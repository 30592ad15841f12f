/**
 * The plan being built: every change is an edit that the plan operation makes and checks, so the page itself decides
 * nothing. Edits run one after the other; each answered plan is a place to which undo can return.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../care/plan.ts';
import type { Objective } from '../../care/supply/types.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { call, problemOf } from '../api.ts';
import type { Given, Planning } from '../contracts.ts';
import type { Patient } from '../../domain/patient.ts';

export interface Planner {
  /** The latest answer, whatever it says; undefined before a protocol is chosen. */
  readonly planning: Planning | undefined;
  readonly objective: Objective;
  readonly isBusy: boolean;
  readonly failure: Problem | undefined;
  /** What kept the last edit from being made. */
  readonly refused: readonly Problem[];
  /** Whether something would be lost by closing the tab. */
  readonly isEdited: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly begin: (protocol: string, start: string) => void;
  /** Makes the edits that `change` derives from the plan as it will then be; they are one step of undo. */
  readonly edit: (change: Change) => void;
  readonly choose: (objective: Objective) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly again: () => void;
  readonly forget: () => void;
}

/** From the plan to what is to be changed in it. */
export type Change = (plan: Plan) => readonly Edit[];

interface History {
  readonly plans: readonly Plan[];
  readonly at: number;
}

const NO_HISTORY: History = { plans: [], at: -1 };

/** What is asked of the plan operation: a fresh plan, or a plan with edits. */
type Wanted =
  { readonly protocol: string; readonly start: string } | { readonly plan: Plan; readonly edits?: readonly Edit[] };

/** The planner of a person; new answers check the same plan again. For a new person, `forget` comes first. */
export function usePlanner(person: { readonly patient: Patient } | undefined, given: Given): Planner {
  const [planning, setPlanning] = useState<Planning>();
  const [history, setHistory] = useState(NO_HISTORY);
  const [objective, setObjective] = useState<Objective>('bottles');
  const [pending, setPending] = useState(0);
  const [failure, setFailure] = useState<Problem>();
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  // What the next request in the queue starts from; state would be one render too old.
  const now = useRef({ history: NO_HISTORY, person, given, objective, queue: Promise.resolve() });
  useEffect(() => {
    Object.assign(now.current, { person, given, objective });
  });

  const remember = useCallback((next: History) => {
    now.current.history = next;
    setHistory(next);
  }, []);

  const enqueue = useCallback((wanted: () => Wanted | undefined, then: (planning: Planning) => void) => {
    const work = async () => {
      const asked = wanted();
      const { person: who, given: answers, objective: keep } = now.current;
      if (!asked || !who) return;
      setPending((n) => n + 1);
      try {
        then(await call<Planning>('plan', { patient: who.patient, answers, objective: keep, ...asked }));
        setFailure(undefined);
      } catch (reason) {
        setFailure(problemOf(reason));
      } finally {
        setPending((n) => n - 1);
      }
    };
    now.current.queue = now.current.queue.then(work);
  }, []);

  const current = useCallback((): Plan | undefined => now.current.history.plans[now.current.history.at], []);
  const check = useCallback(
    () =>
      enqueue(
        () => {
          const plan = current();
          return plan && { plan };
        },
        (answered) => setPlanning(answered),
      ),
    [enqueue, current],
  );

  // Other answers, or another way to supply: the same plan, checked again.
  useEffect(() => check(), [check, given, objective]);

  const begin = useCallback(
    (protocol: string, start: string) =>
      enqueue(
        () => ({ protocol, start }),
        (answered) => {
          setPlanning(answered);
          setRefused([]);
          if (answered.answer) remember({ plans: [answered.answer.plan], at: 0 });
        },
      ),
    [enqueue, remember],
  );

  const edit = useCallback(
    (change: Change) =>
      enqueue(
        () => {
          const plan = current();
          const edits = plan && change(plan);
          return plan && edits && edits.length > 0 ? { plan, edits } : undefined;
        },
        (answered) => {
          const stopped = answered.problems.filter(({ path }) => path.startsWith('edits['));
          setRefused(answered.answer === null ? answered.problems : stopped);
          const errors = stopped.some(({ severity }) => severity === 'error');
          if (!answered.answer || errors) return;
          setPlanning(answered);
          const { plans, at } = now.current.history;
          remember({ plans: [...plans.slice(0, at + 1), answered.answer.plan], at: at + 1 });
        },
      ),
    [enqueue, current, remember],
  );

  const move = useCallback(
    (by: 1 | -1) => {
      const { plans, at } = now.current.history;
      if (plans[at + by] === undefined) return;
      remember({ plans, at: at + by });
      setRefused([]);
      check();
    },
    [remember, check],
  );
  const undo = useCallback(() => move(-1), [move]);
  const redo = useCallback(() => move(1), [move]);
  const forget = useCallback(() => {
    remember(NO_HISTORY);
    setPlanning(undefined);
    setFailure(undefined);
    setRefused([]);
  }, [remember]);

  return useMemo(
    () => ({
      planning,
      objective,
      isBusy: pending > 0,
      failure,
      refused,
      isEdited: history.at > 0,
      canUndo: history.at > 0,
      canRedo: history.at < history.plans.length - 1,
      begin,
      edit,
      choose: setObjective,
      undo,
      redo,
      again: check,
      forget,
    }),
    [planning, objective, pending, failure, refused, history, begin, edit, undo, redo, check, forget],
  );
}
