/** Opioids that no prescription knows: kratom, poppy tea, tianeptine, heroin, tablets from the street. */
import { assume, cite } from '../../domain/source.ts';
import { OPIOID_ANSWER_DAYS } from './answers.ts';
import { asked, opioidTold, plainExamples } from './asked.ts';

const DAYS = 14;
const sources = [
  cite('label-revia', 'contraindications: any current opioid use'),
  assume('illicit fentanyl stays long in the body and strengths are unknown, so at least 14 days are counted'),
];

export const opioidsUnlisted = asked({
  id: 'opioids-unlisted',
  title: 'Kratom, poppy tea, tianeptine or a street opioid',
  question: {
    text: 'In the last 14 days, have you used kratom, poppy tea or seeds for effect, tianeptine (zaza, tianaa), heroin, "oxy", "percs", "subs", lean, or any tablet or powder from the street? If yes, on which day last? The answer is for your safety only.',
    why: 'They act like opioids, stand in no code system and are told only when asked.',
    rank: 11,
  },
  daysBelieved: OPIOID_ANSWER_DAYS,
  ifYes: opioidTold('opioids-unlisted', 'an opioid without a prescription was used', DAYS, sources),
  ifNo: 'Asked: no kratom, poppy tea, tianeptine or street opioid in the last 14 days.',
  sources,
  examples: plainExamples('opioids-unlisted', 'kratom', { presence: 'present', blocks: 'never' }),
});
