/** Words, numbers, dates and marks of a schedule as a person writes it, each with the line it stands on. */

export interface Token {
  readonly kind: 'word' | 'number' | 'date' | 'mark' | 'line-end';
  /** As written. */
  readonly text: string;
  /** In lower case, for comparing. */
  readonly low: string;
  /** Counted from 1. */
  readonly line: number;
  /** Index of the first character in the whole text, so that an excerpt can be shown as written. */
  readonly at: number;
}

const SHAPES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['line-end', /\n/y],
  ['date', /\d{4}-\d{2}-\d{2}(?!\d)/y],
  ['number', /\d+(?:[.,]\d+)*|\.\d+/y],
  ['word', /[\p{L}µ]+(?:['’]\p{L}+)?/uy],
  ['mark', /[^\s]/uy],
];

/** Splits a text; nothing but blanks is left out. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const found = tokenAt(text, at, line);
    if (found) tokens.push(found);
    if (found?.kind === 'line-end') line += 1;
    at += found?.text.length ?? 1;
  }
  return tokens;
}

function tokenAt(text: string, at: number, line: number): Token | undefined {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const match = shape.exec(text)?.[0];
    if (match !== undefined) return { kind, text: match, low: match.toLowerCase(), line, at };
  }
  return undefined;
}
