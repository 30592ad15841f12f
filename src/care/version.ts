import { hashOf } from '../domain/hash.ts';
import pkg from '../../package.json' with { type: 'json' };
import sources from '../knowledge/sources.json' with { type: 'json' };

/** Name and version of the product, as it stands in every result. */
export const PRODUCT: string = `${pkg.name} ${pkg.version}`;

/** Hash over everything the product holds true, so that two results can be told to rest on the same knowledge. */
export const KNOWLEDGE_HASH: string = hashOf({ sources });
