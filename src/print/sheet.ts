/**
 * The patient's page: what to take on which nights, for the refrigerator door. It fits one sheet of A4 or Letter by
 * growing smaller down to a size that is still read at arm's length; after that it goes on to a second page and says so.
 */
import { AT } from '../care/order/words.ts';
import { inMg } from '../domain/amount.ts';
import { shortHash } from '../domain/hash.ts';
import type { Order } from '../domain/order.ts';
import type { Plan } from '../domain/plan.ts';
import { warning } from '../domain/problem.ts';
import { dailyUg, type Step } from '../domain/regimen.ts';
import { sheet, type SheetContent, type SheetRow } from '../care/order/sheet.ts';
import { hoist } from './hoist.ts';
import { planCode, qrSvg } from './qr.ts';
import { typesetOnOnePage, type Paper, type Printed } from './typeset.ts';

/** Type sizes in points. Assumed: below 8.5 points a page is not read at arm's length. */
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5] as const;

/** The sheet as PDF. A warning says when it needs a second page. */
export async function titrationSheet(order: Order, plan: Plan, paper: Paper): Promise<Printed> {
  const name = `titration-sheet-${paper}.pdf`;
  const data = { ...sheetData(sheet(plan, order), order, plan), paper };
  const printed = await typesetOnOnePage('sheet', name, data, SIZES);
  if (printed.pages <= 1) return printed;
  const long = warning(
    name,
    `${printed.pages} pages`,
    'one page',
    'Print both pages and staple them, or shorten the plan: fewer steps are easier to follow.',
  );
  return { ...printed, problems: [...printed.problems, long] };
}

function sheetData(content: SheetContent, order: Order, plan: Plan) {
  const before = hoist(
    'Check A',
    content.rows.map((row) => row.before),
  );
  const trouble = hoist(
    'Help B',
    content.rows.map((row) => row.trouble),
  );
  const rows = content.rows.map((row, index) =>
    rowData(row, plan.regimen.steps[row.step - 1], before.cells[index] ?? '', trouble.cells[index] ?? ''),
  );
  const hasBefore = before.items.length > 0;
  const hasTrouble = trouble.items.length > 0;
  return {
    title: content.title,
    author: order.prescriber.name,
    strap: `${order.drug}, low dose, for depression`,
    header: content.header,
    rows,
    before: before.items,
    trouble: trouble.items,
    hasBefore,
    hasTrouble,
    columns: columns(hasBefore, hasTrouble),
    steps: plan.regimen.steps.map((step) => ({
      nights: step.nights,
      amountUg: dailyUg(step),
      label: inMg(dailyUg(step)),
    })),
    foot: inTwoColumns(content.foot),
    footer: `${order.patient.name}, plan version ${order.planVersion}, ${shortHash(content.hash)}`,
    mark: `plan ${shortHash(content.hash)}`,
    qr: qrSvg(planCode(order)),
    qrAlt: `Square code of ${planCode(order)}`,
  };
}

/** Two columns of about the same length, read one after the other. */
function inTwoColumns(foot: readonly string[]) {
  const lines = foot.map((line) => ({ line, strong: URGENT.test(line) }));
  const lengthTo = (end: number) => foot.slice(0, end).join('').length;
  const half = foot.findIndex((_line, index) => lengthTo(index + 1) * 2 >= lengthTo(foot.length)) + 1;
  return [lines.slice(0, half), lines.slice(half)];
}

/** Sentences at the foot that nobody may miss. */
const URGENT = /opioid|disagree/i;

const columns = (hasBefore: boolean, hasTrouble: boolean) => [
  { name: 'Step', wide: 0 },
  { name: 'Nights', wide: 0 },
  { name: 'Dose', wide: 0 },
  { name: 'Take', wide: 3 },
  { name: 'When', wide: 0 },
  ...(hasBefore ? [{ name: 'Next step if', wide: 0 }] : []),
  ...(hasTrouble ? [{ name: 'If trouble', wide: 1.5 }] : []),
];

function rowData(row: SheetRow, step: Step | undefined, before: string, trouble: string) {
  const [nights = '', dates = ''] = row.nights.split(' (');
  return {
    step: String(row.step),
    nights,
    dates: dates.replace(/\)$/, ''),
    doses: doses(step),
    take: row.take,
    when: row.when.split(' and '),
    before,
    trouble,
  };
}

/** One amount a day stands alone and large; several stand under each other with their times. */
const doses = (step: Step | undefined) =>
  step?.doses.map(({ amountUg, at }) => ({ amount: inMg(amountUg), at: step.doses.length > 1 ? AT[at] : '' })) ?? [];
