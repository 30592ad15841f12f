/**
 * Reads the statements of a model text into a tree. Nothing is looked up here: names, units and dimensions are checked
 * by `readModel`. One statement is one line; what was wrong with a line is said and the other lines are still read.
 */
import { problem, type Problem } from './problem.ts';
import { placeText, type Place, type Token } from './tokens.ts';

/** A formula as it was written. */
export type Ast =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | undefined; readonly at: Place }
  | { readonly kind: 'name'; readonly name: string; readonly at: Place }
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Ast[]; readonly at: Place }
  | { readonly kind: 'negate'; readonly of: Ast; readonly at: Place }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Ast; readonly right: Ast; readonly at: Place };

/** How a parameter varies between individuals; `cv` and `sd` keep the word the author used. */
export interface SpreadText {
  readonly law: string;
  readonly measure: string;
  readonly value: number;
}

interface Documented {
  readonly label: string;
  readonly source: string;
  readonly at: Place;
}

export type Statement =
  | { readonly kind: 'model'; readonly name: string; readonly at: Place }
  | { readonly kind: 'time'; readonly unit: string; readonly at: Place }
  | { readonly kind: 'unit'; readonly name: string; readonly at: Place }
  | ({
      readonly kind: 'param' | 'input';
      readonly name: string;
      readonly value: Ast;
      readonly unit: string;
      readonly spread: SpreadText | undefined;
    } & Documented)
  | ({ readonly kind: 'state'; readonly name: string; readonly unit: string; readonly initial: Ast } & Documented)
  | ({
      readonly kind: 'let' | 'output';
      readonly name: string;
      readonly value: Ast;
      readonly unit: string | undefined;
    } & Documented)
  | { readonly kind: 'rate'; readonly name: string; readonly value: Ast; readonly at: Place }
  | {
      readonly kind: 'dose';
      readonly name: string;
      readonly into: string;
      readonly unit: string | undefined;
      readonly bioavailability: Ast | undefined;
      readonly lag: Ast | undefined;
      readonly at: Place;
    };

/** Thrown inside this file only, and caught by `parseStatement`, which returns it as data. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(refused.found);
    this.problem = refused;
  }
}

/** One statement, or what is wrong with it. */
export function parseStatement(tokens: readonly Token[]): Statement | Problem {
  try {
    return new Reader(tokens).statement();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.problem;
    throw refusal;
  }
}

const KEYWORDS = ['model', 'time', 'unit', 'param', 'input', 'state', 'let', 'output', 'dose'] as const;

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }
  #is(text: string): boolean {
    return this.#token.kind !== 'text' && this.#token.text === text;
  }
  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#next++;
    return true;
  }
  #refuse(expected: string, todo: string): never {
    throw new Refusal(problem(placeText(this.#token.at), `"${this.#token.text}"`, expected, todo));
  }
  #expect(text: string, todo: string): void {
    if (!this.#take(text)) this.#refuse(`"${text}"`, todo);
  }
  #word(kind: Token['kind'], expected: string, todo: string): string {
    const token = this.#token;
    if (token.kind !== kind) this.#refuse(expected, todo);
    this.#next++;
    return token.text;
  }

  statement(): Statement {
    const at = this.#token.at;
    const keyword = KEYWORDS.find((word) => this.#is(word));
    const isEquation = this.#tokens[1]?.text === "'" || this.#tokens[1]?.text === '=';
    const read = keyword !== undefined && !isEquation ? this.#keyed(keyword, at) : this.#rate(at);
    if (this.#token.kind !== 'end') this.#refuse('the end of the line', 'Write one statement on a line.');
    return read;
  }

  #keyed(keyword: (typeof KEYWORDS)[number], at: Place): Statement {
    this.#next++;
    switch (keyword) {
      case 'model':
        return {
          kind: 'model',
          name: this.#word('text', 'the name of the model in quotes', 'Write: model "name".'),
          at,
        };
      case 'time':
        return { kind: 'time', unit: this.#unit('Write: time h.'), at };
      case 'unit':
        return { kind: 'unit', name: this.#name('Write: unit points.'), at };
      case 'param':
      case 'input':
        return this.#quantity(keyword, at);
      case 'state':
        return this.#state(at);
      case 'let':
      case 'output':
        return this.#formula(keyword, at);
      case 'dose':
        return this.#dose(at);
    }
  }

  #name(todo: string): string {
    return this.#word('name', 'a name', todo);
  }

  #quantity(kind: 'param' | 'input', at: Place): Statement {
    const todo = `Write: ${kind} NAME = value unit.`;
    const name = this.#name(todo);
    this.#expect('=', todo);
    const negative = this.#take('-');
    const place = this.#token.at;
    const size = Number(this.#word('number', 'a number', todo));
    const value: Ast = { kind: 'number', value: negative ? -size : size, unit: undefined, at: place };
    const unit = this.#unit(`${todo} A plain number has the unit 1.`);
    const spread = this.#take(':') ? this.#spread() : undefined;
    return { kind, name, value, unit, spread, ...this.#documentation(), at };
  }

  #spread(): SpreadText | undefined {
    const law = this.#name('Write: fixed, lognormal cv 0.3, lognormal sd 0.3, normal sd 2 or logitnormal sd 0.5.');
    if (law === 'fixed') return undefined;
    const measure = this.#name('Write cv or sd and its value.');
    return { law, measure, value: Number(this.#word('number', 'a number', 'Write the size of the spread.')) };
  }

  #state(at: Place): Statement {
    const todo = 'Write: state NAME unit = initial value.';
    const name = this.#name(todo);
    const unit = this.#unit(todo);
    this.#expect('=', todo);
    return { kind: 'state', name, unit, initial: this.#sum(), ...this.#documentation(), at };
  }

  #formula(kind: 'let' | 'output', at: Place): Statement {
    const todo = `Write: ${kind} NAME = formula${kind === 'output' ? ' unit' : ''}.`;
    const name = this.#name(todo);
    this.#expect('=', todo);
    const value = this.#sum();
    const unit = this.#startsUnit() ? this.#unit(todo) : undefined;
    return { kind, name, value, unit, ...this.#documentation(), at };
  }

  #documentation(): { label: string; source: string } {
    const label = this.#token.kind === 'text' ? this.#word('text', '', '') : '';
    const source = this.#take('from')
      ? this.#word('text', 'the source in quotes', 'Write: from "where it comes from".')
      : '';
    return { label, source };
  }

  #rate(at: Place): Statement {
    const todo =
      "Begin with param, state, let, input, output, dose, model, time or unit, or write an equation: NAME' = formula.";
    const name = this.#name(todo);
    this.#expect("'", todo);
    this.#expect('=', todo);
    return { kind: 'rate', name, value: this.#sum(), at };
  }

  #dose(at: Place): Statement {
    const todo = 'Write: dose NAME into STATE in unit with bioavailability F lag T.';
    const name = this.#is('into') ? 'dose' : this.#name(todo);
    this.#expect('into', todo);
    const into = this.#name(todo);
    const unit = this.#take('in') ? this.#unit(todo) : undefined;
    this.#take('with');
    const bioavailability = this.#take('bioavailability') ? this.#product() : undefined;
    const lag = this.#take('lag') ? this.#product() : undefined;
    return { kind: 'dose', name, into, unit, bioavailability, lag, at };
  }

  #startsUnit(): boolean {
    return this.#token.kind === 'name' ? !this.#is('from') : this.#is('1') || this.#is('%');
  }

  #unit(todo: string): string {
    let text = this.#unitFactor(todo);
    while (this.#is('*') || this.#is('/')) {
      text += this.#token.text;
      this.#next++;
      text += this.#unitFactor(todo);
    }
    return text;
  }

  #unitFactor(todo: string): string {
    if (!this.#startsUnit()) this.#refuse('a unit', todo);
    let text = this.#token.text;
    this.#next++;
    if (this.#take('^')) text += `^${this.#take('-') ? '-' : ''}${this.#word('number', 'a whole number', todo)}`;
    return text;
  }

  #sum(): Ast {
    let left = this.#product();
    while (this.#is('+') || this.#is('-')) left = this.#binary(left, () => this.#product());
    return left;
  }
  #product(): Ast {
    let left = this.#signed();
    while (this.#is('*') || this.#is('/')) left = this.#binary(left, () => this.#signed());
    return left;
  }
  #signed(): Ast {
    const at = this.#token.at;
    return this.#take('-') ? { kind: 'negate', of: this.#signed(), at } : this.#power();
  }
  #power(): Ast {
    const left = this.#atom();
    return this.#is('^') ? this.#binary(left, () => this.#signed()) : left;
  }
  #binary(left: Ast, right: () => Ast): Ast {
    const { text: sign, at } = this.#token;
    this.#next++;
    return { kind: 'binary', sign, left, right: right(), at };
  }

  #atom(): Ast {
    const token = this.#token;
    const at = token.at;
    const todo = 'Complete the formula.';
    if (token.kind === 'number') return this.#number(at);
    if (this.#take('(')) {
      const inner = this.#sum();
      this.#expect(')', 'Close the parenthesis.');
      return inner;
    }
    const name = this.#word('name', 'a name, a number or a parenthesis', todo);
    return this.#take('(') ? { kind: 'call', fn: name, args: this.#arguments(), at } : { kind: 'name', name, at };
  }

  #number(at: Place): Ast {
    const value = Number(this.#word('number', 'a number', ''));
    const unit = this.#take('[') ? this.#unit('Write a number with its unit as 5[ng/mL].') : undefined;
    if (unit !== undefined) this.#expect(']', 'Close the bracket after the unit.');
    return { kind: 'number', value, unit, at };
  }

  #arguments(): readonly Ast[] {
    const args = [this.#sum()];
    while (this.#take(',')) args.push(this.#sum());
    this.#expect(')', 'Close the parenthesis of the call.');
    return args;
  }
}
