import { describe, expect, it } from 'vitest';
import { checkOrder, ORDER_CHECKS, WORD_CHECKS } from '../../src/care/order/index.ts';
import { supply } from '../../src/care/supply/index.ts';
import { SOURCES } from '../../src/knowledge/sources.ts';
import { LIQUID, goodOrder, planOf } from './plans.ts';

// One good order, spoiled in one place at a time. Each row names the checks that must refuse it, and no other may.
// Fill 1, nights 1-28: bottle 1 (14 x 1.5 mg), bottle 2 (14 x 3 mg). Fill 2, nights 29-42: bottle 3 (14 x 4.5 mg).
const PLAN = planOf([
  [1.5, 14],
  [3, 14],
  [4.5, 14],
]);
const GOOD = goodOrder(PLAN);

// 5 mL bottles of 1 mg/mL: 14 nights of 0.5 mL is 7 mL, a twentieth more is 7.35, so 8 mL.
const LIQUID_PLAN = planOf([[0.5, 14, LIQUID]]);
const GOOD_LIQUID = goodOrder(LIQUID_PLAN);

type Change = readonly [path: string, value: unknown];
type Row = readonly [title: string, changes: readonly Change[], rules: readonly string[]];

const bottle1 = 'supply.fills.0.bottles.0';
const dose1 = 'supply.fills.0.directions.0.doses.0';

const CAPSULE_ROWS: readonly Row[] = [
  ['another drug', [['drug', 'methylnaltrexone bromide']], ['other-drug']],
  ['no drug at all', [['drug', '']], ['other-drug']],
  ['naloxone by a slip of the list', [['drug', 'naloxone hydrochloride']], ['other-drug']],
  ['the base instead of the salt', [['drug', 'naltrexone base']], ['wrong-salt']],
  ['no salt', [['drug', 'naltrexone']], ['wrong-salt']],
  ['an opioid', [['drug', 'morphine sulfate']], ['other-drug', 'opioid-named']],
  ['an opioid beside it', [['packaging', 'one box together with oxycodone 5 mg']], ['opioid-named']],
  ['a route that is not the mouth', [['route', 'sublingual']], ['wrong-route']],
  ['slow release', [['release', 'slow']], ['not-immediate-release']],
  ['slow release in words', [['packaging', 'sustained-release shells']], ['slow-release']],
  ['slow release as two letters', [['flavour', 'SR']], ['slow-release']],
  ['calcium carbonate as filler', [['filler', 'calcium carbonate']], ['filler-excluded']],
  ['a slow gel as filler', [['filler', 'Methocel E4M']], ['filler-excluded']],
  ['lactose as filler', [['filler', 'lactose monohydrate']], ['filler-excluded']],
  [
    'a filler that the order itself excludes',
    [
      ['filler', 'rice flour'],
      ['excludedFillers', ['rice flour']],
    ],
    ['filler-excluded'],
  ],
  ['no filler', [['filler', ' ']], ['filler-missing']],
  ['"none" as filler', [['filler', 'None']], ['filler-missing']],
  ['a dose in micrograms ten times too high', [['packaging', 'label 15000 mcg']], ['amount-in-words-too-high']],
  ['an increase that nobody states', [['packaging', 'increase weekly as tolerated']], ['as-directed']],
  ['a sum of units that is not that of the directions', [['supply.mostUnitsPerDay', 9]], ['units-a-day-differ']],
  ['a beyond-use date without its reason', [['supply.fills.0.beyondUse.because', 'habit']], ['beyond-use-reason']],
  ['a beyond-use date without limits', [['supply.fills.0.beyondUse.limits', []]], ['beyond-use-reason']],
  ['a direction with another number', [['supply.fills.0.directions.1.sequence', 7]], ['direction-number']],
  ['a direction that names another step', [['supply.fills.0.directions.1.step', 0]], ['step-differs-from-plan']],
  [
    'nights on which nothing is taken',
    [
      ['supply.fills.1.directions.0.doses', []],
      ['supply.fills.1.bottles', []],
      ['supply.fills.1.costCents', 0],
      ['supply.costCents', GOOD.supply.fills[0]!.costCents],
      ['supply.bottles', 2],
    ],
    ['night-without-dose', 'doses-differ-from-plan'],
  ],
  [
    'two doses at one bedtime',
    [
      [`${dose1}.amountUg`, 1500],
      ['supply.fills.0.directions.0.doses.1', GOOD.supply.fills[0]!.directions[0]!.doses[0]],
      [`${bottle1}.quantity`, 28],
      [`${bottle1}.used`, 28],
      ['supply.mostUnitsPerDay', 2],
    ],
    ['time-of-day-twice', 'doses-differ-from-plan'],
  ],
  [
    'a bottle that is made only for the next fill',
    [
      ['supply.fills.0.directions.1.doses.0.takes.0.bottle', 3],
      ['supply.fills.0.directions.1.doses.0.amountUg', 4500],
      ['supply.fills.1.bottles.0.quantity', 28],
      ['supply.fills.1.bottles.0.used', 28],
      ['supply.fills.1.bottles.0.from', GOOD.supply.fills[0]!.directions[1]!.from],
      ['supply.fills.0.bottles.1.used', 0],
      ['supply.fills.0.bottles.1.quantity', 1],
    ],
    ['bottle-not-yet-made', 'doses-differ-from-plan'],
  ],
  ['an allergy to the filler', [['patient.allergies', ['microcrystalline cellulose']]], ['filler-allergy']],
  [
    'an allergy to lactose that is not excluded',
    [
      ['patient.allergies', ['Lactose intolerance']],
      ['excludedFillers', ['dye']],
    ],
    ['filler-allergy-not-excluded'],
  ],
  [
    'an allergy to dyes that are not excluded',
    [
      ['patient.allergies', ['tartrazine']],
      ['excludedFillers', ['lactose']],
    ],
    ['filler-allergy-not-excluded'],
  ],
  ['an allergy to naltrexone', [['patient.allergies', ['Naltrexone: rash']]], ['naltrexone-allergy']],
  ['no reason for compounding', [['reasonForCompounding', '']], ['reason-missing']],
  ['a trailing zero', [['reasonForCompounding', '4.50 mg is not sold']], ['trailing-zero']],
  ['a whole number with a zero after the point', [['reasonForCompounding', '3.0 mg is not sold']], ['trailing-zero']],
  ['a naked decimal point', [['reasonForCompounding', '.5 mg is not sold']], ['leading-zero']],
  ['a decimal comma', [['reasonForCompounding', '4,5 mg is not sold']], ['decimal-comma']],
  [
    'a dose ten times too high in words',
    [['reasonForCompounding', '45 mg capsules are not sold']],
    ['amount-in-words-too-high'],
  ],
  ['QD', [['packaging', 'bottles marked QD']], ['short-form']],
  ['HS', [['packaging', 'label: one HS']], ['short-form']],
  ['U for units', [['packaging', '14 U in a bottle']], ['short-form']],
  ['MS', [['reasonForCompounding', 'strength not sold; MS patient']], ['short-form']],
  ['directions that direct nothing', [['packaging', 'label: take as directed']], ['as-directed']],
  ['directions for when it is needed', [['packaging', 'label: as needed']], ['as-directed']],
  ['a number without its unit', [['packaging', 'label: take 3 at bedtime']], ['unit-missing']],
  ['no name of a patient', [['patient.name', ' ']], ['patient-name']],
  ['a patient without a name field', [['patient.name', undefined]], ['patient-name']],
  ['no date of birth', [['patient.birthDate', '']], ['patient-birth-date']],
  ['a date of birth that does not exist', [['patient.birthDate', '1980-02-30']], ['patient-birth-date']],
  ['a patient who is not born yet', [['patient.birthDate', '2080-05-17']], ['patient-birth-date']],
  ['no prescriber', [['prescriber.name', '']], ['prescriber-name']],
  ['a prescriber without a number', [['prescriber.npi', undefined]], ['prescriber-number']],
  ['an NPI with a wrong check digit', [['prescriber.npi', '1234567890']], ['npi-check-digit']],
  ['an NPI with two digits swapped', [['prescriber.npi', '1243567893']], ['npi-check-digit']],
  ['an NPI of nine digits', [['prescriber.npi', '123456789']], ['npi-check-digit']],
  // 15 mg capsules for 1.5 mg: the strength is wrong, and the capsules no longer add up to the dose.
  ['a capsule of 15 mg', [[`${bottle1}.strengthUg`, 15_000]], ['strength-tenfold', 'dose-not-from-bottles']],
  [
    'a capsule of 45 mg',
    [['supply.fills.1.bottles.0.strengthUg', 45_000]],
    ['strength-tenfold', 'dose-not-from-bottles'],
  ],
  ['a capsule of 0.15 mg', [[`${bottle1}.strengthUg`, 150]], ['strength-tenfold', 'dose-not-from-bottles']],
  [
    'milligrams where micrograms stand',
    [[`${bottle1}.strengthUg`, 1.5]],
    ['strength-in-milligrams', 'dose-not-from-bottles'],
  ],
  ['a strength that nobody makes', [[`${bottle1}.strengthUg`, 1250]], ['strength-not-listed', 'dose-not-from-bottles']],
  ['a strength as text', [[`${bottle1}.strengthUg`, '1.5 mg']], ['shape']],
  ['a bottle that names a night on which it is not used', [[`${bottle1}.to`, '2027-03-15']], ['bottle-nights']],
  ['an unlisted form', [[`${bottle1}.form`, 'patch']], ['form-unknown']],
  [
    'a dose of 15 mg from 10 capsules, as if it were meant',
    [
      [`${dose1}.amountUg`, 15_000],
      [`${dose1}.takes.0.units`, 10],
      [`${bottle1}.used`, 140],
      [`${bottle1}.quantity`, 140],
      ['supply.mostUnitsPerDay', 10],
    ],
    ['dose-above-bound', 'above-ceiling', 'doses-differ-from-plan'],
  ],
  [
    'a dose that its capsules do not make',
    [[`${dose1}.amountUg`, 2000]],
    ['dose-not-from-bottles', 'doses-differ-from-plan'],
  ],
  [
    'half a capsule',
    [[`${dose1}.takes.0.units`, 0.5]],
    ['dose-not-whole', 'dose-not-from-bottles', 'used-does-not-match', 'count-too-large'],
  ],
  [
    'a bottle that is not there',
    [[`${dose1}.takes.0.bottle`, 9]],
    ['bottle-not-listed', 'count-too-large', 'used-does-not-match'],
  ],
  ['a count that is one short', [[`${bottle1}.quantity`, 13]], ['count-too-small']],
  ['a count with a digit too many', [[`${bottle1}.quantity`, 140]], ['count-tenfold']],
  ['a count of twice the need', [[`${bottle1}.quantity`, 28]], ['count-too-large']],
  ['a wrong sum of what is taken', [[`${bottle1}.used`, 12]], ['used-does-not-match']],
  [
    'a bottle number twice',
    [
      ['supply.fills.1.bottles.0.number', 1],
      ['supply.fills.1.directions.0.doses.0.takes.0.bottle', 1],
    ],
    ['bottle-number-twice', 'bottle-nights', 'count-too-small', 'used-does-not-match', 'dose-not-from-bottles'],
  ],
  ['days of supply that are not the nights', [['supply.fills.0.daysSupply', 30]], ['days-supply']],
  [
    'a night without a direction',
    [['supply.fills.0.directions.1.from', '2027-03-16']],
    ['direction-gap', 'used-does-not-match', 'bottle-nights'],
  ],
  [
    'a night with two directions',
    [['supply.fills.0.directions.1.from', '2027-03-14']],
    ['direction-overlap', 'count-too-small', 'used-does-not-match', 'bottle-nights', 'doses-differ-from-plan'],
  ],
  [
    'a first fill that stops a night early',
    [
      ['supply.fills.0.to', '2027-03-27'],
      ['supply.fills.0.daysSupply', 27],
    ],
    ['direction-overlap', 'fills-not-in-a-row'],
  ],
  [
    'fills in the wrong order',
    [['supply.fills', GOOD.supply.fills.toReversed()]],
    ['fills-not-in-a-row', 'fill-number', 'run-out', 'nights-differ-from-plan'],
  ],
  ['fills with wrong numbers', [['supply.fills.1.number', 3]], ['fill-number']],
  ['an order written after its first fill', [['written', '2027-02-27']], ['written-after-fill']],
  ['a fill made after its first night', [['supply.fills.1.on', '2027-03-30']], ['made-after-first-night']],
  [
    'a fill that lasts past its beyond-use date',
    [['supply.fills.0.beyondUse.date', '2027-03-28']],
    ['past-beyond-use'],
  ],
  ['a beyond-use date after its limits', [['supply.fills.0.beyondUse.date', '2028-02-21']], ['beyond-use-too-late']],
  [
    'a beyond-use date without limits, later than the form keeps',
    [['supply.fills.0.beyondUse', { date: '2028-02-21', because: 'study', limits: [] }]],
    ['beyond-use-reason', 'beyond-use-too-late'],
  ],
  ['refills on a titration', [['refills', 3]], ['refills-on-titration']],
  ['a run-out date that is too late', [['supply.runOut', '2027-05-01']], ['run-out']],
  ['an older version of the plan', [['planVersion', 2]], ['older-version']],
  ['the hash of another plan', [['plan', `sha256:${'0'.repeat(64)}`]], ['other-plan']],
  ['a hash that is none', [['plan', 'the plan of Monday']], ['shape']],
  ['a cost that does not add up', [['supply.costCents', 9999]], ['cost-does-not-add-up']],
  ['a number of bottles that does not add up', [['supply.bottles', 2]], ['bottles-do-not-add-up']],
  [
    'no bottle at all',
    [
      ['supply.fills.0.bottles', []],
      ['supply.fills.1.bottles', []],
      ['supply.bottles', 0],
    ],
    ['nothing-ordered', 'bottle-not-listed'],
  ],
  ['no fills', [['supply.fills', []]], ['shape']],
  ['a field that nobody knows', [['note', 'please hurry']], ['unknown-field']],
  ['directions in a field that nobody knows', [['sig', 'take as directed']], ['unknown-field', 'as-directed']],
];

const LIQUID_ROWS: readonly Row[] = [
  [
    'millilitres ten times too many',
    [
      [`${dose1}.takes.0.units`, 5000],
      [`${bottle1}.used`, 70_000],
      [`${bottle1}.quantity`, 74_000],
      ['supply.mostUnitsPerDay', 5000],
    ],
    ['mg-or-ml'],
  ],
  ['a liquid of 10 mg in 1 mL', [[`${bottle1}.strengthUg`, 10_000]], ['strength-tenfold', 'mg-or-ml']],
  ['words in which millilitres and milligrams differ', [['packaging', 'bottle marked 5 mL (0.5 mg)']], ['mg-or-ml']],
  [
    'a volume between two marks',
    [
      [`${dose1}.takes.0.units`, 550],
      [`${bottle1}.used`, 7700],
      ['supply.mostUnitsPerDay', 550],
    ],
    ['dose-not-whole', 'mg-or-ml'],
  ],
  [
    'a fill that outlives 35 days of a liquid',
    [
      ['supply.fills.0.beyondUse.date', '2027-08-25'],
      ['supply.fills.0.beyondUse.limits', []],
    ],
    ['beyond-use-reason', 'beyond-use-too-late'],
  ],
  ['lactose intolerance with a liquid made from tablets', [['patient.allergies', ['lactose']]], ['filler-allergy']],
];

// Ten capsules of 1.5 mg at home (bottle 1, until 1 June), four more are made (bottle 2).
const HOME_PLAN = planOf([[1.5, 14]]);
const GOOD_WITH_HOME = goodOrder(HOME_PLAN, {
  supply: supply(HOME_PLAN, {
    inHand: [{ number: 1, form: 'capsule', strengthUg: 1500, left: 10, beyondUse: '2027-06-01' }],
  }).chosen!,
});
const HOME_ROWS: readonly Row[] = [
  ['nine capsules at home for ten nights', [['supply.cupboard.0.quantity', 9]], ['home-bottle-short']],
  ['a bottle at home past its date', [['supply.cupboard.0.beyondUse', '2027-03-10']], ['home-bottle-past-beyond-use']],
  ['a bottle at home without a date', [['supply.cupboard.0.beyondUse', undefined]], ['home-bottle-past-beyond-use']],
  [
    'a new bottle with the number of one at home',
    [
      ['supply.fills.1.bottles.0.number', 1],
      ['supply.fills.1.directions.0.doses.0.takes.0.bottle', 1],
    ],
    ['bottle-number-twice', 'bottle-nights', 'count-too-small', 'used-does-not-match', 'home-bottle-short'],
  ],
];

/** A copy with one value changed; `undefined` removes it. */
function set(value: unknown, [path, to]: Change): unknown {
  const copy = structuredClone(value);
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy) as object;
  if (to === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, to);
  return copy;
}

const refusals = (order: unknown, plan: typeof PLAN) => [
  ...new Set(
    checkOrder(order, plan)
      .filter((finding) => finding.severity === 'refuse')
      .map((finding) => finding.rule),
  ),
];

describe('an order that is as it should be', () => {
  it.each([
    ['of capsules', GOOD, PLAN],
    ['of liquid', GOOD_LIQUID, LIQUID_PLAN],
    ['beside bottles at home', GOOD_WITH_HOME, HOME_PLAN],
  ])('%s passes every check', (_what, order, plan) => expect(checkOrder(order, plan)).toEqual([]));

  it('passes as JSON too', () => expect(checkOrder(JSON.parse(JSON.stringify(GOOD)), PLAN)).toEqual([]));

  it('passes without its plan', () => expect(checkOrder(GOOD)).toEqual([]));
});

describe('bad orders of capsules are refused for the right reason', () => {
  it.each(CAPSULE_ROWS)('%s', (_title, changes, rules) => {
    expect(refusals(changes.reduce(set, GOOD), PLAN).toSorted()).toEqual(rules.toSorted());
  });
});

describe('bad orders of liquid are refused for the right reason', () => {
  it.each(LIQUID_ROWS)('%s', (_title, changes, rules) => {
    expect(refusals(changes.reduce(set, GOOD_LIQUID), LIQUID_PLAN).toSorted()).toEqual(rules.toSorted());
  });
});

describe('bad orders beside bottles at home are refused for the right reason', () => {
  it.each(HOME_ROWS)('%s', (_title, changes, rules) => {
    expect(refusals(changes.reduce(set, GOOD_WITH_HOME), HOME_PLAN).toSorted()).toEqual(rules.toSorted());
  });
});

describe('doubts are told without refusing', () => {
  it.each([
    ['a DEA number', ['dea', 'AB1234563'], 'controlled-substance'],
    ['a schedule in words', ['packaging', 'schedule IV bottle'], 'controlled-substance'],
    ['allergies that nobody asked about', ['patient.allergies', undefined], 'allergies-not-asked'],
    ['a prescriber without a telephone', ['prescriber.phone', undefined], 'prescriber-phone'],
    ['a year of birth', ['patient.birthDate', '1980'], 'patient-birth-date-partial'],
    ['no address', ['shipTo', ''], 'delivery-missing'],
    ['an allergy to what a shell is made of', ['patient.allergies', ['gelatin (pork)']], 'allergy-to-excipient'],
  ] as const)('%s', (_title, change, rule) => {
    const findings = checkOrder(set(GOOD, change), PLAN);
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, 'warn']]);
  });

  it('more than four capsules at once', () => {
    const order = [
      [`${bottle1}.strengthUg`, 500],
      [`${bottle1}.quantity`, 98],
      [`${bottle1}.used`, 98],
      [`${dose1}.takes.0.units`, 7],
      [`${dose1}.amountUg`, 3500],
      ['supply.mostUnitsPerDay', 7],
    ].reduce<unknown>((at, change) => set(at, change as unknown as Change), GOOD);
    expect(checkOrder(order).map((finding) => finding.rule)).toEqual(['many-units']);
  });
});

describe('words that only look like errors', () => {
  it.each([
    'immediate release, no slow release',
    'naltrexone is sold only as 50 mg tablets',
    'take 2 capsules of 0.5 mg',
    '0.5 mL (0.5 mg)',
    'no opioids, no codeine',
    'dye-free shells',
  ])('%s', (text) => expect(checkOrder(set(GOOD, ['packaging', text]), PLAN)).toEqual([]));
});

describe('whatever comes instead of an order', () => {
  it.each([[undefined], [null], [42], ['an order'], [[]], [{}], [{ supply: { fills: [{}] } }]])(
    '%j is refused in words',
    (value) => {
      const findings = checkOrder(value);
      expect(findings.some((finding) => finding.severity === 'refuse')).toBe(true);
      for (const { says, todo } of findings) expect(says.length * todo.length).toBeGreaterThan(0);
    },
  );
});

it('every check has a source that is registered', () => {
  for (const { source } of [...ORDER_CHECKS, ...WORD_CHECKS])
    if (source.kind === 'cited') expect(SOURCES).toHaveProperty(source.key);
});

it('every check refuses or warns in some row', () => {
  const told = new Set([
    ...[...CAPSULE_ROWS, ...LIQUID_ROWS, ...HOME_ROWS].flatMap(([, , rules]) => rules),
    'controlled-substance',
    'allergies-not-asked',
    'allergy-to-excipient',
    'prescriber-phone',
    'patient-birth-date-partial',
    'delivery-missing',
    'many-units',
  ]);
  expect([...ORDER_CHECKS, ...WORD_CHECKS].map((check) => check.id).filter((id) => !told.has(id))).toEqual([]);
});
