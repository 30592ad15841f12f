/** The sources and washout times that many rows of the drug tables share. */
import { assume, cite } from '../../domain/source.ts';
import type { Washout } from './drug.ts';

export const RXNORM_CODES = cite('ndc-map', 'RxNorm ingredient and multi-ingredient codes, 2020-06-17');
export const ATC_CODES = cite('atcd', 'ATC codes of the ingredient, 2026-04-25');
export const RECALLED_NAMES = assume(
  'synonyms, brands, street names and single ATC codes beside the collected tables are recalled',
);
const LABEL_SHORT = cite('label-revia', 'at least 7 to 10 days free of short-acting opioids, tramadol included');
const LABEL_LONG = cite('label-revia', 'withdrawal possible for up to two weeks after methadone or buprenorphine');
const SLOW_RELEASE = assume(
  '10 to 14 days after slow-release forms and patches: recalled from SAMHSA TIP 63; the label does not split by form',
);

/** Short-acting: 7 to 10 days; its slow-release forms and patches 10 to 14. */
export const SHORT_ACTING: Washout = {
  short: { from: 7, to: 10 },
  extended: { from: 10, to: 14 },
  unstated: 'short',
};

/** Long-acting by itself: 14 days in every form. */
export const LONG_ACTING: Washout = {
  short: { from: 14, to: 14 },
  extended: { from: 14, to: 14 },
  unstated: 'extended',
};

export const SHORT_SOURCES = [RXNORM_CODES, ATC_CODES, LABEL_SHORT, SLOW_RELEASE, RECALLED_NAMES] as const;
export const LONG_SOURCES = [RXNORM_CODES, ATC_CODES, LABEL_LONG, RECALLED_NAMES] as const;
