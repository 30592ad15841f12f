/**
 * The flags of a verb, read off the input schema of its operation, so that help, parsing and the HTTP form can never
 * disagree. A nested field becomes a joined flag (`prescriber.npi` is `--prescriber-npi`); a list or free object takes
 * JSON or the path of a JSON file.
 */
import { z } from 'zod';
import type { Operation } from '../care/operation.ts';

export interface Flag {
  /** Without the leading dashes. */
  readonly name: string;
  /** Where the value goes in the input: `['prescriber', 'npi']`. */
  readonly path: readonly string[];
  readonly kind: 'text' | 'number' | 'boolean' | 'json';
  readonly says: string;
}

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
}

/** Fields that a face fills from a record, a form or answers and that are no flag of their own. */
const FILLED_BY_THE_FACE = new Set(['patient', 'answers', 'text', 'order']);

/** The flags of an operation, in the order of its schema. */
export function flagsOf(operation: Operation): readonly Flag[] {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !FILLED_BY_THE_FACE.has(name))
    .flatMap(([name, field]) => flatten([name], field));
}

function flatten(path: readonly string[], field: Schema): readonly Flag[] {
  if (field.type === 'object' && field.properties !== undefined && path.length < 2)
    return Object.entries(field.properties).flatMap(([name, inner]) => flatten([...path, name], inner));
  const choices = field.enum === undefined ? '' : ` One of: ${field.enum.join(', ')}.`;
  return [
    { name: path.map(kebab).join('-'), path, kind: kindOf(field), says: `${field.description ?? ''}${choices}`.trim() },
  ];
}

function kindOf(field: Schema): Flag['kind'] {
  if (field.type === 'boolean') return 'boolean';
  if (field.type === 'number' || field.type === 'integer') return 'number';
  return field.type === 'string' ? 'text' : 'json';
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Puts a value at a path of a nested object, making the objects on the way. */
export function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) target[first] = value;
  else put((target[first] ??= {}) as Record<string, unknown>, rest, value);
}
