/** CSV with a head line as rows of named cells, with the line on which each row begins. */
import Papa from 'papaparse';
import { error, quote, warning, type Problem } from '../domain/problem.ts';

export interface Row {
  /** 1-based line of the file. */
  readonly line: number;
  /** Cells by the name of their column in lower case, trimmed; empty cells are left out. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  /** Names of the columns in lower case. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The comment above the head, without its marks. */
  readonly comment?: string;
  readonly problems: readonly Problem[];
}

/** A hundred thousand rows are ten times the largest table of products that is known. */
const MOST_ROWS = 100_000;

/** Reads CSV with any usual delimiter. Lines that begin with # above the head are a comment. */
export function readTable(text: string, name: string): Table {
  const { comment, body, skipped } = withoutComment(text.replace(/^\uFEFF/, ''));
  const problems: Problem[] = [];
  const { rows, lines } = parse(body, skipped);
  const columns = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  if (rows.length > MOST_ROWS) problems.push(error(name, `${rows.length} rows`, `at most ${MOST_ROWS}`, 'Split it.'));
  const table = rows.slice(1, MOST_ROWS + 1).map((cells, index) => ({ line: lines[index + 1]!, cells }));
  const filled = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  for (const row of filled) problems.push(...widthProblem(row, columns, name));
  return {
    columns,
    rows: filled.map(({ line, cells }) => ({ line, cells: named(columns, cells) })),
    ...(comment !== '' && { comment }),
    problems,
  };
}

function withoutComment(text: string): { comment: string; body: string; skipped: number } {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#') && line.trim() !== '');
  const head = end < 0 ? lines : lines.slice(0, end);
  const comment = head.map((line) => line.replace(/^#\s*/, '').trim()).filter((line) => line !== '');
  return { comment: comment.join(' '), body: lines.slice(head.length).join('\n'), skipped: head.length };
}

/** The cells of each row, and the line on which it begins: a quoted cell may hold line breaks. */
function parse(body: string, skipped: number): { rows: readonly string[][]; lines: readonly number[] } {
  const rows: string[][] = [];
  const lines: number[] = [];
  let [from, line] = [0, skipped + 1];
  Papa.parse<string[]>(body, {
    delimiter: delimiterOf(body),
    step: ({ data, meta }) => {
      rows.push(data);
      lines.push(line);
      line += body.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
    },
  });
  return { rows, lines };
}

/** The delimiter of the head line: the one that stands there most often. Guessing over all rows trips on prose. */
function delimiterOf(body: string): string {
  const head = (body.split('\n')[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

const named = (columns: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.map((column, index) => [column, (cells[index] ?? '').trim()]).filter(([, cell]) => cell !== ''),
  );

/** A row with more cells than the head has lost its columns, mostly to a comma in a name without quotes. */
const widthProblem = (
  { line, cells }: { line: number; cells: readonly string[] },
  columns: readonly string[],
  name: string,
) =>
  cells.length <= columns.length
    ? []
    : [
        warning(
          `${name}, line ${line}`,
          `${cells.length} cells (${quote(cells.at(-1))})`,
          `${columns.length} cells`,
          'Put quotes around text that holds the delimiter; the columns of this line may be shifted.',
        ),
      ];
