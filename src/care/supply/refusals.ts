/** Everything that keeps a plan from being supplied, or makes it doubtful, as sentences with what to do. */
import { inMg } from '../../domain/amount.ts';
import { daysBetween, isIsoDate } from '../../domain/dates.ts';
import type { Supply } from '../../domain/order.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, quote, warning, type Problem } from '../../domain/problem.ts';
import { formById, FORMS, type DoseForm } from '../../knowledge/forms/index.ts';
import type { Night } from './nights.ts';
import { MOST_STRENGTHS } from './strengths.ts';
import type { Settings } from './types.ts';
import { nearest, waysToMake, type Offer } from './ways.ts';

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** What in the regimen itself cannot be supplied. */
export function planProblems({ regimen }: Plan, settings: Settings): readonly Problem[] {
  const none = regimen.steps.length === 0;
  return [
    ...(none ? [error('regimen.steps', 'no steps', 'at least one step', 'Add a step.')] : []),
    ...(isIsoDate(regimen.start)
      ? []
      : [error('regimen.start', quote(regimen.start), 'a date', 'Write it as 2027-03-01.')]),
    ...regimen.steps.flatMap((step, index) => {
      const at = `regimen.steps[${index}]`;
      const form = formById(step.form);
      const ids = FORMS.map(({ id }) => id).join(' or ');
      return [
        ...(form ? pricedOrNot(form, settings) : [error(`${at}.form`, quote(step.form), ids, 'Choose a listed form.')]),
        ...(isWhole(step.nights, 1)
          ? []
          : [error(`${at}.nights`, quote(step.nights), 'a whole number of nights, at least 1', 'Correct it.')]),
        ...step.doses.flatMap((dose, position) =>
          isWhole(dose.amountUg, 1)
            ? []
            : [error(`${at}.doses[${position}].amountUg`, quote(dose.amountUg), 'whole micrograms', 'Correct it.')],
        ),
      ];
    }),
  ];
}

const pricedOrNot = (form: DoseForm, { prices }: Settings): readonly Problem[] =>
  isWhole(prices.perUnitCents[form.id] ?? -1, 0)
    ? []
    : [error('prices.perUnitCents', `no price for ${form.id}`, 'whole cents', `Add a price for one ${form.name}.`)];

/** What in the options cannot be used. */
export function optionProblems(settings: Settings): readonly Problem[] {
  const whole = (path: string, value: number | undefined, least: number) =>
    value === undefined || isWhole(value, least)
      ? []
      : [error(path, quote(value), `a whole number, at least ${least}`, 'Correct it.')];
  const date = (path: string, value: string | undefined) =>
    value === undefined || isIsoDate(value) ? [] : [error(path, quote(value), 'a date', 'Write it as 2027-03-01.')];
  const numbers = settings.inHand.map((bottle) => bottle.number);
  return [
    ...whole('leadDays', settings.leadDays, 0),
    ...whole('maxDaysPerFill', settings.maxDaysPerFill, 1),
    ...whole('maxUnitsPerDose', settings.maxUnitsPerDose, 1),
    ...whole('overagePercent', settings.overagePercent, 0),
    ...whole('prices.perFillCents', settings.prices.perFillCents, 0),
    ...whole('prices.perBottleCents', settings.prices.perBottleCents, 0),
    ...date('today', settings.today),
    ...date('componentExpiry', settings.componentExpiry),
    ...strengthProblems(settings),
    ...(new Set(numbers).size < numbers.length
      ? [error('inHand', `bottle numbers ${numbers.join(', ')}`, 'a number of its own on each', 'Correct the numbers.')]
      : []),
    ...settings.inHand.flatMap((bottle, index) => [
      ...whole(`inHand[${index}].number`, bottle.number, 1),
      ...whole(`inHand[${index}].left`, bottle.left, 0),
      ...whole(`inHand[${index}].strengthUg`, bottle.strengthUg, 1),
      ...date(`inHand[${index}].beyondUse`, bottle.beyondUse),
      ...(formById(bottle.form)
        ? []
        : [error(`inHand[${index}].form`, quote(bottle.form), 'a listed form', 'Correct it.')]),
    ]),
  ];
}

function strengthProblems({ strengthsUg }: Settings): readonly Problem[] {
  if (strengthsUg === undefined) return [];
  const right =
    strengthsUg.length > 0 &&
    strengthsUg.length <= MOST_STRENGTHS &&
    new Set(strengthsUg).size === strengthsUg.length &&
    strengthsUg.every((strengthUg) => isWhole(strengthUg, 1));
  return right
    ? []
    : [
        error(
          'strengthsUg',
          quote(strengthsUg),
          `1 to ${MOST_STRENGTHS} different strengths in whole micrograms`,
          'Name the strengths that the pharmacy makes.',
        ),
      ];
}

/** Doses that no whole number of units makes, each once, with the nearest that can be made. */
export function unmakeable(nights: readonly Night[], offerOf: (form: DoseForm) => Offer): readonly Problem[] {
  const looked = new Set<string>();
  return nights.flatMap(({ step, form, doses }) =>
    doses.flatMap(({ amountUg, home }) => {
      const key = `${step} ${amountUg}`;
      if (home !== undefined || looked.has(key)) return [];
      looked.add(key);
      const offer = offerOf(form);
      return waysToMake(amountUg, offer).length > 0 ? [] : [cannotMake(step, amountUg, offer)];
    }),
  );
}

function cannotMake(step: number, amountUg: number, offer: Offer): Problem {
  const { form, strengthsUg, mostUnits } = offer;
  const { below, above } = nearest(amountUg, offer);
  const near = [below, above].filter((amount) => amount !== undefined).map(inMg);
  const limits =
    form.kind === 'counted'
      ? `${mostUnits} whole ${form.name}s or fewer of ${strengthsUg.map(inMg).join(', ')}`
      : `a mark of the syringe, every ${form.incrementUnits / 1000} mL up to ${mostUnits / 1000} mL`;
  const other = form.kind === 'counted' ? ', or order the liquid of 1 mg in 1 mL for this step' : '';
  return error(
    `regimen.steps[${step}].doses`,
    `${inMg(amountUg)}, which cannot be made`,
    limits,
    `Change the dose to ${near.join(' or ')}${other}.`,
  );
}

/** No division into fills that end before their beyond-use date. */
export const noDivision = (settings: Settings): Problem =>
  error(
    settings.componentExpiry === undefined ? 'leadDays' : 'componentExpiry',
    settings.componentExpiry ?? `${settings.leadDays} days from making to the first night`,
    'fills that end before their beyond-use date',
    'Make the fill later, with components that keep longer, or in another form.',
  );

/** Fills whose first night is past, or so near that the pharmacy has less time than the lead. */
export function dateDoubts(supply: Supply, { today, leadDays }: Settings): readonly Problem[] {
  if (today === undefined) return [];
  return supply.fills
    .filter((fill) => fill.bottles.length > 0 && daysBetween(fill.on, fill.from) < leadDays)
    .map((fill) =>
      warning(
        `fills[${fill.number - 1}].from`,
        `first night ${fill.from}, when today is ${today}`,
        `${leadDays} days between making and the first night`,
        fill.from < today ? 'Move the start of the plan.' : 'Ask the pharmacy whether it can be ready, or start later.',
      ),
    );
}
