import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BOUNDS } from '../../src/knowledge/bounds/index.ts';
import { CLAIMS } from '../../src/knowledge/claims/index.ts';
import { DRUGS } from '../../src/knowledge/drugs/index.ts';
import { FORMS } from '../../src/knowledge/forms/index.ts';
import { LABS } from '../../src/knowledge/labs/index.ts';
import { PROTOCOLS } from '../../src/knowledge/protocols/index.ts';
import { RULES } from '../../src/knowledge/rules/index.ts';
import { SCALES } from '../../src/knowledge/scales/index.ts';

// A fact that stands in a file and in no list is a fact that the product does not know.
const root = fileURLToPath(new URL('../../src/knowledge/', import.meta.url));
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'index.ts')));

/** Types of the registered things; `readonly` before and `[]` behind make a table of them. */
const KINDS = 'Rule|Drug|Scale|Protocol|DoseForm|Claim|Bound|Lab|Comorbidity|Mechanism';
const HOLDS_ONE = new RegExp(
  `^export const \\w+(: (readonly )?(${KINDS})(\\[\\])? =| = (protocol|scoreOnly|condition\\w*|interaction\\w*)\\()`,
  'm',
);

const holders = (folder: string): readonly string[] =>
  readdirSync(join(root, folder)).filter(
    (name) =>
      name.endsWith('.ts') && name !== 'index.ts' && HOLDS_ONE.test(readFileSync(join(root, folder, name), 'utf8')),
  );

describe('what is held true', () => {
  it('stands in folders with a list each', () => expect(folders.length).toBeGreaterThanOrEqual(8));

  it.each(folders)('every file of %s that holds one is in its list', (folder) => {
    const index = readFileSync(join(root, folder, 'index.ts'), 'utf8');
    expect(holders(folder).filter((name) => !index.includes(`'./${name}'`))).toEqual([]);
  });

  it.each([
    ['rules', RULES],
    ['drugs', DRUGS],
    ['scales', SCALES],
    ['protocols', PROTOCOLS],
    ['bounds', BOUNDS],
    ['forms', FORMS],
    ['labs', LABS],
    ['claims', CLAIMS],
  ])('%s have ids of their own', (_kind, list) => {
    const ids = list.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
