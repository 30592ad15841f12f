/** Writes the order anew whenever the plan or a field changes, after a short pause. */
import { useEffect, useState } from 'react';
import type { Plan } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { call, isAbort, problemOf } from '../api.ts';
import type { Ordering } from '../contracts.ts';
import { useSession } from '../session.tsx';
import { orderInputOf } from './fields.ts';

/** Milliseconds after the last key. */
const PAUSE_MS = 300;

export interface OrderState {
  /** The request that was answered, to ask for the files of the very same order. */
  readonly request: object | undefined;
  readonly ordering: Ordering | undefined;
  readonly failure: Problem | undefined;
}

const NOTHING: OrderState = { request: undefined, ordering: undefined, failure: undefined };

/** The order for the person in hand; nothing as long as no prescriber is named. */
export function useOrder(plan: Plan): OrderState {
  const { person, given, planner, orderFields } = useSession();
  const [state, setState] = useState(NOTHING);
  const patient = person?.patient;
  const { objective } = planner;
  const isNamed = orderFields.prescriber.name.trim() !== '';
  useEffect(() => {
    if (!patient || !isNamed) return undefined;
    const stop = new AbortController();
    const request = { patient, answers: given, plan, objective, ...orderInputOf(orderFields) };
    const timer = setTimeout(() => {
      call<Ordering>('order', request, stop.signal)
        .then((ordering) => setState({ request, ordering, failure: undefined }))
        .catch((reason: unknown) => {
          if (!isAbort(reason)) setState({ ...NOTHING, failure: problemOf(reason) });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [patient, given, plan, objective, orderFields, isNamed]);
  return isNamed ? state : NOTHING;
}
