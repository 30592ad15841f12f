/**
 * Writes docs/reference from what the product says of itself, so that the manual cannot be wrong about it:
 * `npm run manual`. A test compares the committed files with `manual()`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { latexOf } from '../src/engine/exports/latex.ts';
import { composedModel } from '../src/knowledge/mechanisms/index.ts';
import { helpFor, overview } from '../src/cli/help.ts';
import { OPERATIONS, type OperationName } from '../src/index.ts';
import { inMg } from '../src/domain/amount.ts';
import type { Source } from '../src/domain/source.ts';
import { ARTICLES, CLAIMS } from '../src/knowledge/claims/index.ts';
import { DRUGS } from '../src/knowledge/drugs/index.ts';
import { PROTOCOLS } from '../src/knowledge/protocols/index.ts';
import { RULES } from '../src/knowledge/rules/index.ts';
import { SCALES } from '../src/knowledge/scales/index.ts';
import sources from '../src/knowledge/sources.json' with { type: 'json' };

const HEAD = '<!-- Made by "npm run manual" from the code. Edit the code, not this file. -->\n';

/** The reference pages: file name to text. */
export function manual(): Readonly<Record<string, string>> {
  return {
    'commands.md': page('Commands', [
      fenced(overview()),
      ...names().map((name) => `## ${name}\n\n${fenced(helpFor(name))}`),
    ]),
    'http.md': page('HTTP', HTTP),
    'rules.md': page(
      'Screening rules',
      RULES.map(({ id, title, sources: from }) => `- **${title}** (\`${id}\`). ${from.map(inText).join('; ')}`),
    ),
    'drugs.md': page('Drugs that the product knows', [drugTable()]),
    'protocols.md': page('Titration protocols', PROTOCOLS.map(protocolText)),
    'scales.md': page(
      'Rating scales',
      SCALES.map(
        ({ id, name, lowest, highest, licence }) =>
          `- **${name}** (\`${id}\`), ${lowest} to ${highest}. ${licence.says}`,
      ),
    ),
    'claims.md': page(
      'What the articles claim',
      ARTICLES.map(({ id }) => claimsOf(id)),
    ),
    'equations.md': page('Equations of the model', EQUATIONS),
    'sources.md': page(
      'Sources',
      Object.entries(sources).map(([key, { citation, seen }]) => `- \`${key}\`: ${citation} (seen: ${seen})`),
    ),
  };
}

const page = (title: string, parts: readonly string[]): string => `${HEAD}# ${title}\n\n${joined(parts)}\n`;
const joined = (parts: readonly string[]): string =>
  parts
    .map((part, at) =>
      at === 0 ? part : (part.startsWith('- ') && parts[at - 1]!.startsWith('- ') ? '\n' : '\n\n') + part,
    )
    .join('');
const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;
const names = (): readonly OperationName[] => Object.keys(OPERATIONS) as OperationName[];
const cell = (text: string): string => text.replaceAll('|', '\\|');
const inText = (source: Source): string =>
  source.kind === 'cited' ? `\`${source.key}\`, ${source.where}` : `assumed: ${source.why}`;

const EQUATIONS: readonly string[] = [
  'As the product solves them, every mechanism on, with the slow reading of the brain. [The model](../model.md) says what each is and how far it is known; `lowdose model --as sbml` writes them for other programs.',
  `$$\n${latexOf(composedModel({}))}\n$$`,
];

const HTTP: readonly string[] = [
  'The server answers on this machine only. Each operation is `POST /api/<name>` with a JSON body: the fields of the operation, and `record` (FHIR), `form` (the short form) or `patient` for the person, `answers` by question id, `today`. The same schema in JSON Schema: `GET /api`. A raw record may be the whole body of a `POST` with `application/fhir+json`, `application/x-ndjson` or `application/gzip`.',
  'The answer is `{ answer, because, from, problems }`; `answer` is `null`, with status 422, when the input could not be used. `POST /api/files` takes what `order` takes, and `paper` (`a4` or `letter`), and adds the papers as base64.',
  ...Object.values(OPERATIONS).map(({ name, sentence }) => `- \`POST /api/${name}\`: ${sentence}`),
  '- `GET /api/demo`: synthetic people to try.',
  '- `GET /healthz`: whether the service is up.',
];

const namesOf = ({
  names = [],
  brands = [],
  slowBrands = [],
  depotBrands = [],
  streetNames = [],
}: (typeof DRUGS)[number]): readonly string[] => [...names, ...brands, ...slowBrands, ...depotBrands, ...streetNames];

const drugTable = (): string =>
  [
    '| drug | class | RxNorm | ATC | names and brands |',
    '|---|---|---|---|---|',
    ...DRUGS.map(
      (drug) =>
        `| ${cell(drug.name)} | ${drug.opioidClass ?? ''} | ${(drug.rxnorm ?? []).join(', ')} | ${(drug.atc ?? []).join(', ')} | ${cell(namesOf(drug).join(', '))} |`,
    ),
  ].join('\n');

const protocolText = ({
  id,
  name,
  forWhom,
  usedBy,
  evidence,
  steps,
  ceilingUg,
  sources: from,
}: (typeof PROTOCOLS)[number]): string =>
  [
    `## ${name}`,
    '',
    `\`${id}\`. For ${forWhom}. Used by ${usedBy}. Ceiling ${inMg(ceilingUg)} a day.`,
    '',
    ...steps.map(
      ({ doses, nights }) =>
        `- ${nights} nights: ${doses.map(({ amountUg, at }) => `${inMg(amountUg)} (${at})`).join(', ')}`,
    ),
    '',
    `Evidence: ${evidence}`,
    '',
    `Sources: ${from.map(inText).join('; ')}`,
  ].join('\n');

const claimsOf = (article: string): string => {
  const title = ARTICLES.find(({ id }) => id === article)?.title ?? article;
  const rows = CLAIMS.filter((claim) => claim.article === article).map(
    ({ said, verdict, reason, unsafe, sources: from }) =>
      `| ${cell(said)} | **${verdict}**${unsafe ? ', unsafe' : ''} | ${cell(reason)} | ${cell(from.map(inText).join('; '))} |`,
  );
  return [
    `## Article ${article}: ${title}`,
    '',
    '| says | verdict | why | sources |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(manual())) writeFileSync(folder + name, text);
  process.stdout.write(`manual: ${Object.keys(manual()).length} pages in docs/reference\n`);
}
