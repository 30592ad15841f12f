/**
 * QIDS-SR16: sixteen questions on nine domains. Sleep is the highest of items 1 to 4, appetite and weight of 6 to 9,
 * movement of 15 and 16. Of 6 and 7 (appetite less or more) and of 8 and 9 (weight less or more) one each is answered.
 */
import { assume, cite } from '../../domain/source.ts';
import { bandsOf, local, NO_LOINC, untold, type Scale, type Total } from './scale.ts';

/** 1-based items of each domain; the highest answer counts. Scoring recalled from ids-qids.org. */
const DOMAINS = [[1, 2, 3, 4], [5], [6, 7, 8, 9], [10], [11], [12], [13], [14], [15, 16]] as const;

/** Pairs of which one answer is enough. */
const EITHER_OR = [
  [6, 7],
  [8, 9],
] as const;

function totalOf(answers: readonly (number | null)[]): Total {
  const given = (item: number) => answers[item - 1] ?? undefined;
  const spared = EITHER_OR.filter((pair) => pair.some((item) => given(item) !== undefined)).flat() as readonly number[];
  const missing = answers.flatMap((answer, index) =>
    answer === null && !spared.includes(index + 1) ? [index + 1] : [],
  );
  if (missing.length > 0) return { missing };
  const highest = DOMAINS.map((items) => Math.max(...items.map((item) => given(item) ?? 0)));
  return { total: highest.reduce((sum, points) => sum + points, 0) };
}

export const qidsSr16: Scale = {
  id: 'qids-sr16',
  name: 'QIDS-SR16',
  about: 'Severity of depression over a week, filled in by the patient.',
  filledBy: 'patient',
  licence: {
    says: 'Copyright of UT Southwestern and UPMC; free for clinical use as recalled, to be confirmed; no item text.',
    textMayBeShipped: false,
    source: assume('terms of use recalled; confirm at ids-qids.org before shipping the text'),
  },
  items: untold(16, 0, 3),
  lowest: 0,
  highest: 27,
  better: 'lower',
  bands: bandsOf(['none', 0, 5], ['mild', 6, 10], ['moderate', 11, 15], ['severe', 16, 20], ['very severe', 21, 27]),
  bandSource: cite('ids-qids', 'scoring page, cut-offs 5, 10, 15 and 20'),
  response: { percent: 50, source: cite('ids-qids', 'scoring page, response') },
  remission: { lowest: 0, highest: 5, source: cite('ids-qids', 'scoring page, remission at 5 or less') },
  code: local('qids-sr16-total', 'QIDS-SR16 total'),
  totalOf,
  notes: [
    'The 2017 trial of low-dose naltrexone asked for 12 or more to enter.',
    'Which item belongs to which domain is recalled from the published scoring rule.',
    NO_LOINC,
  ],
  examples: [
    { answers: [3, 2, 1, 0, 2, 0, 1, 0, 2, 1, 1, 0, 2, 1, 0, 1], total: 13, says: 'moderate' },
    { answers: [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0], total: 5, says: 'none' },
  ],
};
