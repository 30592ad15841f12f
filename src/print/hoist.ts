/**
 * Sentences that a table repeats from row to row, printed once under it: the cells then name them by letter and number.
 * It keeps a plan of nine steps on one page without leaving a word out.
 */

export interface Hoisted {
  /** The repeated sentences, in the order of their numbers. */
  readonly items: readonly string[];
  /** What remains in each cell: the numbers, and what only this row says. */
  readonly cells: readonly (readonly string[])[];
}

/** `step 3` or `step 3 (1.5 mg)`: where sentences that are otherwise the same differ from row to row. */
const STEP = /step \d+(?: \([^)]*\))?/i;
const anyStep = (line: string): string => line.replace(STEP, 'the step named in the table');

/**
 * @param word how cells name the list, such as `Help B`; single items are `B1`, `B2`
 * @param cells one list of sentences for each row
 */
export function hoist(word: string, cells: readonly (readonly string[])[]): Hoisted {
  const keys = repeated(cells);
  const items = keys.map((key) => oneWording(key, cells));
  return { items, cells: cells.map((cell) => remaining(word, cell, keys, items)) };
}

/** Sentences (whatever step they name) of two rows or more; the fullest row says in which order. */
function repeated(cells: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const key of cells.toSorted((a, b) => b.length - a.length).flatMap((cell) => cell.map(anyStep)))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([key]) => key);
}

/** The sentence itself when every row says the same; otherwise without its step, which the cells then name. */
function oneWording(key: string, cells: readonly (readonly string[])[]): string {
  const wordings = new Set(cells.flat().filter((line) => anyStep(line) === key));
  const [only, ...others] = wordings;
  return only !== undefined && others.length === 0 ? only : key;
}

function remaining(
  word: string,
  cell: readonly string[],
  keys: readonly string[],
  items: readonly string[],
): readonly string[] {
  const numbers = keys.flatMap((key, index) => (cell.some((line) => anyStep(line) === key) ? [index + 1] : []));
  const letter = word.split(' ').at(-1) ?? word;
  const named =
    numbers.length === keys.length
      ? word
      : `${word.slice(0, -letter.length)}${numbers.map((n) => letter + n).join(', ')}`;
  const steps = cell
    .filter((line) => !items.includes(line) && keys.includes(anyStep(line)))
    .map((line) => STEP.exec(line)?.[0]);
  const own = cell.filter((line) => !keys.includes(anyStep(line)));
  return numbers.length === 0 ? own : [[named, ...steps].join(': '), ...own];
}
