/**
 * One individual on the way through time: states, running infusions, what is still to happen, and the adaptive steps in
 * between. Error control: every state's estimated error in a step stays below absolute + relative * |state|.
 */
import { Dynamics, type Conditions } from './dynamics.ts';
import { pow } from './elementary.ts';
import type { Model } from './model.ts';
import { areOneTime, type Action, type Dose } from './schedule.ts';
import { explicitStepper, stiffStepper, type Stepper } from './steppers.ts';
import { Tape } from './tape.ts';

/** Why a trajectory ended where it did. */
export interface Stopped {
  readonly why: 'finished' | 'not finite' | 'too many steps' | 'step too small' | 'no steady state' | 'by rule';
  readonly at: number;
  readonly says: string;
}

export interface Accuracy {
  readonly relative: number;
  /** For each state, in its unit. */
  readonly absolute: ArrayLike<number>;
  readonly mostSteps: number;
}

/** `auto`: the stiff method when an early rate is fast against the time simulated, else the explicit one. */
export type Method = 'auto' | 'explicit' | 'stiff';

const SAFETY = 0.9;
const MOST_CYCLES = 20_000;
/** Time constants of the fastest state in the time simulated; an explicit method needs a third as many steps. */
const STIFF_FROM = 100_000;

export class Run {
  readonly #model: Model;
  readonly #dynamics: Dynamics;
  readonly #given: Conditions;
  readonly #accuracy: Accuracy;
  readonly #stepper: Stepper;
  readonly #outputs: Tape;
  readonly #initial: Float64Array;
  readonly #factors: readonly Float64Array[];
  readonly #next: Float64Array;
  readonly #error: Float64Array;
  #pending: Action[] = [];
  #h = 0;
  time: number;
  steps = 0;
  readonly states: Float64Array;
  stopped: Stopped | undefined;

  constructor(
    model: Model,
    parameters: Float64Array,
    inputs: Float64Array,
    from: number,
    until: number,
    method: Method,
    accuracy: Accuracy,
  ) {
    const size = model.states.length;
    const leaves = { parameters, inputs, states: new Float64Array(size), time: from };
    this.#model = model;
    this.#dynamics = new Dynamics(model);
    this.#given = { parameters, inputs, infusion: new Float64Array(size) };
    this.#accuracy = accuracy;
    this.#outputs = new Tape(model.outputs.map((output) => output.value));
    this.#initial = new Tape(model.states.map((state) => state.initial)).values(leaves);
    this.#factors = model.routes.map((route) => new Tape(route.targets.map((target) => target.factor)).values(leaves));
    this.#next = new Float64Array(size);
    this.#error = new Float64Array(size);
    this.states = this.#initial.slice();
    this.time = from;
    this.#stepper = this.#choose(method, until - from);
    this.#checkFinite();
  }

  get method(): string {
    return this.#stepper.name;
  }

  #choose(method: Method, span: number): Stepper {
    const stiff = method === 'stiff' || (method === 'auto' && this.#fastestRate() * span > STIFF_FROM);
    return stiff ? stiffStepper(this.#dynamics) : explicitStepper(this.#dynamics);
  }

  #fastestRate(): number {
    const size = this.states.length;
    const jacobian = new Float64Array(size * size);
    this.#dynamics.slopes(this.time, this.states, this.#given, jacobian, new Float64Array(size));
    return this.states.reduce((most, _, k) => Math.max(most, Math.abs(jacobian[k * size + k]!)), 0);
  }

  /** Adds what will happen; actions in the past of the run are a programmer's mistake. */
  expect(actions: readonly Action[]): void {
    if (actions.some((action) => action.at < this.time)) throw new Error(`an action before ${this.time}`);
    this.#pending = [...this.#pending, ...actions].sort((a, b) => a.at - b.at);
  }

  /** Goes on to a time; what happens at that very time has happened only on the side `after`. */
  advance(to: number, side: 'before' | 'after'): void {
    while (this.stopped === undefined) {
      const [action] = this.#pending;
      const due = action !== undefined && (action.at < to || (action.at === to && side === 'after'));
      this.#integrate(due ? action.at : to);
      if (!due || this.stopped !== undefined) return;
      this.#pending.shift();
      this.#act(action);
    }
  }

  outputs(): Float64Array {
    return this.#outputs.values({ ...this.#given, states: this.states, time: this.time });
  }

  #act(action: Action): void {
    switch (action.kind) {
      case 'input':
        this.#given.inputs[action.input] = action.value;
        return;
      case 'set':
        this.states[action.state] = action.value;
        return;
      case 'reset':
        this.#reset();
        return;
      case 'dose':
        this.#give(action, 1);
        return;
      case 'infusion end':
        this.#give(action, -1);
        return;
      case 'steady':
        this.#toSteadyState(action.dose, action.every);
    }
  }

  #reset(): void {
    this.states.set(this.#initial);
    this.#given.infusion.fill(0);
    this.#pending = this.#pending.filter((action) => action.kind !== 'infusion end');
  }

  /** Adds a bolus, or starts (sign 1) or ends (sign -1) an infusion. */
  #give(dose: Dose, sign: 1 | -1): void {
    this.#model.routes[dose.route]!.targets.forEach(({ state }, k) => {
      const amount = dose.amount * this.#factors[dose.route]![k]!;
      if (dose.over === 0) this.states[state]! += amount;
      else this.#given.infusion[state]! += (sign * amount) / dose.over;
    });
    this.#h = 0;
    this.#checkFinite();
  }

  /** Repeats one dosing interval until its end repeats its beginning; the clock does not move. */
  #toSteadyState(dose: Dose, every: number): void {
    const at = this.time;
    this.#reset();
    const before = new Float64Array(this.states.length);
    let lastChange = Infinity;
    for (let cycle = 0; cycle < MOST_CYCLES && this.stopped === undefined; cycle++) {
      before.set(this.states);
      this.#cycle(dose, every);
      this.time = at;
      const change = this.#relativeChange(before);
      // Changes shrink by a ratio q; what is still to come is change * q / (1 - q).
      const q = Math.min(change / lastChange, 0.999999);
      if (change === 0 || (Number.isFinite(lastChange) && (change * q) / (1 - q) < this.#accuracy.relative)) return;
      lastChange = change;
    }
    this.stopped ??= { why: 'no steady state', at, says: `no steady state after ${MOST_CYCLES} intervals` };
  }

  #cycle(dose: Dose, every: number): void {
    const start = this.time;
    this.#give(dose, 1);
    if (dose.over > 0) {
      this.#integrate(start + dose.over);
      this.#give(dose, -1);
    }
    this.#integrate(start + every);
  }

  #relativeChange(before: Float64Array): number {
    return this.states.reduce((most, now, k) => {
      const scale = Math.abs(now) + this.#accuracy.absolute[k]! / this.#accuracy.relative;
      return Math.max(most, Math.abs(now - before[k]!) / scale);
    }, 0);
  }

  #integrate(to: number): void {
    if (areOneTime(this.time, to)) this.time = to;
    while (this.time < to && this.stopped === undefined) this.#step(to);
  }

  #step(to: number): void {
    const left = to - this.time;
    if (this.#h === 0) this.#h = this.#firstStep(left);
    const last = this.#h >= left * (1 - 1e-12);
    const h = last ? left : this.#h;
    this.#stepper.step(this.time, h, this.states, this.#given, this.#next, this.#error);
    const error = this.#errorSize();
    const growth = Math.min(5, Math.max(0.2, SAFETY * pow(error, -1 / this.#stepper.order)));
    if (error <= 1) {
      this.states.set(this.#next);
      this.time = last ? to : this.time + h;
      if (!last || growth < 1) this.#h = h * growth;
      else this.#h = Math.max(this.#h, h * growth);
    } else this.#h = h * (error < Infinity ? growth : 0.1);
    this.#countStep();
  }

  #countStep(): void {
    this.steps++;
    if (this.#h < 1e-14 * Math.max(Math.abs(this.time), 1e-6)) this.#stopAtSmallStep();
    else if (this.steps >= this.#accuracy.mostSteps)
      this.stopped = {
        why: 'too many steps',
        at: this.time,
        says: `${this.steps} steps with ${this.method}; loosen the tolerance or use the stiff method`,
      };
  }

  #stopAtSmallStep(): void {
    const k = this.#next.findIndex((value) => !Number.isFinite(value));
    this.stopped =
      k < 0
        ? { why: 'step too small', at: this.time, says: `the tolerance cannot be met at ${this.time}` }
        : this.#notFinite(k, this.#next[k]!);
  }

  #notFinite(state: number, value: number): Stopped {
    const { name } = this.#model.states[state]!;
    return {
      why: 'not finite',
      at: this.time,
      says: `${name} became ${value} after ${this.time}, from ${this.states[state]}`,
    };
  }

  #checkFinite(): void {
    const k = this.states.findIndex((value) => !Number.isFinite(value));
    if (k >= 0) this.stopped ??= this.#notFinite(k, this.states[k]!);
  }

  #firstStep(left: number): number {
    this.#dynamics.rates(this.time, this.states, this.#given, this.#error);
    let fastest = 1 / left;
    this.states.forEach((state, k) => {
      const scale = Math.abs(state) + this.#accuracy.absolute[k]! / this.#accuracy.relative;
      if (Number.isFinite(this.#error[k])) fastest = Math.max(fastest, Math.abs(this.#error[k]!) / scale);
    });
    return Math.min(left, (0.1 / fastest) * pow(this.#accuracy.relative, 1 / this.#stepper.order));
  }

  /** The largest error in units of what is allowed; infinite when anything is not finite. */
  #errorSize(): number {
    let most = 1e-10;
    for (let k = 0; k < this.states.length; k++) {
      const next = this.#next[k]!;
      const allowed =
        this.#accuracy.absolute[k]! + this.#accuracy.relative * Math.max(Math.abs(this.states[k]!), Math.abs(next));
      const size = Math.abs(this.#error[k]!) / allowed;
      if (!Number.isFinite(next) || Number.isNaN(size)) return Infinity;
      most = Math.max(most, size);
    }
    return most;
  }
}
