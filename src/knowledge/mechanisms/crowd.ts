/**
 * Virtual studies for predictive intervals. A person drawn alone comes from a study of his own; the people of one study
 * share what differs from study to study, so the mean of a study does not become certain with its size.
 */
import type { Model } from '../../engine/model.ts';
import { normals, varied } from '../../engine/random.ts';
import { PARAMETERS } from './index.ts';

/** Names of the parameters that everybody in one study shares. */
export const STUDY_PARAMETERS: ReadonlySet<string> = new Set(
  PARAMETERS.filter(({ spread }) => spread?.between === 'studies').map(({ name }) => name),
);

const STUDY_STREAM = 1;
const PERSON_STREAM = 2;

/**
 * The parameters of the `people` of virtual study number `study`, one row for each in the order of the model. The same
 * seed and numbers give the same rows.
 */
export function drawStudy(model: Model, seed: number, study: number, people: number): readonly Float64Array[] {
  const count = model.parameters.length;
  const shared = normals({ seed, stream: STUDY_STREAM, individual: study }, count);
  return Array.from({ length: people }, (_, person) => {
    const own = normals({ seed, stream: PERSON_STREAM, individual: study, replicate: person }, count);
    return Float64Array.from(model.parameters, (parameter, k) =>
      varied(parameter, (STUDY_PARAMETERS.has(parameter.name) ? shared : own)[k]!),
    );
  });
}
