import { describe, expect, it } from 'vitest';
import { documents } from '../../src/print/documents.ts';
import { LIQUID, ORDERS, WITH_A_BOTTLE_AT_HOME } from './orders.ts';
import { flat, read } from './read.ts';

const settings = { madeAt: '2026-10-29T09:00:00Z' };
const decoder = new TextDecoder();

// Amounts that have caused tenfold errors: no zero before the point, or a zero after it.
const NAKED = /(?<![\d.])\.\d+ ?(?:mg|mL)|\d\.\d*0 ?(?:mg|mL)/;

describe('the documents of an order', () => {
  it.each(ORDERS)(
    'of $id write every amount with a zero before the point and none after it',
    async ({ plan, order }) => {
      const { files } = await documents(order, plan, settings);
      for (const file of files) {
        const text =
          file.mediaType === 'application/pdf'
            ? flat((await read({ file, pages: 1, problems: [] })).text)
            : decoder.decode(file.bytes).replaceAll('\r\n ', '');
        expect(text).toMatch(/\d mg/);
        expect(text).not.toMatch(NAKED);
      }
    },
  );

  it('are these, and come without a problem', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    const { files, problems } = await documents(order, plan, settings);
    expect(problems).toEqual([]);
    expect(files.map((file) => file.name)).toEqual([
      'titration-sheet-a4.pdf',
      'titration-sheet-us-letter.pdf',
      'order-a4.pdf',
      'order-us-letter.pdf',
      'labels.pdf',
      'wallet-card-a4.pdf',
      'wallet-card-us-letter.pdf',
      'doses.ics',
      'order.fhir.json',
    ]);
  });

  it('still come as calendar and FHIR when a name cannot be printed, and the problems say which papers are missing', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    const { files, problems } = await documents(
      { ...order, patient: { ...order.patient, name: '王小明' } },
      plan,
      settings,
    );
    expect(files.map((file) => file.name)).toEqual(['doses.ics', 'order.fhir.json']);
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => problem.path)).toHaveLength(7);
  });

  it('are not printed when order and plan do not belong together', async () => {
    const [first, second] = ORDERS as [(typeof ORDERS)[number], (typeof ORDERS)[number]];
    const { files, problems } = await documents(first.order, second.plan, settings);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'error', path: 'order.plan' }]);
  });

  it('say a liquid dose in milligrams and in millilitres, on paper, in the calendar and in FHIR', async () => {
    const { order, plan } = LIQUID;
    const { files } = await documents(order, plan, { ...settings, papers: ['a4'] });
    for (const file of files.filter(({ name }) => !name.startsWith('wallet'))) {
      const text =
        file.mediaType === 'application/pdf'
          ? (await read({ file, pages: 1, problems: [] })).text
          : decoder.decode(file.bytes);
      for (const amount of ['0.8 mg', '0.8 mL']) expect(flat(text)).toContain(amount);
    }
  });

  it('print a name as it is written, whatever it would mean to a typesetter', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    const name = '#panic() *x* $ _y_ Łukasz – 5" \\ @z <a> `b`';
    const hostile = { ...order, patient: { ...order.patient, name } };
    const { files } = await documents(hostile, plan, { ...settings, papers: ['a4'] });
    for (const file of files.filter(({ mediaType }) => mediaType === 'application/pdf'))
      expect(flat((await read({ file, pages: 1, problems: [] })).text)).toContain(name);
  });

  it('name a bottle at home where doses come from it', async () => {
    const { order, plan } = WITH_A_BOTTLE_AT_HOME;
    const { files } = await documents(order, plan, { ...settings, papers: ['a4'] });
    for (const name of ['titration-sheet-a4.pdf', 'order-a4.pdf']) {
      const file = files.find((printed) => printed.name === name)!;
      expect(flat((await read({ file, pages: 1, problems: [] })).text)).toContain('bottle 7');
    }
  });

  it('are the same bytes for the same order', async () => {
    const [{ plan, order }] = ORDERS as [(typeof ORDERS)[number]];
    expect(await documents(order, plan, settings)).toEqual(await documents(order, plan, settings));
  });

  it('would be refused by the search above if one had a naked zero', () => {
    for (const bad of ['.5 mg', 'take .5 mg', '3.0 mg', '1.50 mL']) expect(bad).toMatch(NAKED);
    for (const good of ['0.5 mg', '3 mg', '10 mg', '1.05 mg']) expect(good).not.toMatch(NAKED);
  });
});
