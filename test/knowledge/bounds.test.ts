import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import type { Step } from '../../src/domain/regimen.ts';
import { BOUNDS, boundOf, boundsReading, outside, within } from '../../src/knowledge/bounds/index.ts';
import { PROTOCOLS } from '../../src/knowledge/protocols/index.ts';
import { STOP_RULE } from '../../src/knowledge/protocols/protocol.ts';
import sources from '../../src/knowledge/sources.json' with { type: 'json' };

const step = (amountUg: number, nights = 7, form = 'capsule'): Step => ({
  doses: [{ amountUg, at: 'bedtime' }],
  nights,
  form,
});
const planOf = (steps: readonly Step[], more: Partial<Plan> = {}): Plan => ({
  protocol: 'weekly-1.5',
  version: 1,
  regimen: { start: '2027-03-01', steps },
  ceilingUg: 4500,
  checkPoints: [],
  stepBacks: [],
  stopRule: STOP_RULE,
  reasons: {},
  ...more,
});
const left = (id: string, limit: 'absolute' | 'recommended', plan: Plan) => {
  const bound = boundOf(id);
  const range = bound?.[limit];
  if (!bound || !range) throw new RangeError(`${id} has no ${limit} limit`);
  return outside(bound, range, plan).map(({ found }) => found);
};

describe('an error of a factor of ten is refused', () => {
  it.each([15, 20, 30, 45, 60])('%i mg a day is above the absolute bound', (mg) =>
    expect(left('daily-amount', 'absolute', planOf([step(mg * 1000)]))).toEqual([`${mg} mg a day in step 1`]),
  );

  it('5 mg for 0.5 mg is refused as a first dose', () =>
    expect(left('first-dose', 'absolute', planOf([step(5000)]))).toEqual(['5 mg on the first day']));

  it('ten times any dose of any protocol breaks an absolute bound of its plan', () => {
    const spared = PROTOCOLS.flatMap(({ id, steps }) =>
      steps.flatMap((_, at) => {
        const wrong = steps.map((one, index) =>
          index === at ? { ...one, doses: one.doses.map((dose) => ({ ...dose, amountUg: dose.amountUg * 10 })) } : one,
        );
        const plan = planOf(wrong);
        const caught = BOUNDS.some((bound) => bound.absolute && outside(bound, bound.absolute, plan).length > 0);
        return caught ? [] : [`${id} step ${at + 1}`];
      }),
    );
    expect(spared).toEqual([]);
  });
});

describe('each bound refuses beyond its absolute limit and asks beyond its recommended one', () => {
  const long = (count: number, nights: number) => Array.from({ length: count }, () => step(500, nights));
  it.each<[string, 'absolute' | 'recommended', Plan, number]>([
    ['dose-amount', 'absolute', planOf([step(6050)]), 1],
    ['dose-amount', 'recommended', planOf([step(50)]), 1],
    ['daily-amount', 'recommended', planOf([step(4500), step(5000)]), 1],
    ['first-dose', 'recommended', planOf([step(3000)]), 1],
    ['ceiling', 'absolute', planOf([step(1500)], { ceilingUg: 10_000 }), 1],
    ['ceiling', 'recommended', planOf([step(1500)], { ceilingUg: 6000 }), 1],
    ['measurable', 'absolute', planOf([step(1520), step(1500), step(1500, 7, 'troche')]), 2],
    ['usual-increment', 'recommended', planOf([step(750), step(1000), step(700, 7, 'liquid-1-mg-per-ml')]), 1],
    ['step-size', 'absolute', planOf([step(1000), step(4500)]), 1],
    ['step-size', 'recommended', planOf([step(1500), step(3000), step(4500), step(1500), step(3500)]), 1],
    ['step-ratio', 'absolute', planOf([step(500), step(3000)]), 1],
    ['step-ratio', 'recommended', planOf([step(500), step(1500), step(3000)]), 1],
    ['nights-before-step-up', 'absolute', planOf([step(1500, 2), step(3000, 1), step(1500, 2)]), 1],
    ['nights-before-step-up', 'recommended', planOf([step(1500, 4), step(3000, 43), step(4500, 60)]), 2],
    ['number-of-steps', 'absolute', planOf(long(25, 7)), 1],
    ['number-of-steps', 'recommended', planOf(long(13, 7)), 1],
    ['total-nights', 'absolute', planOf([step(1500, 367)]), 1],
    ['total-nights', 'recommended', planOf([step(1500, 183)]), 1],
    [
      'doses-per-day',
      'absolute',
      planOf([{ ...step(1), doses: (['morning', 'midday', 'bedtime'] as const).map((at) => ({ amountUg: 500, at })) }]),
      1,
    ],
    ['stop-rule-nights', 'absolute', planOf([step(1500)], { stopRule: { ...STOP_RULE, afterNights: 14 } }), 1],
    ['stop-rule-nights', 'recommended', planOf([step(1500)], { stopRule: { ...STOP_RULE, afterNights: 100 } }), 1],
    ['stop-rule-percent', 'absolute', planOf([step(1500)], { stopRule: { ...STOP_RULE, lessThanPercent: 5 } }), 1],
    ['stop-rule-percent', 'recommended', planOf([step(1500)], { stopRule: { ...STOP_RULE, lessThanPercent: 60 } }), 1],
    ['adequate-trial', 'recommended', planOf([step(1500, 7), step(3000, 55)]), 1],
    ['start-date', 'absolute', planOf([step(1500)], { regimen: { start: '0027-03-01', steps: [step(1500)] } }), 1],
    ['first-dose-liver', 'recommended', planOf([step(1500)]), 1],
    ['first-dose-thyroid', 'recommended', planOf([step(2000)]), 1],
    ['first-dose-sensitive', 'recommended', planOf([step(1000)]), 1],
    ['step-size-sensitive', 'recommended', planOf([step(500), step(1500)]), 1],
    ['nights-before-step-up-sensitive', 'recommended', planOf([step(500, 7), step(1000, 14), step(1500)]), 1],
  ])('%s, %s', (id, limit, plan, count) => expect(left(id, limit, plan)).toHaveLength(count));

  it('a step back may be as large and as quick as it has to be', () => {
    const plan = planOf([step(1500), step(3000), step(4500, 1), step(500, 1)]);
    expect(left('step-size', 'recommended', plan)).toEqual([]);
    expect(left('nights-before-step-up', 'absolute', plan)).toEqual([]);
  });
});

describe('the list of bounds', () => {
  it.each(BOUNDS.map((bound) => [bound.id, bound] as const))(
    '%s says what it rests on and is no looser when recommended',
    (_, bound) => {
      const limits = [bound.absolute, bound.recommended].filter((limit) => limit !== undefined);
      expect(limits.length).toBeGreaterThan(0);
      for (const { source, says } of limits) {
        expect(says).not.toBe('');
        if (source.kind === 'cited') expect(Object.keys(sources)).toContain(source.key);
        else expect(source.why).not.toBe('');
      }
      expect(bound.recommended?.max ?? -Infinity).toBeLessThanOrEqual(bound.absolute?.max ?? Infinity);
      expect(bound.recommended?.min ?? Infinity).toBeGreaterThanOrEqual(bound.absolute?.min ?? -Infinity);
    },
  );

  it('has no id twice', () => expect(new Set(BOUNDS.map(({ id }) => id)).size).toBe(BOUNDS.length));

  it('what is not a number lies inside no limit', () =>
    expect(within({ says: '', source: { kind: 'assumed', why: '' } }, NaN)).toBe(false));

  it('a changed field moves only the bounds that read it', () => {
    const before = planOf([step(1500), step(3000), step(4500, 56)]);
    const changes: readonly [Parameters<typeof boundsReading>[0], Plan][] = [
      ['start', { ...before, regimen: { ...before.regimen, start: '2027-05-01' } }],
      ['amount', planOf([step(1500), step(3500), step(4500, 56)])],
      ['nights', planOf([step(1500), step(3000, 9), step(4500, 56)])],
      ['steps', planOf([step(1500), step(4500, 56)])],
      ['form', planOf([step(1500), step(3000, 7, 'liquid-1-mg-per-ml'), step(4500, 56)])],
      ['ceiling', { ...before, ceilingUg: 6000 }],
      ['stop-rule', { ...before, stopRule: { ...STOP_RULE, afterNights: 84 } }],
    ];
    for (const [field, after] of changes) {
      const moved = BOUNDS.filter((bound) => JSON.stringify(bound.read(before)) !== JSON.stringify(bound.read(after)));
      expect(moved.length, field).toBeGreaterThan(0);
      expect(
        boundsReading(field).map(({ id }) => id),
        field,
      ).toEqual(expect.arrayContaining(moved.map(({ id }) => id)));
    }
  });
});
