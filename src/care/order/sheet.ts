/** The one-page titration sheet as data; another part sets it in type. */
import { inMg } from '../../domain/amount.ts';
import { inWords } from '../../domain/dates.ts';
import { hashOf, shortHash } from '../../domain/hash.ts';
import type { Direction, Order } from '../../domain/order.ts';
import type { Plan, StepBack } from '../../domain/plan.ts';
import { dailyUg, datedSteps, type DatedStep } from '../../domain/regimen.ts';
import { inPlainWords } from './plain.ts';
import { scaleOf } from '../../knowledge/scales/index.ts';
import { OPIOID_WARNING } from './warnings.ts';
import { AT, datesInWords, dosesInWords, nightsInWords, takesInWords } from './words.ts';

export interface SheetRow {
  /** 1, 2, ... */
  readonly step: number;
  /** `1-14 (Mon 2 Nov - Sun 15 Nov)`. */
  readonly nights: string;
  /** `0.5 mg`; for several doses a day `1 mg in the morning, 1 mg at bedtime (2 mg a day)`. */
  readonly dose: string;
  /** `1 capsule of 0.5 mg (bottle 1)`; several lines when bottles change inside the step; empty without an order. */
  readonly take: readonly string[];
  /** `bedtime`. */
  readonly when: string;
  /** What must be true before the next step is begun. */
  readonly before: readonly string[];
  /** What to do if the step goes badly. */
  readonly trouble: readonly string[];
}

export interface SheetContent {
  readonly title: string;
  /** Label and value, in reading order: name, birth date, allergies, prescriber, pharmacy, plan ... */
  readonly header: readonly (readonly [string, string])[];
  readonly rows: readonly SheetRow[];
  /** Sentences under the table: ceiling, stop rule, opioids, and what to do when sheet and bottle disagree. */
  readonly foot: readonly string[];
  /** Full hash of the plan, for the QR code. */
  readonly hash: string;
}

/** The sheet of a plan; with an order, also who it is for and which bottle each dose comes from. */
export function sheet(plan: Plan, order?: Order): SheetContent {
  const hash = hashOf(plan);
  return {
    title: 'How to take low-dose naltrexone',
    header: [...(order ? peopleOf(order) : []), ['Plan', planInWords(plan, hash)]],
    rows: datedSteps(plan.regimen).map((dated) => rowOf(plan, dated, order)),
    foot: footOf(plan, order),
    hash,
  };
}

const planInWords = ({ version }: Plan, hash: string): string =>
  `version ${version}, ${shortHash(hash)}${version > 1 ? `, replaces version ${version - 1}` : ''}`;

const peopleOf = ({ patient, prescriber, pharmacy, written }: Order): SheetContent['header'] => [
  ['Name', patient.name],
  ['Born', inWords(patient.birthDate)],
  ...(patient.id === undefined ? [] : [['Number', patient.id] as const]),
  ['Allergies', patient.allergies === undefined ? 'not asked' : patient.allergies.join(', ') || 'none known'],
  ['Prescriber', withPhone(prescriber)],
  ['Pharmacy', pharmacy ? withPhone(pharmacy) : 'not yet chosen'],
  ['Written', inWords(written)],
];

const withPhone = ({ name, phone }: { readonly name: string; readonly phone?: string }): string =>
  phone === undefined ? name : `${name}, telephone ${phone}`;

function rowOf(plan: Plan, { step, index, from, to }: DatedStep, order: Order | undefined): SheetRow {
  const next = plan.checkPoints.find((check) => check.beforeStep === index + 1);
  return {
    step: index + 1,
    nights: `${nightsInWords(plan.regimen.start, from, to).replace(/^nights? /, '')} (${datesInWords(from, to)})`,
    dose: doseOf(step.doses),
    take: order ? takesOf(order, index) : [],
    when: step.doses.map((dose) => dose.at).join(' and '),
    before: next?.conditions.map(inPlainWords) ?? [],
    trouble: plan.stepBacks.filter((back) => back.step === index).map((back) => troubleInWords(plan, back)),
  };
}

/** One dose a day is only its amount: the time has a column of its own. */
const doseOf = (doses: DatedStep['step']['doses']): string =>
  doses.length === 1 ? inMg(doses[0]!.amountUg) : dosesInWords(doses);

/** What is taken in a step: one line, or one for each run of nights when bottles change inside it. */
function takesOf({ supply }: Order, step: number): readonly string[] {
  const start = supply.fills[0]?.from;
  const directions = supply.fills.flatMap((fill) => fill.directions).filter((direction) => direction.step === step);
  const line = (direction: Direction) =>
    direction.doses
      .map(({ at, takes }) => takesInWords(supply, takes) + (direction.doses.length > 1 ? ` ${AT[at]}` : ''))
      .join('; ');
  return directions.map((direction) =>
    directions.length > 1 && start !== undefined
      ? `${nightsInWords(start, direction.from, direction.to)}: ${line(direction)}`
      : line(direction),
  );
}

function troubleInWords({ regimen }: Plan, back: StepBack): string {
  const when = inPlainWords(back.when);
  if (back.kind === 'stay') return `${when} Stay on this step ${back.nights} more nights.`;
  if (back.kind === 'move') return `${when} Take it ${AT[back.to]} instead.`;
  if (back.kind === 'pause') return `Pause: ${when}`;
  const to = regimen.steps[back.toStep];
  return `${when} Go back to step ${back.toStep + 1}${to ? ` (${inMg(dailyUg(to))} a day)` : ''}.`;
}

function footOf({ regimen, checkPoints, ceilingUg, stopRule }: Plan, order: Order | undefined): readonly string[] {
  const first = checkPoints.find((check) => check.beforeStep === 0);
  const call =
    order?.pharmacy?.phone === undefined ? 'call the pharmacy' : `call the pharmacy (${order.pharmacy.phone})`;
  return [
    ...(first ? [`Before the first dose: ${first.conditions.map(inPlainWords).join(' ')}`] : []),
    OPIOID_WARNING.says,
    `Never more than ${inMg(ceilingUg)} a day. A forgotten dose stays forgotten: never take two.`,
    `A dose taken after midnight belongs to the night before: the first night is the evening of ${inWords(regimen.start)}.`,
    stopInWords(stopRule),
    ...(order ? [fetchInWords(order)] : []),
    `If this sheet and the bottle disagree, ${call} before taking it.`,
  ];
}

const stopInWords = ({ afterNights, scale, lessThanPercent }: Plan['stopRule']): string =>
  `After ${afterNights} nights on the highest step your ${scaleOf(scale)?.name ?? scale} score is looked at again. If it is less than ${lessThanPercent} % better than before the first dose, the medicine is stopped.`;

const fetchInWords = ({ supply }: Order): string => {
  const dates = supply.fills.filter((fill) => fill.bottles.length > 0).map((fill) => inWords(fill.on));
  return `Bottles are ready on ${dates.join(', ')}; the last dose they hold is for ${inWords(supply.runOut)}.`;
};
