/** `npm start`: the workbench on this machine, for this machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { daysBetween } from '../domain/dates.ts';
import { sentence } from '../domain/problem.ts';
import { DEMO_DAY, moveDates } from '../fhir/demoDay.ts';
import { readCodeTable } from '../index.ts';
import type { CodeTable } from '../knowledge/drugs/codeTable.ts';
import { app, type DemoRecord } from './app.ts';

const HELP = `lowdose server: the workbench in a browser, on this machine only.

Settings (environment):
  LOWDOSE_PORT    port to listen on; without it 8420, or the next free one
  LOWDOSE_HOST    address to listen on; without it 127.0.0.1 (this machine only)
  LOWDOSE_TABLE   file with more product codes: CSV or FHIR ValueSet
`;

const FIRST_PORT = 8420;
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

if (process.argv.includes('--help')) {
  say(HELP);
  process.exit(0);
}

const host = process.env['LOWDOSE_HOST'] ?? '127.0.0.1';
const table = tableFrom(process.env['LOWDOSE_TABLE']);
const server = await app({
  web: folder('dist/web'),
  hosts: ['localhost', '127.0.0.1', '[::1]', '::1', host],
  today: localToday,
  demo: demoRecords(folder('data/demo')),
  log: true,
  ...(table && { table }),
});
await listen();

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().then(() => process.exit(0)));

async function listen(): Promise<void> {
  const wanted = process.env['LOWDOSE_PORT'];
  if (wanted !== undefined && !/^\d{1,5}$/.test(wanted)) stop(`LOWDOSE_PORT is "${wanted}", not a port number.`);
  const ports = wanted === undefined ? Array.from({ length: 20 }, (_, n) => FIRST_PORT + n) : [Number(wanted)];
  for (const port of ports)
    try {
      const address = await server.listen({ port, host });
      say(
        `Lowdose is open at ${address}  (node ${process.version}; nothing you enter leaves this machine; Ctrl+C to stop)`,
      );
      return;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw failure;
    }
  stop(
    `port ${ports.length === 1 ? ports[0] : `${ports[0]} and the 19 after it`} is taken. Set LOWDOSE_PORT to a free one.`,
  );
}

function tableFrom(file: string | undefined): CodeTable | undefined {
  if (file === undefined) return undefined;
  const { table: read, problems } = readCodeTable(readFileSync(file, 'utf8'), basename(file));
  for (const problem of problems) process.stderr.write(`lowdose: ${file}: ${sentence(problem)}\n`);
  if (read === undefined) stop(`LOWDOSE_TABLE: ${file} could not be used as a table of codes.`);
  say(`Code table ${read.name}: ${read.rows.size} codes.`);
  return read;
}

/** The synthetic people, their dates moved so that "stopped four days ago" is true today. */
function demoRecords(from: string): readonly DemoRecord[] {
  const days = daysBetween(DEMO_DAY, localToday());
  return readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => demoRecord(JSON.parse(readFileSync(`${from}/${name}`, 'utf8')) as Tagged, days));
}

interface Tagged {
  readonly meta: { readonly tag: readonly { readonly display: string }[] };
  readonly entry: readonly { readonly resource: { readonly name?: readonly { given: string[]; family: string }[] } }[];
}

function demoRecord(bundle: Tagged, days: number): DemoRecord {
  const [named] = bundle.entry.flatMap(({ resource }) => resource.name ?? []);
  return {
    name: named === undefined ? 'Nameless' : [...named.given, named.family].join(' '),
    says: bundle.meta.tag[0]?.display ?? '',
    record: moveDates(bundle, days),
  };
}

/** Today's date where this machine stands. */
function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function stop(why: string): never {
  process.stderr.write(`lowdose: ${why}\n`);
  process.exit(1);
}
