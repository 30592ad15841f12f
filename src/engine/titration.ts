/**
 * A titration as data: levels of dose, how often a dose is due, and rules that are read at check times. The first rule
 * whose condition holds decides: hold, step up, step back or stop. Each dose, given or not, is a line of the ledger
 * with the level, the amount and the reason.
 */
import type { Model } from './model.ts';
import { anyError, problem, type Problem } from './problem.ts';
import type { Run, Stopped } from './run.ts';
import { actionsOf } from './schedule.ts';
import { lagsOf, requestProblems, startRun, type Request } from './simulate.ts';

/** A comparison of an output at the check time, or a combination of such. */
export type Condition =
  | { readonly output: string; readonly is: 'above' | 'below'; readonly value: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export interface Rule {
  readonly when: Condition;
  readonly decide: 'hold' | 'step up' | 'step back' | 'stop';
  /** The reason that the ledger will show. */
  readonly says: string;
}

export interface Titration {
  /** Amounts in the unit of the route, from the first level up. */
  readonly levels: readonly number[];
  readonly route?: string;
  /** Time of the first dose, and the interval between doses. */
  readonly first: number;
  readonly every: number;
  readonly doses: number;
  /** Checks take place just before each dose whose number, from 0, is a multiple of this; never before the first. */
  readonly checkEvery: number;
  readonly rules: readonly Rule[];
  /** What happens when no rule applies. */
  readonly otherwise: 'hold' | 'step up';
}

export interface LedgerLine {
  readonly at: number;
  /** Position in `levels`; -1 after a stop. */
  readonly level: number;
  readonly amount: number;
  readonly because: string;
}

export interface Titrated {
  readonly ledger: readonly LedgerLine[];
  /** Outputs just before each dose. */
  readonly outputs: Readonly<Record<string, readonly number[]>>;
  readonly stopped: Stopped;
  readonly method: string;
}

/** Follows one individual through a titration. */
export function titrate(
  model: Model,
  titration: Titration,
  individual: Omit<Request, 'events' | 'observe' | 'side'> = {},
): { readonly titrated?: Titrated; readonly problems: readonly Problem[] } {
  const { first, every, doses } = titration;
  const request: Request = { ...individual, events: [], observe: [first + every * doses], side: 'before' };
  const problems = [...requestProblems(model, request), ...titrationProblems(model, titration)];
  if (anyError(problems)) return { problems };
  return { titrated: new Follow(model, titration, request).titrated(), problems };
}

class Follow {
  readonly #model: Model;
  readonly #titration: Titration;
  readonly #lags: Float64Array;
  readonly #run: Run;
  #level = 0;
  #stopped: Stopped | undefined;

  constructor(model: Model, titration: Titration, request: Request) {
    this.#model = model;
    this.#titration = titration;
    this.#lags = lagsOf(model, request);
    this.#run = startRun(model, request);
  }

  titrated(): Titrated {
    const { first, every, doses } = this.#titration;
    const ledger: LedgerLine[] = [];
    const rows: Float64Array[] = [];
    for (let dose = 0; dose < doses; dose++) {
      const at = first + dose * every;
      this.#run.advance(at, 'before');
      if (this.#run.stopped !== undefined) break;
      rows.push(this.#run.outputs());
      ledger.push(this.#decide(dose, at));
    }
    return {
      ledger,
      outputs: Object.fromEntries(this.#model.outputs.map(({ name }, k) => [name, rows.map((row) => row[k]!)])),
      stopped: this.#run.stopped ??
        this.#stopped ?? { why: 'finished', at: this.#run.time, says: 'all doses were due' },
      method: this.#run.method,
    };
  }

  #decide(dose: number, at: number): LedgerLine {
    const because =
      this.#stopped !== undefined ? this.#stopped.says : dose === 0 ? 'first dose' : this.#check(dose, at);
    const amount = this.#stopped === undefined ? this.#titration.levels[this.#level]! : 0;
    const { route } = this.#titration;
    if (amount > 0)
      this.#run.expect(
        actionsOf(this.#model, [{ kind: 'dose', at, amount, ...(route === undefined ? {} : { route }) }], this.#lags),
      );
    return { at, level: this.#stopped === undefined ? this.#level : -1, amount, because };
  }

  #check(dose: number, at: number): string {
    const { checkEvery, rules, otherwise, levels } = this.#titration;
    if (dose % checkEvery !== 0) return 'no check due';
    const outputs = this.#run.outputs();
    const rule = rules.find((one) =>
      holds(one.when, (name) => outputs[this.#model.outputs.findIndex((o) => o.name === name)]!),
    );
    const decision = rule?.decide ?? otherwise;
    const says = rule?.says ?? 'no rule applied';
    if (decision === 'stop') this.#stopped = { why: 'by rule', at, says };
    const wanted = this.#level + (decision === 'step up' ? 1 : decision === 'step back' ? -1 : 0);
    if (wanted >= levels.length) return `hold at the highest level: ${says}`;
    if (wanted < 0) return `hold at the lowest level: ${says}`;
    this.#level = wanted;
    return `${decision}: ${says}`;
  }
}

function holds(condition: Condition, output: (name: string) => number): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, output));
  if ('any' in condition) return condition.any.some((one) => holds(one, output));
  return condition.is === 'above'
    ? output(condition.output) > condition.value
    : output(condition.output) < condition.value;
}

function titrationProblems(model: Model, titration: Titration): Problem[] {
  const problems: Problem[] = [];
  const need = (fits: boolean, path: string, found: unknown, expected: string) => {
    if (!fits) problems.push(problem(path, String(found), expected, 'Correct the titration.'));
  };
  const { levels, every, doses, checkEvery, rules, route } = titration;
  need(levels.length > 0, 'levels', 'none', 'one level or more');
  levels.forEach((level, k) =>
    need(Number.isFinite(level) && level >= 0, `levels[${k}]`, level, 'an amount of 0 or more'),
  );
  need(every > 0, 'every', every, 'an interval above 0');
  need(Number.isInteger(doses) && doses >= 0 && doses <= 100_000, 'doses', doses, 'a whole number up to 100000');
  need(Number.isInteger(checkEvery) && checkEvery > 0, 'checkEvery', checkEvery, 'a whole number above 0');
  need(
    route === undefined ? model.routes.length === 1 : model.routes.some(({ name }) => name === route),
    'route',
    route,
    `one of: ${model.routes.map(({ name }) => name).join(', ')}`,
  );
  for (const name of rules.flatMap((rule) => outputsOf(rule.when)))
    need(
      model.outputs.some((output) => output.name === name),
      'rules',
      `"${name}"`,
      `one of: ${model.outputs.map((one) => one.name).join(', ')}`,
    );
  return problems;
}

const outputsOf = (condition: Condition): readonly string[] =>
  'all' in condition
    ? condition.all.flatMap(outputsOf)
    : 'any' in condition
      ? condition.any.flatMap(outputsOf)
      : [condition.output];
