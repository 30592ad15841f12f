/**
 * Where a number or a rule comes from. There are two ways and no third: it is cited (a key of
 * `knowledge/sources.json`, with the place in that source) or it is assumed (and says why).
 */
export type Source = Cited | Assumed;

export interface Cited {
  readonly kind: 'cited';
  /** Key of an entry in `knowledge/sources.json`. */
  readonly key: string;
  /** Where in the source: a section, a table, "abstract". */
  readonly where: string;
}

export interface Assumed {
  readonly kind: 'assumed';
  /** Why this value and not another; names the recalled work when the value is recalled. */
  readonly why: string;
}

export const cite = (key: string, where: string): Cited => ({ kind: 'cited', key, where });

export const assume = (why: string): Assumed => ({ kind: 'assumed', why });
