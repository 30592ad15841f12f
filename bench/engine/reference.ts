/**
 * Writes test/reference/engine/eighteen.json and product.json: the 84-night titration of a few people by GSL's rk8pd at a
 * relative tolerance of 1e-13, a program that shares nothing with the engine but the model text. That of the product is
 * kept with the text it was made from, so that a new number in a mechanism does not make it false.
 * Run: node bench/engine/reference.ts [eighteen] [product]
 */
import { writeFileSync } from 'node:fs';
import { gridOf } from '../../src/engine/grid.ts';
import { modelText } from '../../src/knowledge/mechanisms/index.ts';
import { EIGHTEEN } from '../../test/engine/models/eighteen.ts';
import { Native } from './native.ts';
import { AMOUNTS, Titration, type ModelText } from './titration.ts';

const DAYS_KEPT = [1, 2, 7, 14, 15, 42, 43, 84];
const MADE =
  'node bench/engine/reference.ts: GSL rk8pd, relative tolerance 1e-13, absolute 1e-15 times the size of a state';

function reference(text: ModelText, people: number) {
  const titration = new Titration(text, people, { seed: 41 });
  const native = new Native(titration);
  native.writeCase(titration, titration.planFor(gridOf(24, [8], 1)));
  const { outputs } = native.peer('rk8pd', 1e-13, people, 1);
  native.remove();
  const count = titration.model.outputs.length;
  const drawn = titration.source.parameters.length;
  return {
    made: MADE,
    amounts: AMOUNTS,
    days: DAYS_KEPT,
    outputs: titration.model.outputs.map(({ name }) => name),
    people: titration.people.map((parameters, who) => ({
      parameters: [...parameters.subarray(0, drawn)],
      outputs: DAYS_KEPT.map((day) => [...titration.row(outputs, who).subarray((day - 1) * count, day * count)]),
    })),
  };
}

const write = (name: string, content: object): void =>
  writeFileSync(new URL(`../../test/reference/engine/${name}.json`, import.meta.url), `${JSON.stringify(content)}\n`);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['eighteen', 'product'];
if (wanted.includes('eighteen')) write('eighteen', reference(EIGHTEEN, 8));
if (wanted.includes('product')) write('product', { text: modelText(), ...reference(modelText(), 4) });
