/** A part of what was sent that could not be used: an opioid may stand in it, so nobody starts on the rest alone. */
import { assume } from '../../domain/source.ts';
import { finding, speaker, type Rule } from './rule.ts';
import { toWeigh, weighedExample } from './weighed.ts';

const sources = [assume('an opioid may stand in the part that could not be read; unknown never counts as absent')];
const say = speaker('record-unread', sources);

/** Parts that are named; the others are counted. */
const NAMED = 5;

export const recordUnread: Rule = {
  id: 'record-unread',
  title: 'A part of the record that could not be used',
  finds: ['absent', 'present'],
  sources,
  find(patient, context) {
    const { unread = [] } = patient;
    if (unread.length === 0) return finding(say.absent('All that was sent could be used.'));
    const parts = unread.length === 1 ? 'A part' : `${unread.length} parts`;
    return toWeigh(patient, context, {
      rule: 'record-unread',
      say,
      says: `${parts} of what was sent could not be used, and what it says is unknown. Send it again corrected, or look at the original.`,
      asks: 'Have you looked at the parts of the record that could not be used, and is there no opioid and nothing else in them that matters?',
      evidence: unread.slice(0, NAMED),
      rank: 4,
    });
  },
  examples: [
    { says: 'everything was read', patient: {}, expect: { presence: 'absent', blocks: 'no' } },
    {
      says: 'a line about somebody else was left out',
      patient: { unread: [{ from: 'entry[3].resource', text: 'a MedicationRequest about Patient/other' }] },
      expect: { presence: 'present', blocks: 'ask' },
    },
    weighedExample('record-unread', { unread: [{ from: 'entry[3].resource', text: 'a line without a name' }] }),
  ],
};
