import { z } from 'zod';
import { lint as lintText, type Linted } from '../lint.ts';
import type { Operation } from '../operation.ts';
import { isoDate } from '../schemas.ts';

interface LintInput {
  readonly text: string;
  readonly start?: string | undefined;
}

export const lint: Operation<LintInput, Pick<Linted, 'schedule' | 'findings'>> = {
  name: 'lint',
  sentence:
    'Read a titration schedule as a person wrote it and find holes, overlaps, jumps, missing fall-backs and wrong counts.',
  takes: 'text',
  input: z.strictObject({
    text: z.string().min(1).max(20_000),
    start: isoDate.optional().meta({ description: 'date of day 1, for schedules with dates' }),
  }),
  example: { text: '1 capsule for the first 10 days, on day 11 two capsules for the next 10 days, on day 22 three' },
  run: ({ text, start }) => {
    const { schedule, findings, problems } = lintText(text, start === undefined ? {} : { start });
    return { answer: { schedule, findings }, because: [], problems };
  },
  inWords: ({ answer }) => [
    ...answer.findings.map(
      ({ severity, where, says, todo, rule }) => `${severity} ${where}: ${says} ${todo} [${rule}]`,
    ),
    answer.findings.length === 0 ? 'No fault found.' : `${answer.findings.length} findings.`,
  ],
};
