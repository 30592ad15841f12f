/**
 * Sentences that would stand in row after row of a table, printed once under it: the cells then name them by letter and
 * number. It keeps a plan of nine steps on one page without leaving a word out.
 */

export interface Hoisted {
  /** The sentences, in the order of their numbers. */
  readonly items: readonly string[];
  /** What remains in each cell: the numbers, and the step where it differs between rows; undefined when the row says nothing. */
  readonly cells: readonly (string | undefined)[];
}

/** `step 3` and what stands behind it in brackets: where sentences that are otherwise the same differ between rows. */
const STEP = /(step \d+)(?: \([^)]*\))?/i;
const anyStep = (line: string): string => line.replace(STEP, 'the step named in the table');

/**
 * @param word how cells name the list, such as `Help B`; single sentences are `B1`, `B2`
 * @param cells one list of sentences for each row
 */
export function hoist(word: string, cells: readonly (readonly string[])[]): Hoisted {
  const items = commonFirst(cells.flatMap((cell) => cell.map((line) => wording(line, cells))));
  return { items, cells: cells.map((cell) => remaining(word, cell, items)) };
}

/** What most rows say comes first, so that most cells name one run of numbers. */
function commonFirst(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([line]) => line);
}

/** The sentence itself, or without its step when rows name different ones. */
function wording(line: string, cells: readonly (readonly string[])[]): string {
  const same = new Set(cells.flat().filter((other) => anyStep(other) === anyStep(line)));
  return same.size === 1 ? line : anyStep(line);
}

function remaining(word: string, cell: readonly string[], items: readonly string[]): string | undefined {
  if (cell.length === 0) return undefined;
  const steps = cell.filter((line) => !items.includes(line)).map((line) => STEP.exec(line)?.[1] ?? '');
  const numbers = cell.map((line) => items.findIndex((item) => item === line || item === anyStep(line)) + 1);
  return [
    inRuns(
      word,
      numbers.toSorted((a, b) => a - b),
      items.length,
    ),
    ...steps,
  ].join(': ');
}

/** `Check A` for all of them; `Help B1 to B3, B5` for some. */
function inRuns(word: string, numbers: readonly number[], all: number): string {
  if (numbers.length === all) return word;
  const letter = word.slice(-1);
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const named = runs.map(([from, to]) => (from === to ? `${letter}${from}` : `${letter}${from} to ${letter}${to}`));
  return `${word.slice(0, -1)}${named.join(', ')}`;
}
