/** The record says that the person has died: a wrong record was opened, or the record is wrong. */
import { inWords } from '../../domain/dates.ts';
import { assume } from '../../domain/source.ts';
import { finding, speaker, type Rule } from './rule.ts';

const sources = [assume('nobody is started on a record that says that the person has died')];
const say = speaker('deceased', sources);

export const deceased: Rule = {
  id: 'deceased',
  title: 'The record says that the person has died',
  finds: ['present', 'absent'],
  sources,
  find: ({ deceased: death }) =>
    death === undefined
      ? finding(say.absent('The record does not say that the person has died.'))
      : finding(
          say.never(
            `Must not start: the record says that the person died${death.date === undefined ? '' : ` on ${inWords(death.date)}`}. Either the wrong record is open or the record is wrong; correct it first.`,
            [
              {
                from: 'deceased',
                text: death.date ?? 'deceased',
                ...(death.date === undefined ? {} : { date: death.date }),
              },
            ],
          ),
        ),
  examples: [
    {
      says: 'died in 2019',
      patient: { deceased: { date: '2019-04-02' } },
      expect: { presence: 'present', blocks: 'never' },
    },
    { says: 'died, no date', patient: { deceased: {} }, expect: { presence: 'present', blocks: 'never' } },
    { says: 'nothing of the kind', patient: {}, expect: { presence: 'absent', blocks: 'no' } },
  ],
};
