import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { PRODUCT } from '../../src/care/version.ts';
import { hasShared, sharedPatients } from '../shared.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lowdose-cli-'));

const lowdose = (args: readonly string[], input = '') =>
  spawnSync('node', ['src/cli/main.ts', ...args], { cwd: root, encoding: 'utf8', input, timeout: 30_000 });
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const json = (args: readonly string[]) => JSON.parse(lowdose([...args, '--json']).stdout) as Record<string, unknown>;

describe('lowdose at a terminal', () => {
  it('tells its verbs, and the options of each', () => {
    expect(lowdose(['--help']).stdout).toContain('screen');
    expect(lowdose(['order', '--help']).stdout).toContain('--prescriber-npi');
  });

  it.each([
    [['prescribe'], 'is not a verb'],
    [['screen', '/no/such/file.json'], 'there is no file'],
    [['screen', '--today', 'tomorrow'], 'YYYY-MM-DD'],
    [['plan', '--colour', 'red'], '--colour'],
    [['screen', '--answer', 'opioids'], 'id=value'],
    [['lint'], 'needs a schedule'],
    [['help', 'prescribe'], 'is not a verb'],
    [['lint', folder], 'it is a folder, not a file'],
    [['check', folder], 'it is a folder, not a file'],
    [['screen', '--patient', folder], 'it is a folder, not a file'],
    [['screen', '--medicines', folder], 'it is a folder, not a file'],
    [['screen', '--table', folder], 'it is a folder, not a file'],
    [['screen', '--table', '/no/such/table.csv'], 'there is no file'],
    [['screen', '--answers', file('list.json', '[]')], 'an object with an answer'],
    [['plan', '--protocol', 'weekly-1', '--protocol', 'weekly-0.5'], 'given twice'],
    [['claims', '--answers', 'x'], "Unknown option '--answers'"],
    [['all', '--paper', 'letter'], '--paper needs --out'],
    [['all', '--out', folder, '--paper', 'a3'], 'a4 or letter'],
    [['all', '--out', file('taken', 'x')], 'already there'],
    [['all', '--out', ''], 'names no folder'],
  ])('says what is wrong with %j and exits with 2', (args, words) => {
    const { status, stderr, stdout } = lowdose(args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it.each([
    ['an empty file', ''],
    ['truncated JSON', '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Pat'],
    ['an empty bundle', '{"resourceType":"Bundle","type":"collection","entry":[]}'],
    ['a string of 10 MB', JSON.stringify('x'.repeat(10_000_000))],
  ])('meets %s with a sentence, asks instead of allowing, and exits with 1', (_what, text) => {
    const { status, stdout, stderr } = lowdose(['screen', file('bad.json', text), '--json']);
    const result = JSON.parse(stdout) as { answer: string; problems: { todo: string }[] };
    expect(stderr).toBe('');
    expect(result.answer).toBe('ask');
    expect(result.problems[0]?.todo.length).toBeGreaterThan(5);
    expect(status).toBe(1);
  });

  it('reads a record from standard input', () => {
    const { stdout } = lowdose(['read', '-', '--json'], '{"resourceType":"Patient","name":[{"text":"Ada Example"}]}');
    expect(JSON.parse(stdout)).toMatchObject({ answer: { name: 'Ada Example' } });
  });

  it('lets the verdict speak through the exit code when asked to', () => {
    const form = file('form.json', '{"name":"A B","birthDate":"1980-05-01","medicines":["methadone 40 mg"]}');
    expect(lowdose(['screen', '--form', form]).status).toBe(0);
    expect(lowdose(['screen', '--form', form, '--exit-code']).status).toBe(5);
  });

  it('writes a folder of results', () => {
    const out = join(folder, 'results');
    const form = file('form2.json', '{"name":"A B","birthDate":"1980-05-01","medicines":"none"}');
    lowdose(['all', '--form', form, '--out', out]);
    expect(readdirSync(out)).toContain('result.json');
  });

  it('leaves no order of an earlier run beside the screening of another person', () => {
    const out = join(folder, 'reused');
    mkdirSync(out);
    writeFileSync(join(out, 'order-a4.pdf'), 'of somebody else');
    const { status, stderr } = lowdose(['all', '--out', out]);
    expect([status, readdirSync(out)]).toEqual([2, ['order-a4.pdf']]);
    expect(stderr).toContain('papers of an earlier run (order-a4.pdf)');
  });

  it.each([[['plan', '--colour', 'red']], [['prescribe']], [['screen', '/no/such/file.json']]])(
    'prints one JSON object for %j too, when JSON is asked for',
    (args) => {
      const { status, stdout } = lowdose([...args, '--json']);
      expect(JSON.parse(stdout)).toMatchObject({ answer: null, because: [], from: {}, problems: [{}] });
      expect(status).toBe(2);
    },
  );

  it('takes the short form of a person and the dose form of the plan beside each other', () => {
    const form = file('form3.json', '{"name":"A B","birthDate":"1980-05-01","medicines":"none"}');
    const { answer } = json(['plan', '--form', form, '--dose-form', 'liquid-1-mg-per-ml', '--today', '2027-03-01']);
    expect(answer).toMatchObject({ plan: { regimen: { steps: [{ form: 'liquid-1-mg-per-ml' }, {}, {}] } } });
  });

  it('goes on from a plan in a file', () => {
    const { answer } = json(['plan', '--today', '2027-03-01']) as { answer: { plan: object; hash: string } };
    const again = json(['plan', '--plan', file('plan.json', JSON.stringify(answer.plan)), '--today', '2027-03-01']);
    expect(again['answer']).toMatchObject({ hash: answer.hash });
  });

  it('lets the verdict speak for "all", and a refused order by what refused it', () => {
    const form = file('form4.json', '{"name":"A B","birthDate":"1980-05-01","medicines":["methadone 40 mg"]}');
    expect(lowdose(['all', '--form', form, '--exit-code']).status).toBe(5);
    expect(lowdose(['order', '--form', form, '--prescriber-name', 'Dr. B', '--exit-code']).status).toBe(5);
  });

  it('is a command that any Node can start, with a sentence where Node is too old for TypeScript', () => {
    const command = pkg.bin.lowdose;
    expect(spawnSync('node', [command, '--version'], { cwd: root, encoding: 'utf8' }).stdout).toBe(`${PRODUCT}\n`);
    const alone = join(mkdtempSync(join(tmpdir(), 'lowdose-alone-')), 'lowdose.mjs');
    copyFileSync(join(root, command), alone);
    const old = spawnSync('node', ['--no-experimental-strip-types', alone, '--version'], { encoding: 'utf8' });
    expect([old.status, old.stdout]).toEqual([1, '']);
    expect(old.stderr).toContain('is too old to run TypeScript; Node 22.18 or newer is needed');
  });

  it.skipIf(!hasShared).each(sharedPatients())('carries the outside record %s to a verdict', (name) => {
    const result = json(['all', join(root, '../shared/data/patients', name), '--today', '2026-11-22']);
    expect(result['answer']).toMatchObject({ screening: expect.stringMatching(/^(ask|must-not|wait)$/) as string });
  });
});
