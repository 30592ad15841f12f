/**
 * CodeableConcept and Coding as a `Concept`: every code and every text is kept, because they may disagree; a code system
 * under another name gets the one that the product reads.
 */
import type { Coding, Concept } from '../domain/patient.ts';
import { UNREAD_TEXT } from '../knowledge/drugs/identify.ts';
import { isObject, type Cursor } from './cursor.ts';
import { systemNamed } from './systems.ts';

/** What a record says when it says nothing: no code and no text. */
export const NOTHING_SAID: Concept = { codings: [] };

/** The concept in a field; undefined when there is no such field. Bare text in place of a concept is kept as its text. */
export function conceptIn(resource: Cursor, field: string): Concept | undefined {
  const value = resource.raw(field);
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    resource.at(field).doubt('a CodeableConcept', 'It was read as text; ask the sender for valid FHIR R4.');
    return withText([], resource.text(field));
  }
  const concept = resource.object(field);
  return concept && conceptAt(concept);
}

/** The concept on which the cursor stands. A bare Coding counts as a concept of one code. */
export function conceptAt(concept: Cursor): Concept {
  const codings = concept.objects('coding').map(codingAt).filter(saysSomething);
  const isBare = (concept.has('code') && !isObject(concept.raw('code'))) || concept.has('display');
  const bare = isBare ? [codingAt(concept)].filter(saysSomething) : [];
  return withText([...codings, ...bare], concept.text('text') ?? unreadText(concept, 'text'));
}

/** The first few words of a concept for a reader: its text, else a display, else a code. */
export function wordOf(concept: Concept | undefined): string | undefined {
  return concept?.text ?? concept?.codings.find((coding) => coding.display)?.display ?? concept?.codings[0]?.code;
}

/** Two concepts about the same thing as one: all codes, and the text of the first (that of the second as a display). */
export function joined(first: Concept, second: Concept): Concept {
  const extra = first.text !== undefined && second.text !== undefined && first.text !== second.text;
  return withText(
    [...first.codings, ...second.codings, ...(extra ? [{ display: second.text }] : [])],
    first.text ?? second.text,
  );
}

/** Whether the concept has a code of this system and value. */
export const hasCode = (concept: Concept, system: string, code: string): boolean =>
  concept.codings.some((coding) => coding.system === system && coding.code === code);

export const isSilent = (concept: Concept): boolean => concept.codings.length === 0 && concept.text === undefined;

const withText = (codings: readonly Coding[], text: string | undefined): Concept =>
  text === undefined ? { codings } : { codings, text };

function codingAt(cursor: Cursor): Coding {
  const [system, code, display] = [
    cursor.text('system'),
    cursor.text('code'),
    cursor.text('display') ?? unreadText(cursor, 'display'),
  ];
  return { ...(system && { system: systemNamed(system) }), ...(code && { code }), ...(display && { display }) };
}

/** A text that could not be read says something that nobody knows; without this its codes would speak alone. */
function unreadText(concept: Cursor, field: 'text' | 'display'): string | undefined {
  const text = concept.raw(field);
  const empty = text === undefined || (typeof text === 'string' && text.trim() === '');
  return empty ? undefined : UNREAD_TEXT;
}

const saysSomething = (coding: Coding): boolean => coding.code !== undefined || coding.display !== undefined;
