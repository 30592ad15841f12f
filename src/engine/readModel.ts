/** From model text to a checked model. The words of the language are told in docs/engine.md. */
import { checkedModel } from './check.ts';
import { Graph } from './expression.ts';
import type { Model } from './model.ts';
import { anyError, type Problem } from './problem.ts';
import { parseStatement, type Statement } from './syntax.ts';
import { statementsOf } from './tokens.ts';

/** One piece of model text; a model may be put together from several. */
export interface ModelPart {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a model from one text or several parts. All problems are collected; a model comes back only when none of them
 * is an error.
 *
 * @example
 * readModel(`
 *   param k = 0.1 1/h : lognormal cv 0.3
 *   state A mg = 0
 *   A' = -k * A
 *   dose into A
 *   output left = A mg
 * `)
 */
export function readModel(source: string | readonly ModelPart[]): {
  readonly model?: Model;
  readonly problems: readonly Problem[];
} {
  const parts = typeof source === 'string' ? [{ name: '', text: source }] : source;
  const problems: Problem[] = [];
  const statements: Statement[] = [];
  for (const part of parts) {
    const read = statementsOf(part.name, part.text);
    problems.push(...read.problems);
    for (const tokens of read.statements) {
      const statement = parseStatement(tokens);
      if ('severity' in statement) problems.push(statement);
      else statements.push(statement);
    }
  }
  const model = checkedModel(statements, new Graph(), problems);
  return anyError(problems) ? { problems } : { model, problems };
}
