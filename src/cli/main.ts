#!/usr/bin/env node
/**
 * `lowdose <verb>`: every operation at a terminal. Answers go to stdout, everything else to stderr.
 *
 * Exit codes: 0 an answer was given, 1 the input could not be used, 2 the command line could not be understood. With
 * `--exit-code` a verdict also speaks: 3 wait, 4 ask, 5 must not; 6 for faults found by `lint` and `check`.
 */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { KNOWLEDGE_HASH, PRODUCT } from '../care/version.ts';
import { isIsoDate } from '../domain/dates.ts';
import { hashOf } from '../domain/hash.ts';
import { error, quote, sentence, type Problem } from '../domain/problem.ts';
import {
  isOperation,
  OPERATIONS,
  readCodeTable,
  run,
  type Envelope,
  type OperationName,
  type Request,
} from '../index.ts';
import type { CodeTable } from '../knowledge/drugs/codeTable.ts';
import type { OrderOutcome } from '../care/operations/order.ts';
import type { Explained } from '../care/simulate/explained.ts';
import { figureFiles } from '../plots/index.ts';
import { documents, type Documents } from '../print/documents.ts';
import { jsonFile, parseJson, present, textFile, UsageError, writeInto } from './files.ts';
import { helpFor, overview } from './help.ts';
import { faceFlagsOf, flagsOf, put, type Flag } from './options.ts';
import { report } from './report.ts';

const EXIT = { answered: 0, unusable: 1, usage: 2, wait: 3, ask: 4, mustNot: 5, faults: 6 } as const;

async function main(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === '--version') return print(PRODUCT);
  try {
    if (verb === undefined || verb === 'help' || verb === '--help') return print(helpOn(rest[0]));
    const operation = verbOf(verb);
    if (rest.includes('--help')) return print(helpFor(operation));
    return await operate(operation, rest);
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure;
    const see = `lowdose ${verb !== undefined && isOperation(verb) ? `${verb} ` : ''}--help`;
    process.stderr.write(`lowdose: ${failure.message}\nSee: ${see}\n`);
    if (args.includes('--json')) print(JSON.stringify(notUnderstood(args, failure.message, see), null, 2));
    return EXIT.usage;
  }
}

const helpOn = (verb: string | undefined): string => (verb === undefined ? overview() : helpFor(verbOf(verb)));

function verbOf(word: string): OperationName {
  if (isOperation(word)) return word;
  throw new UsageError(`"${word}" is not a verb. Verbs: ${Object.keys(OPERATIONS).join(', ')}.`);
}

/** Who asked for JSON reads JSON, also when the command line could not be understood. */
const notUnderstood = (args: readonly string[], message: string, see: string): Envelope => ({
  answer: null,
  because: [],
  from: {
    product: PRODUCT,
    operation: args[0] ?? '',
    input: hashOf(args),
    knowledge: KNOWLEDGE_HASH,
    today: localToday(),
  },
  problems: [error('command line', message, 'a verb, its argument and its options', `See: ${see}`)],
});

async function operate(verb: OperationName, args: readonly string[]): Promise<number> {
  const flags = flagsOf(OPERATIONS[verb]);
  const { values, positionals } = parse(verb, args, flags);
  const table = tableFrom((values['table'] as string | undefined) ?? process.env['LOWDOSE_TABLE']);
  const today = (values['today'] as string | undefined) ?? localToday();
  if (!isIsoDate(today)) throw new UsageError(`--today is ${quote(today)}; write YYYY-MM-DD.`);
  const paper = paperOf(values);
  const request = requestOf(verb, flags, values, positionals);
  const result = await run(verb, request, { today, ...(table.table && { table: table.table }) });
  const whole = { ...result, problems: [...table.problems, ...result.problems] };
  const written = values['out'] === undefined ? [] : await writeFiles(verb, whole, values['out'] as string, paper);
  if (values['json'] === true) print(JSON.stringify(whole, null, 2));
  else
    print(
      report(OPERATIONS[verb], whole, written, {
        detail: values['whole'] === true ? 'whole' : 'short',
        colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
      }),
    );
  return exitCode(whole, values['exit-code'] === true);
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parse(
  verb: OperationName,
  args: readonly string[],
  flags: readonly Flag[],
): { values: Values; positionals: readonly string[] } {
  const known = [...flags, ...faceFlagsOf(OPERATIONS[verb])];
  const options = Object.fromEntries(
    known.map(({ name, kind }) => [
      name,
      { type: kind === 'boolean' ? 'boolean' : 'string', multiple: name === 'answer' },
    ]),
  ) as Record<string, { type: 'boolean' | 'string'; multiple: boolean }>;
  const { values, positionals, tokens } = parsed(args, options);
  const named = tokens.flatMap((token) => (token.kind === 'option' && token.name !== 'answer' ? [token.name] : []));
  const twice = named.find((name, at) => named.indexOf(name) < at);
  if (twice !== undefined) throw new UsageError(`--${twice} is given twice; give it once.`);
  return { values, positionals };
}

function parsed(args: readonly string[], options: Record<string, { type: 'boolean' | 'string'; multiple: boolean }>) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, tokens: true, options });
  } catch (failure) {
    const said = (failure as Error).message.split('\n')[0] ?? 'the options could not be read';
    throw new UsageError(said.replace(/ To specify a positional.*$/, ''));
  }
}

type PaperSize = 'a4' | 'us-letter';

function paperOf(values: Values): PaperSize {
  const paper = values['paper'];
  if (paper === undefined) return 'a4';
  if (paper !== 'a4' && paper !== 'letter') throw new UsageError(`--paper is ${quote(paper)}; write a4 or letter.`);
  if (values['out'] === undefined) throw new UsageError('--paper needs --out: without a folder nothing is printed.');
  return paper === 'letter' ? 'us-letter' : 'a4';
}

function requestOf(
  verb: OperationName,
  flags: readonly Flag[],
  values: Values,
  positionals: readonly string[],
): Request {
  const input: Record<string, unknown> = {};
  for (const flag of flags) {
    const value = values[flag.name];
    if (value !== undefined) put(input, flag.path, valueOf(flag, value as string | boolean));
  }
  const [main, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError(`one argument is taken, ${positionals.length} were given: ${positionals.join(' ')}.`);
  const takes = OPERATIONS[verb].takes;
  if (takes === 'nothing' && main !== undefined) throw new UsageError(`${verb} takes no file; found "${main}".`);
  if (takes === 'text') return { input: { ...input, text: textOf(main, verb) } };
  if (takes === 'order') return { input: { ...input, order: jsonFile(main ?? missing(verb, 'an order in JSON')) } };
  return { input: withPatient(input, values), ...personOf(main, values) };
}

function personOf(main: string | undefined, values: Values): Partial<Request> {
  const form = values['form'] as string | undefined;
  const medicines = values['medicines'] as string | undefined;
  return {
    ...(main !== undefined && { record: main === '-' ? process.stdin : createReadStream(present(main)) }),
    ...(form !== undefined && { form: jsonFile(form) }),
    ...(medicines !== undefined && { medicinesCsv: textFile(medicines) }),
    answers: answersOf(values),
  };
}

const withPatient = (input: Record<string, unknown>, values: Values) =>
  values['patient'] === undefined ? input : { ...input, patient: jsonFile(values['patient'] as string) };

function answersOf(values: Values): Record<string, unknown> {
  const fromFile = values['answers'] === undefined ? {} : jsonFile(values['answers'] as string);
  if (typeof fromFile !== 'object' || fromFile === null || Array.isArray(fromFile))
    throw new UsageError(`--answers holds ${quote(fromFile)}; write an object with an answer for each question id.`);
  const single = ((values['answer'] as string[] | undefined) ?? []).map((pair) => {
    const [id, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (!pair.includes('=') || id === '') throw new UsageError(`--answer takes id=value; found "${pair}".`);
    return [id, value] as const;
  });
  return { ...fromFile, ...Object.fromEntries(single) };
}

function valueOf(flag: Flag, value: string | boolean): unknown {
  if (typeof value === 'boolean' || flag.kind === 'text') return value;
  if (flag.kind === 'json') return /^\s*[[{"]/.test(value) ? parseJson(value, `--${flag.name}`) : jsonFile(value);
  if (!/^-?\d+(\.\d+)?$/.test(value))
    throw new UsageError(`--${flag.name} is "${value}"; write a number with a decimal point.`);
  return Number(value);
}

function textOf(main: string | undefined, verb: string): string {
  if (main === undefined) return missing(verb, 'a schedule in quotes, a file, or - for standard input');
  return main === '-' || existsSync(main) ? textFile(main) : main;
}

function missing(verb: string, what: string): never {
  throw new UsageError(`${verb} needs ${what}.`);
}

function tableFrom(file: string | undefined): { table?: CodeTable; problems: readonly Problem[] } {
  if (file === undefined) return { problems: [] };
  const { table, problems } = readCodeTable(textFile(file), basename(file));
  if (table === undefined)
    throw new UsageError(
      `${file} could not be used as a table of codes. ${problems.slice(0, 3).map(sentence).join(' ')}`,
    );
  return { table, problems };
}

/** Writes the result, and the papers where an order was allowed, into a folder. Returns the paths written. */
async function writeFiles(
  verb: OperationName,
  result: Envelope,
  folder: string,
  paper: PaperSize,
): Promise<readonly string[]> {
  const printed = await papersFor(orderIn(result.answer), result.from.today, [paper]);
  const whole = { ...result, problems: [...result.problems, ...printed.problems] };
  return writeInto(folder, [
    { name: 'result.json', bytes: Buffer.from(`${JSON.stringify(whole, null, 2)}\n`) },
    {
      name: 'summary.txt',
      bytes: Buffer.from(`${report(OPERATIONS[verb], whole, [], { detail: 'whole', colour: false })}\n`),
    },
    ...printed.files,
    ...picturesIn(verb, result.answer),
  ]);
}

const picturesIn = (verb: OperationName, answer: unknown) =>
  verb === 'explain' && answer !== null
    ? figureFiles(answer as Explained).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
    : [];

/** The order inside an answer, where there is one: `order` answers with it, `all` carries it. */
function orderIn(answer: unknown): OrderOutcome | undefined {
  if (typeof answer !== 'object' || answer === null || !('order' in answer)) return undefined;
  const { order } = answer as { order: OrderOutcome | OrderOutcome['order'] | null };
  if (order === null) return undefined;
  return 'labels' in answer ? (answer as OrderOutcome) : (order as OrderOutcome);
}

const papersFor = (
  outcome: OrderOutcome | undefined,
  today: string,
  papers: readonly PaperSize[],
): Promise<Documents> | Documents =>
  outcome === undefined
    ? { files: [], problems: [] }
    : documents(outcome.order, outcome.plan.plan, { madeAt: `${today}T00:00:00Z`, papers, patient: outcome.patient });

function exitCode(result: Envelope, verdictSpeaks: boolean): number {
  const verdict = verdictSpeaks ? VERDICTS.get(verdictOf(result)) : undefined;
  if (verdict !== undefined) return verdict;
  if (result.answer === null || result.problems.some((problem) => problem.severity === 'error')) return EXIT.unusable;
  return verdictSpeaks && hasFaults(result.answer) ? EXIT.faults : EXIT.answered;
}

const VERDICTS: ReadonlyMap<unknown, number> = new Map([
  ['wait', EXIT.wait],
  ['ask', EXIT.ask],
  ['must-not', EXIT.mustNot],
]);

/** What the screening said: the answer itself, or inside it, or beside it when no order was written. */
function verdictOf({ answer, plan }: Envelope): unknown {
  if (typeof answer === 'string') return answer;
  const { screening } = (answer ?? plan ?? {}) as { screening?: string | { answer: string } };
  return typeof screening === 'object' ? screening.answer : screening;
}

/** Any finding on a schedule; on an order only what refuses it. */
function hasFaults(answer: unknown): boolean {
  const { accepted, findings } = answer as { accepted?: boolean; findings?: readonly unknown[] };
  return accepted === undefined ? findings !== undefined && findings.length > 0 : !accepted;
}

/** Today's date where this machine stands. */
function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return EXIT.answered;
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code !== 'EPIPE') throw failure;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));
