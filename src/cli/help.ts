/** Help texts, made from the list of operations. The manual's page on the command line is the same text. */
import { OPERATIONS, type OperationName } from '../index.ts';
import { flagsOf } from './options.ts';
import { wrap } from './report.ts';

const ARGUMENT = {
  nothing: '',
  record: '[record.json | -]',
  text: '["schedule" | file | -]',
  order: '<order.json>',
} as const;

const COMMON: readonly (readonly [string, string])[] = [
  ['--json', 'print one JSON object { answer, because, from, problems }'],
  ['--whole', 'show every check and every source, also what found nothing'],
  ['--today DATE', 'the date to reckon from; today when left out'],
  ['--table FILE', 'more product codes (CSV or FHIR ValueSet); also LOWDOSE_TABLE'],
  ['--exit-code', 'let the verdict set the exit code: 3 wait, 4 ask, 5 must not, 6 faults found'],
];

const PERSON: readonly (readonly [string, string])[] = [
  ['--form FILE', 'the short form for a person without a record (JSON)'],
  ['--patient FILE', 'a patient as "lowdose read --json" prints it'],
  ['--medicines FILE', 'a CSV of medicines, added to the person'],
  [
    '--answer ID=VALUE',
    'answer to a direct question: yes, no, yes:2026-11-10, a number or a text; may be repeated (see "lowdose questions")',
  ],
  ['--answers FILE', 'answers by question id (JSON)'],
  ['--out FOLDER', 'write the result, and the papers where an order is allowed, into a folder'],
  ['--paper a4|letter', 'paper size of what is written'],
];

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
  const own = flagsOf(operation).map((flag) =>
    row(`--${flag.name}${flag.kind === 'boolean' ? '' : ` ${flag.kind.toUpperCase()}`}`, flag.says),
  );
  const common = [...(operation.takes === 'record' ? PERSON : []), ...COMMON].map(([flag, says]) => row(flag, says));
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
