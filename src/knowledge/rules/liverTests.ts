/** ALT and AST as multiples of the upper limit of normal: above five times no start, above three times first a referral. */
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import type { Measurement, Patient } from '../../domain/patient.ts';
import type { Evidence, Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { latestLab } from '../labs/read.ts';
import { evidenceOf, freshAnswer, lastPossible, YEAR_DAYS } from './answers.ts';
import { EXAMPLE_DAY, finding, speaker, type Finding, type Rule } from './rule.ts';
import { toWeigh } from './weighed.ts';

/** Multiples of the upper limit of normal. */
const REFER_ABOVE = 3;
const STOP_ABOVE = 5;
/** U/L. Without a limit from the laboratory: normal everywhere up to the first, above five times any limit from the second. */
const NORMAL_EVERYWHERE = 30;
const HIGH_EVERYWHERE = 300;

const sources = [
  cite('medwatch-2013', 'the boxed warning on the liver was removed in 2013'),
  assume(
    '3 and 5 times the upper limit are recalled from hepatology practice; a baseline of ALT and AST within a year is a convention',
  ),
  assume('upper limits of laboratories lie between 30 and 60 U/L: recalled'),
];
const say = speaker('liver-tests', sources);

const QUESTION: Question = {
  id: 'liver-tests',
  text: 'What was the higher of the last ALT and AST (liver blood tests of the last 12 months), as a multiple of the laboratory’s upper limit? Write 1 if both were normal.',
  why: 'Naltrexone can raise liver enzymes; there is no usable value in the record.',
  kind: 'number',
  rank: 27,
};

type Level = { readonly kind: 'multiple'; readonly times: number } | { readonly kind: 'unclear'; readonly why: string };

interface Enzyme {
  readonly says: string;
  readonly level: Level;
  readonly evidence: Evidence;
}

function enzymeOf(patient: Patient, id: 'alt' | 'ast', today: IsoDate): Enzyme | undefined {
  const lab = latestLab(patient, id);
  const name = id.toUpperCase();
  if (lab === undefined) return undefined;
  if ('doubt' in lab)
    return {
      says: `${name}: ${lab.doubt}`,
      level: { kind: 'unclear', why: lab.doubt },
      evidence: { from: lab.from, text: lab.doubt, ...(lab.date && { date: lab.date }) },
    };
  const limit = lab.upperLimit === undefined ? 'no upper limit given' : `upper limit ${lab.upperLimit}`;
  const says = `${name} ${lab.value} ${lab.unit} of ${inWords(lab.date)} (${limit})`;
  const day = lastPossible(lab.date, today);
  const old = day === undefined || daysBetween(day, today) > YEAR_DAYS;
  return {
    says,
    level: old ? { kind: 'unclear', why: `${says} is not of the last year` } : levelOf(lab.value, lab.upperLimit, says),
    evidence: { from: lab.from, text: says, date: lab.date },
  };
}

function levelOf(value: number, upperLimit: number | undefined, says: string): Level {
  if (upperLimit !== undefined && upperLimit > 0) return { kind: 'multiple', times: value / upperLimit };
  if (value <= NORMAL_EVERYWHERE) return { kind: 'multiple', times: 1 };
  if (value > HIGH_EVERYWHERE) return { kind: 'multiple', times: value / (HIGH_EVERYWHERE / STOP_ABOVE) };
  return { kind: 'unclear', why: `${says}: without the laboratory’s limit it cannot be judged` };
}

function judged(patient: Patient, times: number, says: string, evidence: readonly Evidence[], today: IsoDate): Finding {
  if (times > STOP_ABOVE)
    return finding(
      say.never(
        `Must not start: ${says}, more than ${STOP_ABOVE} times the upper limit. Find the cause; screen again when it has fallen.`,
        evidence,
      ),
    );
  if (times > REFER_ABOVE)
    return toWeigh(
      patient,
      { today },
      {
        rule: 'liver-tests',
        say,
        says: `${says}, more than ${REFER_ABOVE} times the upper limit. Refer and find the cause before a start.`,
        asks: 'Has the cause of the raised liver tests been found, and has a specialist agreed to a start?',
        evidence,
        rank: 27,
      },
    );
  const raised = times > 1 ? ' Above normal and below the limit for a start; repeat after 4 to 12 weeks.' : '';
  return finding(say.absent(`${says}, not above ${REFER_ABOVE} times the upper limit.${raised}`, evidence));
}

export const liverTests: Rule = {
  id: 'liver-tests',
  title: 'Raised liver tests',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const enzymes = (['alt', 'ast'] as const).flatMap((id) => enzymeOf(patient, id, today) ?? []);
    const evidence = enzymes.map((enzyme) => enzyme.evidence);
    const highest = Math.max(...enzymes.map(({ level }) => (level.kind === 'multiple' ? level.times : 0)), 0);
    const names = enzymes.map(({ says }) => says).join('; ');
    if (highest > REFER_ABOVE) return judged(patient, highest, names, evidence, today);
    const unclear = enzymes.find(({ level }) => level.kind === 'unclear');
    if (enzymes.length > 0 && unclear === undefined) return judged(patient, highest, names, evidence, today);
    const answer = freshAnswer(patient, QUESTION.id, today, YEAR_DAYS);
    const told = typeof answer === 'string' ? Number.NaN : Number(answer.value);
    const all = [...evidence, ...evidenceOf(patient, QUESTION.id)];
    if (Number.isFinite(told) && told > 0)
      return judged(patient, told, `ALT or AST told as ${told} times the upper limit`, all, today);
    const why = unclear?.level.kind === 'unclear' ? `${unclear.level.why}.` : 'The record has no ALT or AST.';
    return finding(say.ask(`Liver tests: not known. ${why} Take ALT and AST before the first dose.`, all), {
      ...QUESTION,
      why,
    });
  },
  examples: [
    {
      says: 'an ALT above five times the limit',
      patient: { measurements: [altOf(260, 40)] },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'an ALT of four times the limit',
      patient: { measurements: [altOf(160, 40)] },
      expect: { presence: 'present', blocks: 'ask' },
    },
    {
      says: 'an ALT of exactly three times the limit',
      patient: { measurements: [altOf(120, 40)] },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: '90 U/L without a limit cannot be judged',
      patient: { measurements: [altOf(90)] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: '22 U/L is normal in every laboratory',
      patient: { measurements: [altOf(22)] },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'an ALT of 2020 is too old',
      patient: { measurements: [{ ...altOf(22), date: '2020-01-01' }] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'told as normal',
      patient: { answers: { 'liver-tests': { value: 1, on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'no liver test', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
  ],
};

function altOf(value: number, upperLimit?: number): Measurement {
  return {
    what: { codings: [], text: 'ALT' },
    value,
    unit: 'U/L',
    ...(upperLimit === undefined ? {} : { upperLimit }),
    date: '2027-02-01',
    status: 'final',
    from: 'measurements[0]',
  };
}
