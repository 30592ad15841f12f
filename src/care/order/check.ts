/**
 * Holds an order against every check and tells all findings at once. Free text is read whatever else is wrong; the other
 * checks need an order of the right shape.
 */
import { z } from 'zod';
import type { Order } from '../../domain/order.ts';
import type { Plan } from '../../domain/plan.ts';
import { quote } from '../../domain/problem.ts';
import { assume, type Source } from '../../domain/source.ts';
import { ORDER_CHECKS, WORD_CHECKS } from './checks/index.ts';
import { MISSING, orderSchema } from './shape.ts';

export interface OrderFinding {
  /** Id of the check. */
  readonly rule: string;
  readonly severity: 'refuse' | 'warn';
  /** Where in the order. */
  readonly path: string;
  readonly says: string;
  readonly todo: string;
  readonly source: Source;
}

/** All findings, those of the shape first; empty when the order can be filled. */
export function checkOrder(order: unknown, plan?: Plan): readonly OrderFinding[] {
  const words = textsOf(order, '').flatMap(([path, text]) => wordFindings(path, text));
  const issues = orderSchema.safeParse(order).error?.issues ?? [];
  const shape = issues.flatMap((issue) => shapeFindings(issue, order));
  const known = orderSchema.safeParse(withoutUnknownFields(order, issues));
  const checks = known.success ? ORDER_CHECKS.flatMap((check) => findingsOf(check, known.data, plan)) : [];
  return [...shape, ...checks, ...words];
}

/** A copy without the fields that were found to be unknown, so that the rest can be checked beside them. */
function withoutUnknownFields(order: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length === 0) return order;
  const copy: unknown = JSON.parse(JSON.stringify(order));
  for (const { path, keys } of unknown) {
    const holder = at(copy, path);
    for (const key of keys) Reflect.deleteProperty(holder as object, key);
  }
  return copy;
}

/** What stands at a path; undefined when the way there is missing. */
const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

const findingsOf = (
  { id, severity, source, find }: (typeof ORDER_CHECKS)[number],
  order: Order,
  plan: Plan | undefined,
): readonly OrderFinding[] => find(order, plan).map((place) => ({ rule: id, severity, ...place, source }));

const wordFindings = (path: string, text: string): readonly OrderFinding[] =>
  WORD_CHECKS.flatMap(({ id, severity, source, find }) => {
    const found = find(text, path);
    return found ? [{ rule: id, severity, path, ...found, source }] : [];
  });

/** Names, addresses, numbers and our own sentences, in which a point or a letter means something else. */
const NOT_FREE_TEXT =
  /^(?:patient|prescriber|pharmacy|plan|shipTo)(?:$|[.[])|\.(?:source|limits|because)(?:$|[.[])|(?:Date|\.on|\.from|\.to|\.form|\.at|currency|substitution)$/;

/** Longer texts are refused by the shape; only their beginning is read for words. */
const LONGEST_TEXT = 2000;

/** Every free text of the order, wherever it stands, also in fields that nobody expects. */
function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (NOT_FREE_TEXT.test(path)) return [];
  if (typeof value === 'string') return [[path, value.slice(0, LONGEST_TEXT)]];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, path === '' ? key : `${path}.${key}`));
}

const NOT_CONTROLLED = assume('naltrexone is in no schedule of the Controlled Substances Act; recalled');
const SHAPE = assume('what nobody can read nobody can check');

function shapeFindings(issue: z.core.$ZodIssue, order: unknown): readonly OrderFinding[] {
  const path = issue.path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(path === '' ? key : `${path}.${key}`));
  const found = at(order, issue.path);
  const rule = found === undefined || found === null ? MISSING[path] : undefined;
  return [
    {
      rule: rule ?? 'shape',
      severity: 'refuse',
      path: path || 'order',
      says: found === undefined ? 'Nothing is written here.' : `Found ${quote(found)}: ${issue.message}.`,
      todo: 'Write the order again, or correct this field.',
      source: SHAPE,
    },
  ];
}

const unknownField = (path: string): OrderFinding =>
  /(?:^|\.)(?:dea\w*|schedule|controlled\w*)$/i.test(path)
    ? {
        rule: 'controlled-substance',
        severity: 'warn',
        path,
        says: 'Naltrexone is not a controlled substance and needs no DEA number and no schedule.',
        todo: 'Leave it out. Looking up opioids in the monitoring programme remains good practice.',
        source: NOT_CONTROLLED,
      }
    : {
        rule: 'unknown-field',
        severity: 'refuse',
        path,
        says: 'No part of an order has this name.',
        todo: 'Remove it, or write it where it belongs.',
        source: SHAPE,
      };
