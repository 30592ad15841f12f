/** A rule about a condition: the record's list, and one question where the list is missing, doubtful or known to be silent. */
import type { Patient } from '../../domain/patient.ts';
import type { Question, Reason } from '../../domain/result.ts';
import type { Source } from '../../domain/source.ts';
import { yesNo } from './answers.ts';
import { conditionEvidence, conditionsLike, namedCondition, type Sought } from './conditions.ts';
import { finding, speaker, type Context, type Example, type Finding, type Rule } from './rule.ts';
import { toWeigh } from './weighed.ts';

export interface ConditionRule {
  readonly id: string;
  readonly title: string;
  /** Key of the answer, where another part of the product asks the same; the id of the rule otherwise. */
  readonly questionId?: string;
  readonly sought: Sought;
  readonly question: Omit<Question, 'id' | 'kind'>;
  /** `always` where problem lists are known to be silent; `without a list` where a list that does not name it is believed. */
  readonly asked: 'always' | 'without a list';
  readonly daysBelieved: number;
  /** `never`: must not start. `weigh`: blocked until the prescriber has weighed it. `tell`: told, no block. */
  readonly level: 'never' | 'weigh' | 'tell';
  /** What the prescriber is told; begins after the name of the condition. */
  readonly says: string;
  /** What the prescriber confirms, with level `weigh`. */
  readonly asks?: string;
  readonly absent: string;
  readonly sources: readonly Source[];
  readonly examples: readonly Example[];
}

export function conditionRule(rule: ConditionRule): Rule {
  const say = speaker(rule.id, rule.sources);
  const question: Question = { id: rule.questionId ?? rule.id, kind: 'yes-no', ...rule.question };
  const present = (patient: Patient, context: Context, what: string, evidence: Reason['evidence']): Finding => {
    const says = `${what}: ${rule.says}`;
    if (rule.level === 'never') return finding(say.never(says, evidence));
    if (rule.level === 'tell') return finding(say.caution(says, evidence));
    const asks = rule.asks ?? 'Has the prescriber weighed this and decided to go on?';
    return toWeigh(patient, context, { rule: rule.id, say, says, asks, evidence, rank: rule.question.rank });
  };
  return {
    id: rule.id,
    title: rule.title,
    question,
    sources: rule.sources,
    examples: rule.examples,
    find(patient, context) {
      const { listed, active, doubtful, past } = conditionsLike(patient, rule.sought);
      if (active.length > 0)
        return present(patient, context, active.map(namedCondition).join(', '), conditionEvidence(active));
      const reply = yesNo(patient, question.id, context.today, rule.daysBelieved);
      if (reply.state === 'yes') return present(patient, context, 'Told by the person', reply.evidence);
      const pastSays = past.length === 0 ? '' : ` Past, not counted: ${past.map(namedCondition).join(', ')}.`;
      const evidence = [...conditionEvidence([...doubtful, ...past]), ...reply.evidence];
      if (reply.state === 'no') return finding(say.absent(`${rule.absent} Asked: no.${pastSays}`, evidence));
      if (doubtful.length > 0)
        return ask(
          `${doubtful.map(namedCondition).join(', ')}: the record does not tell whether it is so now.`,
          evidence,
        );
      if (listed && rule.asked === 'without a list')
        return finding(say.absent(`${rule.absent} The record lists conditions and not this one.${pastSays}`, evidence));
      return ask(`${rule.title}: not known. ${reply.why}`, evidence);
    },
  };

  function ask(says: string, evidence: Reason['evidence']): Finding {
    return finding(rule.level === 'tell' ? say.open(says, evidence) : say.ask(says, evidence), {
      ...question,
      why: `${says} ${question.why}`,
    });
  }
}
