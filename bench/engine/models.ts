/** The models that the benchmark takes: the whole one of the product, and the 18-state one of the tests. */
import { modelText } from '../../src/knowledge/mechanisms/index.ts';
import { EIGHTEEN, EIGHTEEN_STIFF } from '../../test/engine/models/eighteen.ts';
import type { ModelText } from './titration.ts';

export interface BenchmarkCase {
  readonly title: string;
  readonly text: ModelText;
  /** The same with one turnover of three minutes. */
  readonly stiff: ModelText;
  /** Parameters whose sensitivities are timed. */
  readonly sensitivities: readonly string[];
}

const HALF_LIFE = /^(param dopamineHalfLife =) [\d.e-]+ h/m;
const THREE_MINUTES_H = 0.05;

function productStiff(): ModelText {
  const parts = modelText();
  if (!parts.some(({ text }) => HALF_LIFE.test(text))) throw new Error('no parameter dopamineHalfLife in h');
  return parts.map(({ name, text }) => ({ name, text: text.replace(HALF_LIFE, `$1 ${THREE_MINUTES_H} h`) }));
}

/** A case by its name. */
export const caseNamed = (name: 'product' | 'eighteen'): BenchmarkCase =>
  name === 'eighteen'
    ? {
        title: '18 states, 84 nights',
        text: EIGHTEEN,
        stiff: EIGHTEEN_STIFF,
        sensitivities: ['CL', 'ke1', 'Kmu', 'kend', 'kT', 'kMg', 'kD', 'wD'],
      }
    : {
        title: 'the whole model, 84 nights',
        text: modelText(),
        stiff: productStiff(),
        sensitivities: [
          'CL',
          'conc50',
          'brainHalfLife',
          'endorphinRise',
          'gliaCalm',
          'gabaRise',
          'kappaLift',
          'effect',
        ],
      };
