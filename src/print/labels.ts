/** Bottle labels, one page of label stock for each bottle. */
import type { LabelContent } from '../care/order/label.ts';
import { inWords } from '../domain/dates.ts';
import { warning } from '../domain/problem.ts';
import { typeset, type Printed } from './typeset.ts';

/** Label stock in millimetres: a common roll for pharmacy label printers. */
export const LABEL_STOCK = { width: 100, height: 60 } as const;

/** All labels as one PDF, in the order given. A warning says when one needs more than its page. */
export async function labels(
  contents: readonly LabelContent[],
  stock: { width: number; height: number } = LABEL_STOCK,
): Promise<Printed> {
  const name = 'labels.pdf';
  const printed = await typeset('labels', name, {
    ...stock,
    title: 'Bottle labels',
    author: contents[0]?.prescriber ?? '',
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

const labelData = (label: LabelContent) => ({
  patient: label.patient,
  born: `born ${inWords(label.birthDate)}`,
  bottle: label.bottle,
  nights: label.nights,
  strength: label.strength,
  drug: label.drug,
  what: `${label.quantity}, ${label.form}, ${label.route}`,
  why: 'low dose, for depression',
  directions: label.directions,
  warnings: label.warnings,
  columns: [
    [
      `Do not use after ${inWords(label.beyondUse)} (${label.beyondUseBecause}).`,
      label.storage,
      `Filler: ${label.filler}.`,
      label.compounded,
    ],
    [
      `Prescriber: ${label.prescriber}`,
      `Pharmacy: ${label.pharmacy}`,
      `Ordered ${inWords(label.written)}, made ${inWords(label.madeOn)}. ${label.refills}`,
      `No. ${label.id}, plan ${label.plan}`,
    ],
  ],
});
