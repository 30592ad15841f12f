/**
 * Opioids on the list of medicines: prescribed, stated, supplied or given. Naltrexone blocks them and, in a body that is
 * used to them, brings on withdrawal within minutes; so each must be stopped, and gone, before a first dose.
 */
import { assume, cite } from '../../domain/source.ts';
import { isOpioid, type Drug } from '../drugs/drug.ts';
import { condition, medicine, taking } from './examples.ts';
import { MEDICINES_QUESTION } from './medicines.ts';
import { judgeOpioids } from './opioidLines.ts';
import { finding, speaker, type Rule } from './rule.ts';

const sources = [
  cite(
    'label-revia',
    'contraindications: opioid analgesics, dependence, withdrawal; opioid-free interval before starting',
  ),
  assume('an order still active a year after its newest date is doubted, and an undated stop is let go after a year'),
  assume('doses or supplies on two days of the last 30 are use that goes on, and those of one day may be an operation'),
];
const say = speaker('opioid-medicines', sources);

/** Opioids that act in the whole body; those of the gut have their own rule. */
const isSystemic = (drug: Drug): boolean => isOpioid(drug) && drug.opioidClass !== 'N';

export const opioidMedicines: Rule = {
  id: 'opioid-medicines',
  title: 'An opioid on the list of medicines',
  question: MEDICINES_QUESTION,
  sources,
  find(patient, context) {
    if (context.lines === undefined)
      return finding(
        say.ask('Nobody has listed the medicines, so an opioid cannot be called absent. Take the list first.'),
        MEDICINES_QUESTION,
      );
    const judged = judgeOpioids(patient, context, {
      say,
      takes: isSystemic,
      current: (line, drug, days, evidence) =>
        say.never(
          `Must not start: ${line}. Naltrexone blocks ${drug.name} and can bring on withdrawal within minutes. If LDN is wanted, its prescriber stops or tapers it first; then ${days} days without it.${drug.note === undefined ? '' : ` ${drug.note}`}`,
          evidence,
        ),
    });
    const count = context.lines.length;
    if (judged.length === 0)
      return finding(
        say.absent(
          [
            `None of the ${count} ${count === 1 ? 'line' : 'lines'} of the list names an opioid.`,
            ...context.lines.flatMap(({ is }) => is.notes),
          ].join(' '),
        ),
      );
    return {
      reasons: judged.map(({ reason }) => reason),
      questions: judged.flatMap(({ question }) => question ?? []),
    };
  },
  examples: [
    {
      says: 'a person who takes oxycodone must not start',
      patient: taking(medicine('oxyCODONE Hydrochloride 5 MG Oral Tablet')),
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a person who stopped immediate-release oxycodone on 21 February may start ten days later',
      patient: taking(medicine('oxyCODONE Hydrochloride 5 MG Oral Tablet', { status: 'stopped', end: '2027-02-21' })),
      expect: { presence: 'present', blocks: 'until', date: '2027-03-03' },
    },
    {
      says: 'a fentanyl patch needs fourteen days',
      patient: taking(medicine('fentanyl 25 mcg/h patch', { status: 'stopped', lastTaken: '2027-02-21' })),
      expect: { presence: 'present', blocks: 'until', date: '2027-03-07' },
    },
    {
      says: 'methadone that was given on each of the last days goes on',
      patient: taking(
        ...['2027-02-26', '2027-02-27', '2027-02-28'].map((day) =>
          medicine('methadone 10 mg/mL', { kind: 'administration', status: 'completed', lastTaken: day, from: day }),
        ),
      ),
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'fentanyl that was given twice on the day of an operation is waited for',
      patient: taking(
        ...['a', 'b'].map((from) =>
          medicine('fentanyl 50 mcg/mL injection', {
            kind: 'administration',
            status: 'completed',
            recorded: '2027-02-25',
            lastTaken: '2027-02-25',
            from,
          }),
        ),
      ),
      expect: { presence: 'present', blocks: 'until', date: '2027-03-07' },
    },
    {
      says: 'two supplies in a month, the last not used up for long enough, are use that goes on',
      patient: taking(
        ...['2027-02-08', '2027-02-19'].map((day) =>
          medicine('hydrocodone 5 mg tablet', {
            kind: 'dispense',
            status: 'completed',
            recorded: day,
            daysSupply: 5,
            from: day,
          }),
        ),
      ),
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a monthly injection of buprenorphine has no date',
      patient: taking(medicine('Sublocade', { status: 'stopped', recorded: '2026-11-01', lastTaken: '2026-12-01' })),
      expect: { presence: 'present', blocks: 'ask' },
    },
    {
      says: 'an order that is active since 1954 is doubted, not believed and not dismissed',
      patient: taking(
        medicine('Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet', { recorded: '1954-11-04' }),
      ),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a fresh answer with a date settles the order of 1954',
      patient: {
        ...taking(medicine('Meperidine Hydrochloride 50 MG Oral Tablet', { recorded: '1956-09-08' })),
        answers: { 'last-taken:meperidine': { value: '1956', on: '2027-02-27' } },
      },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'the answer that no opioid was taken does not undo a current prescription',
      patient: {
        ...taking(medicine('tramadol 50 mg')),
        answers: { 'opioids-taken': { value: false, on: '2027-03-01' } },
      },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a misspelt opioid is unknown until somebody finds out',
      patient: taking(medicine('oxycodne 5 mg')),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a person whose medicines nobody asked about may not start',
      patient: { conditions: [condition('Depression')] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a person who takes only sertraline has no opioid on the list',
      patient: taking(medicine('sertraline 50 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'washed-out oxycodone is absent on the day the wait ends',
      patient: taking(medicine('oxycodone 5 MG tablet', { status: 'stopped', end: '2027-02-19' })),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
};
