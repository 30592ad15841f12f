#!/usr/bin/env node
/**
 * `lowdose <verb>`: every operation at a terminal. Answers go to stdout, everything else to stderr.
 *
 * Exit codes: 0 an answer was given, 1 the input could not be used, 2 the command line could not be understood. With
 * `--exit-code` a verdict also speaks: 3 wait, 4 ask, 5 must not; 6 for faults found by `lint` and `check`.
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { PRODUCT } from '../care/version.ts';
import { isIsoDate } from '../domain/dates.ts';
import { quote, sentence, type Problem } from '../domain/problem.ts';
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
import { documents, type Documents } from '../print/documents.ts';
import { helpFor, overview } from './help.ts';
import { flagsOf, put, type Flag } from './options.ts';
import { report } from './report.ts';

const EXIT = { answered: 0, unusable: 1, usage: 2, wait: 3, ask: 4, mustNot: 5, faults: 6 } as const;

/** A command line that cannot be understood: said in one sentence, exit code 2. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === '--version') return print(PRODUCT);
  if (verb === undefined || verb === 'help' || verb === '--help')
    return print(rest[0] && isOperation(rest[0]) ? helpFor(rest[0]) : overview());
  try {
    if (!isOperation(verb))
      throw new UsageError(`"${verb}" is not a verb. Verbs: ${Object.keys(OPERATIONS).join(', ')}.`);
    if (rest.includes('--help')) return print(helpFor(verb));
    return await operate(verb, rest);
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure;
    process.stderr.write(
      `lowdose: ${failure.message}\nSee: lowdose ${verb !== undefined && isOperation(verb) ? `${verb} ` : ''}--help\n`,
    );
    return EXIT.usage;
  }
}

async function operate(verb: OperationName, args: readonly string[]): Promise<number> {
  const flags = flagsOf(OPERATIONS[verb]);
  const { values, positionals } = parse(args, flags);
  const table = tableFrom((values['table'] as string | undefined) ?? process.env['LOWDOSE_TABLE']);
  const today = (values['today'] as string | undefined) ?? localToday();
  if (!isIsoDate(today)) throw new UsageError(`--today is ${quote(today)}; write YYYY-MM-DD.`);
  const request = requestOf(verb, flags, values, positionals);
  const result = await run(verb, request, { today, ...(table.table && { table: table.table }) });
  const whole = { ...result, problems: [...table.problems, ...result.problems] };
  const written =
    values['out'] === undefined
      ? []
      : await writeFiles(verb, whole, values['out'] as string, values['paper'] as string | undefined);
  if (values['json'] === true) print(JSON.stringify(whole, null, 2));
  else
    print(
      report(OPERATIONS[verb], whole, written, {
        detail: values['whole'] === true ? 'whole' : 'short',
        colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
      }),
    );
  return exitCode(whole, values['exit-code'] === true);
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parse(args: readonly string[], flags: readonly Flag[]): { values: Values; positionals: readonly string[] } {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const own = Object.fromEntries(flags.map((flag) => [flag.name, flag.kind === 'boolean' ? yes : text]));
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...own,
        json: yes,
        whole: yes,
        'exit-code': yes,
        today: text,
        table: text,
        form: text,
        medicines: text,
        patient: text,
        answers: text,
        answer: { type: 'string', multiple: true },
        out: text,
        paper: text,
      },
    });
  } catch (failure) {
    throw new UsageError((failure as Error).message.split('\n')[0] ?? 'the options could not be read');
  }
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
    ...(medicines !== undefined && { medicinesCsv: readFileSync(present(medicines), 'utf8') }),
    answers: answersOf(values),
  };
}

const withPatient = (input: Record<string, unknown>, values: Values) =>
  values['patient'] === undefined ? input : { ...input, patient: jsonFile(values['patient'] as string) };

function answersOf(values: Values): Record<string, unknown> {
  const fromFile =
    values['answers'] === undefined ? {} : (jsonFile(values['answers'] as string) as Record<string, unknown>);
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
  if (main === '-') return readFileSync(0, 'utf8');
  return existsSync(main) ? readFileSync(main, 'utf8') : main;
}

const jsonFile = (file: string): unknown => parseJson(readFileSync(file === '-' ? 0 : present(file), 'utf8'), file);

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new UsageError(`${where} is not JSON: ${(failure as Error).message}`);
  }
}

function present(file: string): string {
  if (!existsSync(file)) throw new UsageError(`there is no file "${file}" here.`);
  return file;
}

function missing(verb: string, what: string): never {
  throw new UsageError(`${verb} needs ${what}.`);
}

function tableFrom(file: string | undefined): { table?: CodeTable; problems: readonly Problem[] } {
  if (file === undefined) return { problems: [] };
  const { table, problems } = readCodeTable(readFileSync(present(file), 'utf8'), basename(file));
  if (table === undefined)
    throw new UsageError(`${file} could not be used as a table of codes. ${problems.map(sentence).join(' ')}`);
  return { table, problems };
}

/** Writes the result, and the papers where an order was allowed, into a folder. Returns the paths written. */
async function writeFiles(
  verb: OperationName,
  result: Envelope,
  folder: string,
  paper: string | undefined,
): Promise<readonly string[]> {
  if (paper !== undefined && paper !== 'a4' && paper !== 'letter')
    throw new UsageError(`--paper is "${paper}"; write a4 or letter.`);
  const papers = [paper === 'letter' ? 'us-letter' : 'a4'] as const;
  const printed = await papersFor(orderIn(result.answer), result.from.today, papers);
  const whole = { ...result, problems: [...result.problems, ...printed.problems] };
  mkdirSync(folder, { recursive: true });
  const all = [
    { name: 'result.json', bytes: Buffer.from(`${JSON.stringify(whole, null, 2)}\n`) },
    {
      name: 'summary.txt',
      bytes: Buffer.from(`${report(OPERATIONS[verb], whole, [], { detail: 'whole', colour: false })}\n`),
    },
    ...printed.files,
  ];
  return all.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

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
  papers: readonly ('a4' | 'us-letter')[],
): Promise<Documents> | Documents =>
  outcome === undefined
    ? { files: [], problems: [] }
    : documents(outcome.order, outcome.plan.plan, { madeAt: `${today}T00:00:00Z`, papers, patient: outcome.patient });

function exitCode(result: Envelope, verdictSpeaks: boolean): number {
  if (result.answer === null || result.problems.some((problem) => problem.severity === 'error')) return EXIT.unusable;
  if (!verdictSpeaks) return EXIT.answered;
  if (result.answer === 'wait') return EXIT.wait;
  if (result.answer === 'ask') return EXIT.ask;
  if (result.answer === 'must-not') return EXIT.mustNot;
  const findings = (result.answer as { findings?: readonly unknown[] }).findings;
  return findings !== undefined && findings.length > 0 ? EXIT.faults : EXIT.answered;
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

process.exitCode = await main(process.argv.slice(2));
