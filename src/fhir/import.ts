/**
 * A FHIR R4 record as a `Patient`. It takes what systems really send (a Bundle of any kind, one resource, NDJSON, an
 * array, gzip of any of these, as text, bytes or a stream), reads each entry as it passes and keeps only what rules
 * read. It never throws. A record that is cut off, too large, older than R4 or about several people gives no patient
 * at all: half a list of medicines looks just like a whole one.
 */
import type { Patient } from '../domain/patient.ts';
import { error, quote, warning, type Problem } from '../domain/problem.ts';
import { assemble } from './assemble.ts';
import { bytesOf, UnreadableBytes, type Packing, type RecordSource } from './bytes.ts';
import { Cursor, isObject, type Reading } from './cursor.ts';
import { emptyHarvest, gather, isRead, type Harvest } from './harvest.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Notes } from './notes.ts';
import { Splitter, type Piece, type Stop } from './splitter.ts';

export interface ImportOptions {
  readonly limits?: Partial<Limits>;
  /** What the record is called in problems, such as its file name. */
  readonly name?: string;
}

export interface ImportedRecord {
  /** Absent when the record could not be read whole, or not as one person's; `problems` has the error. */
  readonly patient?: Patient;
  readonly problems: readonly Problem[];
  /** What was read: for a line under the result, and to see that nothing is missing. */
  readonly read: {
    readonly resources: number;
    readonly byType: Readonly<Record<string, number>>;
    /** After decompression. */
    readonly bytes: number;
    /** Such as `Bundle (transaction)` or `NDJSON, gzip`. */
    readonly format: string;
  };
}

/** Reads one person's record. */
export async function importRecord(source: RecordSource, options: ImportOptions = {}): Promise<ImportedRecord> {
  const limits = { ...LIMITS, ...options.limits };
  const reading: Reading = { notes: new Notes(limits.problems), limits };
  const state: State = { reading, harvest: emptyHarvest(), documents: [], whole: true, garbled: 0 };
  const packing: Packing = { gzip: false, bytes: 0 };
  const name = options.name ?? 'record';
  await readAll(bytesOf(source, limits.bytes, packing), state, name);
  const patient = state.whole ? patientOf(state, packing, name) : undefined;
  const { harvest } = state;
  return {
    ...(patient && { patient }),
    problems: reading.notes.all(),
    read: {
      resources: harvest.resources,
      byType: harvest.byType,
      bytes: packing.bytes,
      format: formatOf(state, packing),
    },
  };
}

interface State {
  readonly reading: Reading;
  readonly harvest: Harvest;
  /** What each top-level JSON value was. */
  readonly documents: string[];
  /** Whether nothing was lost that rules would read. */
  whole: boolean;
  /** Resources with characters that were not UTF-8. */
  garbled: number;
}

async function readAll(bytes: AsyncIterable<Uint8Array>, state: State, name: string): Promise<void> {
  const splitter = new Splitter(state.reading.limits);
  try {
    for await (const chunk of bytes) {
      for (const piece of splitter.push(chunk)) take(piece, state);
      if (splitter.stopped || tooManyResources(state, name)) break;
    }
  } catch (failure) {
    if (!(failure instanceof UnreadableBytes)) throw failure;
    refuse(state, error(name, failure.found, failure.expected, failure.todo));
    return;
  }
  const stop = splitter.end();
  if (stop && state.whole) refuse(state, saidOf(stop, name, state));
}

function refuse(state: State, problem: Problem): void {
  state.whole = false;
  state.reading.notes.add(problem);
}

function tooManyResources(state: State, name: string): boolean {
  const { resources } = state.reading.limits;
  if (state.harvest.resources <= resources) return false;
  refuse(state, error(name, `more than ${resources} resources`, `at most ${resources}`, 'Export one person alone.'));
  return true;
}

function take(piece: Piece, state: State): void {
  if (piece.kind === 'too-large') takeTooLarge(piece, state);
  else if (piece.kind === 'element') takeElement(piece, state);
  else takeDocument(piece, state);
}

const elementPath = ({ document, index }: { document: number; index: number }): string =>
  `${document === 0 ? '' : `document ${document + 1}: `}entry[${index}]`;

function takeElement(piece: Extract<Piece, { kind: 'element' }>, state: State): void {
  const value = parsed(piece.text, elementPath(piece), state);
  if (value !== undefined) takeEntry(new Cursor(value, elementPath(piece), state.reading), state);
}

/** An element is an entry of a Bundle or, in a plain array, a resource. */
function takeEntry(entry: Cursor, state: State): void {
  if (entry.has('resourceType')) takeResource(entry, undefined, state);
  else if (entry.has('resource')) {
    const resource = entry.object('resource');
    if (resource) takeResource(resource, entry.text('fullUrl'), state);
  } else if (!entry.has('response') && !entry.has('request'))
    entry.doubt('an entry with a resource', 'It was passed over; ask the sender what it is.');
}

function takeResource(resource: Cursor, fullUrl: string | undefined, state: State): void {
  if (resource.raw('resourceType') !== 'Bundle') gather(state.harvest, resource, fullUrl);
  else for (const entry of resource.objects('entry')) takeEntry(entry, state);
}

function takeDocument(piece: Extract<Piece, { kind: 'document' }>, state: State): void {
  const place = `line ${piece.line}`;
  const value = parsed(piece.text, state.documents.length === 0 ? 'record' : place, state);
  if (value === undefined) return;
  const cursor = new Cursor(value, piece.line === 1 ? 'resource' : place, state.reading);
  const list = Array.isArray(value) ? value : cursor.raw('entry');
  const isBundle = cursor.raw('resourceType') === 'Bundle';
  state.documents.push(nameOf(value));
  if ((isBundle || Array.isArray(value)) && !leftOnlyHoles(list, piece.elements)) refuse(state, oddEntries(place));
  else if (!isBundle && !Array.isArray(value)) {
    if (piece.elements > 0) refuse(state, oddEntries(place));
    gather(state.harvest, cursor, undefined);
  }
}

/** Each element that was cut out left a 0; anything else in the array was no object. */
const leftOnlyHoles = (list: unknown, elements: number): boolean =>
  list === undefined || list === null
    ? elements === 0
    : Array.isArray(list) && list.length === elements && list.every((hole) => hole === 0);

const oddEntries = (place: string): Problem =>
  error(
    place,
    'entries that are not objects, or two lists of entries',
    'one array of entries',
    'Nothing was read; ask the sender for a valid Bundle.',
  );

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'JSON array';
  const { resourceType, type } = isObject(value) ? value : {};
  return resourceType === 'Bundle' ? `Bundle (${typeof type === 'string' ? type : 'no type'})` : 'resource';
}

/** The value of one piece of JSON; undefined, and the record is not whole, when it is none. */
function parsed(text: string, path: string, state: State): unknown {
  if (text.includes('\uFFFD')) state.garbled += 1;
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    refuse(state, error(path, `text that is not JSON (${why})`, 'JSON', 'Nothing was read; fetch the record again.'));
    return undefined;
  }
}

/** A resource that is too large is a loss unless it is of a type that nobody reads. */
function takeTooLarge(piece: Extract<Piece, { kind: 'too-large' }>, state: State): void {
  const type = /"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(piece.head)?.[1];
  const { resourceBytes } = state.reading.limits;
  const found = `a ${type ?? 'resource'} of more than ${resourceBytes} bytes`;
  const path = elementPath(piece);
  if (type !== undefined && !isRead(type) && !piece.head.includes('"contained"'))
    state.reading.notes.add(
      warning(path, found, `at most ${resourceBytes}`, 'It was passed over; the product does not read it.'),
    );
  else
    refuse(state, error(path, found, `at most ${resourceBytes}`, 'Nothing was read; take out attachments and images.'));
}

function patientOf(state: State, { bytes }: Packing, name: string): Patient | undefined {
  const { harvest, reading } = state;
  const { notes } = reading;
  if (state.garbled > 0)
    notes.add(
      warning(
        name,
        `${state.garbled} resources with characters that are not UTF-8`,
        'UTF-8',
        'Names may be misspelt; save the file as UTF-8.',
      ),
    );
  if (harvest.older) {
    const { path, sign, version } = harvest.older;
    notes.add(
      error(path, `${sign}, as in FHIR ${version}`, 'FHIR R4', 'Nothing was read; export the record as FHIR R4.'),
    );
    return undefined;
  }
  if (harvest.resources > 0) return assemble(harvest, notes);
  const found = bytes === 0 || state.documents.length === 0 ? 'nothing' : `an empty ${state.documents[0]}`;
  notes.add(error(name, found, 'a FHIR R4 record with a Patient', 'Give the record of one person.'));
  return undefined;
}

function formatOf({ documents }: State, { gzip }: Packing): string {
  const format = documents.length > 1 ? 'NDJSON' : (documents[0] ?? 'unreadable');
  return gzip ? `${format}, gzip` : format;
}

function saidOf(stop: Stop, name: string, state: State): Problem {
  const { limits } = state.reading;
  if (stop.why === 'truncated')
    return error(
      name,
      `JSON that is cut off after ${state.harvest.resources} resources`,
      'a whole record',
      'Nothing was used, because half a list looks like a whole one; fetch the record again.',
    );
  if (stop.why === 'too-deep')
    return error(name, `more than ${limits.depth} objects inside one another`, 'a FHIR record', 'Nothing was read.');
  if (stop.why === 'document-too-large')
    return error(
      name,
      `a document of more than ${limits.resourceBytes} bytes without entries`,
      'a FHIR record',
      'Nothing was read.',
    );
  return notJson(stop.head, stop.line, name, state);
}

interface Look {
  readonly pattern: RegExp;
  readonly found: string;
  readonly todo: string;
}

const AS_JSON = 'Export the record as FHIR R4 JSON.';

/** What a file that is not JSON looks like, and what to do then. */
const LOOKS_LIKE: readonly Look[] = [
  { pattern: /^%PDF/, found: 'a PDF', todo: `${AS_JSON} A document cannot be read.` },
  { pattern: /^PK/, found: 'a ZIP archive', todo: 'Unpack it and give the FHIR JSON inside.' },
  { pattern: /^<!doctype html|^<html/i, found: 'a web page', todo: `${AS_JSON} This may be a login page.` },
  { pattern: /^<[\s\S]*http:\/\/hl7\.org\/fhir/, found: 'FHIR in XML', todo: AS_JSON },
  { pattern: /^</, found: 'XML', todo: AS_JSON },
  { pattern: /^(MSH|FHS|BHS)\|/, found: 'an HL7 version 2 message', todo: AS_JSON },
];

function notJson(head: string, line: number, name: string, state: State): Problem {
  const first = state.documents.length === 0;
  const look = first ? LOOKS_LIKE.find(({ pattern }) => pattern.test(head)) : undefined;
  const found = look?.found ?? `text that is no JSON object (${quote(head)})`;
  return error(first ? name : `${name}, line ${line}`, found, 'FHIR R4 as JSON', look?.todo ?? AS_JSON);
}
