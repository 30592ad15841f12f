/** The ledger: every claim of the five articles with its verdict. One more article is one file and one row here. */
import { cite, type Source } from '../../domain/source.ts';
import { ARTICLE_000 } from './article000.ts';
import { ARTICLE_001 } from './article001.ts';
import { ARTICLE_002 } from './article002.ts';
import { ARTICLE_003 } from './article003.ts';
import { ARTICLE_004 } from './article004.ts';
import type { ArticleId, Claim, Verdict } from './claim.ts';

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** Absent when the article names none. */
  readonly publisher?: string;
  readonly source: Source;
}

const article = (id: ArticleId, title: string, publisher?: string): Article => ({
  id,
  title,
  ...(publisher === undefined ? {} : { publisher }),
  source: cite(`article-${id}`, 'whole text'),
});

export const ARTICLES: readonly Article[] = [
  article(
    '000',
    'Low Dose Naltrexone (LDN): An Integrative Option for Inflammation-Driven Mental Health Conditions',
    'Proventus Psychiatry',
  ),
  article('001', 'Low Dose Naltrexone for Depression: How It Works'),
  article('002', 'Low Dose Naltrexone (LDN)', 'Megan Vardeman, PA-C'),
  article('003', 'Can Low Dose Naltrexone (LDN) Help My Depression?', 'American Integrative Pharmacy'),
  article('004', 'The Potential of Low-Dose Naltrexone in Treating Depression'),
];

const WRITTEN: readonly Claim[] = [...ARTICLE_000, ...ARTICLE_001, ...ARTICLE_002, ...ARTICLE_003, ...ARTICLE_004];

/** All claims in the order of the articles. A link that one claim names is shown at the other too. */
export const CLAIMS: readonly Claim[] = WRITTEN.map((claim) => {
  const back = WRITTEN.filter(({ seeAlso }) => seeAlso?.includes(claim.id)).map(({ id }) => id);
  const seeAlso = [...new Set([...(claim.seeAlso ?? []), ...back])].toSorted();
  return seeAlso.length > 0 ? { ...claim, seeAlso } : claim;
});

/** All verdicts, from the best to the worst, with what each means to a reader. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  supported: 'Supported by what was read.',
  plausible: 'Plausible, and not shown for low doses in people.',
  overstated: 'There is some ground, and it is said too strongly.',
  contradicted: 'What was read says otherwise.',
  'not-checked': 'Outside the sources of this product.',
};

export type { ArticleId, Claim, Verdict } from './claim.ts';
