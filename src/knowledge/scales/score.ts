/** From answers to a total and what it means. A hole means no total; nothing is averaged, rounded or clamped. */
import type { Score } from '../../domain/patient.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import { scaleOf } from './index.ts';
import { sumOf, type Band, type Scale } from './scale.ts';

export type ScoreReading =
  | { readonly ok: true; readonly total: number; readonly band?: Band }
  | {
      readonly ok: false;
      /** 1-based numbers of the items without which there is no total. */
      readonly missing: readonly number[];
      readonly problems: readonly Problem[];
    };

/** The band of a total; undefined when the scale has none or the total lies outside its range. */
export const bandOf = (scale: Scale, total: number): Band | undefined =>
  scale.bands.find((band) => band.lowest <= total && total <= band.highest);

/**
 * The total of a set of answers.
 * @param scaleId id of a registered scale
 * @param items one answer for each item in the scale's order; a hole is `null`
 */
export function scoreOf(scaleId: string, items: readonly (number | null)[]): ScoreReading {
  const scale = scaleOf(scaleId);
  if (!scale) return refused(unknownScale(scaleId));
  if (!scale.items)
    return refused(
      error('items', quote(items), 'a total', `Enter the total of ${scale.name}; its items are not kept.`),
    );
  const problems = problemsIn(scale, items);
  if (problems.length > 0) return { ok: false, missing: [], problems };
  const result = (scale.totalOf ?? sumOf)(items);
  return 'total' in result ? read(scale, result.total) : { ok: false, missing: result.missing, problems: [] };
}

/** A score of a record: from its items where they are complete, else from its total; both must agree. */
export function readScore(score: Score): ScoreReading {
  const scale = scaleOf(score.scale);
  if (!scale) return refused(unknownScale(score.scale));
  const entered = score.total === undefined ? undefined : readTotal(scale, score.total);
  if (!score.items || !scale.items) return entered ?? noTotal(scale);
  const summed = scoreOf(score.scale, score.items);
  if (!summed.ok && (summed.problems.length > 0 || !entered)) return summed;
  if (summed.ok && entered?.ok && summed.total !== entered.total)
    return refused(
      error(
        'total',
        `${entered.total} beside items that make ${summed.total}`,
        'a total that its items make',
        `Look at the form of ${scale.name} again and correct the total or the items.`,
      ),
    );
  return summed.ok ? (entered?.ok === false ? entered : summed) : (entered ?? summed);
}

/** A total as entered, checked against the range of its scale. */
export function readTotal(scale: Scale, total: number): ScoreReading {
  const step = scale.step ?? 1;
  if (Number.isInteger(total / step) && total >= scale.lowest && total <= scale.highest) return read(scale, total);
  const steps = step === 1 ? 'a whole number' : `a multiple of ${step}`;
  return refused(
    error('total', quote(total), `${steps} from ${scale.lowest} to ${scale.highest}`, `Enter the ${scale.name} again.`),
  );
}

function read(scale: Scale, total: number): ScoreReading {
  const band = bandOf(scale, total);
  return { ok: true, total, ...(band ? { band } : {}) };
}

const refused = (problem: Problem): ScoreReading => ({ ok: false, missing: [], problems: [problem] });

const noTotal = (scale: Scale): ScoreReading =>
  refused(error('total', 'nothing', 'a total or items', `Enter the total of ${scale.name}.`));

const unknownScale = (id: string): Problem =>
  error('scale', quote(id), 'a registered scale', 'Use one of the scales the product lists, such as phq-9.');

function problemsIn(scale: Scale, items: readonly (number | null)[]): readonly Problem[] {
  const wanted = scale.items ?? [];
  if (items.length !== wanted.length)
    return [
      error(
        'items',
        `${items.length} answers`,
        `${wanted.length} answers`,
        `Give every item of ${scale.name}, null where nothing was answered.`,
      ),
    ];
  return wanted.flatMap(({ lowest, highest }, index) => {
    const answer = items[index];
    const fits = answer === null || (Number.isInteger(answer) && answer! >= lowest && answer! <= highest);
    return fits
      ? []
      : [
          error(
            `items[${index}]`,
            quote(answer),
            `a whole number from ${lowest} to ${highest}, or null`,
            `Answer item ${index + 1} of ${scale.name} again.`,
          ),
        ];
  });
}
