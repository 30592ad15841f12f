/** Where in a text the words of a finding stand: `line 1: "on day 22 three"` is looked up on line 1. */
import type { LintAnswer } from '../contracts.ts';

/** A stretch of the text, and the numbers of the findings about it. */
export interface MarkedSpan {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly numbers: readonly number[];
}

/** The span of each finding that names words of the text; those about the whole text have none. */
export function marksIn(text: string, findings: LintAnswer['findings']): readonly MarkedSpan[] {
  return findings.flatMap(({ where }, index) => {
    const match = /^line (\d+): "([\s\S]+)"$/.exec(where);
    if (!match?.[1] || !match[2]) return [];
    const lineStart = text
      .split('\n')
      .slice(0, Number(match[1]) - 1)
      .reduce((sum, line) => sum + line.length + 1, 0);
    const words = match[2].replace(/(\.\.\.|…)$/, '');
    const from = text.indexOf(words, lineStart);
    return from < 0 ? [] : [{ from, to: from + words.length, number: index + 1 }];
  });
}

/** The text cut at every edge of a span. */
export function pieces(text: string, marks: readonly MarkedSpan[]): readonly Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const numbers = marks.filter((mark) => mark.from <= from && mark.to >= to).map(({ number }) => number);
    return { from, text: text.slice(from, to), numbers };
  });
}
