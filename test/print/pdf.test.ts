import { describe, expect, it } from 'vitest';
import { walletCard } from '../../src/print/card.ts';
import { orderPdf } from '../../src/print/order.ts';
import { keepTogether } from '../../src/print/typeset.ts';
import { order, plan } from './example.ts';
import { flat, read } from './read.ts';

describe('every document', () => {
  it('is tagged, has a language and a title, and carries no date of its own', async () => {
    for (const printed of [await orderPdf(order, 'a4'), await walletCard(order, plan, 'a4')])
      expect(await read(printed)).toMatchObject({
        headings: 1,
        language: 'en',
        title: expect.any(String),
        created: undefined,
      });
  });

  it('has the same bytes for the same input', async () =>
    expect((await orderPdf(order, 'a4')).file?.bytes).toEqual((await orderPdf(order, 'a4')).file?.bytes));

  it.each([
    '#panic() *x* $',
    'Łukasz – 5" \\ Ωμέγα',
    '= _Иван_ @ref <b> `raw` ~ //',
    '#import "x": *',
    "O'Brien -- Müller",
  ])('prints a name as it is written: %s', async (name) =>
    expect(flat((await read(await orderPdf({ ...order, patient: { ...order.patient, name } }, 'a4'))).text)).toContain(
      name,
    ),
  );

  it('is not printed with a hole where a letter should be: the problem names the letters', async () => {
    const printed = await orderPdf({ ...order, patient: { ...order.patient, name: '王小明' } }, 'a4');
    expect(printed.file).toBeUndefined();
    expect(printed.problems).toMatchObject([
      { severity: 'error', found: expect.stringContaining('王 小 明') as string },
    ]);
  });
});

describe('the order', () => {
  it('has every element a compounding pharmacy needs', async () => {
    const text = flat((await read(await orderPdf(order, 'us-letter'))).text);
    const elements = `
      Ada Example; 5 April 1980; MRN-7; 1 Sample Street, Springfield; 555-0100; lactose;
      Dr. Pat Prescriber; 1234567893; MD-4711; 555-0101; Corner Compounding; 555-0102;
      naltrexone hydrochloride; low dose, for depression; oral; immediate; microcrystalline cellulose;
      0.5 mg; 43 capsules; 1.5 mg; 30 capsules; 31 October 2026; 27 November 2026; 29 April 2027;
      27 December 2026; not permitted; smallest tablet has 50 mg; child-resistant; Signature of`;
    for (const element of elements.split(';').map((part) => part.trim())) expect(text).toContain(element);
  });

  it.each([
    ['a4', 595, 842],
    ['us-letter', 612, 792],
  ] as const)('is one page of %s', async (paper, width, height) => {
    const { pages, size } = await read(await orderPdf(order, paper));
    expect(pages).toHaveLength(1);
    expect(size.map(Math.round)).toEqual([width, height]);
  });

  it('says that allergies were not asked, which is not the same as none', async () => {
    const { allergies: _asked, ...unasked } = order.patient;
    expect(flat((await read(await orderPdf({ ...order, patient: unasked }, 'a4'))).text)).toContain(
      'not asked: ask before dispensing',
    );
    const none = { ...order, patient: { ...unasked, allergies: [] } };
    expect(flat((await read(await orderPdf(none, 'a4'))).text)).toContain('Allergies none known');
  });
});

describe('the wallet card', () => {
  it('tells a clinician who meets the patient for the first time what matters', async () => {
    const text = flat((await read(await walletCard(order, plan, 'us-letter'))).text);
    for (const words of [
      'I take an opioid blocker',
      'Opioid pain relief may not work',
      'Tell every clinician',
      'up to 1.5 mg a day',
      '555-0101',
    ])
      expect(text).toContain(words);
  });
});

describe('a number and its unit', () => {
  it.each([
    ['2 capsules of 0.5 mg', '2\u00A0capsules of 0.5\u00A0mg'],
    ['Sun 15 Nov', 'Sun\u00A015\u00A0Nov'],
    ['bottle 1 and step 3', 'bottle\u00A01 and step\u00A03'],
    ['born 5 April 1980', 'born 5\u00A0April 1980'],
    ['5 magpies in the Sunroom 2', '5 magpies in the Sunroom 2'],
  ])('stay on one line: %s', (text, kept) => expect(keepTogether(text)).toBe(kept));
});
