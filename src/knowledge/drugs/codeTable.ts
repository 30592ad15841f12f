/**
 * A table of product codes that a clinic loads beside our own table of ingredients, such as the RxNorm products of a
 * FHIR value set. It is plain data; reading it from CSV or FHIR is somebody else's job.
 */

export interface CodeTable {
  /** What the table is called, for the reader of a reason: `opioids.csv`. */
  readonly name: string;
  /** Where it came from, in the words of its own head. */
  readonly source?: string;
  /** Rows by `codeKey(system, code)`. */
  readonly rows: ReadonlyMap<string, CodeTableRow>;
}

export interface CodeTableRow {
  /** Name of the product as the table writes it. */
  readonly name: string;
  /** Names of its ingredients, as far as the table tells; empty when it only says that the code belongs to a set. */
  readonly ingredients: readonly string[];
  /** RxNorm ingredient codes, as far as the table tells. */
  readonly ingredientRxcuis: readonly string[];
  /** The table's own class, such as `mu agonist`. */
  readonly class?: string;
  readonly containsAntagonist?: boolean;
  /** Whether the table lists this code as an opioid. */
  readonly opioid: boolean;
}

/** The key of a row: `http://www.nlm.nih.gov/research/umls/rxnorm|7804`. */
export const codeKey = (system: string, code: string): string => `${system}|${code}`;
