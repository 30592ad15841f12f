/**
 * A person's medicines as CSV from a spreadsheet or a pharmacy: one row each, columns by their names in any order.
 * Every row with something in it comes out as one medicine; doses stay text exactly as written, decimal comma and all.
 */
import { earliest, type PartialDate } from '../domain/dates.ts';
import { SYSTEMS, type Coding, type Medicine } from '../domain/patient.ts';
import { error, quote, warning, type Problem } from '../domain/problem.ts';
import { systemNamed } from './systems.ts';
import { readTable, type Row } from './table.ts';

export interface MedicinesTable {
  /** Absent when the file could not be read as a table of medicines; empty when it has a head and no rows. */
  readonly medicines?: readonly Medicine[];
  readonly problems: readonly Problem[];
}

type Field =
  | 'name'
  | 'status'
  | 'start'
  | 'end'
  | 'lastTaken'
  | 'dose'
  | 'form'
  | 'route'
  | 'rxnorm'
  | 'atc'
  | 'code'
  | 'system'
  | 'recorded'
  | 'directions';

/** Names of columns as spreadsheets have them. */
const COLUMNS: Readonly<Record<Field, RegExp>> = {
  name: /^(medicines?|medications?|drugs?|name|medicine name|medication name|drug name|product|substance|ingredient|medikament|wirkstoff)$/,
  status: /^status$/,
  start: /^(start|started|since|from|start date|startdate|begin|seit|beginn)$/,
  end: /^(end|ended|stop|stopped|stop date|until|to|end date|enddate|bis|ende)$/,
  lastTaken: /^(last[ _]?taken|last dose|last use|last used|zuletzt)$/,
  dose: /^(dose|dosage|strength|dosis)$/,
  form: /^(form|dose form|dosage form|darreichungsform)$/,
  route: /^(route|weg)$/,
  rxnorm: /^(rxnorm|rxcui|rxnorm code)$/,
  atc: /^(atc|atc code|atc-code)$/,
  code: /^code$/,
  system: /^(system|code system)$/,
  recorded: /^(recorded|date|written|prescribed|authored|datum)$/,
  directions: /^(directions|sig|instructions|how taken)$/,
};

const STATUSES: Readonly<Record<string, Medicine['status']>> = {
  active: 'active',
  current: 'active',
  taking: 'active',
  yes: 'active',
  aktiv: 'active',
  'on hold': 'on-hold',
  'on-hold': 'on-hold',
  paused: 'on-hold',
  completed: 'completed',
  finished: 'completed',
  stopped: 'stopped',
  discontinued: 'stopped',
  ended: 'stopped',
  former: 'stopped',
  past: 'stopped',
  abgesetzt: 'stopped',
  planned: 'planned',
  intended: 'planned',
  'not taken': 'not-taken',
  'not-taken': 'not-taken',
  'never taken': 'not-taken',
  'entered-in-error': 'entered-in-error',
  unknown: 'unknown',
};

/** Reads a table of medicines. A file without a column for the medicine or its code is no such table. */
export function readMedicinesCsv(text: string, name = 'medicines.csv'): MedicinesTable {
  const table = readTable(text, name);
  const column = columnsOf(table.columns);
  if (!column.name && !column.rxnorm && !column.atc && !column.code)
    return { problems: [...table.problems, noMedicineColumn(name, table.columns)] };
  const problems = [...table.problems, ...unknownColumns(table.columns, name)];
  const medicines = table.rows.map((row) => medicineOf(row, column, name, problems));
  return { medicines, problems };
}

type Columns = Readonly<Partial<Record<Field, string>>>;

const columnsOf = (columns: readonly string[]): Columns =>
  Object.fromEntries(
    Object.entries(COLUMNS)
      .map(([field, pattern]) => [field, columns.find((column) => pattern.test(column))] as const)
      .filter(([, column]) => column !== undefined),
  );

function medicineOf(row: Row, columns: Columns, name: string, problems: Problem[]): Medicine {
  const cell = (field: Field) => (columns[field] === undefined ? undefined : row.cells[columns[field]]);
  const at = `${name}, line ${row.line}`;
  const [text, dose] = [cell('name'), cell('dose')];
  const codings = codingsOf(cell, at, problems);
  const says = [text, dose].filter((part) => part !== undefined).join(' ');
  if (text === undefined && codings.length === 0) problems.push(nameless(at, row));
  const date = (field: Field) => dateOf(cell(field), `${at}, ${columns[field]}`, problems);
  const optional = {
    recorded: date('recorded'),
    start: date('start'),
    end: date('end'),
    lastTaken: date('lastTaken'),
    form: cell('form'),
    route: cell('route'),
    directions: cell('directions'),
  };
  return {
    what: { codings, ...(says !== '' && { text: says }) },
    status: statusOf(cell('status'), at, problems),
    kind: 'statement',
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    from: at,
  };
}

function codingsOf(cell: (field: Field) => string | undefined, at: string, problems: Problem[]): readonly Coding[] {
  const [rxnorm, atc, code] = [cell('rxnorm'), cell('atc'), cell('code')];
  const system = code === undefined ? undefined : (systemOf(cell('system')) ?? systemByLook(code));
  if (code !== undefined && system === undefined)
    problems.push(
      warning(at, quote(code), 'a code with its system', 'Name the column rxnorm or atc; the code says nothing alone.'),
    );
  return [
    ...(rxnorm === undefined ? [] : [{ system: SYSTEMS.rxnorm, code: rxnorm }]),
    ...(atc === undefined ? [] : [{ system: SYSTEMS.atc, code: atc }]),
    ...(code === undefined ? [] : [{ ...(system && { system }), code }]),
  ];
}

const systemOf = (word: string | undefined): string | undefined =>
  word === undefined
    ? undefined
    : /rxnorm/i.test(word)
      ? SYSTEMS.rxnorm
      : /atc/i.test(word)
        ? SYSTEMS.atc
        : systemNamed(word);

/** An ATC code has a shape of its own (N02AA05); a bare number could be of any system. */
const systemByLook = (code: string): string | undefined =>
  /^[A-Z]\d{2}[A-Z]{2}\d{2}$/.test(code) ? SYSTEMS.atc : undefined;

function statusOf(word: string | undefined, at: string, problems: Problem[]): Medicine['status'] {
  if (word === undefined) return 'unknown';
  const key = word.toLowerCase();
  if (Object.hasOwn(STATUSES, key)) return STATUSES[key]!;
  problems.push(
    warning(at, quote(word), 'active, on hold, stopped, planned or not taken', 'The status counts as unknown; ask.'),
  );
  return 'unknown';
}

/** ISO dates, and German ones (3.11.2026), which cannot be misread. 03/11/2026 can, so it is refused. */
function dateOf(text: string | undefined, at: string, problems: Problem[]): PartialDate | undefined {
  if (text === undefined) return undefined;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const date = german ? `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}` : text;
  if (earliest(date) !== undefined) return date;
  problems.push(warning(at, quote(text), 'a date such as 2026-11-03', 'The date was left out; write year-month-day.'));
  return undefined;
}

const noMedicineColumn = (name: string, columns: readonly string[]): Problem =>
  error(
    name,
    columns.length === 0 ? 'nothing' : `the columns ${columns.join(', ')}`,
    'a head line with a column "medicine", "rxnorm" or "atc"',
    'Name the columns in the first line and read the file again.',
  );

const nameless = (at: string, row: Row): Problem =>
  warning(
    at,
    quote(Object.values(row.cells).join(', ')),
    'a medicine or its code',
    'It counts as an unknown medicine; ask what it is.',
  );

const unknownColumns = (columns: readonly string[], name: string): readonly Problem[] =>
  columns
    .filter((column) => column !== '' && !Object.values(COLUMNS).some((pattern) => pattern.test(column)))
    .map((column) =>
      warning(`${name}, head`, `a column ${quote(column)}`, Object.keys(COLUMNS).join(', '), 'It was not read.'),
    );
