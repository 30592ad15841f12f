/**
 * Turns a template and plain data into a tagged PDF. Data reaches the template as one JSON text, so nothing a person
 * typed is ever read as markup. Fonts come from the package and the compiler only: the same input gives the same bytes
 * on every machine. Every document must pass PDF/UA-1 (tags, title, language, alternative texts, no missing glyph).
 */
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { error, quote, type Problem } from '../domain/problem.ts';

export type Paper = 'a4' | 'us-letter';

/** A document ready to be saved or sent. */
export interface PrintedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What came out of one typesetting: no file when something could not be printed as it stands, and the problem why. */
export interface Printed {
  readonly file?: PrintedFile;
  /** Pages of the document; 0 without a file. */
  readonly pages: number;
  readonly problems: readonly Problem[];
}

const templates = fileURLToPath(new URL('./templates/', import.meta.url));
const fonts = ['400Regular', '700Bold'].map((weight) =>
  fileURLToPath(new URL(`./${weight}`, import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible/package.json'))),
);

/** What the compiler remembers of earlier pages is dropped after this many further ones: a server prints for weeks. */
const CACHED_RUNS = 30;

let opened: Promise<NodeCompiler> | undefined;

/** The compiler is a native module of some 50 MB: loaded at the first page, not at the start of the program. */
function compiler(): Promise<NodeCompiler> {
  opened ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) =>
    typst.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fonts }] }),
  );
  return opened;
}

/**
 * Sets `templates/<template>.typ` with `data` (any JSON value, read there as `data`).
 * @throws Error when the template itself is wrong (a programmer's mistake)
 */
export async function typeset(
  template: string,
  name: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Printed> {
  const typst = await compiler();
  const text = readFileSync(`${templates}${template}.typ`, 'utf8');
  const outcome = typst.compile({ mainFileContent: text, inputs: { data: asData(data) } });
  const document = outcome.result;
  if (!document) throw new Error(`${template}.typ: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`);
  const written = pdf(typst, document);
  typst.evictCache(CACHED_RUNS);
  if (!(written instanceof Uint8Array)) return { pages: 0, problems: unprintable(name, written) };
  const file = { name, mediaType: 'application/pdf', bytes: written };
  return { file, pages: document.numOfPages, problems: [] };
}

/**
 * The document at the largest type size (in points, given largest first) at which it is one page; at the smallest when
 * there is none. Halves the list each time: smaller letters never need more pages.
 */
export async function typesetOnOnePage(
  template: string,
  name: string,
  data: Readonly<Record<string, unknown>>,
  sizes: readonly number[],
): Promise<Printed> {
  let [first, last] = [0, sizes.length - 1];
  let fitting: Printed | undefined;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    const printed = await typeset(template, name, { ...data, size: sizes[middle] });
    if (printed.pages <= 1) [fitting, last] = [printed, middle];
    else first = middle + 1;
  }
  return fitting ?? typeset(template, name, { ...data, size: sizes[last] });
}

function pdf(typst: NodeCompiler, document: NodeTypstDocument): Uint8Array | Error {
  try {
    return new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }));
  } catch (failure) {
    if (failure instanceof Error) return failure;
    throw failure;
  }
}

/** The compiler names each character that no font of ours has; any other complaint is a fault of the template. */
function unprintable(name: string, failure: Error): readonly Problem[] {
  const missing = [...failure.message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(
    (hit) => hit[1] ?? '',
  );
  if (missing.length === 0) throw failure;
  return [
    error(
      name,
      `characters that the printed fonts do not have: ${quote([...new Set(missing)].join(' '))}`,
      'Latin, Greek or Cyrillic letters',
      'Write the name in Latin letters as well, as in a passport, and print again; nothing was printed with a hole in it.',
    ),
  ];
}

const UNITS = 'mg|mL|ml|micrograms|capsules?|units|nights?|days?|mornings?|weeks?|hours?|months?|points|%|mm';
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SHORT_MONTHS = MONTHS.replace(/(\w{3})\w*/g, '$1');
const AFTER_NUMBER = new RegExp(String.raw`(\d) (?=(?:${UNITS}|${MONTHS}|${SHORT_MONTHS})(?![\p{L}\d]))`, 'gu');
const BEFORE_NUMBER = /(?<![\p{L}])(bottle|step|fill|night|nights|version|Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d)/giu;
const NO_BREAK = '$1\u00A0';

/** A number never stands at the end of one line and its unit, month or name at the start of the next. */
export const keepTogether = (text: string): string =>
  text.replace(AFTER_NUMBER, NO_BREAK).replace(BEFORE_NUMBER, NO_BREAK);

const asData = (data: unknown): string =>
  JSON.stringify(data, (_key, part: unknown) => (typeof part === 'string' ? keepTogether(part) : part));
