import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { dailyUg, datedSteps, nightsOf } from '../../src/domain/regimen.ts';
import { PROTOCOLS, protocolOf } from '../../src/knowledge/protocols/index.ts';
import { lowerStep, OPIOID_CONDITION } from '../../src/knowledge/protocols/protocol.ts';
import sources from '../../src/knowledge/sources.json' with { type: 'json' };

const amounts = (id: string) => protocolOf(id)?.steps.map((step) => dailyUg(step) / 1000);
const nights = (id: string) => protocolOf(id)?.steps.map((step) => step.nights);

describe('the published ladders', () => {
  it.each([
    ['weekly-1.5', [1.5, 3, 4.5], 7],
    ['fortnightly-1.5', [1.5, 3, 4.5], 14],
    ['weekly-1', [1, 2, 3, 4, 4.5], 7],
    ['weekly-0.5', [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5], 7],
    ['fortnightly-0.5', [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5], 14],
    ['slow-to-3', [0.5, 1, 1.5, 2, 2.5, 3], 14],
    ['twice-daily-1', [2], 7],
    ['final-6', [1.5, 3, 4.5, 6], 7],
  ])('%s goes through %j mg a day, %i nights each, then 8 weeks at the target', (id, mg, interval) => {
    expect(amounts(id)).toEqual(mg);
    expect(nights(id)).toEqual([...mg.slice(1).map(() => interval), 56]);
  });

  it('the 2017 trial gave 1 mg in the morning and 1 mg in the evening hours', () =>
    expect(protocolOf('twice-daily-1')?.steps[0]?.doses).toEqual([
      { amountUg: 1000, at: 'morning' },
      { amountUg: 1000, at: 'bedtime' },
    ]));

  it('the pharmacy ladder of 1 mg a week is at 4.5 mg in week five', () =>
    expect(
      protocolOf('weekly-1')
        ?.steps.slice(0, 4)
        .reduce((sum, step) => sum + step.nights, 0),
    ).toBe(28));
});

describe.each(PROTOCOLS.map((protocol) => [protocol.id, protocol] as const))('%s', (id, protocol) => {
  it('covers each night once, also where the clock changes', () => {
    const regimen = { start: '2027-03-22', steps: protocol.steps };
    const dated = datedSteps(regimen);
    for (let night = 0; night < nightsOf(regimen); night += 1) {
      const date = addDays(regimen.start, night);
      expect(dated.filter(({ from, to }) => from <= date && date <= to)).toHaveLength(1);
    }
  });

  it('stays at the target as long as its stop rule needs, and never above its ceiling', () => {
    const atTarget = protocol.steps.filter((step) => dailyUg(step) === protocol.targetUg);
    expect(atTarget.reduce((sum, step) => sum + step.nights, 0)).toBe(protocol.stopRule.afterNights);
    expect(protocol.targetUg).toBeLessThanOrEqual(protocol.ceilingUg);
  });

  it('asks about opioids before every step, the first too', () => {
    expect(protocol.checkPoints.map((check) => check.beforeStep)).toEqual(protocol.steps.map((_, index) => index));
    for (const { conditions } of protocol.checkPoints) expect(conditions).toContain(OPIOID_CONDITION);
  });

  it('says for every step what to do when it goes badly, and pauses for an opioid', () => {
    protocol.steps.forEach(({ doses }, index) => {
      const kinds = protocol.stepBacks.filter(({ step }) => step === index).map(({ kind }) => kind);
      expect(kinds).toEqual([
        'stay',
        lowerStep(protocol.steps, index) === undefined ? 'pause' : 'back',
        ...(doses.length === 1 ? ['move'] : []),
        'pause',
      ]);
    });
  });

  it('says what it rests on, with sources that exist', () => {
    expect(protocol.sources.length).toBeGreaterThan(0);
    for (const source of protocol.sources) {
      if (source.kind === 'cited') expect(Object.keys(sources)).toContain(source.key);
      else expect(source.why.length).toBeGreaterThan(10);
    }
    for (const words of [protocol.name, protocol.forWhom, protocol.usedBy, protocol.evidence])
      expect(words.length).toBeGreaterThan(10);
  });

  it('has a file of its own name', () =>
    expect(readdirSync(fileURLToPath(new URL('../../src/knowledge/protocols/', import.meta.url)))).toContain(
      `${id}.ts`,
    ));
});

it('every protocol file is in the list', () =>
  expect(
    readdirSync(fileURLToPath(new URL('../../src/knowledge/protocols/', import.meta.url)))
      .map((name) => name.replace(/\.ts$/, ''))
      .filter((name) => name !== 'index' && name !== 'protocol')
      .toSorted(),
  ).toEqual(PROTOCOLS.map(({ id }) => id).toSorted()));

it('nobody finds a protocol that does not exist', () => expect(protocolOf('the protocol')).toBeUndefined());
