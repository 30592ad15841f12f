/**
 * Tables with bars, written out as sentences on the same lines, so that one reader serves both. The head of a column says
 * what a bare number under it means.
 */

type Column = 'span' | 'week' | 'amount' | 'units' | 'number' | 'way-out' | 'check' | 'text';

const HEADS: readonly (readonly [RegExp, Column])[] = [
  [/^(step|#|no\.?|bottle|phase)$/i, 'number'],
  [/\b(trouble|badly|side effects?|not tolerated|fall-?back)\b/i, 'way-out'],
  [/\b(before|checks?)\b/i, 'check'],
  [/\bweeks?\b/i, 'week'],
  [/\b(nights?|days?|dates?)\b/i, 'span'],
  [/\bmg\b|\bdose\b|\bamount\b/i, 'amount'],
  [/\b(capsules?|caps|tablets?|take)\b/i, 'units'],
];

/** The text with each row of a bar table as a sentence. Lines keep their number. */
export function withTablesAsText(text: string): string {
  let columns: readonly Column[] | undefined;
  const lines = text.split('\n').map((line) => {
    const cells = cellsOf(line);
    if (!cells) {
      columns = undefined;
      return line;
    }
    if (cells.every((cell) => /^[-: ]*$/.test(cell))) return '';
    if (columns === undefined && !/\d/.test(line)) {
      columns = cells.map(columnOf);
      return '';
    }
    return `${cells.map((cell, at) => inText(cell, columns?.[at] ?? 'text')).join(' | ')} |`;
  });
  return lines.join('\n');
}

/** The cells of a row; undefined when the line is no row of a table. */
function cellsOf(line: string): readonly string[] | undefined {
  const bars = line.split('|');
  if (bars.length < 3) return undefined;
  const inner = line.trim().startsWith('|') ? bars.slice(1) : bars;
  const cells = inner.map((cell) => cell.trim());
  return cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

const columnOf = (head: string): Column => HEADS.find(([pattern]) => pattern.test(head))?.[1] ?? 'text';

function inText(cell: string, column: Column): string {
  const number = /^[\d.,]+$/.test(cell);
  const range = /^\d+\s*(?:-|–|to)\s*\d+/.test(cell);
  if (column === 'number') return number ? '' : cell;
  if (column === 'way-out') return cell === '' ? '' : `If there is trouble: ${cell}`;
  if (column === 'check') return cell === '' ? '' : `Check: ${cell}`;
  if (column === 'span') return range ? `nights ${cell}` : number ? `for ${cell} nights` : cell;
  if (column === 'week') return range ? `weeks ${cell}` : number ? `week ${cell}` : cell;
  if (column === 'amount') return number ? `${cell} mg` : cell;
  if (column === 'units') return number ? `${cell} capsules` : cell;
  return cell;
}
