/**
 * One row of the table of drugs: every opioid that must be gone before a first dose, every antagonist that doubles it, and
 * every drug that another rule looks for. A drug that no rule asks about has no row; nothing follows from its absence.
 */
import type { Source } from '../../domain/source.ts';

/**
 * S short-acting, L long-acting or depot, N opioid of the gut with little effect elsewhere, X antagonist, O other (kratom,
 * tianeptine; also dextromethorphan and noscapine, which carry no washout because they are no mu agonists).
 */
export type OpioidClass = 'S' | 'L' | 'N' | 'X' | 'O';

/** Days without the drug before a first dose of naltrexone; dates are computed from the longer end. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Days free of an opioid, by release form. A depot leaves the body over months, so it has no date, only a specialist. */
export interface Washout {
  readonly short: Days;
  readonly extended: Days;
  /** Which form to assume when the record names the drug and no form at all. */
  readonly unstated: 'short' | 'extended';
}

/** What a rule, or the count of antidepressant trials, asks of a drug. */
export type Group =
  | 'ssri'
  | 'snri'
  | 'ndri'
  | 'tca'
  | 'maoi'
  | 'tetracyclic'
  | 'multimodal'
  | 'atypical-antidepressant'
  | 'glutamate-antidepressant'
  | 'augmenter'
  | 'stimulant'
  | 'herbal-antidepressant'
  | 'serotonergic'
  | 'ketamine'
  | 'thioridazine'
  | 'disulfiram'
  | 'dextromethorphan'
  | 'st-johns-wort'
  | 'bleeding-herb'
  | 'anticoagulant'
  | 'thyroid'
  | 'immunosuppressant'
  | 'biologic'
  | 'withdrawal-aid'
  | 'naltrexone'
  | 'antagonist'
  | 'peripheral-antagonist';

export interface Drug {
  readonly id: string;
  /** International nonproprietary name, as a sentence says it. */
  readonly name: string;
  /** Synonyms, salts that stand alone, names in other languages, and combinations that have a name of their own. */
  readonly names?: readonly string[];
  readonly brands?: readonly string[];
  /** Brands that are slow-release or patches. */
  readonly slowBrands?: readonly string[];
  /** Brands that are implants or injections lasting weeks. */
  readonly depotBrands?: readonly string[];
  /** Names from the street. Many are ordinary words, so a hit is a doubt and not a finding. */
  readonly streetNames?: readonly string[];
  /** RxNorm concept codes of the ingredient and of its combinations. */
  readonly rxnorm?: readonly string[];
  /** ATC codes; a longer code that begins with one of them is meant too, and the longest match wins. */
  readonly atc?: readonly string[];
  readonly opioidClass?: OpioidClass;
  /** Present exactly when the drug acts as an agonist at the mu receptor, so that naltrexone meets it. */
  readonly washout?: Washout;
  readonly groups?: readonly Group[];
  /** What a reader should know beside the class. */
  readonly note?: string;
  readonly sources: readonly Source[];
}

/** Whether naltrexone would meet this drug at the mu receptor: full, partial and mixed agonists, wherever they act. */
export const isOpioid = (drug: Drug): boolean => drug.washout !== undefined;

/** Whether the drug belongs to one of the groups. */
export const isIn = (drug: Drug, ...groups: readonly Group[]): boolean =>
  groups.some((group) => drug.groups?.includes(group) ?? false);

/** A list as the tables write it: `'Percocet, Endocet'`. */
export const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim());
