/**
 * Hashes of plain data: SHA-256 over the canonical JSON of RFC 8785 (keys in UTF-16 order, numbers and strings as
 * ECMAScript writes them), fed to the hash piece by piece, so that a large record needs no second copy as text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Characters gathered before they go to the hash: enough to amortise a call, little beside a record. */
const PIECE = 65_536;

/**
 * SHA-256 of the canonical JSON of a value, as `sha256:<64 hex>`. Keys in any order give the same hash; a field that is
 * undefined is no field.
 * @throws TypeError for what JSON cannot say: undefined, a function, a number that is not finite
 */
export function hashOf(value: unknown): string {
  const hash = sha256.create();
  let piece = '';
  write(value, (text) => {
    piece += text;
    if (piece.length < PIECE) return;
    // A surrogate pair must not be cut in two: its half would become another character.
    const end = /[\uD800-\uDBFF]$/.test(piece) ? piece.length - 1 : piece.length;
    hash.update(utf8ToBytes(piece.slice(0, end)));
    piece = piece.slice(end);
  });
  return `sha256:${bytesToHex(hash.update(utf8ToBytes(piece)).digest())}`;
}

type Writer = (text: string) => void;

function write(value: unknown, out: Writer): void {
  if (Array.isArray(value)) return writeAll('[', ']', value, out, (item) => write(item, out));
  if (typeof value === 'object' && value !== null) return writeObject(value, out);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`${String(value)} has no JSON form, so it cannot be hashed`);
  out(text);
}

function writeObject(value: object, out: Writer): void {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  writeAll('{', '}', fields, out, ([key, field]) => {
    out(`${JSON.stringify(key)}:`);
    write(field, out);
  });
}

function writeAll<Item>(
  open: string,
  close: string,
  items: readonly Item[],
  out: Writer,
  each: (item: Item) => void,
): void {
  out(open);
  items.forEach((item, at) => {
    if (at > 0) out(',');
    each(item);
  });
  out(close);
}

/** The first eight characters of a hash: enough for a person to compare two sheets of paper. */
export const shortHash = (hash: string): string => hash.replace(/^sha256:/, '').slice(0, 8);
