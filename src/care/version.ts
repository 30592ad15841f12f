import { hashOf } from '../domain/hash.ts';
import { CLAIMS } from '../knowledge/claims/index.ts';
import { DRUGS } from '../knowledge/drugs/index.ts';
import { modelText } from '../knowledge/mechanisms/index.ts';
import { PROTOCOLS } from '../knowledge/protocols/index.ts';
import { RULES } from '../knowledge/rules/index.ts';
import { SCALES } from '../knowledge/scales/index.ts';
import sources from '../knowledge/sources.json' with { type: 'json' };

/** Name and version of the product, as it stands in every result. A test holds it against package.json. */
export const PRODUCT = 'lowdose 0.1.0';

/**
 * Hash over what the product holds true, as far as it is data; the functions inside rules and scales are named by the
 * version above. Two results with the same product and hash rest on the same knowledge.
 */
export const KNOWLEDGE_HASH: string = hashOf(
  JSON.parse(JSON.stringify({ sources, DRUGS, RULES, PROTOCOLS, SCALES, CLAIMS, model: modelText({}) })) as unknown,
);
