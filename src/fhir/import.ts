/**
 * A FHIR R4 record as a `Patient`. It takes what systems really send (a Bundle of any kind, one resource, NDJSON, an
 * array, gzip of any of these, as text, bytes or a stream), reads each entry as it passes and keeps only what rules
 * read. It never throws. A record that is cut off, too large, older than R4 or about several people gives no patient
 * at all: half a list of medicines looks just like a whole one.
 */
import type { Patient } from '../domain/patient.ts';
import { error, warning, type Problem } from '../domain/problem.ts';
import { assemble } from './assemble.ts';
import { bytesOf, UnreadableBytes, type Packing, type RecordSource } from './bytes.ts';
import { Intake } from './intake.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Notes } from './notes.ts';
import { Splitter } from './splitter.ts';
import { whyStopped } from './unreadable.ts';

export type { RecordSource } from './bytes.ts';

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
  const intake = new Intake({ notes: new Notes(limits.problems), limits });
  const packing: Packing = { gzip: false, bytes: 0 };
  const name = options.name ?? 'record';
  await readAll(bytesOf(source, limits.bytes, packing), intake, name);
  const patient = intake.whole ? patientOf(intake, name) : undefined;
  const { harvest, reading } = intake;
  return {
    ...(patient && { patient }),
    problems: reading.notes.all(),
    read: {
      resources: harvest.resources,
      byType: Object.fromEntries(harvest.byType),
      bytes: packing.bytes,
      format: formatOf(intake, packing),
    },
  };
}

async function readAll(bytes: AsyncIterable<Uint8Array>, intake: Intake, name: string): Promise<void> {
  const splitter = new Splitter(intake.reading.limits);
  try {
    for await (const chunk of bytes) {
      for (const piece of splitter.push(chunk)) intake.take(piece);
      if (splitter.stopped) break;
    }
  } catch (failure) {
    if (!(failure instanceof UnreadableBytes)) throw failure;
    return intake.refuse(error(name, failure.found, failure.expected, failure.todo));
  }
  const stop = splitter.end();
  if (stop && intake.whole) intake.refuse(whyStopped(stop, progressOf(intake, name)));
  else intake.close();
}

const progressOf = ({ documents, harvest, reading }: Intake, name: string) => ({
  name,
  documents: documents.length,
  resources: harvest.resources,
  limits: reading.limits,
});

function patientOf({ harvest, reading, garbled, documents }: Intake, name: string): Patient | undefined {
  const { notes } = reading;
  if (garbled > 0) notes.add(notUtf8(name, garbled));
  if (harvest.older) {
    const { path, sign, version } = harvest.older;
    const todo = 'Nothing was read; export the record as FHIR R4.';
    notes.add(error(path, `${sign}, as in FHIR ${version}`, 'FHIR R4', todo));
    return undefined;
  }
  if (harvest.resources > 0) return assemble(harvest, notes);
  const found = documents.length === 0 ? 'nothing' : `an empty ${documents[0]}`;
  notes.add(error(name, found, 'a FHIR R4 record with a Patient', 'Give the record of one person.'));
  return undefined;
}

const notUtf8 = (name: string, count: number): Problem =>
  warning(
    name,
    `${count} resources with characters that are not UTF-8`,
    'UTF-8',
    'Names may be misspelt; save the file as UTF-8.',
  );

function formatOf({ documents }: Intake, { gzip }: Packing): string {
  const format = documents.length > 1 ? 'NDJSON' : (documents[0] ?? 'unreadable');
  return gzip ? `${format}, gzip` : format;
}
