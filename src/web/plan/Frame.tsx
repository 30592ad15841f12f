/** The ceiling and the stop rule: what holds for the whole plan. */
import { inMg } from '../../domain/amount.ts';
import type { StopRule } from '../../domain/plan.ts';
import type { PlanAnswer } from '../contracts.ts';
import { amountFrom, countFrom, DraftInput } from './DraftInput.tsx';
import type { Planner } from './planner.ts';

export function Frame({ planner, answer }: { readonly planner: Planner; readonly answer: PlanAnswer }) {
  const { ceilingUg, stopRule } = answer.plan;
  const setRule = (part: Partial<StopRule>) =>
    planner.edit((plan) => [{ kind: 'set-stop-rule', stopRule: { ...plan.stopRule, ...part } }]);
  return (
    <section className="section" aria-labelledby="frame-title">
      <h2 id="frame-title">Ceiling and stop rule</h2>
      <p>
        No step goes above {inMg(ceilingUg)} a day. After {stopRule.afterNights} nights on the highest step, treatment
        stops unless {stopRule.scale.toUpperCase()} has improved by at least {stopRule.lessThanPercent} % from the
        baseline.
      </p>
      <div className="form-grid frame-fields no-print">
        <DraftInput
          label="Ceiling a day"
          shown={inMg(ceilingUg)}
          read={amountFrom}
          onCommit={(value) => planner.edit(() => [{ kind: 'set-ceiling', ceilingUg: value }])}
        />
        <DraftInput
          label="Nights before the stop rule speaks"
          type="number"
          shown={String(stopRule.afterNights)}
          read={countFrom}
          onCommit={(afterNights) => setRule({ afterNights })}
        />
        <DraftInput
          label="Improvement needed, in percent"
          type="number"
          shown={String(stopRule.lessThanPercent)}
          read={countFrom}
          onCommit={(lessThanPercent) => setRule({ lessThanPercent })}
        />
      </div>
    </section>
  );
}
