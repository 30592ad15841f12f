/** Lines of the list that nobody can read: a code without text, a text that names nothing. Any of them may be an opioid. */
import { daysBetween, inWords, type IsoDate } from '../../domain/dates.ts';
import { assume } from '../../domain/source.ts';
import { medicine, taking } from './examples.ts';
import { whatIs } from './medicines.ts';
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

export const unreadableMedicines: Rule = {
  id: 'unreadable-medicines',
  title: 'A medicine that cannot be read',
  finds: ['absent', 'unknown'],
  sources,
  find(_patient, { lines, today }) {
    if (lines === undefined) return finding(say.open('There is no list of medicines to read.'));
    const unread = lines.filter((line) => line.is.doubts.length > 0 && mattersNow(line, today));
    if (unread.length === 0) return finding(say.absent('Every line of the list that matters now can be read.'));
    return {
      reasons: unread.map(({ medicine, is }) =>
        say.ask(
          `${is.doubts.join('; ')}${medicine.recorded === undefined ? '' : ` (${medicine.status}, ${inWords(medicine.recorded)})`}. It may be an opioid: find out what it is.`,
          [
            {
              from: medicine.from,
              text: is.label,
              ...(medicine.recorded === undefined ? {} : { date: medicine.recorded }),
            },
          ],
        ),
      ),
      questions: unread.map(({ medicine, is }) => whatIs(medicine, is.label, is.doubts.join('; '))),
    };
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
      says: 'a plain list can be read',
      patient: taking(medicine('lisinopril 10 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'no list, nothing to read', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
