import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATIONS, run, type OperationName } from '../src/index.ts';
import pkg from '../package.json' with { type: 'json' };
import { isQuestionId } from '../src/care/questions.ts';
import { PRODUCT } from '../src/care/version.ts';
import { flagsOf } from '../src/cli/options.ts';

const today = '2026-11-22';
const names = Object.keys(OPERATIONS) as OperationName[];

describe('the product', () => {
  it('names the version that its package has', () => expect(PRODUCT).toBe(`${pkg.name} ${pkg.version}`));
});

describe('every operation', () => {
  it.each(names)('%s answers its own example in the common form, with a hash of input and knowledge', async (name) => {
    const result = await run(name, { input: OPERATIONS[name].example }, { today });
    expect(Object.keys(result)).toEqual(expect.arrayContaining(['answer', 'because', 'from', 'problems']));
    expect(result.from).toMatchObject({ operation: name, today });
    expect(result.from.input).toMatch(/^sha256:[0-9a-f]{64}$/);
    for (const reason of result.because) expect(reason.sources.length, reason.rule).toBeGreaterThan(0);
  });

  it.each(names)('%s gives the same bytes for the same input on the same day', async (name) => {
    const once = await run(name, { input: OPERATIONS[name].example }, { today });
    const again = await run(name, { input: OPERATIONS[name].example }, { today });
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  });

  it.each(names)('%s refuses a field it does not know and names it', async (name) => {
    const result = await run(name, { input: { ...OPERATIONS[name].example, doze: 1 } }, { today });
    expect(result.answer).toBeNull();
    expect(result.problems.map((problem) => problem.found)).toContain('the field "doze"');
  });

  it('has flags with the names of its fields', () =>
    expect(flagsOf(OPERATIONS.order).map((flag) => flag.name)).toEqual(
      expect.arrayContaining([
        'protocol',
        'start',
        'edits',
        'prescriber-name',
        'prescriber-npi',
        'pharmacy-name',
        'objective',
      ]),
    ));
});

describe('what is expected is said in words', () => {
  it.each([
    ['lint', { text: '' }, 'at least 1 characters'],
    ['lint', { text: 5 }, 'a text'],
    ['plan', { patient: {}, objective: 'speed' }, 'one of bottles, capsules, cost'],
    ['plan', { patient: {}, edits: [{ kind: 'hold', step: 0, nights: 1e300 }] }, 'at most 9007199254740991'],
    ['plan', { patient: {}, edits: {} }, 'a list'],
    ['plan', { patient: {}, edits: [{ kind: 'double' }] }, 'one of the forms that the manual lists'],
    ['plan', { patient: {}, start: '2027-02-29' }, 'a date in the form YYYY-MM-DD'],
    ['score', { scale: 'phq-9', items: ['x'] }, 'a number'],
    ['claims', { article: '7' }, 'one of 000, 001, 002, 003, 004'],
  ] as const)('%s %j', async (name, input, expected) => {
    const { answer, problems } = await run(name, { input }, { today });
    expect([answer, problems.map((problem) => problem.expected)]).toEqual([null, [expected]]);
  });
});

describe('a plan that no calendar holds is refused with a sentence', () => {
  const hold = (nights: number) => ({ edits: [{ kind: 'hold', step: 0, nights }] });
  it.each([
    ['a hold of 9 million nights', hold(9_000_000), 'at most 3660 nights'],
    ['a hold beyond all dates', hold(900_000_000_000), 'at most 3660 nights'],
    ['a start at the end of the calendar', { start: '9999-12-30' }, 'a date of this century'],
  ])('%s', async (_what, input, expected) => {
    const { answer, problems } = await run('plan', { input: { patient: {}, ...input } }, { today });
    expect(answer).toBeNull();
    expect(problems.map((problem) => problem.expected)).toContain(expected);
  });

  it('and what is named beside a plan is not passed over in silence', async () => {
    const made = (await run('plan', { input: { patient: {} } }, { today })).answer as { plan: object };
    const input = { patient: {}, plan: made.plan, start: '2027-03-01', protocol: 'final-6' };
    const { problems } = await run('plan', { input }, { today });
    expect(problems.map(({ path }) => path)).toEqual(['protocol', 'start']);
  });
});

describe('bottles at home', () => {
  const home = { number: 4, form: 'capsule', strengthUg: 1500, left: 10, beyondUse: '2027-06-01' };
  it('are used first and not ordered again: nine of ten make eight nights, six nights of 3 mg are made', async () => {
    const input = { patient: {}, start: '2026-12-01', inHand: [home] };
    const { answer } = await run('plan', { input }, { today });
    expect(answer).toMatchObject({
      supply: {
        cupboard: [{ number: 4, quantity: 10, used: 9 }],
        fills: [{ bottles: [] }, { bottles: [{ number: 5, strengthUg: 3000, used: 6 }] }, {}, {}],
      },
    });
  });

  it.each([
    ['a fraction of a capsule', { ...home, left: 2.5 }],
    ['a date that does not exist', { ...home, beyondUse: '2027-02-30' }],
    ['a form that nobody knows', { ...home, form: 'gum' }],
  ])('with %s are refused by name', async (_what, bottle) => {
    const { problems } = await run('plan', { input: { patient: {}, inHand: [bottle] } }, { today });
    expect(problems.map(({ path }) => path)[0]).toMatch(/^inHand\[0\]/);
  });
});

describe('the gate stands in every operation that could start somebody', () => {
  const onOxycodone = {
    form: {
      name: 'Test Person',
      birthDate: '1980-05-01',
      sex: 'male',
      medicines: [{ name: 'oxycodone 5 mg', status: 'active', since: '2026-11-01' }],
    },
  };
  const prescriber = { name: 'Dr. Test' };

  it('screen says no', async () => expect((await run('screen', onOxycodone, { today })).answer).toBe('must-not'));

  it('plan is a draft that cannot be signed', async () => {
    const { answer } = await run('plan', { ...onOxycodone, input: { start: '2026-12-01' } }, { today });
    expect(answer).toMatchObject({ signable: false, screening: { answer: 'must-not' } });
  });

  it.each(['order', 'all'] as const)('%s writes no order', async (name) => {
    const result = await run(name, { ...onOxycodone, input: { start: '2026-12-01', prescriber } }, { today });
    if (name === 'order') expect(result.answer).toBeNull();
    else expect(result.answer).toMatchObject({ order: null, screening: 'must-not' });
  });

  const wellAnswered = {
    record: JSON.parse(readFileSync('data/demo/ada-lindqvist.json', 'utf8')) as { entry: object[] },
    answers: JSON.parse(readFileSync('data/demo/answers/ada-lindqvist.json', 'utf8')) as Record<string, unknown>,
    input: { prescriber: { name: 'Dr. Example', npi: '1234567893' } },
  };
  const onTheDay = { today: '2027-03-01' };

  it('an order is written for a person who may start, and not when a line of the record could not be used', async () => {
    const { record } = wellAnswered;
    const stray = {
      resourceType: 'MedicationStatement',
      status: 'active',
      subject: { reference: 'Patient/somebody-else' },
      medicationCodeableConcept: { text: 'Percocet 5/325' },
    };
    const spoiled = { ...wellAnswered, record: { ...record, entry: [...record.entry, { resource: stray }] } };
    expect((await run('order', wellAnswered, onTheDay)).answer).toHaveProperty('order');
    expect((await run('order', spoiled, onTheDay)).answer).toBeNull();
    expect(await run('screen', { ...spoiled, input: {} }, onTheDay)).toMatchObject({
      answer: 'ask',
      because: expect.arrayContaining([expect.objectContaining({ rule: 'record-unread' })]) as unknown,
    });
  });

  it.each([
    ['a record and a patient at once', { input: { ...wellAnswered.input, patient: { name: 'Z' } } }],
    ['a record that is a number', { record: 5 }],
    ['a record that is null', { record: null }],
    ['medicines that are no text', { medicinesCsv: 7 }],
  ])('%s is told and writes no order', async (_what, change) => {
    const { answer, problems } = await run('order', { ...wellAnswered, ...(change as object) }, onTheDay);
    expect(answer).toBeNull();
    expect(problems[0]).toMatchObject({ severity: 'error' });
  });

  it.each([[null], [['x']], ['x'], [5]])('answers that are %j are told', async (answers) => {
    const { problems } = await run('screen', { ...wellAnswered, input: {}, answers: answers as never }, onTheDay);
    expect(problems).toMatchObject([{ path: 'answers', severity: 'error' }]);
  });

  it('a patient that is null is refused by name', async () =>
    expect((await run('screen', { input: { patient: null } }, { today })).problems).toMatchObject([
      { path: 'patient', severity: 'error' },
    ]));

  it('a patient handed over ready-made is screened like any other', async () => {
    const read = await run('read', onOxycodone, { today });
    const result = await run('order', { input: { patient: read.answer, start: '2026-12-01', prescriber } }, { today });
    expect(result.answer).toBeNull();
  });
});

describe('an answer', () => {
  const people = readdirSync('data/demo').filter((name) => name.endsWith('.json'));

  it.each(people)('can be given to every question that %s is asked', async (name) => {
    const { questions } = await run(
      'screen',
      { record: readFileSync(`data/demo/${name}`, 'utf8') },
      { today: '2027-03-01' },
    );
    expect((questions as { id: string }[]).map(({ id }) => id).filter((id) => !isQuestionId(id))).toEqual([]);
  });

  it('under an id that no question has is told', async () => {
    const { problems } = await run('screen', { answers: { 'opioid-taken': 'no' } }, { today });
    expect(problems).toContainEqual(expect.objectContaining({ path: 'answers.opioid-taken', severity: 'warning' }));
  });
});
