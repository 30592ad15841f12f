/** Help texts, made from the list of operations. The manual's page on the command line is the same text. */
import { OPERATIONS, type OperationName } from '../index.ts';
import { faceFlagsOf, flagsOf } from './options.ts';
import { wrap } from './report.ts';

const ARGUMENT = {
  nothing: '',
  record: '[record.json | -]',
  text: '["schedule" | file | -]',
  order: '<order.json>',
} as const;

/** What `lowdose --help` prints. */
export function overview(): string {
  const verbs = Object.values(OPERATIONS).map(({ name, sentence }) => row(name, sentence));
  return [
    'lowdose: screen, plan and order low-dose naltrexone for depression, with the reason for everything it says.',
    '',
    'Usage: lowdose <verb> [file] [options]        in a clone: npm run -s lowdose -- <verb> ...',
    '',
    'Verbs',
    ...verbs,
    '',
    'lowdose <verb> --help tells the options of a verb.',
    'Exit codes: 0 answered, 1 the input could not be used, 2 the command line could not be understood.',
    'A clinician decides. Lowdose shows the finding, the reason and the source.',
  ].join('\n');
}

/** What `lowdose <verb> --help` prints. */
export function helpFor(name: OperationName): string {
  const operation = OPERATIONS[name];
  const own = flagsOf(operation).map(({ name: flag, kind, says }) =>
    row(kind === 'boolean' ? `--${flag}` : `--${flag} ${kind.toUpperCase()}`, says),
  );
  const common = faceFlagsOf(operation).map(({ name: flag, takes, says }) =>
    row([`--${flag}`, takes].filter(Boolean).join(' '), says),
  );
  return [
    wrap(operation.sentence, ''),
    '',
    `Usage: lowdose ${[name, ARGUMENT[operation.takes], '[options]'].filter(Boolean).join(' ')}`,
    '',
    'Options',
    ...own,
    ...common,
  ].join('\n');
}

const row = (left: string, right: string): string => `  ${left.padEnd(26)} ${wrap(right, ' '.repeat(29)).trimStart()}`;
