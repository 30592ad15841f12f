/**
 * What a mechanism is: a named piece of model text with its parameters, its evidence and what stands in its place when
 * it is switched off. Mechanisms speak to each other only through the lets they define, so the text of one that is off is
 * replaced by lets that hold its resting values and no other line changes.
 */
import type { Source } from '../../domain/source.ts';

/** The best ground for the mechanism at low doses; `none` where there is only a thought. */
export type Grade = 'human trial' | 'human measurement' | 'animal' | 'cell' | 'none';

/**
 * How a parameter differs. `between: 'people'`: each person has a value. `between: 'studies'`: everybody in one study
 * shares a value; it holds what differs from study to study and what is not known of the mean.
 */
export interface Spread {
  readonly law: 'lognormal' | 'normal' | 'logitnormal';
  readonly measure: 'cv' | 'sd';
  readonly value: number;
  readonly between: 'people' | 'studies';
  readonly source: Source;
}

/** A number of the model with its unit. */
export interface ModelParameter {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly source: Source;
  readonly spread?: Spread;
}

/** A quantity given for a person, not drawn; a value outside `range` is refused, not clamped. */
export interface ModelInput extends ModelParameter {
  readonly range: readonly [number, number];
}

export interface Mechanism {
  readonly id: string;
  readonly name: string;
  /** What it says, in one or two sentences for a reader of the page. */
  readonly what: string;
  readonly grade: Grade;
  /** Why this grade. */
  readonly evidence: string;
  readonly sources: readonly Source[];
  /** Ids of claims in `knowledge/claims` that it puts into equations, whatever their verdict. */
  readonly claims: readonly string[];
  readonly parameters: readonly ModelParameter[];
  readonly inputs?: readonly ModelInput[];
  /** States, lets and equations in the language of the engine. */
  readonly text: string;
  /** The lets that stand in place of `text` when it is off; absent: nothing works without it. */
  readonly off?: string;
  /** Output lines; they read lets that exist on and off. */
  readonly outputs: string;
  /** What a reader sees when it is switched off. */
  readonly whenOff: string;
  /** Its part in the effect on mood; absent: none. */
  readonly mood?: MoodPart;
}

/**
 * The part of one mechanism in the effect on mood. The shares of all mechanisms sum to 1, so that together they have the
 * effect that trials allow and none adds to it.
 */
export interface MoodPart {
  readonly share: number;
  /**
   * The let that says how far the drug engages the mechanism: 0 without it. How large a change that is in a person does
   * not enter, since nobody knows which size does what; all of that doubt is in the size of the total effect.
   */
  readonly engaged: string;
  readonly why: string;
}

type Law = Spread['law'];

/** Spread between people. A `cv` is of a log-normal law only. */
export const people = (law: Law, measure: 'cv' | 'sd', value: number, source: Source): Spread => ({
  law,
  measure,
  value,
  between: 'people',
  source,
});

/** Spread between studies together with the uncertainty of the mean, as a standard deviation. */
export const studies = (law: Law, value: number, source: Source): Spread => ({
  law,
  measure: 'sd',
  value,
  between: 'studies',
  source,
});

/** One parameter: name, value, unit, label, source, spread. */
export const parameter = (
  name: string,
  value: number,
  unit: string,
  label: string,
  source: Source,
  spread?: Spread,
): ModelParameter => ({ name, value, unit, label, source, ...(spread === undefined ? {} : { spread }) });

/**
 * Model text of a quantity that relaxes toward a target: `name' = ln2/halfLife (target - name)`, from `rest` on. A plain
 * number that is 1 at rest where nothing else is said.
 */
export const relaxing = (name: string, halfLife: string, target: string, label: string, rest = '1'): string =>
  `state ${name} 1 = ${rest} "${label}"\n${name}' = 0.6931471805599453/${halfLife}*(${target} - ${name})`;

/** One input: as a parameter without spread, with the lowest and highest value that makes sense. */
export const input = (
  name: string,
  value: number,
  unit: string,
  label: string,
  range: readonly [number, number],
  source: Source,
): ModelInput => ({ name, value, unit, label, range, source });

/** How the source of a parameter begins in model text when the value is assumed. */
export const ASSUMED = 'assumed: ';

const sourceText = (source: Source): string =>
  source.kind === 'cited' ? `${source.key}, ${source.where}` : `${ASSUMED}${source.why}`;

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

/** The line of model text that declares a parameter or an input. */
export function declaration(kind: 'param' | 'input', one: ModelParameter): string {
  const spread = one.spread === undefined ? '' : ` : ${one.spread.law} ${one.spread.measure} ${one.spread.value}`;
  return `${kind} ${one.name} = ${one.value} ${one.unit}${spread} ${quoted(one.label)} from ${quoted(sourceText(one.source))}`;
}
