/** Files that the command line reads and writes. What the machine refuses is said in one sentence, never as a stack. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command line that cannot be understood or carried out: said in one sentence, exit code 2. */
export class UsageError extends Error {}

/** What the codes of the operating system mean to a person. */
const WHY: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file of that name is already there',
  ENOENT: 'its folder does not exist',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

function attempt<Value>(doing: string, work: () => Value): Value {
  try {
    return work();
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === undefined || failure instanceof UsageError) throw failure;
    throw new UsageError(`could not ${doing}: ${WHY[code] ?? code}.`);
  }
}

/** The path itself, when something is there. */
export function present(file: string): string {
  if (!existsSync(file)) throw new UsageError(`there is no file "${file}" here.`);
  return file;
}

/** A whole text file, or standard input for `-`. */
export const textFile = (file: string): string =>
  attempt(`read "${file}"`, () => readFileSync(file === '-' ? 0 : present(file), 'utf8'));

export const jsonFile = (file: string): unknown => parseJson(textFile(file), file);

/** @param where names the text in the sentence: a file or a flag */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new UsageError(`${where} is not JSON: ${(failure as Error).message}`);
  }
}

interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Papers of an order, by which a folder of an earlier run is known. */
const PAPER = /\.(?:pdf|ics)$|\.fhir\.json$/;

/**
 * Writes files into a folder that is made when it is missing; returns their paths. A folder with papers that are not
 * written anew is refused: the order of one person would lie beside the screening of another.
 */
export function writeInto(folder: string, files: readonly Written[]): readonly string[] {
  if (folder === '') throw new UsageError('--out names no folder.');
  attempt(`make the folder "${folder}"`, () => mkdirSync(folder, { recursive: true }));
  const names = new Set(files.map(({ name }) => name));
  const stale = readdirSync(folder).filter((name) => PAPER.test(name) && !names.has(name));
  if (stale.length > 0)
    throw new UsageError(
      `"${folder}" holds papers of an earlier run (${stale.join(', ')}); nothing was written. Name a new folder, or remove them.`,
    );
  return files.map(({ name, bytes }) => {
    const path = join(folder, name);
    attempt(`write "${path}"`, () => writeFileSync(path, bytes));
    return path;
  });
}
