/**
 * One claim of one article, in our own words, with a verdict against what is published. Not a judgement of the authors:
 * the verdict says how far the statement goes beyond, or against, what the sources in the register show.
 */
import type { Source } from '../../domain/source.ts';

export type ArticleId = '000' | '001' | '002' | '003' | '004';

/**
 * `supported` by what was read; `plausible` but not shown for low doses in people; `overstated`: some ground, said too
 * strongly; `contradicted` by what was read; `not-checked`: outside the sources, with the reason.
 */
export type Verdict = 'supported' | 'plausible' | 'overstated' | 'contradicted' | 'not-checked';

export interface Claim {
  /** Article and a short name: `001-pulsed-block`. */
  readonly id: string;
  readonly article: ArticleId;
  /** Where in the article. */
  readonly where: string;
  /** What the article says, in our words. */
  readonly said: string;
  readonly verdict: Verdict;
  /** Following it could harm somebody. */
  readonly unsafe?: true;
  /** Why the verdict, with the numbers. */
  readonly reason: string;
  readonly sources: readonly Source[];
  /** Ids of claims that say the same or the opposite. */
  readonly seeAlso?: readonly string[];
  /** What the product does about it. */
  readonly product?: string;
}

export interface More {
  readonly unsafe?: true;
  readonly seeAlso?: readonly string[];
  readonly product?: string;
}

/** Writes claims of one article as rows: name, verdict, where, said, reason, sources, more. */
export const claimIn =
  (article: ArticleId) =>
  (
    name: string,
    verdict: Verdict,
    where: string,
    said: string,
    reason: string,
    sources: readonly Source[],
    more: More = {},
  ): Claim => ({ id: `${article}-${name}`, article, where, said, verdict, reason, sources, ...more });
