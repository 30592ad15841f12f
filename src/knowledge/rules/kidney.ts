/** Severe kidney disease: 6-beta-naltrexol leaves through the kidneys, so it stays longer. A caution, not a block. */
import { assume, cite } from '../../domain/source.ts';
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import { SYSTEMS, type Measurement, type Patient } from '../../domain/patient.ts';
import { latestLab } from '../labs/read.ts';
import { lastPossible, YEAR_DAYS } from './answers.ts';
import { conditionEvidence, conditionsLike, namedCondition, textOf } from './conditions.ts';
import { condition } from './examples.ts';
import { finding, speaker, type Rule } from './rule.ts';

/** mL/min per 1.73 m2. */
const SEVERE_BELOW = 30;
/** Multiples of the upper limit of creatinine. */
const CREATININE_HIGH = 2;
const EGFR_CODES = ['33914-3', '62238-1', '98979-8', '48642-3', '48643-1'];

const sources = [
  cite('label-revia', 'caution in renal impairment'),
  cite('dunbar-2007', 'clearance of 6-beta-naltrexol falls with creatinine clearance'),
  assume(
    'severe is an eGFR below 30, or creatinine above twice its limit; LOINC and ICD-10 codes of eGFR and stages recalled',
  ),
];
const say = speaker('severe-kidney-disease', sources);
const TELL =
  'naltrexol, the longest-lasting product of naltrexone, leaves through the kidneys and adds up. Begin at the lowest dose, step more slowly, and tell the nephrologist.';

function lowEgfr(patient: Patient, today: IsoDate): { readonly line: Measurement; readonly low: boolean } | undefined {
  const lines = (patient.measurements ?? [])
    .filter(
      ({ what, value, status, date }) =>
        value !== undefined &&
        status !== 'cancelled' &&
        date !== undefined &&
        (what.codings.some(({ system, code = '' }) => system === SYSTEMS.loinc && EGFR_CODES.includes(code)) ||
          /\begfr\b|glomerular filtration/i.test(textOf(what))),
    )
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const day = lines[0]?.date === undefined ? undefined : lastPossible(lines[0].date, today);
  if (lines[0] === undefined || day === undefined || daysBetween(day, today) > YEAR_DAYS) return undefined;
  return { line: lines[0], low: (lines[0].value ?? 0) < SEVERE_BELOW };
}

export const kidney: Rule = {
  id: 'severe-kidney-disease',
  title: 'Severe kidney disease',
  sources,
  find(patient, { today }) {
    const { active, listed } = conditionsLike(patient, {
      icd10: ['N18.4', 'N18.5', 'N18.6', 'Z99.2'],
      snomed: ['431857002', '433146000', '46177005'],
      words: /(kidney|renal) disease.{0,12}stage (4|5|IV|V)\b|end.stage (renal|kidney)|dialysis|severe renal/i,
    });
    if (active.length > 0)
      return finding(say.caution(`${active.map(namedCondition).join(', ')}: ${TELL}`, conditionEvidence(active)));
    const egfr = lowEgfr(patient, today);
    if (egfr !== undefined) {
      const says = `eGFR ${egfr.line.value} of ${inWords(egfr.line.date ?? '')}`;
      const evidence = [{ from: egfr.line.from, text: says }];
      return finding(
        egfr.low
          ? say.caution(`${says}: ${TELL}`, evidence)
          : say.absent(`${says}, not below ${SEVERE_BELOW}.`, evidence),
      );
    }
    const creatinine = latestLab(patient, 'creatinine');
    if (creatinine !== undefined && !('doubt' in creatinine) && creatinine.upperLimit !== undefined) {
      const says = `Creatinine ${creatinine.value} ${creatinine.unit} of ${inWords(creatinine.date)} (upper limit ${creatinine.upperLimit})`;
      const evidence = [{ from: creatinine.from, text: says }];
      return finding(
        creatinine.value > CREATININE_HIGH * creatinine.upperLimit
          ? say.caution(`${says}: ${TELL}`, evidence)
          : say.absent(`${says}.`, evidence),
      );
    }
    if (listed) return finding(say.absent('The record lists conditions and no severe kidney disease.'));
    return finding(say.open('Kidney function is not known. It does not forbid a start; ask where there is reason to.'));
  },
  examples: [
    {
      says: 'kidney disease of stage 4',
      patient: { conditions: [condition('Chronic kidney disease stage 4')] },
      expect: { presence: 'present', blocks: 'no' },
    },
    { says: 'a list without it', patient: { conditions: [] }, expect: { presence: 'absent', blocks: 'no' } },
    { says: 'nothing known', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
