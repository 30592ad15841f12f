/**
 * From the pieces of a stream to resources: what is an entry, what is a page of a search, what is too large. Whatever
 * would leave a hole in the record makes it not whole, with an error.
 */
import { error, warning, type Problem } from '../domain/problem.ts';
import { Cursor, isObject, type Reading } from './cursor.ts';
import { emptyHarvest, gather, isRead, type Harvest } from './harvest.ts';
import type { Piece } from './splitter.ts';

type Element = Extract<Piece, { kind: 'element' }>;
type Document = Extract<Piece, { kind: 'document' }>;
type TooLarge = Extract<Piece, { kind: 'too-large' }>;

export class Intake {
  readonly reading: Reading;
  readonly harvest: Harvest = emptyHarvest();
  /** What each top-level JSON value was. */
  readonly documents: string[] = [];
  /** Whether nothing was lost that rules would read. */
  whole = true;
  /** Resources with characters that were not UTF-8. */
  garbled = 0;
  /** Bundles that came, and those that say that another page follows. */
  #pages = { came: 0, followed: 0 };

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** Says that something is lost without which the record would mislead. */
  refuse(problem: Problem): void {
    this.whole = false;
    this.reading.notes.add(problem);
  }

  take(piece: Piece): void {
    if (piece.kind === 'too-large') this.#takeTooLarge(piece);
    else if (piece.kind === 'element') this.#takeElement(piece);
    else this.#takeDocument(piece);
  }

  /** To be called once, after the last piece: whether the last page of a search is here. */
  close(): void {
    const { came, followed } = this.#pages;
    if (came > 0 && followed === came) this.refuse(onePageOnly('record'));
  }

  #takeElement(piece: Element): void {
    const path = pathOf(piece);
    const value = this.#parsed(piece.text, path);
    if (value !== undefined) this.#takeEntry(new Cursor(value, path, this.reading));
  }

  /** An element is an entry of a Bundle or, in a plain array, a resource. */
  #takeEntry(entry: Cursor): void {
    if (entry.has('resourceType')) this.#takeResource(entry, undefined);
    else if (entry.has('resource')) {
      const resource = entry.object('resource');
      if (resource) this.#takeResource(resource, entry.text('fullUrl'));
    } else if (!entry.has('response') && !entry.has('request'))
      entry.doubt('an entry with a resource', 'It was passed over; ask the sender what it is.');
  }

  #takeResource(resource: Cursor, fullUrl: string | undefined): void {
    if (resource.raw('resourceType') !== 'Bundle') return gather(this.harvest, resource, fullUrl);
    if (hasNextPage(resource)) this.refuse(onePageOnly(resource.path));
    for (const entry of resource.objects('entry')) this.#takeEntry(entry);
  }

  #takeDocument(piece: Document): void {
    const path = piece.line === 1 ? 'resource' : `line ${piece.line}`;
    const value = this.#parsed(piece.text, path);
    if (value === undefined) return;
    this.documents.push(nameOf(value));
    const cursor = new Cursor(value, path, this.reading);
    if (Array.isArray(value)) this.#checkHoles(value, piece, path);
    else if (cursor.raw('resourceType') === 'Bundle') this.#takeBundle(cursor, piece, path);
    else {
      if (piece.elements > 0) this.refuse(oddEntries(path));
      gather(this.harvest, cursor, undefined);
    }
  }

  #takeBundle(bundle: Cursor, piece: Document, path: string): void {
    this.#checkHoles(bundle.raw('entry') ?? [], piece, path);
    this.#pages.came += 1;
    if (hasNextPage(bundle)) this.#pages.followed += 1;
  }

  /** Each element that was cut out left a 0; anything else in the array was no object and is lost. */
  #checkHoles(list: unknown, { elements }: Document, path: string): void {
    const right = Array.isArray(list) && list.length === elements && list.every((hole) => hole === 0);
    if (!right) this.refuse(oddEntries(path));
  }

  #parsed(text: string, path: string): unknown {
    if (text.includes('\uFFFD')) this.garbled += 1;
    try {
      return JSON.parse(text) as unknown;
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : String(failure);
      this.refuse(error(path, `text that is not JSON (${why})`, 'JSON', 'Nothing was read; fetch the record again.'));
      return undefined;
    }
  }

  /** A resource that is too large is a loss unless it is of a type that nobody reads. */
  #takeTooLarge(piece: TooLarge): void {
    const type = /"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(piece.head)?.[1];
    const most = `at most ${this.reading.limits.resourceBytes}`;
    const found = `a ${type ?? 'resource'} of more than ${this.reading.limits.resourceBytes} bytes`;
    const isSpare = type !== undefined && !isRead(type) && !piece.head.includes('"contained"');
    if (!isSpare) this.refuse(error(pathOf(piece), found, most, 'Nothing was read; take out attachments and images.'));
    else
      this.reading.notes.add(warning(pathOf(piece), found, most, 'It was passed over; the product does not read it.'));
  }
}

const pathOf = ({ line, index, list }: Element | TooLarge): string =>
  `${line === 1 ? '' : `line ${line}: `}${list}[${index}]`;

const hasNextPage = (bundle: Cursor): boolean =>
  Array.isArray(bundle.raw('link')) && bundle.objects('link').some((link) => link.raw('relation') === 'next');

const onePageOnly = (path: string): Problem =>
  error(
    path,
    'one page of a search, with a link to the next',
    'all pages',
    'Nothing was used, because half a list looks like a whole one; fetch all pages and give them together as NDJSON.',
  );

const oddEntries = (path: string): Problem =>
  error(
    path,
    'entries that are not objects, or two lists of entries',
    'one array of entries',
    'Nothing was read; ask the sender for a valid Bundle.',
  );

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'JSON array';
  const { resourceType, type } = isObject(value) ? value : {};
  return resourceType === 'Bundle' ? `Bundle (${typeof type === 'string' ? type : 'no type'})` : 'resource';
}
