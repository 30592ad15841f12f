import { assume } from '../../domain/source.ts';
import type { KeepingLimit } from './form.ts';

/** However long a study runs, the chapter on non-sterile compounding allows no more than this. */
export const CHAPTER_CAP: KeepingLimit = {
  id: 'chapter-cap',
  says: 'longest date the chapter on non-sterile compounding allows with a study: 180 days',
  days: 180,
  source: assume('USP <795> of November 2023, recalled; check the licensed text'),
};
