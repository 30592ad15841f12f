/** What a simulation rests on, as reasons: the reading, each mechanism with its grade, the evidence on mood, the share assumed. */
import type { Patient } from '../../domain/patient.ts';
import { warning, type Problem } from '../../domain/problem.ts';
import type { Reason } from '../../domain/result.ts';
import { assume, cite, type Source } from '../../domain/source.ts';
import { mechanismsOf, READING_SENTENCES, type Mechanism } from '../../knowledge/mechanisms/index.ts';
import type { Circumstances } from '../operation.ts';
import { screen } from '../screen.ts';
import type { Asked, Liver } from './request.ts';

const note = (rule: string, says: string, sources: readonly Source[], presence: Reason['presence'] = 'present') =>
  ({ rule, presence, says, blocks: 'no', evidence: [], sources }) as const satisfies Reason;

/** What is known of mood, said beside every curve so that none is read as a promise. */
export const MOOD_EVIDENCE: Reason = note(
  'simulate:mood',
  'That low-dose naltrexone helps depression is not shown. Twelve people in 3 weeks: the primary outcome was missed (p 0.3), a secondary one was better. Thirty-seven people in 12 weeks: no difference (p 0.97). All mechanisms together are held to an effect of g 0.15 with a standard deviation of 0.3, which includes none and harm.',
  [
    cite('mischoulon-2017', 'abstract and registry results'),
    cite('moloney-2026', 'excerpt: 37 people, 12 weeks, MADRS'),
    assume('the mean is shrunk from the two trials, because first small trials overstate'),
  ],
);

/** Why this reading, and what speaks against the other. */
export function readingReason({ choice, reading }: Pick<Asked, 'choice' | 'reading'>): Reason {
  const other = choice.reading === 'slow' ? 'plasma' : 'slow';
  return note(
    'simulate:reading',
    `Simulated in the reading "${reading}". ${READING_SENTENCES[choice.reading!]} The other reading: ${READING_SENTENCES[other]}`,
    [cite('lee-1988', 'abstract: block over 168 hours'), cite('rabiner-2011', 'occupancy by dose')],
  );
}

/** One reason for each mechanism: what it says, on what grade of evidence, and whether it took part. */
export const mechanismReasons = ({ reading, off = [] }: Asked['choice']): readonly Reason[] =>
  mechanismsOf(reading!).map((mechanism) => mechanismReason(mechanism, off.includes(mechanism.id)));

const mechanismReason = ({ id, name, what, grade, evidence, whenOff, sources }: Mechanism, isOff: boolean): Reason =>
  isOff
    ? note(`mechanism:${id}`, `Switched off: ${name}. ${whenOff}`, sources, 'absent')
    : note(`mechanism:${id}`, `${name} [${grade}]. ${what} Evidence: ${evidence}`, sources);

/** The share of the inputs that nobody measured. */
export const assumedReason = (share: number): Reason =>
  note(
    'simulate:assumed',
    `${Math.round(100 * share)} % of the numbers at work are assumed, the others are cited or fitted. The curves are a model, not a measurement.`,
    [assume('counted over the parameters that the equations use')],
  );

export interface PersonSaid {
  readonly because: readonly Reason[];
  readonly problems: readonly Problem[];
}

/** What the screening says of the person: a curve is no permission to start. Nothing when no person was given. */
export function personSaid(
  patient: Patient | undefined,
  liver: Liver | undefined,
  { today, table }: Circumstances,
): PersonSaid {
  if (patient === undefined || Object.keys(patient).length === 0) return { because: [], problems: [] };
  const { answer, because } = screen({ patient, today, ...(table && { table }) });
  const sources = [assume('the screening decides, never a simulation')];
  const says = `A simulation is no permission to start. The screening of this person: ${answer}.`;
  const sick = because.some(({ rule, presence }) => LIVER_RULES.has(rule) && presence === 'present');
  return {
    because: [note('simulate:person', says, sources), ...because.filter(({ blocks }) => blocks !== 'no')],
    problems: sick && liver === undefined ? [LIVER_NOT_SAID] : [],
  };
}

/** Screening rules that, when present, make the curves of a healthy liver wrong. */
const LIVER_RULES: ReadonlySet<string> = new Set(['cirrhosis', 'acute-liver-disease']);

const LIVER_NOT_SAID = warning(
  'liver',
  'a record that tells of liver disease, and no word on its kind',
  'healthy, compensated or decompensated',
  'The curves are those of a healthy liver, five to ten times too low in cirrhosis; say which it is.',
);
