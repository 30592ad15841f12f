import { z } from 'zod';
import { inMg } from '../../domain/amount.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import { mechanismsOf } from '../../knowledge/mechanisms/index.ts';
import { PROTOCOLS } from '../../knowledge/protocols/index.ts';
import type { Operation } from '../operation.ts';
import { amountProblems } from '../simulate/doses.ts';
import { explained, USUAL_PROTOCOL } from '../simulate/explain.ts';
import type { Explained, ExplainRequest } from '../simulate/explained.ts';
import { findingsOf, type Finding } from '../simulate/findings.ts';
import { assumedReason, mechanismReasons, MOOD_EVIDENCE, readingReason } from '../simulate/reasons.ts';
import { clock } from './simulate.ts';

type ExplainInput = { readonly [Field in keyof ExplainRequest]?: ExplainRequest[Field] | undefined };

export type ExplainAnswer = Explained & { readonly findings: readonly Finding[] };

/** The commonest dose and hour, and a crowd large enough for a picture. */
const USUAL: ExplainRequest = { doseUg: 4500, hour: 22, protocol: USUAL_PROTOCOL, people: 200, seed: 1 };
const MOST_PEOPLE = 1000;

/** How one dose and one titration act, in both readings, beside what was measured and what the articles said. */
export const explain: Operation<ExplainInput, ExplainAnswer | null> = {
  name: 'explain',
  sentence:
    'Explain how a dose acts from hour to hour and a titration from night to night, beside what was measured and what the articles said.',
  takes: 'nothing',
  input: z.strictObject({
    doseUg: z.number().optional().meta({ description: 'dose in micrograms; 4500 when left out' }),
    hour: z.number().optional().meta({ description: 'hour of the clock at which it is taken; 22 when left out' }),
    protocol: z
      .enum(PROTOCOLS.map(({ id }) => id))
      .optional()
      .meta({ description: `the titration; ${USUAL_PROTOCOL} when left out.` }),
    people: z.number().optional().meta({ description: 'people in the crowd, 20 to 1000; 200 when left out' }),
    seed: z.number().optional().meta({ description: 'seed of the crowd; 1 when left out' }),
  }),
  example: { doseUg: 4500, people: 20 },
  run: (input) => {
    const request = { ...USUAL, ...present(input) };
    const problems = requestProblems(request);
    if (problems.some(({ severity }) => severity === 'error')) return { answer: null, because: [], problems };
    const whole = explained(request);
    const choice = { reading: 'slow' } as const;
    const because = [
      readingReason({ choice, reading: 'brain' }),
      MOOD_EVIDENCE,
      ...mechanismReasons(choice),
      assumedReason(whole.assumedShare),
    ];
    return { answer: { ...whole, findings: findingsOf(whole) }, because, problems };
  },
  inWords: ({ answer }) => (answer === null ? [] : inWords(answer)),
};

const present = (input: ExplainInput): Partial<ExplainRequest> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

function requestProblems({ doseUg, hour, people, seed }: ExplainRequest): readonly Problem[] {
  const need = (holds: boolean, path: string, found: unknown, expected: string, todo: string) =>
    holds ? [] : [error(path, quote(found), expected, todo)];
  return [
    ...amountProblems({ amountUg: doseUg }),
    ...need(doseUg !== 0, 'doseUg', doseUg, 'more than 0', 'There is nothing to explain about no dose.'),
    ...need(
      hour >= 0 && hour < 24,
      'hour',
      hour,
      'an hour of the day, from 0 to below 24',
      'Give the hour of the clock.',
    ),
    ...need(
      Number.isInteger(people) && people >= 20 && people <= MOST_PEOPLE,
      'people',
      people,
      `a whole number from 20 to ${MOST_PEOPLE}`,
      'Bands need a crowd; use simulate for one person or for more.',
    ),
    ...need(
      Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32,
      'seed',
      seed,
      'a whole number from 0 to 4294967295',
      'Any such number gives a crowd.',
    ),
  ];
}

const inWords = ({ doseUg, hour, people, seed, findings }: ExplainAnswer): readonly string[] => [
  `MODEL: ${inMg(doseUg)} at ${clock(hour)}; the typical person, and ${people} virtual people of seed ${seed}.`,
  ...findings.flatMap(({ says, articles }) => [
    '',
    ...lines(says, '  '),
    ...articles.flatMap(({ id, said, verdict }) => lines(`The articles: "${said}" [${id}: ${verdict}]`, '      ')),
  ]),
  '',
  ...mechanismsOf('slow').map(({ name, grade }) => `  ${grade.padEnd(18)} ${name}`),
];

/** A text in lines of at most a hundred characters. */
function lines(text: string, indent: string): readonly string[] {
  const out: string[] = [];
  for (const word of text.split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && indent.length + last.length + word.length < 99) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out.map((line) => indent + line);
}
