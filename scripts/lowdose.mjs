#!/usr/bin/env node
// The `lowdose` command itself, readable by every Node: the product is TypeScript, which Node runs from 22.18 on. An older
// one looks for the Node 24 that npm brings along; without that it says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/cli/main.ts', import.meta.url);
const bundled = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (process.features.typescript) await import(main.href);
else if (existsSync(bundled)) process.exitCode = spawn(bundled);
else {
  process.stderr.write(
    `lowdose: Node ${process.version} is too old to run TypeScript; Node 22.18 or newer is needed. ` +
      'Install it, or run "npm ci --include=optional" in the clone, which brings Node 24.\n',
  );
  process.exitCode = 1;
}

function spawn(node) {
  const { status } = spawnSync(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  return status ?? 1;
}
