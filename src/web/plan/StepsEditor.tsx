/** One plan in two views, picture and table, with undo, the first night and the dose form above them. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlanAnswer, Planning } from '../contracts.ts';
import { Problems } from '../parts/Problems.tsx';
import type { Planner } from './planner.ts';
import { Staircase } from './Staircase.tsx';
import { StepTable } from './StepTable.tsx';

interface StepsEditorProps {
  readonly planner: Planner;
  readonly planning: Planning;
  readonly answer: PlanAnswer;
}

export function StepsEditor({ planner, planning, answer }: StepsEditorProps) {
  const [selected, setSelected] = useState(0);
  const stepProblems = planning.problems.filter(({ path }) => path.startsWith('regimen.steps['));
  return (
    <section className="section" aria-labelledby="steps-title">
      <div className="row steps-head">
        <h2 id="steps-title">Steps</h2>
        <div className="row no-print">
          <Button variant="default" size="compact-md" disabled={!planner.canUndo} onClick={planner.undo}>
            Undo
          </Button>
          <Button variant="default" size="compact-md" disabled={!planner.canRedo} onClick={planner.redo}>
            Redo
          </Button>
        </div>
      </div>
      <Staircase planner={planner} answer={answer} problems={stepProblems} onSelect={setSelected} />
      <div role="alert">
        <Problems of={planner.refused} />
      </div>
      <Start planner={planner} answer={answer} />
      <StepTable
        planner={planner}
        answer={answer}
        problems={stepProblems}
        selected={Math.min(selected, answer.steps.length - 1)}
        onSelect={setSelected}
      />
    </section>
  );
}

/** Forms in which a plan can be made up, by their ids in the knowledge of the product. */
const FORM_NAMES = [
  { value: 'capsule', label: 'capsules' },
  { value: 'liquid-1-mg-per-ml', label: 'liquid, 1 mg in 1 mL' },
];

const Start = ({ planner, answer: { plan } }: { readonly planner: Planner; readonly answer: PlanAnswer }) => (
  <div className="form-grid start-fields">
    <TextInput
      type="date"
      label="First night"
      value={plan.regimen.start}
      onChange={(event) => {
        const start = event.currentTarget.value;
        if (start !== '') planner.edit(() => [{ kind: 'set-start', start }]);
      }}
    />
    <NativeSelect
      label="Dose form"
      data={FORM_NAMES}
      value={plan.regimen.steps[0]?.form ?? ''}
      onChange={(event) => {
        const form = event.currentTarget.value;
        planner.edit(() => [{ kind: 'set-form', form }]);
      }}
    />
  </div>
);
