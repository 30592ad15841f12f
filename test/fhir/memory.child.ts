// Run by memory.test.ts in a process of its own: imports a generated bundle and prints what it took.
import { importRecord } from '../../src/fhir/import.ts';
import { observation, order, SUBJECT } from './make.ts';

const BYTES = 63 * 2 ** 20;
const encoder = new TextEncoder();

/** One person's record of about 63 MB: results, bills that nobody reads, and an opioid in the middle. */
async function* largeBundle(): AsyncGenerator<Uint8Array> {
  yield encoder.encode(
    '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"ann"}}',
  );
  for (let written = 0, id = 0; written < BYTES; id += 1) {
    const text = hundredEntries(id, id === 100 ? [order('oxycodone', { id: 'opioid' })] : []);
    written += text.length;
    yield encoder.encode(text);
  }
  yield encoder.encode(']}');
}

function hundredEntries(id: number, more: readonly unknown[]): string {
  const resources = Array.from({ length: 50 }, (_, i) => [
    observation('1742-6', {
      id: `o${id}-${i}`,
      valueQuantity: { value: i, unit: 'U/L' },
      note: [{ text: 'x'.repeat(400) }],
    }),
    {
      resourceType: 'Claim',
      id: `c${id}-${i}`,
      patient: SUBJECT,
      item: Array.from({ length: 15 }, (__, n) => ({ sequence: n, text: 'a bill' })),
    },
  ]).flat();
  return [...resources, ...more].map((resource) => `,{"resource":${JSON.stringify(resource)}}`).join('');
}

const started = performance.now();
const { patient, problems, read } = await importRecord(largeBundle());
const seconds = (performance.now() - started) / 1000;
const maxRssMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ medicines: patient?.medicines?.length, problems, read, seconds, maxRssMb }));
