/** What the bounds say of the whole plan: what is refused, and where leaving a recommendation needs a reason. */
import { Textarea } from '@mantine/core';
import type { Reason } from '../../domain/result.ts';
import type { PlanAnswer, Planning } from '../contracts.ts';
import { useDraft } from '../draft.ts';
import { Mark } from '../parts/Mark.tsx';
import { Problems } from '../parts/Problems.tsx';
import { Sources } from '../parts/Sources.tsx';
import type { Planner } from './planner.ts';

interface BoundsProps {
  readonly planner: Planner;
  readonly planning: Planning;
  readonly answer: PlanAnswer;
}

export function Bounds({ planner, planning, answer }: BoundsProps) {
  const { reasons } = answer.plan;
  const asking = planning.because.filter(({ rule, blocks }) => rule in reasons || (blocks === 'ask' && isBound(rule)));
  const others = planning.problems.filter(({ path }) => !path.startsWith('regimen.steps['));
  if (asking.length === 0 && others.length === 0) return null;
  return (
    <section className="section" aria-labelledby="bounds-title">
      <h2 id="bounds-title">Bounds</h2>
      <Problems of={others} />
      {asking.map((reason) => (
        <WhyBeyond key={reason.rule} reason={reason} given={reasons[reason.rule] ?? ''} planner={planner} />
      ))}
    </section>
  );
}

const isBound = (rule: string): boolean => !rule.startsWith('screening') && !rule.startsWith('protocol:');

interface WhyBeyondProps {
  readonly reason: Reason;
  readonly given: string;
  readonly planner: Planner;
}

/** A recommended bound that is left, and the field for the reason; it is kept with the plan. */
function WhyBeyond({ reason, given, planner }: WhyBeyondProps) {
  const [draft, setDraft] = useDraft(given);
  const commit = () => {
    if (draft.trim() !== given) planner.edit(() => [{ kind: 'give-reason', bound: reason.rule, reason: draft }]);
  };
  return (
    <div className="beyond">
      <Mark kind={reason.blocks === 'no' ? 'note' : 'ask'} />
      <div className="stack">
        <p>{reason.says}</p>
        <Textarea
          label={`Reason for going beyond: ${reason.rule.replaceAll('-', ' ')}`}
          autosize={false}
          rows={2}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
        />
        <Sources of={reason.sources} />
      </div>
    </div>
  );
}
