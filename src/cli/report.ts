/** A result as a person reads it at a terminal: the answer first, then why, then what was wrong with the input. */
import type { Envelope, Operation } from '../care/operation.ts';
import { sentence } from '../domain/problem.ts';
import type { Reason } from '../domain/result.ts';
import type { Source } from '../domain/source.ts';

const WIDTH = 100;
const PAINT = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33' } as const;

type Paint = (style: keyof typeof PAINT, text: string) => string;

/** Marks beside a reason, each with its word, so that colour is never the only sign. */
const MARK = {
  never: ['red', 'NO   '],
  until: ['yellow', 'WAIT '],
  ask: ['yellow', 'ASK  '],
  no: ['dim', 'note '],
} as const;

/** How much is shown: `short` leaves out what does not block and was not found, and every source but those that block. */
export type Detail = 'short' | 'whole';

export interface Look {
  readonly detail: Detail;
  readonly colour: boolean;
}

export function report(
  operation: Operation,
  result: Envelope,
  written: readonly string[],
  { detail, colour }: Look,
): string {
  const paint: Paint = (style, text) => (colour ? `\u001b[${PAINT[style]}m${text}\u001b[0m` : text);
  const answer =
    result.answer === null
      ? [paint('red', result.because.length === 0 ? 'No answer: the input could not be used.' : REFUSED)]
      : operation.inWords(result);
  const shown = detail === 'whole' ? result.because : result.because.filter(isTelling);
  const left = result.because.length - shown.length;
  const blocks = [
    answer,
    section(
      'Because',
      shown.flatMap((reason) => reasonLines(reason, detail, paint)),
      paint,
    ),
    left === 0
      ? []
      : [paint('dim', `${left} further checks found nothing that blocks; --whole shows them and every source.`)],
    section(
      'Problems with the input',
      result.problems.map((problem) => wrap(`${problem.severity}: ${sentence(problem)}`, '  ')),
      paint,
    ),
    section(
      'Written',
      written.map((path) => `  ${path}`),
      paint,
    ),
    [paint('dim', `${result.from.product}, ${result.from.today}, input ${result.from.input.slice(0, 19)}`)],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** The input was understood, and what it says stands in the way. */
const REFUSED = 'Nothing was written: what stands in the way is said below.';

/** Whether a reason says something that a hurried reader must see. */
const isTelling = ({ blocks, presence }: Reason): boolean => blocks !== 'no' || presence === 'present';

const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint('bold', title), ...lines];

function reasonLines(reason: Reason, detail: Detail, paint: Paint): readonly string[] {
  const [style, mark] = MARK[reason.blocks];
  const evidence = reason.evidence.map(
    ({ from, text, date }) => `        ${from}: ${text}${date === undefined ? '' : `, ${date}`}`,
  );
  return [
    `  ${paint(style, mark)}${wrap(reason.says, '        ').trimStart()} ${paint('dim', `[${reason.rule}: ${reason.presence}]`)}`,
    ...evidence.slice(0, 5).map((line) => paint('dim', line)),
    ...(evidence.length > 5 ? [paint('dim', `        and ${evidence.length - 5} more`)] : []),
    ...(detail === 'short' && reason.blocks === 'no' ? [] : reason.sources).map((source) =>
      paint('dim', wrap(`source: ${sourceInWords(source)}`, '        ')),
    ),
  ];
}

const sourceInWords = (source: Source): string =>
  source.kind === 'cited' ? `${source.key}, ${source.where}` : `assumed: ${source.why}`;

/** Breaks a text into lines of at most 100 characters, each behind the indent. */
export function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => indent + part).join('\n');
}
