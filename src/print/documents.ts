/** Everything that leaves the clinic for one order: paper for patient and pharmacist, a calendar, and FHIR. */
import { hashOf, shortHash } from '../domain/hash.ts';
import type { Order } from '../domain/order.ts';
import type { Patient } from '../domain/patient.ts';
import type { Plan } from '../domain/plan.ts';
import { error, type Problem } from '../domain/problem.ts';
import { medicationRequests } from '../fhir/export/requests.ts';
import { calendar, type CalendarSettings } from './calendar.ts';
import { walletCard } from './card.ts';
import { labels } from './labels.ts';
import { orderPdf } from './order.ts';
import { titrationSheet } from './sheet.ts';
import type { Paper, PrintedFile } from './typeset.ts';

export interface DocumentSettings extends CalendarSettings {
  /** Which papers to set; default both. */
  readonly papers?: readonly Paper[];
  /** Adds to the FHIR bundle what the order does not hold. */
  readonly patient?: Patient;
}

export interface Documents {
  readonly files: readonly PrintedFile[];
  /** What could not be printed as it stands, or needs more room. The other files are there all the same. */
  readonly problems: readonly Problem[];
}

/** All documents of an order, in the order in which a person uses them; none when the order is of another plan. */
export async function documents(order: Order, plan: Plan, settings: DocumentSettings): Promise<Documents> {
  if (order.plan !== hashOf(plan)) return { files: [], problems: [ofAnotherPlan(order, plan)] };
  const papers = settings.papers ?? ['a4', 'us-letter'];
  const printed = [
    ...(await Promise.all(papers.map((paper) => titrationSheet(order, plan, paper)))),
    ...(await Promise.all(papers.map((paper) => orderPdf(order, paper)))),
    ...(order.supply.fills.some((fill) => fill.bottles.length > 0) ? [await labels(order)] : []),
    ...(await Promise.all(papers.map((paper) => walletCard(order, plan, paper)))),
  ];
  const data = [calendarFile(order, plan, settings), fhirFile(order, plan, settings)];
  return {
    files: [...printed.flatMap(({ file }) => (file ? [file] : [])), ...data],
    problems: printed.flatMap(({ problems }) => problems),
  };
}

/** A sheet of one plan with the bottles of another would be followed to the letter. */
const ofAnotherPlan = (order: Order, plan: Plan): Problem =>
  error(
    'order.plan',
    `the order of plan ${shortHash(order.plan)}`,
    `an order of this plan, ${shortHash(hashOf(plan))}`,
    'Write the order again from this plan, or print it with the plan it was written from. Nothing was printed.',
  );

const encoder = new TextEncoder();

/** The doses, checks and fills as an iCalendar file. */
const calendarFile = (order: Order, plan: Plan, settings: CalendarSettings): PrintedFile => ({
  name: 'doses.ics',
  mediaType: 'text/calendar; charset=utf-8',
  bytes: encoder.encode(calendar(order, plan, settings)),
});

/** The order as a FHIR R4 bundle. */
const fhirFile = (order: Order, plan: Plan, { patient, replaced }: DocumentSettings): PrintedFile => ({
  name: 'order.fhir.json',
  mediaType: 'application/fhir+json',
  bytes: encoder.encode(
    `${JSON.stringify(medicationRequests(order, plan, patient ?? {}, replaced?.order), null, 2)}\n`,
  ),
});
