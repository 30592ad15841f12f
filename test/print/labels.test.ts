import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inMg } from '../../src/domain/amount.ts';
import { inWords } from '../../src/domain/dates.ts';
import { labels } from '../../src/print/labels.ts';
import { order } from './example.ts';
import { ORDERS } from './orders.ts';
import { flat, read } from './read.ts';

const golden = fileURLToPath(new URL('../golden/labels.txt', import.meta.url));

describe('the labels', () => {
  it.each(ORDERS)(
    'of $id are one for each bottle, each on its own page, with what tells the bottles apart',
    async (made) => {
      const printed = await labels(made.order);
      const { pages, size } = await read(printed);
      const bottles = made.order.supply.fills.flatMap((fill) => fill.bottles.map((bottle) => ({ fill, bottle })));
      expect(printed.problems).toEqual([]);
      expect(size.map((points) => Math.round((points / 72) * 25.4))).toEqual([102, 76]);
      expect(pages).toHaveLength(bottles.length);
      bottles.forEach(({ fill, bottle }, page) => {
        const text = flat(pages[page] ?? '');
        expect(text).toContain(`Bottle ${bottle.number} of ${bottles.length}`);
        expect(text).toContain(`${inMg(bottle.strengthUg)} in each capsule`);
        expect(text).toContain(`${bottle.quantity} capsule`);
        expect(text).toContain(`Do not use after ${inWords(fill.beyondUse.date)}`);
        for (const words of [
          'Ada Example',
          'born 5 April 1980',
          'NPI 1234567893',
          'Corner Compounding',
          'low dose, for depression',
        ])
          expect(text).toContain(words);
        expect(text).toMatch(/opioid/);
      });
    },
  );

  // The whole text of one set, as a pharmacist reads it. GOLDEN=write renews the file; read the difference before committing.
  it('read as in test/golden/labels.txt', async () => {
    const { pages } = await read(await labels(order));
    const text = `${pages.map((page) => page.trim()).join('\n\n')}\n`;
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('that do not fit their stock are printed with a warning', async () => {
    const printed = await labels(order, { width: 50, height: 25 });
    expect(printed.file).toBeDefined();
    expect(printed.problems).toMatchObject([{ severity: 'warning', todo: 'Use label stock larger than 50 x 25 mm.' }]);
  });
});
