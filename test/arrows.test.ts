import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// The architecture diagram. A folder may import the folders named beside it, itself, and the outside packages with
// their reasons. Nothing else.
const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

interface Layer {
  readonly folder: string;
  readonly may: readonly string[];
  /** Core reads no clock, file, network, environment or global random source. */
  readonly core: boolean;
  /** Outside packages and the reason each is a guest. */
  readonly guests: Readonly<Record<string, string>>;
}

const LAYERS: readonly Layer[] = [
  {
    folder: 'domain',
    may: [],
    core: true,
    guests: {
      'temporal-polyfill': 'calendar arithmetic to the standard (Temporal), until every Node and browser has it',
      '@noble/hashes': 'SHA-256 without Node or DOM; audited, no dependencies',
    },
  },
  { folder: 'engine', may: [], core: true, guests: {} },
  { folder: 'knowledge', may: ['domain', 'engine'], core: true, guests: {} },
  {
    folder: 'care',
    may: ['domain', 'engine', 'knowledge'],
    core: true,
    guests: { zod: 'one schema for each operation: checks input, types it, and becomes JSON Schema for help and docs' },
  },
  { folder: 'plots', may: ['domain', 'engine', 'knowledge', 'care'], core: true, guests: {} },
  {
    folder: 'fhir',
    may: ['domain', 'engine', 'knowledge', 'care'],
    core: true,
    guests: {
      fflate: 'gunzip without Node, streaming',
      papaparse: 'CSV with quotes, line breaks and every delimiter that spreadsheets write',
      fhir: 'types of FHIR R4 resources (@types/fhir; types only)',
    },
  },
  {
    folder: 'print',
    may: ['domain', 'engine', 'knowledge', 'care', 'plots', 'fhir'],
    core: false,
    guests: {
      '@myriaddreamin/typst-ts-node-compiler': 'typesets tagged PDF in milliseconds, offline, without a browser',
      uqr: 'QR codes as SVG; no dependencies',
    },
  },
  {
    folder: 'index.ts',
    may: ['domain', 'engine', 'knowledge', 'care', 'plots', 'fhir'],
    core: true,
    guests: {},
  },
  {
    folder: 'server',
    may: ['domain', 'engine', 'knowledge', 'care', 'plots', 'fhir', 'print', 'index.ts'],
    core: false,
    guests: {
      fastify: 'HTTP with limits, structured logs and tests without a socket',
      '@fastify/static': 'serves the built web application',
      '@fastify/helmet': 'security headers and a strict content security policy',
      zod: 'the schemas of the operations',
    },
  },
  {
    folder: 'cli',
    may: ['domain', 'engine', 'knowledge', 'care', 'plots', 'fhir', 'print', 'index.ts'],
    core: false,
    guests: { zod: 'the schemas of the operations, read for --help' },
  },
  {
    folder: 'web',
    may: ['domain', 'engine', 'knowledge', 'care', 'plots', 'fhir'],
    core: false,
    guests: {
      react: 'the web application',
      'react-dom': 'the web application',
      '@mantine/core': 'accessible components, light and dark, without a design of our own',
      '@mantine/hooks': 'small hooks that the components expect',
    },
  },
];

const BANNED_IN_CORE: readonly [RegExp, string][] = [
  [/\bDate\.now\b/, 'reads the clock; take the date as an argument'],
  [/\bnew Date\(\s*\)/, 'reads the clock; take the date as an argument'],
  [/\bTemporal\.Now\b/, 'reads the clock; take the date as an argument'],
  [/\bperformance\.now\b/, 'reads the clock'],
  [/\bMath\.random\b/, 'reads the global random source; take a stream as an argument'],
  [/\bcrypto\.(randomUUID|getRandomValues)\b/, 'reads the global random source'],
  [/\bprocess\.|\brequire\(|\bfetch\(|\bwindow\.|\bdocument\./, 'reaches outside the core'],
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join(src, name));

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((name) => name !== '');
const folderOf = (file: string) => relative(src, file).split(/[\\/]/)[0] ?? '';
const packageOf = (name: string) =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!;

describe('the arrows between folders', () => {
  it('walks a tree that is not empty', () => expect(files.length).toBeGreaterThan(10));

  it.each(LAYERS)('$folder imports only what lies below it', ({ folder, may, guests, core }) => {
    const wrong: string[] = [];
    for (const file of files.filter((name) => folderOf(name) === folder))
      for (const name of importsOf(file)) {
        const where = `${relative(root, file)} imports ${name}`;
        if (name.startsWith('.')) {
          const to = folderOf(resolve(dirname(file), name));
          if (to !== folder && !may.includes(to)) wrong.push(`${where}: ${folder} may not import ${to}`);
        } else if (name.startsWith('node:')) {
          if (core || folder === 'web') wrong.push(`${where}: no Node in ${folder}`);
        } else if (!(packageOf(name) in guests)) wrong.push(`${where}: not a guest of ${folder}`);
      }
    expect(wrong).toEqual([]);
  });

  it('every folder under src is in the table', () =>
    expect(new Set(files.map(folderOf))).toEqual(new Set(LAYERS.map((layer) => layer.folder))));

  it('every guest is used by the folder that invites it', () => {
    const idle = LAYERS.flatMap(({ folder, guests }) => {
      const used = new Set(
        files
          .filter((file) => folderOf(file) === folder)
          .flatMap(importsOf)
          .map(packageOf),
      );
      return Object.keys(guests)
        .filter((guest) => !used.has(guest))
        .map((guest) => `${folder}: ${guest}`);
    });
    expect(idle).toEqual([]);
  });

  it('there is no import cycle', () => {
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.') && /\.tsx?$/.test(name))
          .map((name) => resolve(dirname(file), name)),
      ]),
    );
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file))
        return [[...path.slice(path.indexOf(file)), file].map((name) => relative(src, name)).join(' -> ')];
      if (done.has(file)) return [];
      done.add(file);
      return (edges.get(file) ?? []).flatMap((next) => walk(next, [...path, file]));
    };
    expect(files.flatMap((file) => walk(file, []))).toEqual([]);
  });

  it('core reads no clock, no random source and no global', () => {
    const wrong = LAYERS.filter((layer) => layer.core).flatMap(({ folder }) =>
      files
        .filter((file) => folderOf(file) === folder)
        .flatMap((file) => {
          const text = withoutComments(readFileSync(file, 'utf8'));
          return BANNED_IN_CORE.filter(([pattern]) => pattern.test(text)).map(
            ([pattern, why]) => `${relative(root, file)}: ${pattern.source} ${why}`,
          );
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('the engine knows no medicine', () => {
    const wrong = files
      .filter((file) => folderOf(file) === 'engine' && /naltrexone|opioid|depress/i.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(wrong).toEqual([]);
  });
});
