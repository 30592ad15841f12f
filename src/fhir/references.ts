/** Which resource a FHIR reference means: contained, by fullUrl, by type and id, or by a business identifier. */
import type { Cursor } from './cursor.ts';

/** The keys by which a resource can be referred to, and those that a reference may mean. Equal keys mean a match. */
export type Key = string;

/** A reference as it stands in a resource. */
export interface Reference {
  readonly keys: readonly Key[];
  /** As written, for messages. */
  readonly text: string;
  readonly display?: string;
}

/** All keys of a resource, from its type, id, fullUrl and identifiers. */
export function keysOf(resource: Cursor, type: string, fullUrl: string | undefined): readonly Key[] {
  const id = resource.text('id');
  return [
    ...(id === undefined ? [] : [`${type}/${id}`, `id:${id}`]),
    ...(fullUrl === undefined ? [] : keysOfUrl(fullUrl)),
    ...resource.objects('identifier').flatMap(identifierKey),
  ];
}

/** The reference in a field; undefined when there is none. */
export function referenceIn(resource: Cursor, field: string): Reference | undefined {
  const reference = resource.object(field);
  if (!reference) return undefined;
  const url = reference.text('reference');
  const display = reference.text('display');
  const keys = [
    ...(url === undefined ? [] : keysOfUrl(url)),
    ...(reference.has('identifier') ? identifierKey(reference.at('identifier')) : []),
  ];
  const text = url ?? keys[0] ?? display ?? 'a reference without a target';
  return display === undefined ? { keys, text } : { keys, text, display };
}

const identifierKey = (identifier: Cursor): readonly Key[] => {
  const value = identifier.text('value');
  return value === undefined ? [] : [`identifier:${identifier.text('system') ?? ''}|${value}`];
};

/** `https://host/fhir/Patient/1/_history/2` means Patient/1; `urn:uuid:1` means whatever has the id 1. */
function keysOfUrl(url: string): readonly Key[] {
  if (url.startsWith('#')) return [url];
  const urn = /^urn:(?:uuid|oid):(.+)$/i.exec(url)?.[1];
  if (urn !== undefined) return [`id:${urn}`, `id:${urn.toLowerCase()}`];
  const plain = url.replace(/\/_history\/[^/]*$/, '').replace(/[?#].*$/, '');
  const typed = /(?:^|\/)([A-Z][A-Za-z]+\/[^/]+)$/.exec(plain)?.[1];
  return typed === undefined ? [`id:${plain}`] : [typed];
}
