/**
 * The operations over HTTP, and the web application's files. Nothing is stored and nothing is logged but method, route,
 * status and time: what a person sends is answered and forgotten.
 */
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { isIsoDate } from '../domain/dates.ts';
import { error, quote, type Problem } from '../domain/problem.ts';
import { isOperation, OPERATIONS, run, type Circumstances, type Request } from '../index.ts';
import type { OrderOutcome } from '../care/operations/order.ts';
import { documents } from '../print/documents.ts';
import type { CodeTable } from '../knowledge/drugs/codeTable.ts';
import { PRODUCT } from '../care/version.ts';

export interface Settings {
  /** Folder of the built web application; absent in tests of the operations alone. */
  readonly web?: string;
  readonly table?: CodeTable;
  /** Host names by which the service may be called; anything else is refused (DNS rebinding). */
  readonly hosts: readonly string[];
  /** The date, read when a request names none. */
  readonly today: () => string;
  readonly demo?: readonly DemoRecord[];
  readonly log?: boolean;
}

/** A synthetic record that the page offers to try. */
export interface DemoRecord {
  readonly name: string;
  readonly says: string;
  readonly record: unknown;
}

/** Bytes of one JSON request. A record may be 64 MB of FHIR; JSON inside JSON needs a little more. */
const BODY_LIMIT = 72 * 1024 * 1024;

/** Fields of a request body that say who the person is; everything else is the operation's own input. */
const PERSON = ['record', 'form', 'medicinesCsv', 'answers'] as const;

export async function app(settings: Settings): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    logger: settings.log === true ? { level: 'warn' } : false,
    requestTimeout: 120_000,
  });
  server.addHook('onRequest', async (request, reply) => refuseStrangeHost(request, reply, settings.hosts));
  await server.register(helmet, { contentSecurityPolicy: { directives: CSP } });
  server.setErrorHandler((failure: Error & { statusCode?: number }, request, reply) => {
    const status = failure.statusCode ?? 500;
    if (status >= 500) request.log.error({ route: request.routeOptions.url, message: failure.name });
    void reply.code(status).send(refusal(problemOfHttp(status, failure.message)));
  });
  addRecordParsers(server);
  server.get('/api', () => ({ product: PRODUCT, operations: Object.values(OPERATIONS).map(describe) }));
  server.get('/api/demo', () => settings.demo ?? []);
  server.get('/healthz', () => ({ ok: true, product: PRODUCT }));
  server.post('/api/files', async (request, reply) => files(request, reply, settings));
  server.post<{ Params: { operation: string } }>('/api/:operation', async (request, reply) =>
    operate(request, reply, settings),
  );
  if (settings.web !== undefined && existsSync(settings.web))
    await server.register(fastifyStatic, { root: settings.web });
  server.setNotFoundHandler((request, reply) => notFound(request, reply, settings));
  return server;
}

// Mantine inserts style elements at run time, so styles may be inline; scripts may not. The model is compiled to
// WebAssembly in a worker of the page itself, which needs a word of its own and allows no other script.
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  frameSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  upgradeInsecureRequests: null,
};

const describe = (operation: (typeof OPERATIONS)[keyof typeof OPERATIONS]) => ({
  name: operation.name,
  sentence: operation.sentence,
  takes: operation.takes,
  input: z.toJSONSchema(operation.input as z.ZodType, { io: 'input', unrepresentable: 'any' }),
});

async function operate(
  request: FastifyRequest<{ Params: { operation: string } }>,
  reply: FastifyReply,
  settings: Settings,
): Promise<unknown> {
  const name = request.params.operation;
  if (!isOperation(name)) {
    const names = Object.keys(OPERATIONS).join(', ');
    return reply.code(404).send(refusal(error('operation', quote(name), `one of ${names}`, 'See GET /api.')));
  }
  const read = readRequest(request.body, settings);
  if ('problem' in read) return reply.code(400).send(refusal(read.problem));
  const result = await run(name, read.request, read.circumstances);
  return reply.code(result.answer === null ? 422 : 200).send(result);
}

/** The order and the sheet as files, base64 in JSON: the same checks as the order operation, then the printer. */
async function files(request: FastifyRequest, reply: FastifyReply, settings: Settings): Promise<unknown> {
  const read = readRequest(request.body, settings);
  if ('problem' in read) return reply.code(400).send(refusal(read.problem));
  const { paper, ...input } = read.request.input ?? {};
  if (paper !== undefined && paper !== 'a4' && paper !== 'letter')
    return reply.code(400).send(refusal(error('paper', quote(paper), 'a4 or letter', 'Correct it or leave it out.')));
  const result = await run('order', { ...read.request, input }, read.circumstances);
  if (result.answer === null) return reply.code(422).send(result);
  const { order, plan, patient } = result.answer as OrderOutcome;
  const { today: on } = read.circumstances;
  const papers = [paper === 'letter' ? 'us-letter' : 'a4'] as const;
  const printed = await documents(order, plan.plan, { madeAt: `${on}T00:00:00Z`, papers, patient });
  return {
    ...result,
    problems: [...result.problems, ...printed.problems],
    files: printed.files.map(({ bytes, ...file }) => ({ ...file, base64: Buffer.from(bytes).toString('base64') })),
  };
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

type Reading = { readonly problem: Problem } | { readonly request: Request; readonly circumstances: Circumstances };

function readRequest(body: unknown, settings: Settings): Reading {
  // A raw record (application/fhir+json, gzip, NDJSON) arrives as bytes; everything else is a JSON object of fields.
  const fields = isStream(body) ? { record: body } : body;
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return {
      problem: error(
        'body',
        quote(body),
        'a JSON object or a FHIR record',
        'Send { "record": ... } or the bytes of the record.',
      ),
    };
  const { today = settings.today(), ...rest } = fields as Record<string, unknown>;
  if (!isIsoDate(today))
    return { problem: error('today', quote(today), 'a date in the form YYYY-MM-DD', 'Correct it or leave it out.') };
  const person = Object.fromEntries(PERSON.filter((key) => rest[key] !== undefined).map((key) => [key, rest[key]]));
  const input = Object.fromEntries(Object.entries(rest).filter(([key]) => !PERSON.some((name) => name === key)));
  return {
    request: { ...person, input },
    circumstances: { today, ...(settings.table && { table: settings.table }) },
  };
}

function addRecordParsers(server: FastifyInstance): void {
  const types = [
    'application/fhir+json',
    'application/x-ndjson',
    'application/fhir+ndjson',
    'application/gzip',
    'application/octet-stream',
  ];
  // The stream itself is handed on: the reader of records has its own limit and never holds the whole of it.
  server.addContentTypeParser(types, (_request, body, done) => done(null, body));
}

const refusal = (problem: Problem) => ({ answer: null, because: [], problems: [problem] });

function problemOfHttp(status: number, message: string): Problem {
  if (status === 413)
    return error(
      'body',
      'more than 72 MB',
      'at most 72 MB',
      'Send the record without attachments, or use the command line.',
    );
  if (status === 415)
    return error(
      'content-type',
      'a type that is not read here',
      'application/json or application/fhir+json',
      'Set the header and send again.',
    );
  if (status < 500) return error('body', message, 'JSON', 'Check that the body is complete JSON and send it again.');
  return error(
    'server',
    'a fault of ours',
    'an answer',
    'Nothing was kept or changed. Please report it with the request that caused it.',
  );
}

async function refuseStrangeHost(
  request: FastifyRequest,
  reply: FastifyReply,
  hosts: readonly string[],
): Promise<void> {
  if (hosts.includes(request.hostname)) return;
  const problem = error(
    'host',
    quote(request.hostname),
    hosts.join(' or '),
    'Open the address that npm start printed.',
  );
  await reply.code(421).send(refusal(problem));
}

function notFound(request: FastifyRequest, reply: FastifyReply, settings: Settings): unknown {
  const isPage =
    request.method === 'GET' && !request.url.startsWith('/api') && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
  if (isPage && settings.web !== undefined) return reply.sendFile('index.html');
  return reply.code(404).send(refusal(error('address', quote(request.url), 'a page or an operation', 'See GET /api.')));
}
