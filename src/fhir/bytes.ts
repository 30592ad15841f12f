/**
 * Any source as a stream of decompressed bytes without a byte-order mark, never more than the limit. Gzip is recognised
 * by its first bytes and inflated in small steps, so that a bomb is stopped after at most one step.
 */
import { Gunzip, strToU8 } from 'fflate';

export type RecordSource = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Why bytes stopped before the end of the source. */
export class UnreadableBytes extends Error {
  readonly found: string;
  readonly expected: string;
  readonly todo: string;

  constructor(found: string, expected: string, todo: string) {
    super(found);
    this.found = found;
    this.expected = expected;
    this.todo = todo;
  }
}

/** How the bytes were packed, filled in while they are read. */
export interface Packing {
  gzip: boolean;
  /** Bytes after decompression so far. */
  bytes: number;
}

// Deflate expands at most 1032 times, so one step yields at most 17 MB.
const INFLATE_STEP = 16 * 1024;
// What is in memory already is passed on in parts, so that what comes of it never exists as a whole.
const STEP = 2 ** 20;
const MAGIC = 4;

/**
 * The decompressed bytes of a source in the order in which they stand.
 * @throws UnreadableBytes with a sentence, for UTF-16, a damaged gzip file, too many bytes or a source that fails
 */
export async function* bytesOf(source: RecordSource, limit: number, packing: Packing): AsyncGenerator<Uint8Array> {
  let first = true;
  let inflate: ((chunk: Uint8Array, last: boolean) => Iterable<Uint8Array>) | undefined;
  const counted = function* (chunks: Iterable<Uint8Array>) {
    for (const chunk of chunks) {
      packing.bytes += chunk.length;
      if (packing.bytes > limit) throw tooMany(limit);
      yield chunk;
    }
  };
  const plain = withoutMark();
  for await (const chunk of withWholeMagic(chunksOf(source))) {
    if (first && isGzip(chunk)) inflate = inflater();
    first = false;
    packing.gzip = inflate !== undefined;
    yield* plain(counted(inflate ? inflate(chunk, false) : [chunk]));
  }
  if (inflate) yield* plain(counted(inflate(new Uint8Array(), true)));
}

async function* chunksOf(source: RecordSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield* inSteps(source, STEP);
  else if (typeof source === 'string') yield* encoded(source);
  else
    try {
      for await (const chunk of source as AsyncIterable<unknown>) yield bytesIn(chunk);
    } catch (failure) {
      throw new UnreadableBytes(
        `a source that failed (${failure instanceof Error ? failure.message : String(failure)})`,
        'bytes to the end',
        'Check that the file can be read, and read it again.',
      );
    }
}

/** A stream yields bytes; with an encoding set it yields text. */
function bytesIn(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return strToU8(chunk);
  throw new TypeError(`it gave ${typeof chunk} in place of bytes`);
}

function* inSteps(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += step) yield bytes.subarray(from, from + step);
}

/** UTF-8 of a text, in parts that never cut a surrogate pair. */
function* encoded(text: string): Generator<Uint8Array> {
  for (let from = 0; from < text.length;) {
    const end = from + STEP;
    const to = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end + 1 : end;
    yield strToU8(text.slice(from, to));
    from = to;
  }
}

/** The same chunks, with the first one long enough to tell what the file is. */
async function* withWholeMagic(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (!head) yield chunk;
    else {
      head = head.length === 0 ? chunk : Uint8Array.of(...head, ...chunk);
      if (head.length < MAGIC) continue;
      yield head;
      head = undefined;
    }
  }
  if (head && head.length > 0) yield head;
}

const isGzip = (chunk: Uint8Array): boolean => chunk[0] === 0x1f && chunk[1] === 0x8b;

function inflater(): (chunk: Uint8Array, last: boolean) => Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  const gunzip = new Gunzip((chunk) => out.push(chunk));
  const step = (bytes: Uint8Array, last: boolean): readonly Uint8Array[] => {
    try {
      gunzip.push(bytes, last);
    } catch (failure) {
      throw damaged(failure);
    }
    const ready = out;
    out = [];
    return ready;
  };
  return function* (chunk, last) {
    for (const part of inSteps(chunk, INFLATE_STEP)) yield* step(part, false);
    if (last) yield* step(new Uint8Array(), true);
  };
}

/** Drops a UTF-8 byte-order mark from the first bytes, and refuses UTF-16. */
function withoutMark(): (chunks: Iterable<Uint8Array>) => Generator<Uint8Array> {
  let first = true;
  return function* (chunks) {
    for (const chunk of chunks) {
      if (chunk.length === 0) continue;
      if (first && isUtf16(chunk)) throw utf16();
      yield first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
      first = false;
    }
  };
}

const isUtf16 = ([a, b]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && b !== 0) || (b === 0 && a !== 0);

const utf16 = (): UnreadableBytes =>
  new UnreadableBytes('text in UTF-16', 'JSON in UTF-8', 'Save the file again as UTF-8; FHIR allows nothing else.');

const tooMany = (limit: number): UnreadableBytes =>
  new UnreadableBytes(
    `more than ${limit} bytes`,
    `at most ${limit} bytes for one person`,
    'Export this person alone, without documents and images, or raise the limit.',
  );

const damaged = (failure: unknown): UnreadableBytes =>
  new UnreadableBytes(
    `a gzip file that is damaged or cut off (${failure instanceof Error ? failure.message : String(failure)})`,
    'a whole gzip file',
    'Make or fetch the file again.',
  );
