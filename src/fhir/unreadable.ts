/** The sentences for a record that cannot be read at all: what it seems to be instead, and what to do. */
import { error, quote, type Problem } from '../domain/problem.ts';
import type { Limits } from './limits.ts';
import type { Stop } from './splitter.ts';

/** How far reading had come when it stopped. */
export interface Progress {
  readonly name: string;
  readonly documents: number;
  readonly resources: number;
  readonly limits: Limits;
}

/** The problem for a stop of the splitter. */
export function whyStopped(stop: Stop, { name, documents, resources, limits }: Progress): Problem {
  if (stop.why === 'truncated')
    return error(name, `JSON that is cut off after ${resources} resources`, 'a whole record', HALF);
  if (stop.why === 'too-deep')
    return error(name, `more than ${limits.depth} objects inside one another`, 'a FHIR record', 'Nothing was read.');
  if (stop.why === 'too-many')
    return error(
      name,
      `more than ${limits.resources} resources`,
      `at most ${limits.resources}`,
      'Export one person alone.',
    );
  if (stop.why === 'not-json')
    return documents === 0 ? notJson(stop.head, name) : strayText(stop.head, `${name}, line ${stop.line}`);
  const found = `a document of more than ${limits.resourceBytes} bytes without entries`;
  return error(name, found, 'a FHIR record', 'Nothing was read; give a Bundle or NDJSON.');
}

const HALF = 'Nothing was used, because half a list looks like a whole one; fetch the record again.';
const AS_JSON = 'Export the record as FHIR R4 JSON.';

interface Look {
  readonly pattern: RegExp;
  readonly found: string;
  readonly todo: string;
}

/** What a file that is not JSON looks like, by its beginning. */
const LOOKS_LIKE: readonly Look[] = [
  { pattern: /^%PDF/, found: 'a PDF', todo: `${AS_JSON} A document cannot be read.` },
  { pattern: /^PK/, found: 'a ZIP archive', todo: 'Unpack it and give the FHIR JSON inside.' },
  { pattern: /^<!doctype html|^<html/i, found: 'a web page', todo: `${AS_JSON} This may be a login page.` },
  { pattern: /^<[\s\S]*http:\/\/hl7\.org\/fhir/, found: 'FHIR in XML', todo: AS_JSON },
  { pattern: /^</, found: 'XML', todo: AS_JSON },
  { pattern: /^(MSH|FHS|BHS)\|/, found: 'an HL7 version 2 message', todo: AS_JSON },
];

function notJson(head: string, name: string): Problem {
  const look = LOOKS_LIKE.find(({ pattern }) => pattern.test(head));
  const found = look?.found ?? `text that is no JSON object (${quote(head)})`;
  return error(name, found, 'FHIR R4 as JSON', look?.todo ?? AS_JSON);
}

const strayText = (head: string, place: string): Problem =>
  error(place, `text that is no JSON object (${quote(head)})`, 'one resource on each line', HALF);
