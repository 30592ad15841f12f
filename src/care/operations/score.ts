import { z } from 'zod';
import { SCALES, type ScaleId } from '../../knowledge/scales/index.ts';
import { readTotal, scoreOf } from '../../knowledge/scales/score.ts';
import { scaleOf } from '../../knowledge/scales/index.ts';
import type { Operation } from '../operation.ts';
import { error } from '../../domain/problem.ts';

interface ScoreInput {
  readonly scale: ScaleId;
  readonly items?: readonly (number | null)[] | undefined;
  readonly total?: number | undefined;
}

interface ScoreAnswer {
  readonly scale: string;
  readonly total: number;
  /** What the total means on this scale; absent when the product does not interpret it. */
  readonly band?: string;
}

export const score: Operation<ScoreInput, ScoreAnswer | null> = {
  name: 'score',
  sentence: 'Score a rating scale from its items, or read what a total means.',
  takes: 'nothing',
  input: z.strictObject({
    scale: z.enum(SCALES.map(({ id }) => id)).meta({ description: 'which scale' }),
    items: z.array(z.number().nullable()).max(60).optional().meta({ description: 'answers in order; null for none' }),
    total: z.number().optional().meta({ description: 'a total taken elsewhere' }),
  }),
  example: { scale: 'phq-9', items: [2, 2, 1, 2, 1, 1, 1, 0, 0] },
  run: ({ scale: id, items, total }) => {
    const scale = scaleOf(id)!;
    const reading =
      items !== undefined ? scoreOf(id, items) : total !== undefined ? readTotal(scale, total) : undefined;
    if (reading?.ok !== true)
      return {
        answer: null,
        because: [],
        problems: reading?.problems.length ? reading.problems : [incomplete(reading?.missing)],
      };
    return {
      answer: { scale: id, total: reading.total, ...(reading.band && { band: reading.band.says }) },
      because: [],
      problems: [],
    };
  },
  inWords: ({ answer }) =>
    answer === null
      ? []
      : [`${scaleOf(answer.scale)?.name}: ${answer.total}${answer.band === undefined ? '' : `, ${answer.band}`}`],
};

const incomplete = (missing: readonly number[] = []) =>
  error(
    'items',
    missing.length === 0 ? 'neither items nor a total' : `no answer to item ${missing.join(', ')}`,
    'every item that the total needs',
    'Fill it in; a missing answer is not counted as 0.',
  );
