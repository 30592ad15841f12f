// Builds the web application when its sources are newer than the last build (compared by content, not by clock), and
// says so. `npm start` runs it after ensure.mjs; on the second start it only hashes some files.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}dist/web/.sources`;
const hash = createHash('sha256');
const names = readdirSync(`${root}src`, { recursive: true }).map(String).sort();
for (const name of names) if (/\.\w+$/.test(name)) hash.update(name).update(readFileSync(`${root}src/${name}`));
for (const name of ['package.json', 'package-lock.json', 'vite.config.ts']) hash.update(readFileSync(root + name));
const sources = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  process.stderr.write('lowdose: building the pages (first start, or they changed), a few seconds ...\n');
  const done = spawnSync('node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, sources);
}
