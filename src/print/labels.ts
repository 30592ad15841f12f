/** Bottle labels, one page of label stock for each bottle. */
import { label, type LabelContent } from '../care/order/label.ts';
import { inWords } from '../domain/dates.ts';
import type { Order } from '../domain/order.ts';
import { warning } from '../domain/problem.ts';
import { typeset, type Printed } from './typeset.ts';

/** Width and height in millimetres. */
export interface Stock {
  readonly width: number;
  readonly height: number;
}

/** Four by three inches, a common roll for label printers: the smallest on which four directions are still read. */
const LABEL_STOCK: Stock = { width: 102, height: 76 };

/** One label for each bottle of each fill, in order, as one PDF. A warning says when one needs more than its page. */
export async function labels(order: Order, stock: Stock = LABEL_STOCK): Promise<Printed> {
  const contents = order.supply.fills.flatMap((fill) => fill.bottles.map((bottle) => label(order, fill, bottle)));
  const name = 'labels.pdf';
  const printed = await typeset('labels', name, {
    ...stock,
    title: 'Bottle labels',
    author: order.prescriber.name,
    labels: contents.map(labelData),
  });
  if (printed.pages <= contents.length) return printed;
  const found = `${printed.pages} pages for ${contents.length} labels`;
  const long = warning(
    name,
    found,
    'one page for each bottle',
    `Use label stock larger than ${stock.width} x ${stock.height} mm.`,
  );
  return { ...printed, problems: [...printed.problems, long] };
}

const labelData = (content: LabelContent) => ({
  patient: content.patient,
  born: `born ${inWords(content.birthDate)}`,
  bottle: content.bottle,
  nights: content.nights,
  strength: content.strength,
  drug: content.drug,
  quantity: content.quantity,
  what: `${content.form}, ${content.route}`,
  why: 'low dose, for depression',
  directions: content.directions,
  warnings: content.warnings,
  columns: [
    [
      `Do not use after ${inWords(content.beyondUse)} (${content.beyondUseBecause}).`,
      content.storage,
      `Filler: ${content.filler}.`,
      content.compounded,
    ],
    [
      `Prescriber: ${content.prescriber}`,
      `Pharmacy: ${content.pharmacy}`,
      `Ordered ${inWords(content.written)}, made ${inWords(content.madeOn)}. ${content.refills}`,
      `No. ${content.id}, plan ${content.plan}`,
    ],
  ],
});
