/** The operations that show what the product holds: questions, protocols, scales, claims. */
import { z } from 'zod';
import type { Question } from '../../domain/result.ts';
import { CLAIMS, type Claim, type Verdict } from '../../knowledge/claims/index.ts';
import { PROTOCOLS, type Protocol } from '../../knowledge/protocols/index.ts';
import { SCALES, type Scale } from '../../knowledge/scales/index.ts';
import { DSM_QUESTIONS } from '../assess.ts';
import { stepsInWords } from '../plan.ts';
import type { Operation } from '../operation.ts';
import { SCREENING_QUESTIONS } from '../screen.ts';

const nothing = z.strictObject({});

interface QuestionGroup {
  readonly group: string;
  readonly questions: readonly Question[];
}

export const questions: Operation<Record<string, never>, readonly QuestionGroup[]> = {
  name: 'questions',
  sentence: 'List every question that can be answered directly, with the id under which the answer is kept.',
  takes: 'nothing',
  input: nothing,
  example: {},
  run: () => ({
    answer: [
      { group: 'Safety', questions: SCREENING_QUESTIONS },
      { group: 'Depression', questions: DSM_QUESTIONS },
    ],
    because: [],
    problems: [],
  }),
  inWords: ({ answer }) =>
    answer
      .flatMap(({ group, questions: list }) => [
        '',
        group,
        ...list.map(({ id, text, kind }) => `  ${id} (${kind})\n      ${text}`),
      ])
      .slice(1),
};

export const protocols: Operation<Record<string, never>, readonly Protocol[]> = {
  name: 'protocols',
  sentence: 'List the titration protocols with who uses them, what they rest on and their steps.',
  takes: 'nothing',
  input: nothing,
  example: {},
  run: () => ({ answer: PROTOCOLS, because: [], problems: [] }),
  inWords: ({ answer }) =>
    answer.flatMap(({ id, name, forWhom, evidence, steps }) => [
      `${id}: ${name}`,
      `  For ${forWhom}`,
      ...stepsInWords({ start: '2000-01-01', steps }).map((line) => `    ${line}`),
      `  Evidence: ${evidence}`,
      '',
    ]),
};

export const scales: Operation<Record<string, never>, readonly Omit<Scale, 'totalOf'>[]> = {
  name: 'scales',
  sentence: 'List the rating scales with their range, bands and licence, and their items where the licence allows.',
  takes: 'nothing',
  input: nothing,
  example: {},
  run: () => ({ answer: SCALES.map(({ totalOf: _how, ...scale }) => scale), because: [], problems: [] }),
  inWords: ({ answer }) =>
    answer.flatMap(({ id, name, lowest, highest, licence }) => [
      `${id}: ${name}, ${lowest}-${highest}`,
      `  Licence: ${licence.says}`,
    ]),
};

interface ClaimFilter {
  readonly article?: string | undefined;
  readonly verdict?: Verdict | undefined;
}

export const claims: Operation<ClaimFilter, readonly Claim[]> = {
  name: 'claims',
  sentence: 'Show what the five articles claim, with the verdict, the reason and the sources for each claim.',
  takes: 'nothing',
  input: z.strictObject({
    article: z.enum(['000', '001', '002', '003', '004']).optional().meta({ description: 'only this article' }),
    verdict: z
      .enum(['supported', 'plausible', 'overstated', 'contradicted', 'not-checked'])
      .optional()
      .meta({ description: 'only this verdict' }),
  }),
  example: { article: '004', verdict: 'contradicted' },
  run: ({ article, verdict }) => ({
    answer: CLAIMS.filter(
      (claim) => (article ?? claim.article) === claim.article && (verdict ?? claim.verdict) === claim.verdict,
    ),
    because: [],
    problems: [],
  }),
  inWords: ({ answer }) => [
    ...answer.flatMap(({ id, said, verdict, reason, unsafe }) => [
      `${verdict.toUpperCase()}${unsafe ? ', UNSAFE' : ''}  ${said}`,
      `    ${reason}`,
      `    [${id}]`,
      '',
    ]),
    `${answer.length} claims.`,
  ],
};
