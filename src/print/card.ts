/** The card for the wallet: it keeps a clinician who does not know the patient from relying on an opioid. */
import { inMg } from '../domain/amount.ts';
import { inWords } from '../domain/dates.ts';
import { shortHash } from '../domain/hash.ts';
import type { Order } from '../domain/order.ts';
import type { Plan } from '../domain/plan.ts';
import { dailyUg, lastNight } from '../domain/regimen.ts';
import { planCode, qrSvg } from './qr.ts';
import { typeset, type Paper, type Printed } from './typeset.ts';

/** The card as PDF: front and back side by side on a sheet of paper, to be cut out and folded. */
export const walletCard = (order: Order, plan: Plan, paper: Paper): Promise<Printed> =>
  typeset('card', `wallet-card-${paper}.pdf`, {
    paper,
    title: 'I take an opioid blocker',
    author: order.prescriber.name,
    how: 'Cut along the dashed line and fold in the middle.',
    warnings: [
      `${order.drug[0]?.toUpperCase()}${order.drug.slice(1)}, low dose, for depression.`,
      'Opioid pain relief may not work. Use non-opioid pain relief first.',
      'Tell every clinician, also before an operation and in an emergency.',
    ],
    call: [`Questions: ${order.prescriber.name}`, order.prescriber.phone]
      .filter((part) => part !== undefined)
      .join(', '),
    fields: [
      ['Name', `${order.patient.name}, born ${inWords(order.patient.birthDate)}`],
      ['Dose', `up to ${inMg(Math.max(...plan.regimen.steps.map(dailyUg)))} a day, by mouth`],
      ['Planned', `${inWords(plan.regimen.start)} to ${inWords(lastNight(plan.regimen))}`],
      ['Allergies', order.patient.allergies?.join(', ') || (order.patient.allergies ? 'none known' : 'not asked')],
      ['Last taken', '................................................'],
    ],
    stops: `An opioid is needed, or an operation is planned: call first. Plan version ${order.planVersion}, ${shortHash(order.plan)}.`,
    qr: qrSvg(planCode(order)),
    qrAlt: `Square code of ${planCode(order)}`,
  });
