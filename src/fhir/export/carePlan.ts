/**
 * The plan behind the fills: a RequestGroup whose actions are the steps, each with the conditions that must hold first
 * and what to do when it goes badly, and a CarePlan that ties it to the prescriptions.
 */
import type { CarePlan, RequestGroup, RequestGroupAction } from 'fhir/r4';
import { AT, dosesInWords } from '../../care/order/words.ts';
import { inMg } from '../../domain/amount.ts';
import type { Order } from '../../domain/order.ts';
import type { Plan, StepBack } from '../../domain/plan.ts';
import { datedSteps, lastNight, type DatedStep } from '../../domain/regimen.ts';
import { scaleOf } from '../../knowledge/scales/index.ts';
import { planIdentifier, refer } from './identity.ts';

export function carePlan(order: Order, plan: Plan): CarePlan {
  return {
    resourceType: 'CarePlan',
    identifier: [planIdentifier(order.plan)],
    ...(plan.replaces === undefined ? {} : { replaces: [{ identifier: planIdentifier(plan.replaces) }] }),
    status: 'draft',
    intent: 'plan',
    title: `Low-dose naltrexone for depression, titration plan version ${plan.version}`,
    description: stopRule(plan),
    subject: refer(order, 'patient', order.patient.name),
    period: { start: plan.regimen.start, end: lastNight(plan.regimen) },
    created: order.written,
    author: refer(order, 'prescriber', order.prescriber.name),
    activity: [{ reference: refer(order, 'steps') }, ...fills(order).map((reference) => ({ reference }))],
  };
}

const stopRule = ({ stopRule: rule, ceilingUg }: Plan): string =>
  `Never more than ${inMg(ceilingUg)} a day. After ${rule.afterNights} nights on the highest step, stop if ${scaleOf(rule.scale)?.name ?? rule.scale} ` +
  `has improved by less than ${rule.lessThanPercent} %.`;

const fills = (order: Order) => order.supply.fills.map((fill) => refer(order, `fill ${fill.number}`));

export function requestGroup(order: Order, plan: Plan): RequestGroup {
  return {
    resourceType: 'RequestGroup',
    identifier: [planIdentifier(order.plan)],
    status: 'draft',
    intent: 'plan',
    subject: refer(order, 'patient', order.patient.name),
    authoredOn: order.written,
    author: refer(order, 'prescriber', order.prescriber.name),
    action: suppliedSteps(order, plan).map((step) => action(order, plan, step)),
  };
}

/** Steps that this order supplies; an order for the first part of a plan says nothing of the rest. */
const suppliedSteps = (order: Order, plan: Plan): readonly DatedStep[] =>
  datedSteps(plan.regimen).filter(({ index }) => suppliedBy(order, index).length > 0);

const idOf = (step: number): string => `step-${step + 1}`;

function action(order: Order, plan: Plan, { step, index, from, to }: DatedStep): RequestGroupAction {
  const doses = dosesInWords(step.doses);
  const ifTrouble = plan.stepBacks.filter((stepBack) => stepBack.step === index).map(stepBackInWords);
  const conditions = plan.checkPoints
    .filter((point) => point.beforeStep === index)
    .flatMap((point) => point.conditions);
  return {
    id: idOf(index),
    prefix: String(index + 1),
    title: doses,
    textEquivalent: `Step ${index + 1}: ${doses} for ${step.nights} nights.`,
    ...(ifTrouble.length === 0 ? {} : { description: ifTrouble.join(' ') }),
    ...(conditions.length === 0 ? {} : { condition: conditions.map(applicable) }),
    ...(index === 0 ? {} : { relatedAction: [{ actionId: idOf(index - 1), relationship: 'after-end' as const }] }),
    timingPeriod: { start: from, end: to },
    action: suppliedBy(order, index),
  };
}

/** The fills whose bottles carry out a step. */
const suppliedBy = (order: Order, index: number): RequestGroupAction[] =>
  order.supply.fills
    .filter((fill) => fill.directions.some(({ step }) => step === index))
    .map((fill) => ({ title: `Fill ${fill.number}`, resource: refer(order, `fill ${fill.number}`) }));

/** A sentence for people: no machine evaluates it. */
const applicable = (expression: string) => ({
  kind: 'applicability' as const,
  expression: { language: 'text/plain', expression },
});

function stepBackInWords(stepBack: StepBack): string {
  switch (stepBack.kind) {
    case 'back':
      return `${stepBack.when} Then go back to step ${stepBack.toStep + 1}.`;
    case 'stay':
      return `${stepBack.when} Then stay ${stepBack.nights} more nights.`;
    case 'move':
      return `${stepBack.when} Then take it ${AT[stepBack.to]}.`;
    case 'pause':
      return stepBack.when;
    default:
      return stepBack satisfies never;
  }
}
