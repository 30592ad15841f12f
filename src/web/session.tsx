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
import { usePlanner, type Planner } from './plan/planner.ts';

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
  readonly setOrderFields: (fields: OrderFields) => void;
  /** Takes a person in hand and forgets the one before. */
  readonly begin: (person: Person, given?: Given) => void;
  /** Undefined takes the answer back. */
  readonly answer: (id: string, told: Told | undefined) => void;
  readonly undo: () => void;
  readonly again: () => void;
  readonly forget: () => void;
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
  const { forget: forgetPlan } = planner;

  const begin = useCallback(
    (next: Person, first: Given = {}) => {
      reset();
      forgetPlan();
      setPast([first]);
      setPerson(next);
    },
    [reset, forgetPlan],
  );
  const answer = useCallback((id: string, told: Told | undefined) => {
    setPast((steps) => [...steps, withAnswer(steps.at(-1) ?? NOTHING, id, told)]);
  }, []);
  const undo = useCallback(() => setPast((steps) => (steps.length > 1 ? steps.slice(0, -1) : steps)), []);
  const forget = useCallback(() => {
    reset();
    forgetPlan();
    setPerson(undefined);
    setPast([{}]);
  }, [reset, forgetPlan]);

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

type Screened = Pick<Session, 'screening' | 'asked' | 'isScreening' | 'failure' | 'again'> & {
  readonly reset: () => void;
};

/** A screening, or why there is none, and what it was asked with. */
interface Settled {
  readonly person: Person;
  readonly given: Given;
  readonly attempt: number;
  readonly screening?: Screening;
  readonly failure?: Problem;
}

function useScreening(person: Person | undefined, given: Given): Screened {
  const [settled, setSettled] = useState<Settled>();
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!person) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call<Screening>('screen', { patient: person.patient, answers: given }, stop.signal)
        .then((screening) => {
          setSettled({ person, given, attempt, screening });
          setAsked((known) => merged(known, screening.questions ?? []));
        })
        .catch((reason: unknown) => {
          // An old verdict must not stand beside new answers, so a failure takes its place.
          if (!isAbort(reason)) setSettled({ person, given, attempt, failure: problemOf(reason) });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [person, given, attempt]);

  const again = useCallback(() => setAttempt((n) => n + 1), []);
  const reset = useCallback(() => setAsked([]), []);
  return useMemo(() => {
    const ofThis = settled?.person === person ? settled : undefined;
    const isScreening = person !== undefined && !(ofThis?.given === given && ofThis.attempt === attempt);
    return { screening: ofThis?.screening, failure: ofThis?.failure, asked, isScreening, again, reset };
  }, [settled, asked, person, given, attempt, again, reset]);
}

/** The known questions and the new ones, by rank; the newest wording wins. */
function merged(known: readonly Question[], fresh: readonly Question[]): readonly Question[] {
  const byId = new Map([...known, ...fresh].map((question) => [question.id, question]));
  return [...byId.values()].toSorted((one, other) => one.rank - other.rank);
}
