/** Buprenorphine depots, methadone and other agonist treatment: they last, and clinics elsewhere keep the record of them. */
import { assume, cite } from '../../domain/source.ts';
import { MONTH_DAYS } from './answers.ts';
import { asked, plainExamples } from './asked.ts';
import { speaker } from './rule.ts';

const sources = [
  cite('label-revia', 'withdrawal possible for up to two weeks after methadone or buprenorphine'),
  assume(
    'depots leave over months, so the last year is asked about and no date is computed; the answer is believed for 30 days',
  ),
];
const say = speaker('opioid-depots', sources);

export const opioidDepots = asked({
  id: 'opioid-depots',
  title: 'An opioid depot, methadone or buprenorphine',
  question: {
    text: 'In the last 12 months, have you had an injection or implant of buprenorphine (Sublocade, Brixadi, Buvidal, Probuphine), or in the last month methadone or buprenorphine from a clinic?',
    why: 'Depots act for months, and treatment centres keep records of their own.',
    rank: 13,
  },
  daysBelieved: MONTH_DAYS,
  ifYes: (reply) =>
    say.never(
      'Must not start: an opioid depot within the last year, or methadone or buprenorphine within the last month. Methadone and buprenorphine tablets need at least 14 days, depots months. The addiction specialist decides; do not stop that treatment for LDN.',
      reply.evidence,
    ),
  ifNo: 'Asked: no opioid depot in the last year, no methadone or buprenorphine in the last month.',
  sources,
  examples: plainExamples('opioid-depots', 'an implant of buprenorphine', { presence: 'present', blocks: 'never' }),
});
