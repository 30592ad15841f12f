/**
 * Opioids that stay in the gut (loperamide, diphenoxylate, difenoxin, eluxadoline). Naltrexone takes their effect away; in high
 * doses they reach the brain, are misused like any opioid, and then the same withdrawal follows.
 */
import { assume, cite } from '../../domain/source.ts';
import { isOpioid } from '../drugs/drug.ts';
import { yesNo } from './answers.ts';
import { medicine, taking } from './examples.ts';
import { MEDICINES_QUESTION } from './medicines.ts';
import { judgeOpioids } from './opioidLines.ts';
import { finding, speaker, type Rule } from './rule.ts';
import { DECISION_DAYS, weighedExample, weighedId } from './weighed.ts';

const sources = [
  cite('label-revia', 'opioid-containing antidiarrhoeals lose their benefit'),
  assume(
    'acting in the gut they are blocked without withdrawal: derived; above 16 mg a day of loperamide, the recalled labelled maximum, count it as a short-acting opioid',
  ),
];
const say = speaker('antidiarrhoeals', sources);
const example = taking(medicine('loperamide 2 mg capsule'));

export const antidiarrhoeals: Rule = {
  id: 'antidiarrhoeals',
  title: 'A medicine for diarrhoea that is an opioid of the gut',
  sources,
  find(patient, context) {
    if (context.lines === undefined)
      return finding(
        say.ask('Medicines for diarrhoea: not known, because nobody has listed the medicines.'),
        MEDICINES_QUESTION,
      );
    const weighed = yesNo(patient, weighedId('antidiarrhoeals'), context.today, DECISION_DAYS);
    const judged = judgeOpioids(patient, context, {
      say,
      takes: (drug) => isOpioid(drug) && drug.opioidClass === 'N',
      current: (line, drug, days, evidence) => {
        const says = `${line}. Naltrexone takes the effect of ${drug.name} on the gut away. Ask for the daily dose: in high doses (loperamide above 16 mg a day) it acts and is misused like an opioid, and then 10 days without it come first. At ordinary doses change to a remedy that is no opioid and wait ${days} days.`;
        return weighed.state === 'yes'
          ? say.caution(`${says} The prescriber has weighed this.`, [...evidence, ...weighed.evidence])
          : say.decide(says, evidence);
      },
    });
    if (judged.length === 0) return finding(say.absent('No opioid against diarrhoea is on the list.'));
    const open = judged.filter(({ reason }) => reason.presence === 'present' && reason.blocks === 'ask');
    return {
      reasons: judged.map(({ reason }) => reason),
      questions: [
        ...judged.flatMap(({ question }) => question ?? []),
        ...open.map(({ reason }) => ({
          id: weighedId('antidiarrhoeals'),
          text: 'Is it taken at an ordinary dose, and do you accept that naltrexone takes its effect away?',
          why: reason.says,
          kind: 'yes-no' as const,
          rank: 16,
        })),
      ],
    };
  },
  examples: [
    { says: 'loperamide must be asked about', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('antidiarrhoeals', example),
    {
      says: 'loperamide taken yesterday for the last time: two days',
      patient: taking(medicine('Imodium', { status: 'stopped', end: '2027-02-28' })),
      expect: { presence: 'present', blocks: 'until', date: '2027-03-02' },
    },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    { says: 'none on the list', patient: taking(medicine('psyllium')), expect: { presence: 'absent', blocks: 'no' } },
  ],
};
