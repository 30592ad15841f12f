/**
 * A urine drug screen that is positive for an opioid. Immunoassays for opiates miss the synthetic ones, and naltrexone itself may
 * turn some of them positive, so a positive screen in a person who takes naltrexone is confirmed before it is believed.
 */
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import { SYSTEMS, type Measurement } from '../../domain/patient.ts';
import { assume, cite } from '../../domain/source.ts';
import { lastPossible } from './answers.ts';
import { textOf } from './conditions.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

/** LOINC codes of screens and confirmations in urine, by what they look for. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  opiates: ['19295-5', '3879-4'],
  buprenorphine: ['93494-3', '3414-0'],
  methadone: ['19550-3', '3773-9'],
  oxycodone: ['19642-8', '10998-3'],
  fentanyl: ['59673-4', '11235-9'],
  tramadol: ['19710-3', '43219-5'],
  tapentadol: ['72485-6'],
  hydrocodone: ['19482-9'],
  hydromorphone: ['19486-0'],
  codeine: ['19411-8'],
  morphine: ['19597-4'],
  meperidine: ['19532-1'],
  oxymorphone: ['19646-9'],
  '6-monoacetylmorphine (heroin)': ['19321-9', '10976-9'],
};
const WORDS =
  /\b(opiates?|opioids?|buprenorphine|methadone|oxycodone|fentanyl|tramadol|hydrocodone|codeine|morphine)\b.*\b(urine|ur|screen|uds)\b|\b(urine|uds|drug screen)\b.*\b(opiates?|opioids?|buprenorphine|methadone|oxycodone|fentanyl|tramadol)\b/i;

/** A screen whose own name does not say for which drugs. */
const PANEL =
  /\b(urine|ur)\b.*\b(drugs?|tox\w*)\b|\buds\b|\bdrugs? (of abuse )?(screen|panel)|\btoxicology (screen|panel)/i;
const OPIOIDS =
  /\b(opiates?|opioids?|buprenorphine|methadone|oxycodone|fentanyl|tramadol|hydrocodone|codeine|morphine|heroin)\b/i;

/** Assumed: a screen two weeks old says what is in the body now; up to a year it must be repeated; later it is history. */
const SPEAKS_FOR_NOW_DAYS = 14;
const REPEAT_WITHIN_DAYS = 365;

const sources = [
  cite('label-revia', 'contraindication: positive urine screen for opioids'),
  cite('opioid-cds', 'value sets of urine drug screens: LOINC codes'),
  assume('naltrexone may cross-react in opiate and oxycodone immunoassays; limits of 14 days and one year'),
];
const say = speaker('urine-drug-screen', sources);

const targetOf = ({ what }: Measurement): string | undefined => {
  const codes = what.codings.filter(({ system }) => system === SYSTEMS.loinc).map(({ code }) => code ?? '');
  const coded = Object.entries(CODES).find(([, known]) => known.some((code) => codes.includes(code)))?.[0];
  const text = textOf(what);
  return coded ?? (WORDS.test(text) || PANEL.test(text) ? text : undefined);
};

/** Whether a result is positive for an opioid; undefined when it says neither, or both, or not for what. */
function isPositive(line: Measurement): boolean | undefined {
  const { word = '', value } = line;
  const negative = /\b(neg|not detected|none detected|absent|non.?reactive)/i.test(word);
  const positive = /\b(pos|(?<!(not|none) )detected|present|abnormal)/i.test(word);
  if (isPanel(line) && (positive === negative || (positive && !OPIOIDS.test(word)))) return undefined;
  if (negative || positive) return negative === positive ? undefined : positive;
  return value === undefined || word.startsWith('<') ? undefined : value > 0;
}

/** Whether one line stands for a screen of many drugs. */
const isPanel = ({ what }: Measurement): boolean => PANEL.test(textOf(what)) && !WORDS.test(textOf(what));

/** Of two results of one day the graver one speaks. */
function gravity(line: Measurement): number {
  const positive = isPositive(line);
  return positive === undefined ? 1 : positive ? 2 : 0;
}

interface Screened {
  readonly line: Measurement;
  readonly target: string;
  readonly day: IsoDate | undefined;
}

function newestByTarget(lines: readonly Measurement[], today: IsoDate): readonly Screened[] {
  const screened = lines
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((line) => {
      const target = targetOf(line);
      const day = line.date === undefined ? undefined : lastPossible(line.date, today);
      return target === undefined ? [] : [{ line, target, day }];
    })
    .toSorted((a, b) => (b.day ?? '9999').localeCompare(a.day ?? '9999') || gravity(b.line) - gravity(a.line));
  return screened.filter(({ target }, at) => screened.findIndex((each) => each.target === target) === at);
}

const CONFIRM =
  'Repeat the screen with a confirmatory method that includes fentanyl, buprenorphine and tramadol. If the person already takes naltrexone, it can turn an opiate or oxycodone immunoassay positive by itself.';

export const urineDrugScreen: Rule = {
  id: 'urine-drug-screen',
  title: 'A urine drug screen positive for an opioid',
  sources,
  find({ measurements }, { today }) {
    const newest = newestByTarget(measurements ?? [], today);
    if (newest.length === 0)
      return finding(
        say.open('There is no urine drug screen. None is needed for a start unless there is doubt about opioids.'),
      );
    const reasons = newest.flatMap(({ line, target, day }) => {
      const evidence = [
        {
          from: line.from,
          text: `${target}: ${line.word ?? line.value ?? 'no result'}`,
          ...(line.date && { date: line.date }),
        },
      ];
      const on = day === undefined ? 'without a readable date' : `of ${inWords(day)}`;
      const positive = isPositive(line);
      const age = day === undefined ? 0 : daysBetween(day, today);
      if (positive === false || age > REPEAT_WITHIN_DAYS) return [];
      if (positive === undefined)
        return [say.ask(`The urine screen for ${target} ${on} has no result that can be read. ${CONFIRM}`, evidence)];
      if (day !== undefined && age <= SPEAKS_FOR_NOW_DAYS)
        return [say.never(`Must not start: the urine screen for ${target} ${on} is positive. ${CONFIRM}`, evidence)];
      return [
        say.ask(`The urine screen for ${target} ${on} was positive and there is no newer one. ${CONFIRM}`, evidence),
      ];
    });
    if (reasons.length === 0)
      return finding(
        say.absent('The newest urine drug screens are negative, or positive more than a year ago (limit assumed).'),
      );
    return { reasons, questions: [] };
  },
  examples: [
    {
      says: 'a report whose conclusion names opiates is as good as a code',
      patient: {
        measurements: [
          {
            what: { codings: [], text: 'Urine drug screen' },
            word: 'Positive for opiates',
            status: 'final',
            date: '2027-02-25',
            from: 'm',
          },
        ],
      },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a screen that is positive and does not say for what is asked about',
      patient: {
        measurements: [
          { what: { codings: [], text: 'UDS' }, word: 'Positive', status: 'final', date: '2027-02-25', from: 'm' },
        ],
      },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a screen positive for opiates last week blocks',
      patient: { measurements: [screenOf('2027-02-23', 'Positive')] },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a positive screen of October must be repeated',
      patient: { measurements: [screenOf('2026-10-01', 'Positive')] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a newer negative screen counts',
      patient: { measurements: [screenOf('2026-10-01', 'Positive'), screenOf('2027-02-23', 'Negative')] },
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'no screen was taken', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};

function screenOf(date: IsoDate, word: string): Measurement {
  return {
    what: {
      codings: [{ system: SYSTEMS.loinc, code: '19295-5' }],
      text: 'Opiates [Presence] in Urine by Screen method',
    },
    word,
    date,
    status: 'final',
    from: `measurements of ${date <= EXAMPLE_DAY ? date : 'later'}`,
  };
}
