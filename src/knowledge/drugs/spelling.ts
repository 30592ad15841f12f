/**
 * How names are compared: without case, accents and punctuation, with letters and digits apart (`oxycodone5mg`), and,
 * where a name is misspelt, by the number of slips of the finger between two words (Damerau-Levenshtein, optimal string
 * alignment: a letter missing, added, changed, or two neighbours swapped).
 */

/** `"Targiniq® ER 10mg"` -> `['targiniq', 'er', '10', 'mg']`. Letters of other scripts stay, so that a reader can tell. */
export const tokens = (text: string): readonly string[] =>
  text
    .replace(/[™®©]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/μ/g, 'u')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .match(/\p{Letter}+|\p{Number}+/gu) ?? [];

/** A name as a key: its tokens without spaces, `co-codamol` -> `cocodamol`. */
export const keyOf = (name: string): string => tokens(name).join('');

/** A word as it sounds, coarsely: `morfine` and `morphine` are one, `oksikodon` and `oxycodon` too. */
export const sound = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/x/g, 'ks')
    .replace(/y/g, 'i')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1');

/** Whether `a` becomes `b` by at most `limit` slips. */
export function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = nextRow(a, b, row, last, before);
    if (Math.min(...next) > limit) return false;
    before = last;
    last = next;
  }
  return (last[b.length] ?? Infinity) <= limit;
}

function nextRow(a: string, b: string, row: number, last: readonly number[], before: readonly number[]): number[] {
  const next = [row];
  for (let column = 1; column <= b.length; column++) {
    const changed = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const swapped =
      row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
        ? (before[column - 2] ?? 0) + 1
        : Infinity;
    next.push(Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed, swapped));
  }
  return next;
}
