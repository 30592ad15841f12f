/**
 * Reads a table of product codes that a clinic loads: CSV with a column of codes (`rxcui`, or `code` with `system`), a
 * FHIR ValueSet (`compose` or `expansion`), or a Bundle of ValueSets. What a table does not say stays unsaid: a value
 * set has no ingredients.
 */
import { SYSTEMS } from '../domain/patient.ts';
import { error, quote, warning, type Problem } from '../domain/problem.ts';
import { codeKey, type CodeTable, type CodeTableRow } from '../knowledge/drugs/codeTable.ts';
import { Cursor } from './cursor.ts';
import { LIMITS } from './limits.ts';
import { Notes } from './notes.ts';
import { systemNamed } from './systems.ts';
import { readTable, type Row } from './table.ts';

export interface ReadCodeTable {
  /** Absent when no code could be read. */
  readonly table?: CodeTable;
  readonly problems: readonly Problem[];
}

/**
 * @param text the whole file
 * @param name what the table is called in reasons, such as `opioids.csv`
 */
export function readCodeTable(text: string, name: string): ReadCodeTable {
  const notes = new Notes(LIMITS.problems);
  const plain = text.replace(/^\uFEFF/, '').trimStart();
  const rows = new Map<string, CodeTableRow>();
  const source = /^[{[]/.test(plain) ? readFhir(plain, name, rows, notes) : readCsv(text, name, rows, notes);
  const problems = notes.all();
  if (rows.size === 0) return { problems: [...problems, noCodes(name)] };
  return { table: { name, ...(source !== undefined && { source }), rows }, problems };
}

type Rows = Map<string, CodeTableRow>;

const noCodes = (name: string): Problem =>
  error(
    name,
    'no codes',
    'CSV with a column rxcui (or code and system), or a FHIR ValueSet',
    'Check the file; without it only the ingredients of our own table are known.',
  );

function readCsv(text: string, name: string, rows: Rows, notes: Notes): string | undefined {
  const table = readTable(text, name);
  table.problems.forEach((problem) => notes.add(problem));
  const opioidSaid = table.columns.includes('opioid');
  for (const row of table.rows) keepRow(row, name, opioidSaid, rows, notes);
  return table.comment;
}

function keepRow({ line, cells }: Row, name: string, opioidSaid: boolean, rows: Rows, notes: Notes): void {
  const code = cells['rxcui'] ?? cells['code'];
  const system = cells['rxcui'] === undefined ? cells['system'] : SYSTEMS.rxnorm;
  if (code === undefined || system === undefined)
    notes.add(
      warning(
        `${name}, line ${line}`,
        quote(Object.values(cells).join(', ')),
        'a code and its system',
        'The line was left out; correct it and load the table again.',
      ),
    );
  else add(rows, codeKey(systemNamed(system), code), rowOf(cells, opioidSaid));
}

/** A table without a column `opioid` is a table of opioids; that is what it was loaded for. */
function rowOf(cells: Row['cells'], opioidSaid: boolean): CodeTableRow {
  const antagonist = cells['contains_antagonist'];
  return {
    name: cells['name'] ?? cells['display'] ?? cells['rxcui'] ?? cells['code'] ?? '',
    ingredients: parts(cells['ingredient'] ?? cells['ingredients']),
    ingredientRxcuis: parts(cells['ingredient_rxcui'] ?? cells['ingredient_rxcuis']),
    ...(cells['class'] !== undefined && { class: cells['class'] }),
    ...(antagonist !== undefined && { containsAntagonist: isYes(antagonist) }),
    opioid: opioidSaid ? !isNo(cells['opioid']) : true,
  };
}

const parts = (cell: string | undefined): readonly string[] =>
  (cell ?? '').split(/\s*[;/|]\s*/).filter((part) => part !== '');

const isYes = (cell: string): boolean => /^(yes|y|true|1)$/i.test(cell);
/** Only a clear no makes a listed code harmless. */
const isNo = (cell: string | undefined): boolean => /^(no|n|false|0)$/i.test(cell ?? '');

/** The same code twice: ingredients of both, and an opioid if either says so. */
function add(rows: Rows, key: string, row: CodeTableRow): void {
  const earlier = rows.get(key);
  const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  rows.set(
    key,
    earlier === undefined
      ? row
      : {
          ...row,
          ...earlier,
          ingredients: both(earlier.ingredients, row.ingredients),
          ingredientRxcuis: both(earlier.ingredientRxcuis, row.ingredientRxcuis),
          opioid: earlier.opioid || row.opioid,
        },
  );
}

function readFhir(text: string, name: string, rows: Rows, notes: Notes): string | undefined {
  const value = parse(text, name, notes);
  if (value === undefined) return undefined;
  const sets = valueSetsOf(new Cursor(value, name, { notes, limits: LIMITS }));
  for (const set of sets) {
    for (const include of set.object('compose')?.objects('include') ?? [])
      keepInclude(include, set.has('expansion'), rows);
    keepContains(set.object('expansion'), rows);
  }
  const titles = sets.map((set) => [set.text('title') ?? set.text('name'), set.text('url')].filter(Boolean).join(', '));
  return titles.filter((title) => title !== '').join('; ') || undefined;
}

function parse(text: string, name: string, notes: Notes): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    notes.add(error(name, `text that is not JSON (${why})`, 'a FHIR ValueSet', 'Fetch the file again.'));
    return undefined;
  }
}

function valueSetsOf(place: Cursor): readonly Cursor[] {
  if (place.raw('resourceType') === 'ValueSet') return [place];
  return place
    .objects('entry')
    .map((entry) => entry.object('resource'))
    .filter((resource) => resource?.raw('resourceType') === 'ValueSet')
    .filter((resource) => resource !== undefined);
}

function keepInclude(include: Cursor, expanded: boolean, rows: Rows): void {
  const system = include.text('system');
  for (const concept of include.objects('concept')) keepConcept(concept, system, rows);
  if (!include.has('concept') && !expanded)
    include.doubt('a list of concepts', 'Its codes are not in the file; load the expanded value set.');
}

/** Expanded concepts nest: a concept may contain its kinds. */
function keepContains(place: Cursor | undefined, rows: Rows): void {
  for (const concept of place?.objects('contains') ?? []) {
    if (concept.raw('abstract') !== true) keepConcept(concept, concept.text('system'), rows);
    keepContains(concept, rows);
  }
}

function keepConcept(concept: Cursor, system: string | undefined, rows: Rows): void {
  const code = concept.text('code');
  if (code === undefined || system === undefined)
    concept.doubt('a code and its system', 'It was left out; ask where the value set comes from.');
  else
    add(rows, codeKey(systemNamed(system), code), {
      name: concept.text('display') ?? code,
      ingredients: [],
      ingredientRxcuis: [],
      opioid: true,
    });
}
