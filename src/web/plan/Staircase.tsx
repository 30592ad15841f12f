/**
 * The titration as a staircase over its nights. Each step is a control: the arrow keys change it where it stands. On a
 * narrow screen the steps lie under each other as bars. The table below is the same plan in words and fields.
 */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Problem } from '../../domain/problem.ts';
import type { PlanAnswer } from '../contracts.ts';
import { Bars } from './Bars.tsx';
import { editsForKey, KEYS_SAY } from './keys.ts';
import type { Planner } from './planner.ts';
import { Stairs } from './Stairs.tsx';
import { stepsOf, widthsOf, type StepControl } from './treads.ts';

interface StaircaseProps {
  readonly planner: Planner;
  readonly answer: PlanAnswer;
  readonly problems: readonly Problem[];
  readonly onSelect: (index: number) => void;
}

/** Pixels that a step needs so that its amount and its date can be read. */
const NARROWEST_STEP_PX = 58;

export function Staircase({ planner, answer, problems, onSelect }: StaircaseProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const focusNext = useRef<number>(undefined);
  const count = answer.steps.length;
  useEffect(() => {
    const target = focusNext.current;
    if (target === undefined) return;
    focusNext.current = undefined;
    document.getElementById(`tread-${Math.min(target, count - 1)}`)?.focus();
  }, [count]);

  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Home') {
      event.preventDefault();
      document.getElementById(`amount-${index}-0`)?.focus();
      return;
    }
    const change = editsForKey(event.key, index);
    if (!change) return;
    event.preventDefault();
    if (event.key === 'Insert') focusNext.current = index + 1;
    if (event.key === 'Delete') focusNext.current = Math.max(0, index - 1);
    planner.edit(change);
  };
  const control: StepControl = { onKeyDown, onFocus: onSelect };
  const steps = stepsOf(answer, problems);
  const isWide = width > 0 && Math.min(...widthsOf(steps, width)) >= NARROWEST_STEP_PX;
  return (
    <figure className="staircase" aria-label="Staircase of doses">
      <div ref={ref}>
        {width > 0 &&
          (isWide ? (
            <Stairs steps={steps} width={width} ceilingUg={answer.plan.ceilingUg} control={control} />
          ) : (
            <Bars steps={steps} control={control} />
          ))}
      </div>
      <figcaption id="keys-say" className="small quiet no-print">
        {KEYS_SAY}
      </figcaption>
    </figure>
  );
}
