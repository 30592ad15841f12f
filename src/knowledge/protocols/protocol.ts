/**
 * What a titration protocol is: the ladder of steps that somebody published, and the safety frame (checks, step-backs,
 * stop rule) that every plan made from it starts with. No dose-finding trial in depression exists, so each protocol
 * says who uses it and on what it rests, and none is "the" protocol.
 */
import type { Micrograms } from '../../domain/amount.ts';
import type { CheckPoint, StepBack, StopRule } from '../../domain/plan.ts';
import { dailyUg, type Dose, type FormId, type Step, type TimeOfDay } from '../../domain/regimen.ts';
import { assume, cite, type Source } from '../../domain/source.ts';

export interface Protocol {
  readonly id: string;
  readonly name: string;
  /** The kind of person it was made for. */
  readonly forWhom: string;
  /** Who publishes or uses it. */
  readonly usedBy: string;
  /** From the first night to the end of an adequate trial at the target. */
  readonly steps: readonly Step[];
  /** Amount a day that the ladder leads to. */
  readonly targetUg: Micrograms;
  readonly ceilingUg: Micrograms;
  readonly checkPoints: readonly CheckPoint[];
  readonly stepBacks: readonly StepBack[];
  readonly stopRule: StopRule;
  /** What is known about this ladder, and what is not. */
  readonly evidence: string;
  /** For the ladder itself. The frame has sources of its own: FRAME_SOURCES. */
  readonly sources: readonly Source[];
}

/** Stands in every check-point: the opioid question is asked again before each step, not only at the start. */
export const OPIOID_CONDITION =
  'No opioid has been taken since the screening or the last check, on any route: pain, cough or diarrhoea medicine, patch, kratom, or treatment of opioid use; and no operation is planned.';

export const SLEEP_CONDITION = 'Sleep was acceptable on at least 3 of the last 5 nights.';
export const SIDE_EFFECT_CONDITION = 'No side effect is troublesome today.';
export const PHQ9_CONDITION =
  'A PHQ-9 was filled in during this step, and any answer above 0 to item 9 was talked about.';

/** The conditions of a usual check-point, in clinical words; `care/order/plain.ts` has them for the patient. */
const USUAL_CONDITIONS: readonly string[] = [OPIOID_CONDITION, SLEEP_CONDITION, SIDE_EFFECT_CONDITION, PHQ9_CONDITION];

/** When a dose is moved from night to morning. Bedtime is convention, not evidence. */
const MOVE_TO_MORNING_WHEN = 'Vivid dreams or poor sleep on 3 of the last 5 nights.';

export const STAY_WHEN = 'A side effect is troublesome but bearable, or a check before the next step is answered no.';
export const BACK_WHEN = 'A side effect is still troublesome after staying, or is not bearable.';
export const STOP_TAKING_WHEN = 'A side effect is not bearable: take no more and call the prescriber.';
export const OPIOID_WHEN =
  'An opioid is needed or was taken, or an operation is planned: take no naltrexone and call; restart only after screening again.';

/** Nights added when a step is held: one more week, like the shortest published step. */
const STAY_NIGHTS = 7;

/** Nights at the target before the stop rule speaks: 8 of the 8 to 12 weeks that are called adequate. */
export const ADEQUATE_TRIAL_NIGHTS = 56;

/** An adequate trial, then stop: the shorter time and the lower bar, so that few go on without benefit. */
export const STOP_RULE: StopRule = { afterNights: ADEQUATE_TRIAL_NIGHTS, scale: 'phq-9', lessThanPercent: 25 };

/** What the safety frame of every protocol rests on. */
export const FRAME_SOURCES: readonly Source[] = [
  cite('label-revia', 'contraindications: opioid use; opioid-free interval'),
  assume(
    'recalled convention: 8 to 12 weeks at the target, then stop without 25 to 50 % improvement; the earliest time and the lowest bar are chosen here',
  ),
  assume('convention: hold on a moderate side effect, step back if it persists, morning for vivid dreams'),
];

/** The nearest earlier step with a smaller amount a day; undefined when there is none. */
export function lowerStep(steps: readonly Step[], index: number): number | undefined {
  const step = steps[index];
  const earlier = step ? steps.slice(0, index).findLastIndex((other) => dailyUg(other) < dailyUg(step)) : -1;
  return earlier < 0 ? undefined : earlier;
}

/** The check before a step. Before the first there is only the opioid question to ask once more. */
export const usualCheckPoint = (beforeStep: number): CheckPoint => ({
  beforeStep,
  conditions: beforeStep === 0 ? [OPIOID_CONDITION] : USUAL_CONDITIONS,
});

/** What to do when step `index` goes badly: stay, go back (or stop taking it), move to the morning, pause for opioids. */
export function usualStepBacks(steps: readonly Step[], index: number): readonly StepBack[] {
  const toStep = lowerStep(steps, index);
  const [dose, ...more] = steps[index]?.doses ?? [];
  // Of two doses a day none is moved: the morning would have both at once.
  const late = more.length === 0 && (dose?.at === 'bedtime' || dose?.at === 'evening');
  return [
    { step: index, kind: 'stay', nights: STAY_NIGHTS, when: STAY_WHEN },
    toStep === undefined
      ? { step: index, kind: 'pause', when: STOP_TAKING_WHEN }
      : { step: index, kind: 'back', toStep, when: BACK_WHEN },
    ...(late ? [{ step: index, kind: 'move', to: 'morning', when: MOVE_TO_MORNING_WHEN } as const] : []),
    { step: index, kind: 'pause', when: OPIOID_WHEN },
  ];
}

/** One dose a day at each amount in turn, `nights` each, and an adequate trial on the last. */
export function ladder(amountsUg: readonly Micrograms[], nights: number, at: TimeOfDay = 'bedtime'): readonly Step[] {
  return amountsUg.map((amountUg, index) =>
    stepOf([{ amountUg, at }], index === amountsUg.length - 1 ? ADEQUATE_TRIAL_NIGHTS : nights),
  );
}

/** A step in capsules, the form that every published ladder can be made in. */
export const stepOf = (doses: readonly Dose[], nights: number, form: FormId = 'capsule'): Step => ({
  doses,
  nights,
  form,
});

type Ladder = Omit<Protocol, 'checkPoints' | 'stepBacks' | 'stopRule' | 'targetUg'>;

/** A protocol from its ladder, with the usual safety frame around it. */
export function protocol(from: Ladder): Protocol {
  return {
    ...from,
    targetUg: Math.max(...from.steps.map(dailyUg)),
    checkPoints: from.steps.map((_, index) => usualCheckPoint(index)),
    stepBacks: from.steps.flatMap((_, index) => usualStepBacks(from.steps, index)),
    stopRule: STOP_RULE,
  };
}
