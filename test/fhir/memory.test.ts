import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const child = fileURLToPath(new URL('memory.child.ts', import.meta.url));

it('a record of 63 MB is read whole within 512 MB of memory, Node included', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [child]);
  const { medicines, problems, read, maxRssMb } = JSON.parse(stdout) as {
    readonly medicines: number;
    readonly problems: readonly unknown[];
    readonly read: { readonly bytes: number };
    readonly maxRssMb: number;
  };
  expect({ medicines, problems }).toEqual({ medicines: 1, problems: [] });
  expect(read.bytes).toBeGreaterThan(63 * 2 ** 20);
  expect(maxRssMb).toBeLessThan(512);
}, 20_000);
