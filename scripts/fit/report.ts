/**
 * Writes the tables of docs/model.md between their marks, from the committed fit: `node scripts/fit/report.ts`. The
 * sentences around them are written by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { fitTable, mechanismTable, parameterTable, predictionTable, studyTable } from './tables.ts';

const PAGE = fileURLToPath(new URL('../../docs/model.md', import.meta.url));

const TABLES: Readonly<Record<string, () => string>> = {
  mechanisms: mechanismTable,
  parameters: parameterTable,
  fit: fitTable,
  studies: studyTable,
  predictions: predictionTable,
};

/** The page with fresh tables. @throws Error when a mark is missing */
function withTables(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, made]) => {
    const mark = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
    if (!mark.test(text)) throw new Error(`docs/model.md has no place marked ${name}`);
    return text.replace(mark, `$1\n${made()}\n\n$2`);
  }, page);
}

const fresh = withTables(readFileSync(PAGE, 'utf8'));
writeFileSync(PAGE, await format(fresh, { parser: 'markdown', printWidth: 120 }));
