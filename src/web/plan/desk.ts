/**
 * Where a plan is worked on. Every change is an edit that the plan operation makes and checks, so nothing is decided
 * here. Requests run one after the other, each from the plan that the one before left; every plan that was answered is
 * a place to which undo can return.
 */
import type { Edit } from '../../care/plan.ts';
import type { Objective } from '../../care/supply/types.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { call, problemOf } from '../api.ts';
import type { Given, Planning } from '../contracts.ts';

/** Whom the plan is for and what the bottles keep small. */
export interface Circumstances {
  readonly patient: Patient;
  readonly given: Given;
  readonly objective: Objective;
}

export interface DeskState {
  /** The latest answer; undefined before a protocol is chosen. */
  readonly planning?: Planning;
  /** The plans so far, and the one that is shown. */
  readonly plans: readonly Plan[];
  readonly at: number;
  /** Requests that have no answer yet. */
  readonly pending: number;
  /** Why the last request got no answer; the plan shown may then be out of date. */
  readonly failure?: Problem;
  /** What kept the last edit from being made. */
  readonly refused: readonly Problem[];
}

export const CLEAR_DESK: DeskState = { plans: [], at: -1, pending: 0, refused: [] };

/** From the plan to what is to be changed in it. */
export type Change = (plan: Plan) => readonly Edit[];

/** What is asked of the plan operation: a fresh plan, or a plan with edits. */
type Wanted =
  { readonly protocol: string; readonly start: string } | { readonly plan: Plan; readonly edits?: readonly Edit[] };

export class PlanDesk {
  #state = CLEAR_DESK;
  #circumstances: Circumstances | undefined;
  #queue: Promise<void> = Promise.resolve();
  /** Counts the persons, so that an answer about the one before is not shown for the next. */
  #person = 0;
  readonly #show: (state: DeskState) => void;

  /** @param show is told of every new state */
  constructor(show: (state: DeskState) => void) {
    this.#show = show;
  }

  /** Other answers, or another way to supply: the same plan, checked again. */
  readonly inCircumstances = (circumstances: Circumstances | undefined): void => {
    this.#circumstances = circumstances;
    this.check();
  };

  readonly check = (): void => {
    this.#ask(
      () => this.#plan && { plan: this.#plan },
      (planning) => this.#set({ planning }),
    );
  };

  readonly begin = (protocol: string, start: string): void => {
    this.#ask(
      () => ({ protocol, start }),
      (planning) =>
        this.#set({ planning, refused: [], ...(planning.answer && { plans: [planning.answer.plan], at: 0 }) }),
    );
  };

  /** Makes the edits that `change` derives from the plan as it will then be; they are one step of undo. */
  readonly edit = (change: Change): void => {
    this.#ask(
      () => {
        const edits = this.#plan && change(this.#plan);
        return this.#plan && edits && edits.length > 0 ? { plan: this.#plan, edits } : undefined;
      },
      (planning) => this.#take(planning),
    );
  };

  readonly undo = (): void => this.#move(-1);
  readonly redo = (): void => this.#move(1);

  readonly forget = (): void => {
    const { pending } = this.#state;
    this.#person += 1;
    this.#state = { ...CLEAR_DESK, pending };
    this.#show(this.#state);
  };

  get #plan(): Plan | undefined {
    return this.#state.plans[this.#state.at];
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    this.#show(this.#state);
  }

  /** An edited plan goes on top of the history; an edit that could not be made leaves all as it was. */
  #take(planning: Planning): void {
    const { plans, at } = this.#state;
    const stopped = planning.problems.filter(({ path }) => path.startsWith('edits['));
    if (planning.answer === null || stopped.some(({ severity }) => severity === 'error'))
      return this.#set({ refused: planning.answer === null ? planning.problems : stopped });
    this.#set({ planning, refused: stopped, plans: [...plans.slice(0, at + 1), planning.answer.plan], at: at + 1 });
  }

  #move(by: 1 | -1): void {
    const at = this.#state.at + by;
    if (this.#state.plans[at] === undefined) return;
    this.#set({ at, refused: [] });
    this.check();
  }

  #ask(wanted: () => Wanted | undefined, then: (planning: Planning) => void): void {
    this.#queue = this.#queue.then(() => this.#request(wanted, then));
  }

  async #request(wanted: () => Wanted | undefined, then: (planning: Planning) => void): Promise<void> {
    const asked = wanted();
    if (!asked || !this.#circumstances) return;
    const { patient, given, objective } = this.#circumstances;
    const person = this.#person;
    this.#set({ pending: this.#state.pending + 1 });
    try {
      const planning = await call<Planning>('plan', { patient, answers: given, objective, ...asked });
      const { failure: _over, ...rest } = this.#state;
      this.#state = rest;
      if (person === this.#person) then(planning);
    } catch (reason) {
      this.#set({ failure: problemOf(reason) });
    }
    this.#set({ pending: this.#state.pending - 1 });
  }
}
