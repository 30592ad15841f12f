import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  editPlan,
  newVersion,
  planFrom,
  stepInWords,
  stepsInWords,
  type Edit,
} from '../../src/care/plan.ts';
import { addDays } from '../../src/domain/dates.ts';
import { hashOf } from '../../src/domain/hash.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { dailyUg, datedSteps, nightsOf, type Step } from '../../src/domain/regimen.ts';
import { BOUNDS, outside } from '../../src/knowledge/bounds/index.ts';
import { PROTOCOLS } from '../../src/knowledge/protocols/index.ts';
import { OPIOID_CONDITION } from '../../src/knowledge/protocols/protocol.ts';

fc.configureGlobal({ seed: 20270301 });

const asked: Patient = { medicines: [], conditions: [] };
const allowed = { answer: 'may-start', on: '2027-02-20' };
const weekly = (edits: readonly Edit[] = []): Plan => {
  const { plan, problems } = planFrom({ protocol: 'weekly-1.5', start: '2027-03-01', edits });
  expect(problems).toEqual([]);
  return plan!;
};
const blocking = (plan: Plan, patient: Patient | 'nobody' = asked) =>
  checkPlan(plan, { ...(patient !== 'nobody' && { patient }), screening: allowed })
    .because.filter(({ blocks }) => blocks !== 'no')
    .map(({ rule }) => rule);

describe('a plan may be signed only after a screening that allows the start', () => {
  it.each([
    [undefined, false, 'ask'],
    [{ answer: 'may-start' }, true, 'no'],
    [{ answer: 'must-not' }, false, 'never'],
    [{ answer: 'ask' }, false, 'ask'],
    [{ answer: 'yes' }, false, 'ask'],
    [{ answer: '' }, false, 'ask'],
    [{ answer: 'wait' }, false, 'ask'],
    [{ answer: 'wait', date: 'soon' }, false, 'ask'],
    [{ answer: 'wait', date: '2027-03-02' }, false, 'until'],
    [{ answer: 'wait', date: '2027-03-01' }, true, 'no'],
    [{ answer: 'wait', date: '2027-02-15' }, true, 'no'],
  ])('%j: signable is %s', (screening, signable, blocks) => {
    const check = checkPlan(weekly(), { patient: asked, ...(screening && { screening }) });
    expect(check.signable).toBe(signable);
    expect(check.because.find(({ rule }) => rule === 'screening')?.blocks).toBe(blocks);
  });

  it('a start that waits says until when', () =>
    expect(
      checkPlan(weekly(), { patient: asked, screening: { answer: 'wait', date: '2027-03-09' } }).because.find(
        ({ rule }) => rule === 'screening',
      ),
    ).toMatchObject({ date: '2027-03-09', says: 'Not before 9 March 2027: the screening says to wait until then.' }));

  it.each([
    ['2027-03-01', true],
    ['2027-01-30', true],
    ['2027-01-29', false],
    ['2027-03-02', false],
    ['lately', false],
  ])('a screening of %s for a start on 1 March: %s', (on, signable) =>
    expect(checkPlan(weekly(), { patient: asked, screening: { answer: 'may-start', on } }).signable).toBe(signable),
  );

  it('a plan under way may be screened again after its first night', () => {
    const screening = { answer: 'may-start', on: '2027-03-20' };
    expect(checkPlan(newVersion(weekly()), { patient: asked, screening }).signable).toBe(true);
    expect(checkPlan(newVersion(weekly()), { patient: asked, screening, today: '2027-04-19' }).signable).toBe(true);
    expect(checkPlan(newVersion(weekly()), { patient: asked, screening, today: '2027-04-20' }).signable).toBe(false);
  });
});

describe('a recommended bound asks, and a reason settles it', () => {
  it('6 mg for research needs a reason for the daily amount and one for the ceiling', () => {
    const { plan } = planFrom({ protocol: 'final-6', start: '2027-03-01' });
    expect(blocking(plan!)).toEqual(['daily-amount', 'ceiling']);
    const reasons = { 'daily-amount': 'Trial arm B', ceiling: 'Trial arm B' };
    expect(checkPlan({ ...plan!, reasons }, { patient: asked, screening: allowed }).signable).toBe(true);
  });

  it('no reason lifts an absolute bound', () => {
    const { plan } = planFrom({
      protocol: 'final-6',
      start: '2027-03-01',
      edits: [
        { kind: 'set-ceiling', ceilingUg: 60_000 },
        { kind: 'set-amount', step: 3, amountUg: 60_000 },
      ],
    });
    const reasons = Object.fromEntries(BOUNDS.map(({ id }) => [id, 'because']));
    const check = checkPlan({ ...plan!, reasons }, { patient: asked, screening: allowed });
    expect(check.signable).toBe(false);
    expect(check.problems.map(({ found }) => found)).toContain('60 mg a day in step 4');
  });

  it('an empty reason is none, and a reason for an unknown bound is a slip', () => {
    const faults = (reasons: Plan['reasons']) => checkPlan({ ...weekly(), reasons }).problems.map(({ path }) => path);
    expect(faults({ ceiling: ' ' })).toEqual(['reasons.ceiling']);
    expect(faults({ celing: 'a slip of the pen' })).toEqual(['reasons.celing']);
  });

  it.each<[string, Patient | 'nobody', readonly string[]]>([
    ['nothing is known', 'nobody', ['first-dose-liver']],
    ['no list was ever asked for', {}, ['first-dose-liver']],
    ['both lists are empty', asked, []],
    ['a diagnosis is a bare code', { ...asked, conditions: [condition('', 'active')] }, ['first-dose-liver']],
    ['cirrhosis', { ...asked, conditions: [condition('Cirrhosis of liver', 'active')] }, ['first-dose-liver']],
    ['cirrhosis entered in error', { ...asked, conditions: [condition('Cirrhosis of liver', 'entered-in-error')] }, []],
    [
      'the person says that there is cirrhosis, which no list has',
      { ...asked, answers: { cirrhosis: { value: true, on: '2027-02-20' } } },
      ['first-dose-liver'],
    ],
    [
      'a reaction to small doses',
      { ...asked, answers: { sensitive: { value: 'yes', on: '2027-02-20' } } },
      ['first-dose-sensitive', 'step-size-sensitive', 'nights-before-step-up-sensitive'],
    ],
  ])('1.5 mg weekly when %s', (_, patient, rules) => expect(blocking(weekly(), patient)).toEqual(rules));

  it('a first dose of 2 mg on levothyroxine asks, 1.5 mg does not', () => {
    const patient: Patient = {
      ...asked,
      medicines: [
        { what: { codings: [], text: 'Levothyroxine 75 mcg' }, status: 'active', kind: 'request', from: 'x' },
      ],
    };
    const { plan } = planFrom({ protocol: 'twice-daily-1', start: '2027-03-01' });
    expect(blocking(plan!, patient)).toEqual(['first-dose-thyroid']);
    expect(blocking(weekly(), patient)).toEqual([]);
  });
});

it('nobody is told to take both doses of a day in the morning', () => {
  const { plan, problems } = planFrom({ protocol: 'twice-daily-1', start: '2027-03-01' });
  expect(problems).toEqual([]);
  expect(plan?.stepBacks.map(({ kind }) => kind)).not.toContain('move');
  const moved = [...plan!.stepBacks, { step: 0, kind: 'move', to: 'morning', when: 'Vivid dreams.' } as const];
  expect(checkPlan({ ...plan!, stepBacks: moved }).problems[0]?.expected).toContain('one dose a day');
});

describe('an edit gives another plan and leaves the old one as it was', () => {
  it('a move to the morning lasts from its step on, and nobody is told to move there again', () => {
    const plan = weekly([{ kind: 'set-time', step: 1, at: 'morning' }]);
    expect(plan.regimen.steps.map((step) => step.doses[0]?.at)).toEqual(['bedtime', 'morning', 'morning']);
    expect(weekly().regimen.steps[1]?.doses[0]?.at).toBe('bedtime');
  });

  it('a step that is held moves all that follows by as many nights', () => {
    const plan = weekly([{ kind: 'hold', step: 1, nights: 7 }]);
    expect(datedSteps(plan.regimen).map(({ from }) => from)).toEqual(['2027-03-01', '2027-03-08', '2027-03-22']);
  });

  it('a step back repeats the lower step and then begins the step again', () =>
    expect(
      weekly([{ kind: 'step-back', step: 2, afterNights: 5, nights: 14 }]).regimen.steps.map((step) => [
        dailyUg(step),
        step.nights,
      ]),
    ).toEqual([
      [1500, 7],
      [3000, 7],
      [4500, 5],
      [3000, 14],
      [4500, 56],
    ]));

  it('a step put between two is the one that the next leads back to', () => {
    const plan = weekly([{ kind: 'insert-step', step: 1, new: step(2000, 7) }]);
    expect(plan.stepBacks.flatMap((back) => (back.kind === 'back' ? [[back.step, back.toStep]] : []))).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    expect(plan.checkPoints.map(({ beforeStep }) => beforeStep)).toEqual([0, 1, 2, 3]);
  });

  it('when the first step is removed, the new first has no way back and pauses instead', () => {
    const plan = weekly([{ kind: 'remove-step', step: 0 }]);
    expect(plan.stepBacks.filter((back) => back.step === 0).map(({ kind }) => kind)).not.toContain('back');
    expect(checkPlan(plan).problems).toEqual([]);
  });

  it('a reason falls when what it was given for changes, and stays when something else does', () => {
    const plan = {
      ...planFrom({ protocol: 'final-6', start: '2027-03-01' }).plan!,
      reasons: { 'daily-amount': 'Trial arm B' },
    };
    const other = editPlan(plan, { kind: 'set-start', start: '2027-04-01' });
    expect([other.plan.reasons, other.problems]).toEqual([plan.reasons, []]);
    const raised = editPlan(plan, { kind: 'set-amount', step: 3, amountUg: 5500 });
    expect(raised.plan.reasons).toEqual({});
    expect(raised.problems.map(({ path, severity }) => [path, severity])).toEqual([
      ['reasons.daily-amount', 'warning'],
    ]);
  });

  it.each<[Edit, RegExp]>([
    [{ kind: 'set-amount', step: 3, amountUg: 500 }, /step from 0 to 2/],
    [{ kind: 'set-amount', step: 0, dose: 1, amountUg: 500 }, /dose of this step/],
    [{ kind: 'set-amount', step: 0, amountUg: 0.5 }, /whole micrograms/],
    [{ kind: 'set-nights', step: 0, nights: 0 }, /at least 1/],
    [{ kind: 'hold', step: -1, nights: 7 }, /step from 0 to 2/],
    [{ kind: 'set-start', start: '2027-02-30' }, /date such as/],
    [{ kind: 'step-back', step: 0, afterNights: 3, nights: 7 }, /lower one before/],
    [{ kind: 'step-back', step: 1, afterNights: 8, nights: 7 }, /1 to 7/],
    [{ kind: 'give-reason', bound: 'celing', reason: 'x' }, /id of a bound/],
    [{ kind: 'insert-step', step: 1, new: step(NaN, 7) }, /whole micrograms/],
    [{ kind: 'insert-step', step: 4, new: step(500, 7) }, /step from 0 to 3/],
    [{ kind: 'set-ceiling', ceilingUg: NaN }, /whole micrograms/],
    [{ kind: 'set-form', form: '' }, /id of a form/],
    [JSON.parse('{"kind":"double-it"}') as Edit, /kind of edit/],
  ])('%j cannot be made and says why', (edit, expected) => {
    const plan = weekly();
    const edited = editPlan(plan, edit);
    expect(edited.plan).toBe(plan);
    expect(edited.problems[0]?.expected).toMatch(expected);
  });

  it('the last step of a plan cannot be removed', () => {
    const { plan } = planFrom({ protocol: 'twice-daily-1', start: '2027-03-01' });
    expect(editPlan(plan!, { kind: 'remove-step', step: 0 }).problems).toHaveLength(1);
  });

  it('after an edit that cannot be made no later one is', () => {
    const { plan, problems } = planFrom({
      protocol: 'weekly-1.5',
      start: '2027-03-01',
      edits: [
        { kind: 'hold', step: 9, nights: 7 },
        { kind: 'remove-step', step: 2 },
      ],
    });
    expect(problems[0]?.path).toBe('edits[0].step');
    expect(plan?.regimen.steps).toHaveLength(3);
  });
});

describe('a plan that is not whole is refused', () => {
  const broken = (change: (plan: Plan) => Plan) => checkPlan(change(weekly()), { patient: asked, screening: allowed });
  it.each<[string, (plan: Plan) => Plan]>([
    ['no steps', (plan) => ({ ...plan, regimen: { ...plan.regimen, steps: [] } })],
    ['half a night', (plan) => ({ ...plan, regimen: { ...plan.regimen, steps: [step(1500, 0.5)] } })],
    [
      'a step without a dose',
      (plan) => ({ ...plan, regimen: { ...plan.regimen, steps: [{ ...step(1500, 7), doses: [] }] } }),
    ],
    [
      'bedtime before morning',
      (plan) => ({
        ...plan,
        regimen: {
          ...plan.regimen,
          steps: [
            {
              ...step(1, 7),
              doses: [
                { amountUg: 1000, at: 'bedtime' },
                { amountUg: 1000, at: 'morning' },
              ],
            },
          ],
        },
      }),
    ],
    [
      'two doses at bedtime',
      (plan) => ({
        ...plan,
        regimen: {
          ...plan.regimen,
          steps: [
            {
              ...step(1, 7),
              doses: [
                { amountUg: 1000, at: 'bedtime' },
                { amountUg: 1000, at: 'bedtime' },
              ],
            },
          ],
        },
      }),
    ],
    ['a start that is no date', (plan) => ({ ...plan, regimen: { ...plan.regimen, start: 'Monday' } })],
    ['an unknown protocol', (plan) => ({ ...plan, protocol: 'the protocol' })],
    ['a second version of nothing', (plan) => ({ ...plan, version: 2 })],
    ['a first version that replaces one', (plan) => ({ ...plan, replaces: hashOf(plan) })],
    ['a ceiling below a step', (plan) => ({ ...plan, ceilingUg: 3000 })],
    ['no check before the last step', (plan) => ({ ...plan, checkPoints: plan.checkPoints.slice(0, 2) })],
    [
      'a check without the opioid question',
      (plan) => ({
        ...plan,
        checkPoints: plan.checkPoints.map((check) => ({ ...check, conditions: ['Sleep is well.'] })),
      }),
    ],
    ['no way out of a step', (plan) => ({ ...plan, stepBacks: plan.stepBacks.filter(({ step }) => step !== 1) })],
    ['no pause for opioids', (plan) => ({ ...plan, stepBacks: plan.stepBacks.filter(({ kind }) => kind !== 'pause') })],
    [
      'a step back that leads up',
      (plan) => ({ ...plan, stepBacks: [...plan.stepBacks, { step: 0, kind: 'back', toStep: 2, when: 'never' }] }),
    ],
    [
      'an unknown form',
      (plan) => ({
        ...plan,
        regimen: { ...plan.regimen, steps: plan.regimen.steps.map((one) => ({ ...one, form: 'troche' })) },
      }),
    ],
  ])('%s', (_, change) => {
    const check = broken(change);
    expect(check.problems.length).toBeGreaterThan(0);
    expect(check.signable).toBe(false);
  });

  it('a request without a protocol or a date gets both sentences and no plan', () => {
    const { plan, problems } = planFrom({ protocol: 'mine', start: '1 March' });
    expect(plan).toBeUndefined();
    expect(problems.map(({ path }) => path)).toEqual(['protocol', 'start']);
  });
});

describe('versions', () => {
  it('a new version names the hash of the one it replaces', () => {
    const first = weekly();
    expect(newVersion(first)).toMatchObject({ version: 2, replaces: hashOf(first) });
    expect(checkPlan(newVersion(first)).problems).toEqual([]);
  });
});

describe('a step in words', () => {
  it.each([
    [step(1500, 7), '1.5 mg at bedtime for 7 nights'],
    [step(3000, 1), '3 mg at bedtime for 1 night'],
    [
      PROTOCOLS.find(({ id }) => id === 'twice-daily-1')!.steps[0]!,
      '1 mg in the morning and 1 mg at bedtime (2 mg a day) for 56 nights',
    ],
  ])('%j', (one, words) => expect(stepInWords(one)).toBe(words));

  it('names its nights and dates', () =>
    expect(stepsInWords(weekly().regimen)[1]).toBe(
      'Step 2, nights 8 to 14 (8 March 2027 to 14 March 2027): 3 mg at bedtime for 7 nights',
    ));
});

describe('whatever is edited', () => {
  const index = fc.integer({ min: -1, max: 12 });
  const amountUg = fc.oneof(
    fc.integer({ min: 1, max: 13 }).map((half) => half * 500),
    fc.integer({ min: -1, max: 60_000 }),
    fc.constant(NaN),
  );
  const nights = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, -7, 1.5, NaN));
  const at = fc.constantFrom('morning', 'midday', 'evening', 'bedtime');
  const edits: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constant('set-amount'), step: index, dose: fc.integer({ min: 0, max: 1 }), amountUg }),
    fc.record({ kind: fc.constant('set-nights'), step: index, nights }),
    fc.record({ kind: fc.constant('hold'), step: index, nights }),
    fc.record({ kind: fc.constant('step-back'), step: index, afterNights: nights, nights }),
    fc.record({ kind: fc.constant('remove-step'), step: index }),
    fc.record({ kind: fc.constant('set-time'), step: index, at }),
    fc.record({ kind: fc.constant('set-ceiling'), ceilingUg: amountUg }),
    fc.record({
      kind: fc.constant('set-start'),
      start: fc.constantFrom('2027-03-20', '2027-10-25', '2028-02-26', 'soon'),
    }),
    fc.record({ kind: fc.constant('set-form'), form: fc.constantFrom('capsule', 'liquid-1-mg-per-ml', 'troche') }),
    fc.record({
      kind: fc.constant('give-reason'),
      bound: fc.constantFrom(...BOUNDS.map(({ id }) => id)),
      reason: fc.constantFrom('', 'tolerated before'),
    }),
    fc.record({
      kind: fc.constant('insert-step'),
      step: index,
      new: fc.tuple(amountUg, nights).map(([ug, count]) => step(ug, count)),
    }),
  );
  const edited = fc.tuple(fc.constantFrom(...PROTOCOLS), fc.array(edits, { maxLength: 12 })).map(([protocol, all]) => {
    const start = planFrom({ protocol: protocol.id, start: '2027-03-01' }).plan!;
    return all.reduce((plan, edit) => editPlan(plan, edit).plan, start);
  });
  const everyReason = Object.fromEntries(BOUNDS.map(({ id }) => [id, 'known and accepted']));

  it('every step keeps its check with the opioid question and its ways out, and every way back leads down', () =>
    fc.assert(
      fc.property(edited, (plan) => {
        const { steps } = plan.regimen;
        expect(plan.checkPoints.map(({ beforeStep }) => beforeStep)).toEqual(steps.map((_, at) => at));
        expect(plan.checkPoints.every(({ conditions }) => conditions.includes(OPIOID_CONDITION))).toBe(true);
        expect(new Set(plan.stepBacks.map((back) => back.step))).toEqual(new Set(steps.keys()));
        for (const back of plan.stepBacks)
          if (back.kind === 'back') expect(dailyUg(steps[back.toStep]!)).toBeLessThan(dailyUg(steps[back.step]!));
        // Nothing but a step above its ceiling can be wrong with the shape of an edited plan.
        const structural = checkPlan({ ...plan, ceilingUg: Number.MAX_SAFE_INTEGER }).problems;
        expect(structural.filter(({ path }) => /^(checkPoints|stepBacks|version|protocol)/.test(path))).toEqual([]);
      }),
      { numRuns: 300 },
    ));

  it('a plan that may be signed covers each night once and is inside every absolute bound', () => {
    let signed = 0;
    fc.assert(
      fc.property(edited, (plan) => {
        const withReasons = { ...plan, reasons: everyReason };
        if (!checkPlan(withReasons, { patient: asked, screening: { answer: 'may-start' } }).signable) return;
        signed += 1;
        const dated = datedSteps(plan.regimen);
        for (let night = 0; night < nightsOf(plan.regimen); night += 1) {
          const date = addDays(plan.regimen.start, night);
          expect(dated.filter(({ from, to }) => from <= date && date <= to)).toHaveLength(1);
        }
        for (const bound of BOUNDS) expect(bound.absolute ? outside(bound, bound.absolute, plan) : []).toEqual([]);
        for (const one of plan.regimen.steps) expect(dailyUg(one)).toBeLessThanOrEqual(Math.min(plan.ceilingUg, 6000));
      }),
      { numRuns: 300 },
    );
    expect(signed).toBeGreaterThan(30);
  });

  it('no plan may be signed without a screening', () =>
    fc.assert(
      fc.property(edited, (plan) => {
        expect(checkPlan({ ...plan, reasons: everyReason }, { patient: asked }).signable).toBe(false);
      }),
      { numRuns: 100 },
    ));
});

function step(amountUg: number, nights: number): Step {
  return { doses: [{ amountUg, at: 'bedtime' }], nights, form: 'capsule' };
}

function condition(text: string, status: 'active' | 'entered-in-error') {
  return { what: { codings: [], text }, status, from: 'Condition[0]' };
}
