import { z } from 'zod';
import { dotOf } from '../../engine/exports/graph.ts';
import { latexOf } from '../../engine/exports/latex.ts';
import { sbmlOf } from '../../engine/exports/sbml.ts';
import {
  assumedShare,
  choiceProblems,
  composedModel,
  modelText,
  type Choice,
} from '../../knowledge/mechanisms/index.ts';
import type { Operation } from '../operation.ts';
import { READINGS, type Reading } from '../simulate/index.ts';

const FORMATS = ['text', 'latex', 'graph', 'sbml'] as const;

type Format = (typeof FORMATS)[number];

interface ModelInput {
  readonly as?: Format | undefined;
  readonly reading?: Reading | undefined;
  readonly off?: readonly string[] | undefined;
}

interface ModelAnswer {
  readonly format: Format;
  readonly text: string;
  /** Share of the inputs of the model that are assumed, 0 to 1. */
  readonly assumedShare: number;
}

/** The equations themselves, for whoever wants to check them or to run them elsewhere. */
export const model: Operation<ModelInput, ModelAnswer | null> = {
  name: 'model',
  sentence: 'Write the model of how a small dose acts: as text, LaTeX, a DOT graph of who acts on whom, or SBML.',
  takes: 'nothing',
  input: z.strictObject({
    as: z.enum(FORMATS).optional().meta({ description: 'text when left out' }),
    reading: z.enum(READINGS).optional().meta({
      description: 'how long a dose lasts: as PET shows (brain, when left out) or as long as in blood (plasma).',
    }),
    off: z.array(z.string().max(100)).max(100).optional().meta({ description: 'mechanisms to switch off' }),
  }),
  example: { as: 'latex' },
  run: ({ as: format = 'text', reading = 'brain', off = [] }) => {
    const choice: Choice = { reading: reading === 'plasma' ? 'plasma' : 'slow', off };
    const problems = choiceProblems(choice);
    if (problems.length > 0) return { answer: null, because: [], problems };
    const whole = composedModel(choice);
    return {
      answer: { format, text: WRITERS[format](choice), assumedShare: assumedShare(whole) },
      because: [],
      problems,
    };
  },
  inWords: ({ answer }) => (answer === null ? [] : [answer.text]),
};

const WRITERS: Readonly<Record<Format, (choice: Choice) => string>> = {
  text: (choice) =>
    modelText(choice)
      .map(({ name, text }) => `# ${name}\n${text}`)
      .join('\n\n'),
  latex: (choice) => latexOf(composedModel(choice)),
  graph: (choice) => dotOf(composedModel(choice)),
  sbml: (choice) => sbmlOf(composedModel(choice)).sbml,
};
