// Drops from package-lock.json the optional packages for other platforms that the registry does not carry.
// `npm install` writes them as names without a version, and `npm ci` then refuses the lock. Run it after every
// `npm install`; it says what it dropped.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = new Set();
for (const entry of Object.values(lock.packages))
  for (const name of Object.keys(entry.optionalDependencies ?? {}))
    if (!lock.packages[`node_modules/${name}`]?.version) missing.add(name);
for (const name of missing) {
  delete lock.packages[`node_modules/${name}`];
  for (const entry of Object.values(lock.packages)) delete entry.optionalDependencies?.[name];
}
writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
process.stdout.write(
  `lock-prune: dropped ${missing.size} names${missing.size ? `: ${[...missing].join(', ')}` : ''}\n`,
);
