/**
 * How much of an input is read. Each limit has a reason, each can be lowered or raised by the caller, and reaching one
 * is always reported: a record that was not read to its end never looks like a record that is short.
 */
export interface Limits {
  /** Bytes of the record after decompression. */
  readonly bytes: number;
  /** Bytes of one resource. */
  readonly resourceBytes: number;
  /** Characters of one text that is kept (a medicine's name, directions, a report's conclusion). */
  readonly textCharacters: number;
  /** Objects and arrays inside one another. */
  readonly depth: number;
  /** Resources in one record. */
  readonly resources: number;
  /** Problems that are returned one by one; the rest is counted. */
  readonly problems: number;
}

const MEGABYTE = 2 ** 20;

/** The limits that hold unless the caller says otherwise. */
export const LIMITS: Limits = {
  // One person's whole life in the largest public records is below 30 MB; more is a dump of many people.
  bytes: 64 * MEGABYTE,
  // A scanned report travels inside its resource as base64 and may have 10 MB; one resource is the unit held in memory.
  resourceBytes: 16 * MEGABYTE,
  // A name or a conclusion is never that long. Longer text is refused and not cut: an opioid could stand at its end.
  textCharacters: 20_000,
  // FHIR resources nest about 20 deep, questionnaires a little more; deeper input is made to exhaust a parser.
  depth: 100,
  // About ten times the largest public record of one person.
  resources: 200_000,
  // More than anybody reads; the count of the rest is said.
  problems: 200,
};
