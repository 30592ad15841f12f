/** The word and the sign for each verdict on a claim. */
import type { Verdict } from '../../knowledge/claims/claim.ts';
import type { MarkKind } from './Mark.tsx';

export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly word: string; readonly mark: MarkKind }>> = {
  supported: { word: 'Supported', mark: 'go' },
  plausible: { word: 'Plausible', mark: 'note' },
  overstated: { word: 'Overstated', mark: 'ask' },
  contradicted: { word: 'Contradicted', mark: 'stop' },
  'not-checked': { word: 'Not checked', mark: 'open' },
};
