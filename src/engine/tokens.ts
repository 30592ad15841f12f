/**
 * Model text as words with their places. A statement is a line; it runs on when a parenthesis is open or the line ends
 * with an operator. `#` begins a remark.
 */
import { problem, type Problem } from './problem.ts';

export interface Place {
  /** The part of the model the text came from; empty when there is one part. */
  readonly part: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly at: Place;
}

/** A place as it stands in a problem: `line 3` or `absorption line 3`. */
export const placeText = (at: Place): string => `${at.part === '' ? '' : `${at.part} `}line ${at.line}`;

const WORD =
  /\s*(?:#.*|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|"(?<text>[^"]*)"|(?<sign>[-+*/^()=,:'[\]%]))/y;

/** The statements of one part, each ended by an `end` token; what is no word is a problem. */
export function statementsOf(
  part: string,
  source: string,
): { readonly statements: readonly (readonly Token[])[]; readonly problems: readonly Problem[] } {
  const statements: Token[][] = [];
  const problems: Problem[] = [];
  let open: Token[] = [];
  source.split(/\r?\n/).forEach((text, index) => {
    const words = wordsOf(text, part, index + 1, problems);
    open.push(...words);
    if (open.length === 0 || runsOn(open)) return;
    statements.push(ended(open));
    open = [];
  });
  if (open.length > 0) statements.push(ended(open));
  return { statements, problems };
}

const ended = (words: readonly Token[]): Token[] => [
  ...words,
  { kind: 'end', text: 'the end of the line', at: words.at(-1)!.at },
];

function runsOn(words: readonly Token[]): boolean {
  const depth = words.reduce(
    (sum, { kind, text }) => sum + (kind !== 'sign' ? 0 : text === '(' ? 1 : text === ')' ? -1 : 0),
    0,
  );
  const last = words.at(-1)!;
  return depth > 0 || (last.kind === 'sign' && '+-*/^=,'.includes(last.text));
}

function wordsOf(text: string, part: string, line: number, problems: Problem[]): Token[] {
  const words: Token[] = [];
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.trimEnd().length) {
    const column = WORD.lastIndex + 1;
    const groups = WORD.exec(text)?.groups;
    if (groups === undefined) {
      const at = { part, line, column };
      problems.push(
        problem(
          placeText(at),
          `"${text
            .slice(column - 1)
            .trim()
            .slice(0, 20)}"`,
          'a name, a number or an operator',
          'Remove or correct this character.',
        ),
      );
      break;
    }
    for (const kind of ['number', 'name', 'text', 'sign'] as const)
      if (groups[kind] !== undefined) words.push({ kind, text: groups[kind], at: { part, line, column } });
  }
  return words;
}
