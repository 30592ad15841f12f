/**
 * Fits blood levels and occupancy to the published observations and writes what it found: the parameters to
 * src/knowledge/mechanisms/fitted.json, the report to docs/model.md. Run it with `node scripts/fit/run.ts`; it takes
 * under a minute and gives the same numbers every time.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { fitAll, STARTS, type Fit } from './fit.ts';
import { STUDIES, PLASMA_COORDINATES } from './objective.ts';
import { referencesAt } from './references.ts';

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const round = (value: number): number => Number(value.toPrecision(4));

/** Rise of the area of naltrexone that the odds of escape must produce, given the fall of clearance in the model. */
const CIRRHOSIS = {
  oddsCompensated: { area: 5, clearance: 0.45 },
  oddsDecompensated: { area: 9, clearance: 0.35 },
} as const;

function oddsFor(escape: number, { area, clearance }: { area: number; clearance: number }): number {
  const raised = escape * area * clearance;
  return raised / (1 - raised) / (escape / (1 - escape));
}

function fittedFile(fit: Fit) {
  const estimated = Object.entries(fit.values).map(([name, value]) => [
    name,
    { value: round(value), logSe: round(fit.logSe[name]!) },
  ]);
  const cirrhosis = Object.entries(CIRRHOSIS).map(([name, wanted]) => [
    name,
    { value: round(oddsFor(fit.values['escape']!, wanted)), logSe: 0 },
  ]);
  const effects = fit.blood.at.slice(PLASMA_COORDINATES.length);
  return {
    made: {
      by: 'node scripts/fit/run.ts',
      method: 'least squares (Levenberg-Marquardt), blood first, then scans',
      starts: STARTS,
      agreed: fit.agreed,
      cost: [round(fit.blood.cost), round(fit.scans.cost)],
    },
    parameters: Object.fromEntries([...estimated, ...cirrhosis]),
    levelSe: Object.fromEntries(Object.entries(fit.levelSe).map(([name, value]) => [name, round(value)])),
    studies: Object.fromEntries(STUDIES.map((name, k) => [name, round(effects[k]!)])),
  };
}

const fit = fitAll();
const result = { ...fittedFile(fit), reference: referencesAt(fit.values) };
const text = await format(JSON.stringify(result, null, 2), { parser: 'json', printWidth: 120 });
writeFileSync(path('src/knowledge/mechanisms/fitted.json'), text);
