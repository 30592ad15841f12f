import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Printed } from '../../src/print/typeset.ts';

/** A document as pdf.js, which is not ours, reads it. No-break spaces come back as plain ones, marks for a break as nothing. */
export interface Reading {
  readonly pages: readonly string[];
  readonly text: string;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  /** Where the text that reaches furthest to the right ends on the first page, in points. */
  readonly right: number;
  /** Headings of the first level in the tags of the first page; 0 when it is not tagged. */
  readonly headings: number;
  readonly language: string | null;
  readonly title: unknown;
  readonly created: unknown;
}

export async function read(printed: Printed): Promise<Reading> {
  if (!printed.file) throw new Error(`nothing was printed: ${JSON.stringify(printed.problems)}`);
  const task = getDocument({ data: printed.file.bytes.slice(), verbosity: VerbosityLevel.ERRORS });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    pages.push(text.replaceAll('\u00A0', ' ').replaceAll('\u200B', ''));
  }
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  const first = (await (await pdf.getPage(1)).getTextContent()).items;
  const right = Math.max(...first.flatMap((item) => ('str' in item ? [Number(item.transform[4]) + item.width] : [])));
  const structure = await (await pdf.getPage(1)).getStructTree();
  const { info } = await pdf.getMetadata();
  const { Language: language, Title: title, CreationDate: created } = info as Record<string, unknown>;
  await task.destroy();
  return {
    pages,
    text: pages.join('\n'),
    size: [width, height],
    right,
    headings: JSON.stringify(structure).match(/"H1"/g)?.length ?? 0,
    language: language as string | null,
    title,
    created,
  };
}

/** Words without regard to where lines break. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ');
