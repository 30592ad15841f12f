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
  if (isOfTexts(field) && field.properties !== undefined)
    return Object.entries(field.properties).flatMap(([name, inner]) => flatten([...path, name], inner));
  const choices = field.enum === undefined ? '' : `; one of ${field.enum.join(', ')}`;
  return [
    {
      name: path.map(kebab).join('-'),
      path,
      kind: kindOf(field),
      says: `${field.description ?? ''}${choices}`.replace(/^; /, ''),
    },
  ];
}

/** A prescriber or a pharmacy, but not a plan: an object whose every field is a text becomes a flag for each. */
const isOfTexts = ({ type, properties }: Schema): boolean =>
  type === 'object' && properties !== undefined && Object.values(properties).every((inner) => kindOf(inner) === 'text');

function kindOf(field: Schema): Flag['kind'] {
  if (field.type === 'boolean') return 'boolean';
  if (field.type === 'number' || field.type === 'integer') return 'number';
  return field.type === 'string' ? 'text' : 'json';
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type FaceFlag = Omit<Flag, 'path'> & {
  /** What stands behind the flag in help: `FILE`. */
  readonly takes?: string;
};

const flag = (name: string, takes: string | undefined, says: string): FaceFlag => ({
  name,
  kind: takes === undefined ? 'boolean' : 'text',
  says,
  ...(takes !== undefined && { takes }),
});

const EVERYWHERE: readonly FaceFlag[] = [
  flag('json', undefined, 'print one JSON object { answer, because, from, problems }'),
  flag('whole', undefined, 'show every check and every source, also what found nothing'),
  flag('today', 'DATE', 'the date to reckon from; today when left out'),
  flag('table', 'FILE', 'more product codes (CSV or FHIR ValueSet); also LOWDOSE_TABLE'),
  flag(
    'out',
    'FOLDER',
    'write the result into a folder, with the papers of an order or the pictures of an explanation',
  ),
  flag('exit-code', undefined, 'let the verdict set the exit code: 3 wait, 4 ask, 5 must not, 6 faults found'),
];

const OF_A_PERSON: readonly FaceFlag[] = [
  flag('form', 'FILE', 'the short form for a person without a record (JSON)'),
  flag('patient', 'FILE', 'a patient as "lowdose read --json" prints it'),
  flag('medicines', 'FILE', 'a CSV of medicines, added to the person'),
  flag(
    'answer',
    'ID=VALUE',
    'answer to a direct question: yes, no, yes:2026-11-10, a number or a text; may be repeated (see "lowdose questions")',
  ),
  flag('answers', 'FILE', 'answers by question id (JSON)'),
  flag('paper', 'a4|letter', 'paper size of what is written with --out; a4 when left out'),
];

/** The flags that the command line adds to an operation's own. */
export const faceFlagsOf = ({ takes }: Operation): readonly FaceFlag[] => [
  ...(takes === 'record' ? OF_A_PERSON : []),
  ...EVERYWHERE,
];

/** Puts a value at a path of a nested object, making the objects on the way. */
export function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) target[first] = value;
  else put((target[first] ??= {}) as Record<string, unknown>, rest, value);
}
