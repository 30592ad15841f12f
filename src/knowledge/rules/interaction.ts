/** A rule about a medicine that LDN does not go well with: is it taken now, and what is the prescriber told? */
import { inWords, type IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Evidence, Question } from '../../domain/result.ts';
import type { Source } from '../../domain/source.ts';
import type { Drug } from '../drugs/drug.ts';
import type { Identified } from '../drugs/identify.ts';
import { MONTH_DAYS, yesNo } from './answers.ts';
import { MEDICINES_QUESTION } from './medicines.ts';
import { finding, speaker, type Context, type Example, type Finding, type Line, type Rule } from './rule.ts';
import { useOf } from './use.ts';
import { toWeigh } from './weighed.ts';

/** A drug that is taken, or may be, with the line that says so. */
export interface Taken {
  readonly drug: Drug;
  readonly line: Line;
  /** Why it is not certain; absent when it is. */
  readonly doubt?: string;
}

/** What a list says about some drugs: taken now, or perhaps. Stopped and long past lines are neither. */
export function takenNow(
  { lines = [], today }: Context,
  patient: Patient,
  takes: (drug: Drug, line: Line) => boolean,
): { readonly now: readonly Taken[]; readonly perhaps: readonly Taken[] } {
  const all = lines.flatMap((line) =>
    line.is.drugs.filter(({ drug }) => takes(drug, line)).flatMap((found) => takenOf(line, found, today) ?? []),
  );
  const settled = all.flatMap((taken) => settle(taken, patient, today) ?? []);
  return {
    now: settled.filter(({ doubt }) => doubt === undefined),
    perhaps: settled.filter(({ doubt }) => doubt !== undefined),
  };
}

function takenOf(line: Line, { drug, sure, doubt }: Identified, today: IsoDate): Taken | undefined {
  const use = useOf(line.medicine, today);
  if (use.kind === 'current' || use.kind === 'planned')
    return sure ? { drug, line } : { drug, line, doubt: doubt ?? 'it is not certain which medicine it is' };
  return use.kind === 'doubtful' ? { drug, line, doubt: use.why } : undefined;
}

const stillId = (drug: Drug): string => `still-taking:${drug.id}`;

/** A fresh answer settles what the record leaves open. */
function settle(taken: Taken, patient: Patient, today: IsoDate): Taken | undefined {
  if (taken.doubt === undefined) return taken;
  const { state } = yesNo(patient, stillId(taken.drug), today, MONTH_DAYS);
  if (state === 'no') return undefined;
  return state === 'yes' ? { drug: taken.drug, line: taken.line } : taken;
}

/** `"Prozac 20 mg" (fluoxetine; active, 2 May 2026)`, each line once. */
export const namedTaken = (taken: readonly Taken[]): string =>
  [
    ...new Set(
      taken.map(({ drug, line: { medicine, is } }) => {
        const date = medicine.recorded ?? medicine.start;
        return `"${is.label}" (${drug.name}; ${medicine.status}${date === undefined ? '' : `, ${inWords(date)}`})`;
      }),
    ),
  ].join(', ');

export const takenEvidence = (taken: readonly Taken[]): readonly Evidence[] =>
  taken.map(({ line: { medicine, is } }) => {
    const date = medicine.recorded ?? medicine.start;
    return { from: medicine.from, text: `${is.label} (${medicine.status})`, ...(date === undefined ? {} : { date }) };
  });

export interface Interaction {
  readonly id: string;
  readonly title: string;
  readonly takes: (drug: Drug, line: Line) => boolean;
  /** `weigh` blocks until the prescriber has weighed it; `tell` does not block. */
  readonly level: 'weigh' | 'tell';
  /** What the prescriber is told; begins after the names of the medicines. */
  readonly says: string;
  readonly asks?: string;
  readonly absent: string;
  readonly rank: number;
  readonly sources: readonly Source[];
  readonly examples: readonly Example[];
}

export function interaction(rule: Interaction): Rule {
  const say = speaker(rule.id, rule.sources);
  const blocks = rule.level === 'weigh';
  return {
    id: rule.id,
    title: rule.title,
    sources: rule.sources,
    examples: rule.examples,
    find(patient, context) {
      if (context.lines === undefined) {
        const says = `${rule.title}: not known, because nobody has listed the medicines.`;
        return blocks ? finding(say.ask(says), MEDICINES_QUESTION) : finding(say.open(says));
      }
      const { now, perhaps } = takenNow(context, patient, rule.takes);
      if (now.length > 0) return present(patient, context, now);
      if (perhaps.length > 0) return possible(perhaps);
      return finding(say.absent(rule.absent));
    },
  };

  function present(patient: Patient, context: Context, now: readonly Taken[]): Finding {
    const says = `${namedTaken(now)}: ${rule.says}`;
    if (!blocks) return finding(say.caution(says, takenEvidence(now)));
    const asks = rule.asks ?? 'Has the prescriber weighed this and decided to go on?';
    return toWeigh(patient, context, { rule: rule.id, say, says, asks, evidence: takenEvidence(now), rank: rule.rank });
  }

  function possible(perhaps: readonly Taken[]): Finding {
    const says = `${namedTaken(perhaps)}: not certain, ${perhaps[0]?.doubt}. If it is taken: ${rule.says}`;
    if (!blocks) return finding(say.open(says, takenEvidence(perhaps)));
    return {
      reasons: [say.ask(says, takenEvidence(perhaps))],
      questions: perhaps.map((taken) => stillTaking(taken, rule.rank)),
    };
  }
}

/** The question whether a medicine that the record leaves open is taken now. */
const stillTaking = ({ drug, line, doubt }: Taken, rank: number): Question => ({
  id: stillId(drug),
  text: `Do you take ${drug.name} now?`,
  why: `The record has "${line.is.label}", and ${doubt}.`,
  kind: 'yes-no',
  rank,
});
