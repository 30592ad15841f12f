import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint, LINT_RULES, MOST_LINT_CHARACTERS, type LintOptions } from '../../src/care/lint.ts';
import { planFrom, stepInWords, stepsInWords } from '../../src/care/plan.ts';
import { dailyUg, type Regimen } from '../../src/domain/regimen.ts';
import { PROTOCOLS } from '../../src/knowledge/protocols/index.ts';

fc.configureGlobal({ seed: 20270301 });

/** Rows as `days: doses`, in mg or in capsules (c), with the first letter of the time of day. */
const rowsOf = (text: string, options?: LintOptions): readonly string[] =>
  lint(text, options).schedule.map(({ fromDay, toDay, doses }) => {
    const each = doses.map(
      ({ amountUg, units, at }) => `${amountUg === undefined ? `${units ?? '?'}c` : amountUg / 1000}${at ? at[0] : ''}`,
    );
    return `${fromDay}-${toDay ?? ''}: ${each.join('+')}`;
  });
const errorsOf = (text: string, options?: LintOptions): readonly string[] =>
  lint(text, options)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
const rulesOf = (text: string, options?: LintOptions): readonly string[] =>
  lint(text, options).findings.map(({ rule }) => rule);

/** A frame without which every schedule has warnings. */
const FRAME =
  '. If dreams are vivid, go back to the step before. Before each step, check that no opioid was taken. Stop after 8 weeks at 4.5 mg without benefit.';

describe('the schedule that leaves out day 21', () => {
  const text = '1 capsule for the first 10 days, on day 11 two capsules for the next 10 days, on day 22 three';

  it('is read as it stands', () => expect(rowsOf(text)).toEqual(['1-10: 1c', '11-20: 2c', '22-: 3c']));

  it('has a hole, a missing unit, an open end, no quantity, no strength and no way back', () => {
    expect(errorsOf(text)).toEqual(['hole']);
    expect(rulesOf(text)).toEqual(
      expect.arrayContaining([
        'missing-unit',
        'open-end',
        'no-quantity',
        'no-strength',
        'no-fall-back',
        'no-stop-rule',
        'no-check',
      ]),
    );
    expect(lint(text).findings[0]).toMatchObject({ says: 'Day 21 has no dose.', where: 'line 1: "on day 22 three"' });
  });

  it('names the date when the first night is known', () =>
    expect(lint(text, { start: '2027-03-01' }).findings[0]?.says).toBe('Day 21 (21 March 2027) has no dose.'));

  it('says how many capsules its nights need', () =>
    expect(lint(text).findings.find(({ rule }) => rule === 'no-quantity')?.says).toBe(
      'How many are dispensed is not written; the nights need 30 capsules, and the last row has no end.',
    ));
});

describe('schedules as people write them', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['0.5 mg x 7 nights then 1 mg x 7 nights then 1.5', ['1-7: 0.5', '8-14: 1', '15-: 1.5'], []],
    ['Week 1: 1.5 mg; week 2: 3 mg; week 3 onwards: 4.5 mg', ['1-7: 1.5', '8-14: 3', '15-: 4.5'], []],
    ['Weeks 1-2: 1.5 mg. Weeks 3 and 4: 3 mg. Weeks 5 to 12: 4.5 mg', ['1-14: 1.5', '15-28: 3', '29-84: 4.5'], []],
    ['Days 1-14 0.5mg qhs, days 14-28 1 mg', ['1-14: 0.5b', '14-28: 1'], ['overlap']],
    ['Days 1-7 1.5 mg, days 9-15 3 mg', ['1-7: 1.5', '9-15: 3'], ['hole']],
    [
      'take 1.5 mg at bedtime for one week, then increase to 3 mg for one week, then 4.5 mg',
      ['1-7: 1.5b', '8-14: 3', '15-: 4.5'],
      [],
    ],
    [
      'Start with 1 mg nightly, increase by 1 mg every week until 4 mg',
      ['1-7: 1b', '8-14: 2b', '15-21: 3b', '22-: 4b'],
      [],
    ],
    [
      'Start 0.5 mg at bedtime, increase by 0.5 mg every 2 weeks until 1.5 mg',
      ['1-14: 0.5b', '15-28: 1b', '29-: 1.5b'],
      [],
    ],
    [
      '0.5 mg at night, raise weekly by 0.5 mg to a maximum of 1.5 mg, then stay for 8 weeks',
      ['1-7: 0.5b', '8-14: 1b', '15-70: 1.5b'],
      [],
    ],
    ['1.5 mg for a fortnight, 3 mg for a fortnight, 4.5 mg for 8 weeks', ['1-14: 1.5', '15-28: 3', '29-84: 4.5'], []],
    ['1.5 mg for the first week, 3 mg for the second week, 4.5 mg thereafter', ['1-7: 1.5', '8-14: 3', '15-: 4.5'], []],
    ['Night 1 to 7: 1.5 mg\nNight 8 to 14: 3 mg\nFrom night 15: 4.5 mg', ['1-7: 1.5', '8-14: 3', '15-: 4.5'], []],
    ['On day 1 take one capsule, on day 8 two capsules', ['1-7: 1c', '8-: 2c'], []],
    ['2 capsules of 0.5 mg at bedtime for twenty-one nights', ['1-21: 1b'], []],
    ['Take 2 capsules (1 mg) at bedtime for 14 nights', ['1-14: 1b'], []],
    ['1 mg twice daily for 8 weeks', ['1-56: 1m+1b'], []],
    ['1 mg in the morning and 1 mg at bedtime for 56 days', ['1-56: 1m+1b'], []],
    ['At bedtime: 1.5 mg for 7 nights, then 3 mg for 7 nights', ['1-7: 1.5b', '8-14: 3'], []],
    ['500 mcg for 14 nights, then 1 mg for 14 nights', ['1-14: 0.5', '15-28: 1'], []],
    ['1 mg/mL liquid: 0.5 mL at bedtime for 7 nights then 1 mL for 7 nights', ['1-7: 0.5b', '8-14: 1'], []],
    ['from 3 March 2027 to 9 March 2027 1.5 mg, from 10 March to 16 March 3 mg', ['1-7: 1.5', '8-14: 3'], []],
    ['2027-03-03 to 2027-03-09: 1.5 mg; 2027-03-11 to 2027-03-17: 3 mg', ['1-7: 1.5', '9-15: 3'], ['hole']],
    ['December 29 to January 4 1.5 mg, January 5 to January 11 3 mg', ['1-7: 1.5', '8-14: 3'], []],
    ['3 to 9 March 1.5 mg', ['1-7: 1.5'], []],
    ['1.5 mg for 7 nights then 3 mg then 4.5 mg for 8 weeks', ['1-7: 1.5', '8-: 3'], ['unplaced', 'no-length']],
    ['1.5 mg for one month then 3 mg for 8 weeks', ['1-30: 1.5', '31-86: 3'], ['vague-length']],
    ['Month 1: 1.5 mg; Month 2: 3 mg', ['1-30: 1.5', '31-60: 3'], ['vague-length', 'vague-length']],
    ['1 mg for 14 nights, then 2 mg for 1 month, then stop.', ['1-14: 1', '15-44: 2'], ['vague-length']],
    ['Take 3 capsules (1.5 mg each) at bedtime for 7 nights', ['1-7: 4.5b'], []],
    ['Take 4.5 mg nightly Monday to Friday only', ['1-: 4.5b'], ['hole']],
    ['1.5 mg for seven (7) days then 3 mg for fourteen (14) days', ['1-7: 1.5', '8-21: 3'], []],
    ['1.5 mg nightly. Increase to 3 mg after 2 weeks.', ['1-14: 1.5b', '15-: 3'], []],
    ['Increase to 3 mg after 2 weeks', ['15-: 3'], ['late-first-day']],
    ['3 mg nightly for a fortnight then stop', ['1-14: 3b'], []],
    ['0.5 mg, 1 mg and 1.5 mg each for a week, then stay on 2 mg', ['1-7: 0.5', '8-14: 1', '15-21: 1.5', '22-: 2'], []],
    ['1.5 mg, 3 mg for 10 nights each, then 4.5 mg', ['1-10: 1.5', '11-20: 3', '21-: 4.5'], []],
    ['Week 1: 1.5mg\nWeek 2: 3mg\nWeek 3 and on: 4.5mg', ['1-7: 1.5', '8-14: 3', '15-: 4.5'], []],
    ['1st week 1mg, 2nd week 2mg, from 3rd week 3mg', ['1-7: 1', '8-14: 2', '15-: 3'], []],
    ['March 1-7: 1.5 mg\nMarch 8-14: 3 mg', ['1-7: 1.5', '8-14: 3'], []],
    ['Naltrexone 4.5 mg caps. Sig: i cap po at bedtime. #30', ['1-: 4.5b'], []],
    [
      'Naltrexone 1.5mg capsule\nTAKE 1 CAPSULE AT BEDTIME FOR 10 DAYS THEN 2 CAPSULES AT BEDTIME\nQTY: 60',
      ['1-10: 1.5b', '11-: 3b'],
      [],
    ],
    ['Start with 1ml (1mg) daily. Increase by 1ml each week up to 3 ml.', ['1-7: 1', '8-14: 2', '15-: 3'], []],
    [
      '1.5 mg capsules: 1 capsule nightly, increase by 1 capsule every 2 weeks to 3 capsules',
      ['1-14: 1.5b', '15-28: 3b', '29-: 4.5b'],
      [],
    ],
    ['Take 3mg nightly. May increase by 0.5mg every 2 weeks. Max 4 mg.', ['1-14: 3b', '15-28: 3.5b', '29-: 4b'], []],
    ['From day 6 take the whole capsule', ['6-: 1c'], ['late-first-day']],
    ['Take 1-2 capsules at bedtime', ['1-: ?cb'], ['dose-range', 'no-amount']],
    ['1.5 to 3 mg at bedtime for 7 nights', ['1-7: ?cb'], ['dose-range', 'no-amount']],
    ['4.5mg SR capsule at night', ['1-: 4.5b'], ['slow-release']],
    [
      '1 tablet (1.5mg) nightly for 1 week, then 2 tablets (3mg) nightly. Dispense 63 tablets for 30 days.',
      ['1-7: 1.5b', '8-: 3b'],
      ['quantity'],
    ],
    [
      '1 capsule for days 1 through 7. 2 capsules on days 8 through 14. 3 capsules starting day 15. Supply: 63 capsules (28 day supply).',
      ['1-7: 1c', '8-14: 2c', '15-: 3c'],
      [],
    ],
    ['increase by 0.5 mg every week', [], ['endless', 'nothing']],
    ['1.5 mg every other night for 7 nights', ['1-7: 1.5'], ['hole']],
    ['1.5 mg every 3 nights', ['1-: 1.5'], ['hole']],
    ['1.5 mg weekly', ['1-: 1.5'], ['unread']],
    ['1.5 mg a week', ['1-: 1.5'], ['unread']],
    ['3/3/2027 to 3/9/2027 1.5 mg', ['1-: 1.5'], ['unclear-date', 'unclear-date']],
    ['LDN 1.5mg caps: 1 cap po qhs x 7d, then 2 caps po qhs x 7d', ['1-7: 1.5b', '8-14: 3b'], []],
    ['1/2 capsule of 3 mg at bedtime for 7 nights', ['1-7: 1.5b'], ['split-capsule']],
    [
      '0.5 mg/day for 2 weeks and increase by 0.5 mg q2wk as tolerated to max 1.5 mg',
      ['1-14: 0.5', '15-28: 1', '29-: 1.5'],
      [],
    ],
    [
      'Begin 1 mg nightly. After 1 week increase to 2 mg. After another week increase to 3 mg.',
      ['1-7: 1b', '8-14: 2', '15-: 3'],
      [],
    ],
    ['Take as directed', [], ['nothing']],
  ])('%s', (text, rows, errors) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(errorsOf(text).toSorted()).toEqual([...errors].toSorted());
  });

  it('a table with bars, its dates and its ways out', () => {
    const table = `
| step | nights | dose | take | when | before the next step | if trouble |
|---|---|---|---|---|---|---|
| 1 | 1-14 (Mon 2 Nov - Sun 15 Nov) | 0.5 mg | 1 capsule 0.5 mg (Bottle 1) | bedtime | sleep ok 3 of last 5 nights, no opioid | stay 7 more nights, or morning |
| 2 | 15-28 | 1 mg | 2 capsules 0.5 mg | bedtime | PHQ-9 done | back to step 1 |`;
    expect(rowsOf(table)).toEqual(['1-14: 0.5b', '15-28: 1b']);
    expect(rulesOf(table)).toEqual(['no-year', 'no-quantity', 'no-stop-rule']);
  });

  it('a table whose heads carry the unit', () =>
    expect(rowsOf('| week | dose (mg) |\n|---|---|\n| 1 | 1.5 |\n| 2 | 3 |\n| 3-10 | 4.5 |')).toEqual([
      '1-7: 1.5',
      '8-14: 3',
      '15-70: 4.5',
    ]));
});

describe('dangerous ways of writing', () => {
  it.each([
    ['1,5 mg at bedtime for 7 nights', 'decimal-comma'],
    ['.5 mg at bedtime for 7 nights', 'leading-zero'],
    ['3.0 mg at bedtime for 7 nights', 'trailing-zero'],
    ['45 mg at bedtime for 7 nights', 'tenfold'],
    ['15 mg at bedtime for 7 nights', 'tenfold'],
    ['1.5 mg for 7 nights then 30 mg for 7 nights', 'tenfold'],
    ['100 mg at bedtime for 7 nights', 'bound'],
    ['1 mg for 7 nights then 4.5 mg for 7 nights', 'bound'],
    ['1.5 mg for 2 nights then 3 mg for 7 nights', 'bound'],
    ['half a capsule of 1.5 mg at bedtime for 7 nights', 'split-capsule'],
    ['0.75 mg at bedtime for 7 nights. 0.5 mg capsules.', 'split-capsule'],
    ['2 capsules of 0.5 mg (1.5 mg) at bedtime for 7 nights', 'units-differ'],
    ['1.5 mg for 7 nights then 3 mg for 7 nights. Do not exceed 2 mg a day.', 'above-ceiling'],
  ])('%s: %s', (text, rule) => expect(errorsOf(text)).toContain(rule));

  it.each([
    ['1.5 mg QD for 7 nights', 'abbreviation'],
    ['1.5 mg q.h.s. for 7 nights', 'abbreviation'],
    ['1.5 mg for 7 nights as directed', 'abbreviation'],
    ['3 mg at bedtime for 7 nights', 'recommended'],
    ['1.5 mg for 5 nights then 3 mg for 7 nights', 'recommended'],
    ['0.5 mg for 7 nights then 1.5 mg for 7 nights', 'recommended'],
    ['1.5 mg for 7 nights', 'no-time'],
  ])('%s: %s', (text, rule) => expect(rulesOf(text)).toContain(rule));

  it('an amount with a comma is never taken for a number', () =>
    expect(lint('1,5 mg at bedtime for 7 nights').schedule[0]?.doses).toEqual([{ at: 'bedtime' }]));

  it('the tenfold finding asks what was meant and proposes nothing else', () =>
    expect(lint('45 mg at bedtime for 7 nights').findings[0]?.says).toBe(
      '45 mg a day is far above any low dose; was 4.5 mg meant?',
    ));

  it('usual doses are not suspected', () =>
    expect(
      PROTOCOLS.flatMap(({ id }) =>
        errorsOf(stepsInWords(planFrom({ protocol: id, start: '2027-03-01' }).plan!.regimen).join('\n')),
      ),
    ).toEqual([]));
});

describe('what is dispensed against what the nights need', () => {
  const text = '1 capsule of 1.5 mg at bedtime for 7 nights, then 2 capsules for 7 nights.';
  it.each([
    ['Dispense #21', []],
    ['Dispense 30 capsules', ['30 capsules are dispensed; the nights need 21.']],
    ['Qty: 7, 2 refills', []],
    ['#20', ['20 capsules are dispensed; the nights need 21.']],
  ])('%s', (quantity, says) =>
    expect(
      lint(`${text} ${quantity}`)
        .findings.filter(({ rule }) => rule === 'quantity')
        .map((finding) => finding.says),
    ).toEqual(says),
  );

  it('an amount in mg is counted in capsules of the strength that is written', () =>
    expect(
      rulesOf('0.5 mg capsules. 0.5 mg at bedtime for 7 nights then 1 mg for 7 nights. Dispense #21'),
    ).not.toContain('quantity'));

  it('or of the strength that the reader gives', () => {
    const said = lint('1 mg at bedtime for 7 nights. Dispense #7', { strengthUg: 500 }).findings.find(
      ({ rule }) => rule === 'quantity',
    )?.says;
    expect(said).toBe('7 capsules are dispensed; the nights need 14.');
  });

  it('with an open end, too few for the steps that end is still too few', () =>
    expect(errorsOf('1 capsule of 1.5 mg at bedtime for 30 nights, then 2 capsules. #20')).toEqual(['quantity']));
});

describe('the safety frame', () => {
  const text = '1.5 mg at bedtime for 7 nights, then 3 mg for 7 nights, then 4.5 mg for 8 weeks';
  it('is missed where it is missing, and read where it is there', () => {
    expect(rulesOf(text)).toEqual(['no-quantity', 'no-fall-back', 'no-stop-rule', 'no-check']);
    expect(rulesOf(text + FRAME)).toEqual(['no-quantity']);
  });

  it('an amount inside a way back is no row', () =>
    expect(rowsOf(`${text}. If sleep is bad, return to 1.5 mg for 7 nights.`)).toEqual(rowsOf(text)));

  it.each<[string, readonly string[]]>([
    ['0.5 mg for 7 days, do not take with opioids, 1 mg for 7 days', ['1-7: 0.5', '8-14: 1']],
    ['0.5 mg for 7 days. If dreams are vivid go back, day 8 onwards 1 mg', ['1-7: 0.5', '8-: 1']],
    ['Before bed take 1.5 mg for 7 nights', ['1-7: 1.5b']],
    ['1.5 mg for 7 nights. Hold at 3 mg for 8 weeks.', ['1-7: 1.5', '8-63: 3']],
    ['1.5 mg for 7 nights.\nRemain on 3 mg for 8 weeks.', ['1-7: 1.5', '8-63: 3']],
  ])('a row beside a rule, or in words like those of a rule, is still a row: %s', (text, rows) =>
    expect(rowsOf(text)).toEqual(rows),
  );

  it('"if tolerated" is a check, and what follows it is read', () =>
    expect(rowsOf('1.5 mg at bedtime for 7 nights; if tolerated, 3 mg for 7 nights')).toEqual([
      '1-7: 1.5b',
      '8-14: 3',
    ]));
});

describe('nothing is passed over in silence', () => {
  it.each([
    ['1.5 mg at bedtime for 7 nights with grapefruit', 'Could not read "grapefruit".'],
    ['sublingually 1.5 mg at bedtime for 7 nights', 'Could not read "sublingually".'],
    ['1.5 mg at bedtime for 7 nights unless the moon is full', 'Could not read "unless".'],
  ])('%s', (text, says) => expect(lint(text).findings.map((finding) => finding.says)).toContain(says));

  it('a word in no list is always named, wherever it stands', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 3, 4, 6, 9, 11),
        fc.constantFrom('zolpidem', 'abracadabra', 'wxyz'),
        (at, word) => {
          const words = '1.5 mg at bedtime for 7 nights , then 3 mg for 7 nights'
            .split(' ')
            .toSpliced(at, 0, word)
            .join(' ');
          expect(
            lint(words)
              .findings.filter(({ rule }) => rule === 'unread')
              .map(({ says }) => says)
              .join(),
          ).toContain(word);
        },
      ),
    ));

  it('any text at all is answered', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              ...'1.5 mg for 7 nights then day 22 onwards | increase by every weeks until if # 3 March , . - half a 999999999'.split(
                ' ',
              ),
            ),
          ),
          { maxLength: 25 },
        ),
        (parts) => {
          const text = parts.join(' ');
          const { findings, problems } = lint(text);
          expect(findings.length + problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    ));

  it.each<[string, LintOptions, string]>([
    ['', {}, 'text'],
    ['x'.repeat(MOST_LINT_CHARACTERS + 1), {}, 'text'],
    ['1.5 mg for 7 nights', { start: '1 March' }, 'start'],
    ['1.5 mg for 7 nights', { strengthUg: 0.5 }, 'strengthUg'],
  ])('an input that cannot be used gets a sentence (%#)', (text, options, path) =>
    expect(lint(text, options).problems.map((problem) => problem.path)).toEqual([path]),
  );
});

describe('a regimen written in words and read again', () => {
  const regimens: fc.Arbitrary<Regimen> = fc.record({
    start: fc.constantFrom('2027-03-01', '2027-10-20', '2028-02-20'),
    steps: fc.array(
      fc.record({
        doses: fc.oneof(
          fc
            .record({
              amountUg: fc.integer({ min: 1, max: 120 }).map((n) => n * 50),
              at: fc.constantFrom('morning', 'midday', 'evening', 'bedtime'),
            })
            .map((dose) => [dose]),
          fc
            .integer({ min: 1, max: 6 })
            .map((n) => (['morning', 'bedtime'] as const).map((at) => ({ amountUg: n * 500, at }))),
        ),
        nights: fc.integer({ min: 1, max: 60 }),
        form: fc.constant('capsule'),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  });
  const written = (regimen: Regimen) => {
    let day = 1;
    return regimen.steps.map(({ doses, nights }) => {
      const row = { fromDay: day, toDay: day + nights - 1, doses };
      day += nights;
      return row;
    });
  };
  const asRead = (text: string, start?: string) =>
    lint(text, start === undefined ? {} : { start }).schedule.map(({ fromDay, toDay, doses }) => ({
      fromDay,
      toDay,
      doses,
    }));
  const COVER = [
    'hole',
    'overlap',
    'late-first-day',
    'no-length',
    'unplaced',
    'no-amount',
    'unread',
    'missing-unit',
    'open-end',
  ];

  it.each<[string, (regimen: Regimen) => string]>([
    ['step after step', ({ steps }) => steps.map(stepInWords).join(', then ')],
    ['one sentence each', ({ steps }) => steps.map(stepInWords).join('. ')],
    ['with nights and dates', (regimen) => stepsInWords(regimen).join('\n')],
  ])('is the same regimen, without hole or overlap: %s', (_, write) =>
    fc.assert(
      fc.property(regimens, (regimen) => {
        expect(asRead(write(regimen), regimen.start)).toEqual(written(regimen));
        expect(rulesOf(write(regimen), { start: regimen.start }).filter((rule) => COVER.includes(rule))).toEqual([]);
      }),
      { numRuns: 80 },
    ),
  );

  it('a night left out is always found', () =>
    fc.assert(
      fc.property(
        regimens.filter(({ steps }) => steps.length > 1),
        (regimen) => {
          const [first, ...rest] = written(regimen);
          const text = [first!, ...rest.map((row) => ({ ...row, fromDay: row.fromDay + 1, toDay: row.toDay + 1 }))]
            .map((row, at) => `days ${row.fromDay} to ${row.toDay}: ${dailyUg(regimen.steps[at]!) / 1000} mg`)
            .join('; ');
          expect(errorsOf(text)).toContain('hole');
        },
      ),
      { numRuns: 40 },
    ));
});

describe('the list of rules', () => {
  it('has no id twice, and each rule says what to do and what it rests on', () => {
    expect(new Set(LINT_RULES.map(({ id }) => id)).size).toBe(LINT_RULES.length);
    for (const { todo, title, source } of LINT_RULES)
      expect([todo, title, source.kind].every((text) => text !== '')).toBe(true);
  });
});
