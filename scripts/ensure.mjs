// Makes sure the packages in node_modules are the ones the lock file names, before start, test and the command line.
// Runs on any Node from 20 on, without a package: it is what a fresh clone has. Says on stderr what it does; stdout
// belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.lowdose-lock`;
const lock = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const say = (line) => process.stderr.write(`lowdose: ${line}\n`);

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  say('first run (or the lock file changed): installing packages with npm ci, about a minute ...');
  // npm's own output goes to stderr, so that `lowdose ... --json` prints nothing but its answer.
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    say('npm ci failed. Its message is above; check the network or run "npm ci" by hand, then try again.');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, lock);
  say('packages installed.');
}

const node = spawnSync('node', ['--version'], { encoding: 'utf8' }).stdout.trim();
if (Number(node.slice(1).split('.')[0]) < 22) {
  say(
    `Node ${node} is too old to run TypeScript. On Linux and Windows npm brings Node 24 as an optional package; ` +
      'it is missing here. Install Node 24 or run "npm ci --include=optional".',
  );
  process.exit(1);
}
