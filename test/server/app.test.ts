import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { app } from '../../src/server/app.ts';

const today = () => '2026-11-22';
let server: FastifyInstance;

beforeAll(async () => {
  server = await app({ hosts: ['localhost'], today });
});
afterAll(async () => server.close());

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
    payload: payload as string,
  });

const bundle = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ resource: { resourceType: 'Patient', id: 'p', name: [{ text: 'Ada Example' }], birthDate: '1980-05-01' } }],
};

describe('the operations over HTTP', () => {
  it('lists what it can do, with a JSON Schema for each', async () => {
    const { operations } = (await server.inject({ url: '/api', headers: { host: 'localhost' } })).json<{
      operations: { name: string; input: { type: string } }[];
    }>();
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(['screen', 'plan', 'order', 'claims']));
    expect(operations.every(({ input }) => input.type === 'object')).toBe(true);
  });

  it('screens a record that lists no medicine with "ask", never "may-start"', async () => {
    const reply = await post('/api/screen', { record: bundle });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ answer: 'ask', from: { today: '2026-11-22' } });
  });

  it('takes the record itself as the body, gzipped too', async () => {
    const raw = await post('/api/read', JSON.stringify(bundle), { 'content-type': 'application/fhir+json' });
    expect(raw.json()).toMatchObject({ answer: { name: 'Ada Example' } });
    const packed = await post('/api/read', gzipSync(JSON.stringify(bundle)), { 'content-type': 'application/gzip' });
    expect(packed.json()).toMatchObject({ answer: { name: 'Ada Example' } });
  });

  it.each([
    ['an operation that does not exist', '/api/prescribe', {}, 404],
    ['a date that does not exist', '/api/screen', { form: {}, today: '2026-02-30' }, 400],
    ['a body that is a list', '/api/screen', [], 400],
    ['a body that is not JSON', '/api/screen', '{"record": ', 400],
    ['a field nobody knows', '/api/lint', { text: '1.5 mg for 7 nights', colour: 'red' }, 422],
  ])('answers %s with a sentence that says what to do', async (_what, url, body, status) => {
    const reply = await post(url, body);
    expect(reply.statusCode).toBe(status);
    const { problems } = reply.json<{ problems: { todo: string; expected: string }[] }>();
    expect(problems[0]?.todo.length).toBeGreaterThan(5);
    expect(problems[0]?.expected.length).toBeGreaterThan(2);
  });

  it('refuses a call by another host name, so that no web page elsewhere can reach it', async () => {
    const reply = await server.inject({ url: '/api', headers: { host: 'evil.example' } });
    expect(reply.statusCode).toBe(421);
  });

  it('sends a strict content security policy', async () => {
    const policy = (await server.inject({ url: '/healthz', headers: { host: 'localhost' } })).headers[
      'content-security-policy'
    ];
    const scripts = /script-src ([^;]*)/.exec(String(policy))?.[1];
    expect(scripts?.split(' ')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  });

  it('writes no paper for a person who may not start', async () => {
    const form = { name: 'A B', birthDate: '1980-05-01', medicines: ['methadone 40 mg daily'] };
    const reply = await post('/api/files', { form, start: '2027-01-04', prescriber: { name: 'Dr. Test' } });
    expect(reply.statusCode).toBe(422);
    expect(reply.json()).not.toHaveProperty('files');
  });
});
