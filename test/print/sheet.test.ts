import { describe, expect, it } from 'vitest';
import { hoist } from '../../src/print/hoist.ts';
import { orderPdf } from '../../src/print/order.ts';
import { titrationSheet } from '../../src/print/sheet.ts';
import { inMg } from '../../src/domain/amount.ts';
import { datedSteps } from '../../src/domain/regimen.ts';
import { inShort } from '../../src/domain/dates.ts';
import { ORDERS } from './orders.ts';
import { flat, read } from './read.ts';

describe('the titration sheet', () => {
  it.each(ORDERS)(
    'of $id is one page with every step, its dates and doses, and every bottle',
    async ({ plan, order }) => {
      const [a4, letter] = [await titrationSheet(order, plan, 'a4'), await titrationSheet(order, plan, 'us-letter')];
      expect([a4.pages, letter.pages, ...a4.problems, ...letter.problems]).toEqual([1, 1]);
      const { pages } = await read(letter);
      expect(pages).toHaveLength(1);
      const text = flat(pages[0] ?? '');
      for (const { step, from, to } of datedSteps(plan.regimen)) {
        for (const dose of step.doses) expect(text).toContain(inMg(dose.amountUg));
        expect(text).toContain(`${inShort(from)} - ${inShort(to)}`);
      }
      for (const bottle of order.supply.fills.flatMap((fill) => fill.bottles))
        expect(text).toContain(`bottle ${bottle.number}`);
    },
  );

  it.each(['a4', 'us-letter'] as const)('keeps a number as long as a UUID inside the margin of %s', async (paper) => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    for (const id of ['00000000-0000-4000-8000-000000001000', 'W'.repeat(40)]) {
      const long = { ...order, patient: { ...order.patient, id } };
      for (const printed of [await titrationSheet(long, plan, paper), await orderPdf(long, paper)]) {
        const { right, size, text } = await read(printed);
        expect(right).toBeLessThan(size[0] - 39);
        expect(text.replace(/\s/g, '')).toContain(id);
      }
    }
  });

  it('speaks to the patient, not of item 9: a thought of death is talked about, and one may call at any time', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    const text = flat((await read(await titrationSheet(order, plan, 'a4'))).text);
    expect(text).not.toMatch(/item 9|PHQ-9 decides|acceptable|troublesome/);
    expect(text).toContain('If you had thoughts of death or of hurting yourself');
    expect(text).toContain('Do not wait for a visit: call.');
  });

  it('says what it is for, whom to call, and that opioids and this medicine never meet', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    const text = flat((await read(await titrationSheet(order, plan, 'us-letter'))).text);
    expect(text).toContain('naltrexone hydrochloride, low dose, for depression');
    expect(text).toContain('If this sheet and the bottle disagree, call');
    expect(text).toMatch(/never take it with an opioid/i);
    for (const who of [
      'Ada Example',
      '5 April 1980',
      'MRN-7',
      'none known',
      'Dr. Pat Prescriber',
      'Corner Compounding',
      '555-0102',
    ])
      expect(text).toContain(who);
  });

  it('goes on to a second page when the steps are too many, repeats the head of the table, and says so', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    const steps = Array.from({ length: 40 }, () => ({ ...plan.regimen.steps[0]!, nights: 1 }));
    const printed = await titrationSheet(order, { ...plan, regimen: { ...plan.regimen, steps } }, 'a4');
    expect(printed.problems).toMatchObject([{ severity: 'warning', found: '2 pages', expected: 'one page' }]);
    for (const page of (await read(printed)).pages) expect(flat(page)).toContain('Step Nights Dose Take When');
  });
});

describe('sentences that rows repeat', () => {
  it('are printed once; cells name them, with the step where rows differ', () =>
    expect(
      hoist('Help B', [
        ['Poor sleep on three nights of five: mornings.', 'Not bearable: take no more of it, and call.'],
        ['Poor sleep on three nights of five: mornings.', 'Still bad: back to step 1 (0.5 mg a day) for a week.'],
        ['Poor sleep on three nights of five: mornings.', 'Still bad: back to step 2 (1 mg a day) for a week.'],
      ]),
    ).toEqual({
      items: [
        'Poor sleep on three nights of five: mornings.',
        'Still bad: back to the step named in the table for a week.',
        'Not bearable: take no more of it, and call.',
      ],
      cells: ['Help B1, B3', 'Help B1 to B2: step 1', 'Help B1 to B2: step 2'],
    }));

  it('keep their step when every row names the same one', () =>
    expect(
      hoist('Help B', [['Not bearable: go back to step 1 and call.'], ['Not bearable: go back to step 1 and call.']]),
    ).toEqual({
      items: ['Not bearable: go back to step 1 and call.'],
      cells: ['Help B', 'Help B'],
    }));

  it('are none in an empty column', () =>
    expect(hoist('Check A', [[], []])).toEqual({ items: [], cells: [undefined, undefined] }));
});
