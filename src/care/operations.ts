/**
 * The one list of what Lowdose can do. HTTP routes, command-line verbs, help, the API description, the manual and the
 * client of the web application are made from it.
 */
import { all } from './operations/all.ts';
import { explain } from './operations/explain.ts';
import { lint } from './operations/lint.ts';
import { claims, protocols, questions, scales } from './operations/lists.ts';
import { check, order } from './operations/order.ts';
import { model } from './operations/model.ts';
import { plan } from './operations/plan.ts';
import { read } from './operations/read.ts';
import { replan } from './operations/replan.ts';
import { score } from './operations/score.ts';
import { screen } from './operations/screen.ts';
import { simulate } from './operations/simulate.ts';

/** By name, in the order in which a person meets them. */
export const OPERATIONS = {
  read,
  screen,
  questions,
  protocols,
  plan,
  replan,
  order,
  check,
  lint,
  simulate,
  explain,
  model,
  scales,
  score,
  claims,
  all,
};

export type OperationName = keyof typeof OPERATIONS;

export const isOperation = (name: string): name is OperationName => Object.hasOwn(OPERATIONS, name);

/** What an operation answers with, by its name. */
export type AnswerOf<Name extends OperationName> = ReturnType<(typeof OPERATIONS)[Name]['run']>['answer'];
