/**
 * The person in hand: what was read, what was answered, and what the screening says. It lives in the memory of this
 * tab and nowhere else. Each answer screens again after a short pause; a newer answer cancels the older request.
 */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Patient } from '../domain/patient.ts';
import type { Problem } from '../domain/problem.ts';
import type { Question } from '../domain/result.ts';
import { call, isAbort, problemOf } from './api.ts';
import type { Given, Screening, Told } from './contracts.ts';
import { NO_FIELDS, type OrderFields } from './order/fields.ts';
import { usePlanner, type Planner } from './plan/planning.ts';

export interface Person {
  /** Where it came from, for the reader: a file's name, `short form`, or a synthetic person's name. */
  readonly origin: string;
  readonly patient: Patient;
  /** What the reading of the record had to say. */
  readonly problems: readonly Problem[];
}

export interface Session {
  readonly person: Person | undefined;
  readonly given: Given;
  /** Every question that was open at some time for this person, so that an answer can be changed. */
  readonly asked: readonly Question[];
  readonly screening: Screening | undefined;
  readonly isScreening: boolean;
  /** Why there is no screening. */
  readonly failure: Problem | undefined;
  readonly canUndo: boolean;
  readonly planner: Planner;
  /** What the prescriber typed for the order; kept for the next person too, and only in memory. */
  readonly orderFields: OrderFields;
  setOrderFields(fields: OrderFields): void;
  /** Takes a person in hand and forgets the one before. */
  begin(person: Person, given?: Given): void;
  /** Undefined takes the answer back. */
  answer(id: string, told: Told | undefined): void;
  undo(): void;
  again(): void;
  forget(): void;
}

/** Milliseconds after the last answer before it is screened: typing a date should not ask eight times. */
const PAUSE_MS = 200;

const SessionContext = createContext<Session | undefined>(undefined);

/** The person in hand and what can be done with them. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [person, setPerson] = useState<Person>();
  const [past, setPast] = useState<readonly Given[]>([{}]);
  const given = past.at(-1) ?? NOTHING;
  const screened = useScreening(person, given);
  const planner = usePlanner(person, given);
  const [orderFields, setOrderFields] = useState(NO_FIELDS);
  useWarningBeforeLoss(planner.isEdited);
  const { reset } = screened;

  const begin = useCallback(
    (next: Person, first: Given = {}) => {
      reset();
      setPast([first]);
      setPerson(next);
    },
    [reset],
  );
  const answer = useCallback((id: string, told: Told | undefined) => {
    setPast((steps) => [...steps, withAnswer(steps.at(-1) ?? NOTHING, id, told)]);
  }, []);
  const undo = useCallback(() => setPast((steps) => (steps.length > 1 ? steps.slice(0, -1) : steps)), []);
  const forget = useCallback(() => {
    reset();
    setPerson(undefined);
    setPast([{}]);
  }, [reset]);

  const session = useMemo<Session>(
    () => ({
      person,
      given,
      ...screened,
      planner,
      orderFields,
      setOrderFields,
      canUndo: past.length > 1,
      begin,
      answer,
      undo,
      forget,
    }),
    [person, given, screened, planner, orderFields, past.length, begin, answer, undo, forget],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

const NOTHING: Given = {};

/** Asks before the tab closes on an edited plan, which is kept nowhere else. */
function useWarningBeforeLoss(isEdited: boolean): void {
  useEffect(() => {
    if (!isEdited) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isEdited]);
}

/** The answers with one more, one changed, or (when `told` is undefined) one taken back. */
export function withAnswer(given: Given, id: string, told: Told | undefined): Given {
  const others = Object.entries(given).filter(([key]) => key !== id);
  return Object.fromEntries(told === undefined ? others : [...others, [id, told]]);
}

type Screened = Pick<Session, 'screening' | 'asked' | 'isScreening' | 'failure' | 'again'> & { reset(): void };

function useScreening(person: Person | undefined, given: Given): Screened {
  const [screening, setScreening] = useState<Screening>();
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const [isScreening, setIsScreening] = useState(false);
  const [failure, setFailure] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!person) return undefined;
    const stop = new AbortController();
    setIsScreening(true);
    const timer = setTimeout(() => {
      call<Screening>('screen', { patient: person.patient, answers: given }, stop.signal)
        .then((result) => {
          setScreening(result);
          setAsked((known) => merged(known, result.questions ?? []));
          setFailure(undefined);
          setIsScreening(false);
        })
        .catch((reason: unknown) => {
          if (isAbort(reason)) return;
          // An old verdict must not stand beside new answers.
          setScreening(undefined);
          setFailure(problemOf(reason));
          setIsScreening(false);
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [person, given, attempt]);

  const again = useCallback(() => setAttempt((n) => n + 1), []);
  const reset = useCallback(() => {
    setScreening(undefined);
    setAsked([]);
    setFailure(undefined);
  }, []);
  return useMemo(
    () => ({ screening, asked, isScreening, failure, again, reset }),
    [screening, asked, isScreening, failure, again, reset],
  );
}

/** The known questions and the new ones, by rank; the newest wording wins. */
function merged(known: readonly Question[], fresh: readonly Question[]): readonly Question[] {
  const byId = new Map([...known, ...fresh].map((question) => [question.id, question]));
  return [...byId.values()].toSorted((one, other) => one.rank - other.rank);
}
