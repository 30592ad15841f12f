import { simulate, type Request, type Trajectory } from '../../../src/engine/simulate.ts';
import type { Model } from '../../../src/engine/model.ts';
import { composedModel, type Choice } from '../../../src/knowledge/mechanisms/index.ts';

/** The model of a choice, built once for a file of tests. */
const built = new Map<string, Model>();
export function modelOf(choice: Choice = {}): Model {
  const key = JSON.stringify(choice);
  const found = built.get(key) ?? composedModel(choice);
  built.set(key, found);
  return found;
}

/** The typical person's trajectory; a dose is `[hour, mg]`. */
export function course(
  model: Model,
  doses: readonly (readonly [number, number])[],
  observe: readonly number[],
  more: Partial<Request> = {},
): Trajectory {
  const events = doses.map(([at, amount]) => ({ kind: 'dose', at, amount }) as const);
  const { trajectory, problems } = simulate(model, { events, observe, side: 'after', ...more });
  if (trajectory === undefined) throw new Error(JSON.stringify(problems));
  return trajectory;
}

/** Doses of one amount, every 24 hours from hour 0. */
export const nightly = (mg: number, nights: number): readonly (readonly [number, number])[] =>
  Array.from({ length: nights }, (_, night) => [24 * night, mg] as const);

export const last = (values: readonly number[] | undefined): number => values!.at(-1)!;
