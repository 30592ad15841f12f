/** The plan as lines with fields: amount, time of day, nights, and what is checked and done when it goes badly. */
import { Button, NativeSelect } from '@mantine/core';
import { inMg } from '../../domain/amount.ts';
import { inShort } from '../../domain/dates.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Step, TimeOfDay } from '../../domain/regimen.ts';
import type { PlanAnswer } from '../contracts.ts';
import { amountFrom, countFrom, DraftInput } from './DraftInput.tsx';
import type { Planner } from './planner.ts';
import { StepDetails } from './StepDetails.tsx';
import { stepOfPath } from './treads.ts';

interface StepTableProps {
  readonly planner: Planner;
  readonly answer: PlanAnswer;
  readonly problems: readonly Problem[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
}

export const StepTable = ({ planner, answer, problems, selected, onSelect }: StepTableProps) => (
  <ol className="plain step-lines" aria-label="Steps in words and fields">
    {answer.plan.regimen.steps.map((step, index) => (
      <li
        key={index}
        className={index === selected ? 'step-line selected' : 'step-line'}
        onFocusCapture={() => onSelect(index)}
      >
        <StepLine planner={planner} answer={answer} step={step} index={index} />
        <Refusals of={problems.filter(({ path }) => stepOfPath(path) === index)} />
        <StepDetails view={answer.steps[index]} />
      </li>
    ))}
  </ol>
);

const Refusals = ({ of }: { readonly of: readonly Problem[] }) =>
  of.length === 0 ? null : (
    <ul className="plain refusals">
      {of.map(({ path, found, expected, todo }, index) => (
        <li key={`${path}-${index}`}>
          <strong>Refused:</strong> {found}. Expected {expected}. {todo}
        </li>
      ))}
    </ul>
  );

interface StepLineProps {
  readonly planner: Planner;
  readonly answer: PlanAnswer;
  readonly step: Step;
  readonly index: number;
}

function StepLine({ planner, answer, step, index }: StepLineProps) {
  const view = answer.steps[index];
  return (
    <div className="step-fields">
      <div className="step-name">
        <strong>Step {index + 1}</strong>
        <span className="small quiet">
          {view && (
            <>
              {inShort(view.from)} to {inShort(view.to)}
            </>
          )}
        </span>
      </div>
      <div className="step-doses">
        {step.doses.map(({ amountUg, at }, dose) => (
          <DraftInput
            key={dose}
            id={`amount-${index}-${dose}`}
            label={step.doses.length > 1 ? `Amount, ${at}` : 'Amount'}
            shown={inMg(amountUg)}
            read={amountFrom}
            onCommit={(value) => planner.edit(() => [{ kind: 'set-amount', step: index, dose, amountUg: value }])}
          />
        ))}
      </div>
      <TimeField planner={planner} step={step} index={index} />
      <DraftInput
        label="Nights"
        type="number"
        shown={String(step.nights)}
        read={countFrom}
        onCommit={(nights) => planner.edit(() => [{ kind: 'set-nights', step: index, nights }])}
      />
      <div className="row step-actions no-print">
        <Button
          variant="default"
          size="compact-md"
          onClick={() => planner.edit(() => [{ kind: 'insert-step', step: index + 1, new: step }])}
        >
          Add after<span className="unseen"> step {index + 1}</span>
        </Button>
        <Button
          variant="default"
          size="compact-md"
          disabled={answer.steps.length === 1}
          onClick={() => planner.edit(() => [{ kind: 'remove-step', step: index }])}
        >
          Remove<span className="unseen"> step {index + 1}</span>
        </Button>
      </div>
    </div>
  );
}

const TIMES: readonly TimeOfDay[] = ['morning', 'midday', 'evening', 'bedtime'];

/** The time of day holds from this step on, so that a move to the morning lasts. */
function TimeField({ planner, step, index }: Omit<StepLineProps, 'answer'>) {
  if (step.doses.length > 1)
    return <p className="small quiet step-times">{step.doses.map(({ at }) => at).join(' and ')}</p>;
  return (
    <NativeSelect
      label="Time, from here on"
      data={[...TIMES]}
      value={step.doses[0]?.at ?? ''}
      onChange={(event) => {
        const at = event.currentTarget.value as TimeOfDay;
        planner.edit(() => [{ kind: 'set-time', step: index, at }]);
      }}
    />
  );
}
