/** How far the typical person is from rest on 4.5 mg every night: the mean of the last day of twelve weeks. */
import { readModel } from '../../src/engine/readModel.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { modelText, type Reading } from '../../src/knowledge/mechanisms/index.ts';
import { REFERENCE_REGIMEN, REFERRED, referenceName } from '../../src/knowledge/mechanisms/reference.ts';
import type { Values } from './predict.ts';

const { amountMg, everyH, nights } = REFERENCE_REGIMEN;

/** Quarter hours of the last day, without its end, which is the beginning of the next. */
const LAST_DAY = Array.from({ length: 96 }, (_, k) => (nights - 1) * everyH + k / 4);

export const referencesAt = (values: Values): Readonly<Record<Reading, Values>> => ({
  slow: referencesOf('slow', values),
  plasma: referencesOf('plasma', values),
});

/** The references of one reading, to the four digits that are kept. */
export function referencesOf(reading: Reading, parameters: Values): Values {
  const outputs = REFERRED.map((name) => `output ${referenceName(name)} = ${name} 1`).join('\n');
  const { model, problems } = readModel([...modelText({ reading }), { name: 'reference', text: outputs }]);
  if (model === undefined) throw new Error(JSON.stringify(problems));
  const { trajectory } = simulate(model, {
    events: [{ kind: 'dose', at: 0, amount: amountMg, every: everyH, repeats: nights - 1 }],
    observe: LAST_DAY,
    side: 'after',
    parameters,
    relative: 1e-6,
  });
  const mean = (series: readonly number[]) =>
    Number((series.reduce((sum, value) => sum + value, 0) / series.length).toPrecision(4));
  return Object.fromEntries(REFERRED.map((name) => [name, mean(trajectory!.outputs[referenceName(name)]!)]));
}
