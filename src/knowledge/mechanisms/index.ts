/**
 * All mechanisms, in the order in which they stand in a model, and the composition of a whole model from those that are
 * chosen. The parameters of every mechanism are declared in every model, also of those switched off: a parameter owns
 * its random number by position, so a switch changes nobody's other values.
 */
import { leavesOf } from '../../engine/expression.ts';
import type { Model } from '../../engine/model.ts';
import { readModel, type ModelPart } from '../../engine/readModel.ts';
import { error, quote, type Problem } from '../../domain/problem.ts';
import { BDNF } from './bdnf.ts';
import { BRAIN, DEFAULT_READING, type Reading } from './brain.ts';
import { CYTOKINES } from './cytokines.ts';
import { DOPAMINE } from './dopamine.ts';
import { FATIGUE } from './fatigue.ts';
import { GLIA } from './glia.ts';
import { KAPPA } from './kappa.ts';
import { ASSUMED, declaration, type Mechanism, type ModelInput, type ModelParameter } from './mechanism.ts';
import { moodOf } from './mood.ts';
import { OGF } from './ogf.ts';
import { PAIN } from './pain.ts';
import { PEPTIDES } from './peptides.ts';
import { PLASMA } from './plasma.ts';
import { REBOUND } from './rebound.ts';
import { referencesOf } from './reference.ts';
import { SEROTONIN } from './serotonin.ts';
import { SLEEP } from './sleep.ts';
import { TACHYKININS } from './tachykinins.ts';
import { TLR4 } from './tlr4.ts';
import { UPREGULATION } from './upregulation.ts';

const AFTER_THE_BRAIN: readonly Mechanism[] = [
  UPREGULATION,
  PEPTIDES,
  REBOUND,
  OGF,
  TLR4,
  GLIA,
  CYTOKINES,
  TACHYKININS,
  KAPPA,
  DOPAMINE,
  SEROTONIN,
  BDNF,
  SLEEP,
  PAIN,
  FATIGUE,
];

/** Every mechanism under one reading of how long a dose lasts. */
export const mechanismsOf = (reading: Reading): readonly Mechanism[] => [
  PLASMA,
  BRAIN[reading],
  ...AFTER_THE_BRAIN,
  moodOf(AFTER_THE_BRAIN),
];

/** Every mechanism, with the brain in its default reading. */
export const MECHANISMS: readonly Mechanism[] = mechanismsOf(DEFAULT_READING);

/** What a user chooses. Absent: the default reading, everything on. */
export interface Choice {
  readonly reading?: Reading;
  /** Ids of mechanisms to switch off. */
  readonly off?: readonly string[];
}

/** Ids of the mechanisms that can be switched off. */
export const SWITCHABLE: readonly string[] = MECHANISMS.filter(({ off }) => off !== undefined).map(({ id }) => id);

/** What is wrong with a choice. */
export function choiceProblems({ off = [] }: Choice): readonly Problem[] {
  return off
    .map((id, index) => ({ id, path: `off[${index}]` }))
    .filter(({ id }) => !SWITCHABLE.includes(id))
    .map(({ id, path }) =>
      error(path, quote(id), `one of ${SWITCHABLE.join(', ')}`, 'Name a mechanism that can be switched off.'),
    );
}

/** Every input of all mechanisms, in the order of the model. */
export const INPUTS: readonly ModelInput[] = MECHANISMS.flatMap(({ inputs = [] }) => inputs);

/** What is wrong with values given for a person: a name that is no input, a number outside its range. */
export const inputProblems = (values: Readonly<Record<string, number>>): readonly Problem[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const known = INPUTS.find((one) => one.name === name);
    if (known === undefined) {
      const names = INPUTS.map((one) => one.name).join(', ');
      return [error(`inputs.${name}`, quote(name), `one of ${names}`, 'Correct the name.')];
    }
    const [low, high] = known.range;
    if (value >= low && value <= high) return [];
    const expected = `${known.label}: ${low} to ${high}${known.unit === '1' ? '' : ` ${known.unit}`}`;
    return [error(`inputs.${name}`, quote(value), expected, 'Correct the number or its unit.')];
  });

const headOf = (reading: Reading): ModelPart => ({
  name: 'head',
  text: [
    'model "low-dose naltrexone"\ntime h\nunit points',
    ...referencesOf(reading).map((one) => declaration('param', one)),
  ].join('\n'),
});

/**
 * The whole model as text, one part for each mechanism, in the language of the engine.
 * @throws RangeError when `off` names what cannot be switched off; ask `choiceProblems` first
 */
export function modelText(choice: Choice = {}): readonly ModelPart[] {
  const [wrong] = choiceProblems(choice);
  if (wrong) throw new RangeError(`${wrong.found} cannot be switched off`);
  const { reading = DEFAULT_READING, off = [] } = choice;
  return [headOf(reading), ...mechanismsOf(reading).map((one) => partOf(one, off.includes(one.id)))];
}

function partOf(one: Mechanism, isOff: boolean): ModelPart {
  const declared = [
    ...one.parameters.map((parameter) => declaration('param', parameter)),
    ...(one.inputs ?? []).map((given) => declaration('input', given)),
  ];
  const body = isOff ? one.off! : one.text;
  return { name: one.id, text: [...declared, body, one.outputs].join('\n') };
}

/**
 * The checked model of a choice.
 * @throws Error when the text does not balance its units or names what is not there: a mistake in a mechanism
 */
export function composedModel(choice: Choice = {}): Model {
  const { model, problems } = readModel(modelText(choice));
  if (model === undefined) throw new Error(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'));
  return model;
}

/** Every parameter and input of all mechanisms. */
export const PARAMETERS: readonly ModelParameter[] = MECHANISMS.flatMap(({ parameters, inputs = [] }) => [
  ...parameters,
  ...inputs,
]);

/**
 * The share, 0 to 1, of the parameters at work in a model whose value is assumed, not cited or fitted. Parameters of
 * mechanisms that are switched off do not count.
 */
export function assumedShare(model: Model): number {
  const formulas = [
    ...model.states.flatMap(({ initial, rate }) => [initial, rate]),
    ...model.outputs.map(({ value }) => value),
    ...model.routes.flatMap(({ targets }) => targets.map(({ factor }) => factor)),
  ];
  const used = [...leavesOf(formulas, 'parameter')].map((index) => model.parameters[index]!);
  return used.filter(({ source }) => source.startsWith(ASSUMED)).length / Math.max(used.length, 1);
}

export { BRAIN, DEFAULT_READING, READING_SENTENCES, type Reading } from './brain.ts';
export type { Grade, Mechanism, ModelInput, ModelParameter, Spread } from './mechanism.ts';
export { OBSERVATIONS, type Observation } from './observations.ts';
