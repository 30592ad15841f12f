import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { manual } from '../scripts/manual.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...(existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => join('docs', name))
    : []),
];

const textOf = (name: string) => readFileSync(join(root, name), 'utf8');
const linksIn = (name: string) =>
  [...textOf(name).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^(https?:|#|mailto:)/.test(link));
/** Lines of `sh` blocks that run the command line of a clone. */
const commandsIn = (name: string) =>
  [...textOf(name).matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap((match) => (match[1] ?? '').split('\n'))
    .filter((line) => line.startsWith('npm run -s lowdose -- '));

describe('the documents', () => {
  it.each(docs)('every link in %s leads somewhere', (name) => {
    const dead = linksIn(name).filter((link) => !existsSync(resolve(root, dirname(name), link.split('#')[0] ?? '')));
    expect(dead).toEqual([]);
  });

  const commands = [...new Set(docs.flatMap(commandsIn))];

  it('show commands to try', () => expect(commands.length).toBeGreaterThan(3));

  it.each(commands)('the command works: %s', { timeout: 60_000 }, (command) => {
    const verb = command.replace('npm run -s lowdose --', 'node src/cli/main.ts');
    const out = execFileSync('bash', ['-c', verb], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(out.length).toBeGreaterThan(40);
  });

  it('the reference in docs/reference is what the product says of itself today', () => {
    for (const [name, text] of Object.entries(manual()))
      expect(textOf(join('docs/reference', name)), `${name} is stale: run "npm run manual"`).toBe(text);
  });

  it('every picture they show is a file of ours', () => {
    const pictures = docs.flatMap(linksIn).filter((link) => /\.(png|svg)$/.test(link));
    expect(pictures.length).toBeGreaterThan(0);
  });

  it('speak of the product alone', () => {
    const leaks = docs
      .filter((name) => /\/work\/|\.\.\/shared|helper-\d/.test(textOf(name)))
      .map((name) => relative(root, name));
    expect(leaks).toEqual([]);
  });
});
