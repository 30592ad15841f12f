/** Lines of the list that nobody can read: a code without text, a text that names nothing. Any of them may be an opioid. */
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import type { Question, Reason } from '../../domain/result.ts';
import { assume } from '../../domain/source.ts';
import { medicine, taking } from './examples.ts';
import { nameKey, whatIs, whatIsStranger } from './medicines.ts';
import { finding, speaker, type Line, type Rule } from './rule.ts';
import { BELIEVED_DAYS, useOf } from './use.ts';

const sources = [
  assume('a line that cannot be read may be any medicine, an opioid included; unknown never counts as absent'),
];
const say = speaker('unreadable-medicines', sources);

function mattersNow({ medicine }: Line, today: IsoDate): boolean {
  const use = useOf(medicine, today);
  if (use.kind === 'void' || use.kind === 'long ago') return false;
  return use.kind !== 'stopped' || daysBetween(use.last, today) <= BELIEVED_DAYS;
}

function byName(lines: readonly Line[]): readonly (readonly Line[])[] {
  const names = new Map<string, Line[]>();
  for (const line of lines) {
    const key = nameKey(line.medicine, line.is);
    const same = names.get(key);
    if (same === undefined) names.set(key, [line]);
    else same.push(line);
  }
  return [...names.values()];
}

/** One reason for all lines of a name. */
function reasonFor(lines: readonly Line[]): Reason {
  const doubts = [...new Set(lines.flatMap(({ is }) => is.doubts))].join('; ');
  const [first] = lines;
  const dated = first?.medicine.recorded === undefined ? '' : `, ${inWords(first.medicine.recorded)}`;
  const more = lines.length > 1 ? ` and ${lines.length - 1} more ${lines.length === 2 ? 'line' : 'lines'}` : '';
  return say.ask(
    `${doubts} (${first?.medicine.status}${dated}${more}). It may be an opioid: find out what it is.`,
    lines.map(({ medicine, is }) => ({
      from: medicine.from,
      text: is.label,
      ...(medicine.recorded === undefined ? {} : { date: medicine.recorded }),
    })),
  );
}

function questionFor([line]: readonly Line[]): readonly Question[] {
  if (line === undefined) return [];
  const { medicine, is } = line;
  const ask = is.strangers.length > 0 ? whatIsStranger : whatIs;
  return [ask(medicine, is.label, is.doubts.join('; '))];
}

export const unreadableMedicines: Rule = {
  id: 'unreadable-medicines',
  title: 'A medicine that cannot be read',
  finds: ['absent', 'unknown'],
  sources,
  find(_patient, { lines, today }) {
    if (lines === undefined) return finding(say.open('There is no list of medicines to read.'));
    const unread = lines.filter((line) => line.is.doubts.length > 0 && mattersNow(line, today));
    if (unread.length === 0) return finding(say.absent('Every line of the list that matters now can be read.'));
    const names = byName(unread);
    return { reasons: names.map(reasonFor), questions: names.flatMap(questionFor) };
  },
  examples: [
    {
      says: 'a code that nobody knows, without a text, may be an opioid',
      patient: taking({
        ...medicine('x'),
        what: { codings: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '99999999' }] },
      }),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: '"pain pill" does not say which',
      patient: taking(medicine('pain pill')),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'an answer says what the pain pill was, and the line can be read',
      patient: {
        ...taking(medicine('pain pill', { from: 'entry[4]' })),
        answers: { 'what-is:entry[4]': { value: 'ibuprofen', on: '2027-03-01' } },
      },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'a name that nobody knows may contain an opioid',
      patient: taking(medicine('Zyxolin 20 mg')),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a combination of a known part and one that nobody knows may contain an opioid',
      patient: taking(medicine('APAP/HC 5/325')),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'one answer settles every strength of a name that nobody knows',
      patient: {
        ...taking(medicine('Zyxolin 20 mg', { from: 'entry[4]' }), medicine('Zyxolin 40 mg', { from: 'entry[5]' })),
        answers: { 'what-is:entry[4]': { value: 'not an opioid, checked', on: '2027-03-01' } },
      },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'a plain list can be read',
      patient: taking(medicine('lisinopril 10 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'no list, nothing to read', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
