/**
 * Writes test/reference/engine/eighteen.json: the 84-night titration of eight people by GSL's rk8pd at a relative
 * tolerance of 1e-13, a program that shares nothing with the engine but the model text. Run: node bench/engine/reference.ts
 */
import { writeFileSync } from 'node:fs';
import { gridOf } from '../../src/engine/grid.ts';
import { EIGHTEEN } from '../../test/engine/models/eighteen.ts';
import { Native } from './native.ts';
import { AMOUNTS, Titration } from './titration.ts';

const DAYS_KEPT = [1, 2, 7, 14, 15, 42, 43, 84];
const titration = new Titration(EIGHTEEN, 8, { seed: 41 });
const native = new Native(titration);
native.writeCase(titration, titration.planFor(gridOf(24, [8], 1)));
const { outputs } = native.peer('rk8pd', 1e-13, 8, 1);
native.remove();
const count = titration.model.outputs.length;
const rows = titration.people.map((parameters, who) => ({
  parameters: [...parameters],
  outputs: DAYS_KEPT.map((day) => [...titration.row(outputs, who).subarray((day - 1) * count, day * count)]),
}));
const made =
  'node bench/engine/reference.ts: GSL rk8pd, relative tolerance 1e-13, absolute 1e-15 times the size of a state';
writeFileSync(
  new URL('../../test/reference/engine/eighteen.json', import.meta.url),
  `${JSON.stringify({ made, amounts: AMOUNTS, days: DAYS_KEPT, outputs: titration.model.outputs.map(({ name }) => name), people: rows })}\n`,
);
