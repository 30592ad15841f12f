import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { hasBrowser, open, type Opened } from './browser.ts';
import { faultsOf, overhang } from './look.ts';

const LONG = 60_000;
let opened: Opened;

/** Opens the page and waits for the crowd. */
async function openHow(address = '/how', options: Parameters<Opened['tab']>[0] = {}): Promise<Page> {
  const page = await opened.tab({ reducedMotion: 'reduce', ...options });
  await page.goto(opened.address + address);
  await page.locator('[data-series="mu"] .median').waitFor({ timeout: 30_000 });
  return page;
}

const lineOf = (page: Page, series: string) => page.locator(`[data-series="${series}"] .median`).getAttribute('d');
const everyFigure = (page: Page) => expect.poll(() => page.locator('.how-part').count(), { timeout: 20_000 }).toBe(6);
const summary = (page: Page) => page.locator('.summary-text').innerText();
const dose = (page: Page) => page.getByLabel('Dose, logarithmic');

describe.skipIf(!hasBrowser)('how it works', { timeout: LONG }, () => {
  beforeAll(async () => {
    opened = await open();
  }, LONG);
  afterAll(async () => {
    await opened?.close();
  });

  it('is a link away, and a thousand people answer from a worker', async () => {
    const page = await opened.tab();
    await page.getByRole('link', { name: 'How it works' }).click();
    await page.getByRole('heading', { level: 1, name: 'How it works' }).waitFor();
    await page.locator('[data-series="mu"] .median').waitFor();
    expect(page.workers().length).toBeGreaterThan(0);
    expect(await page.locator('.frame-time').innerText()).toMatch(/^1,000 people drawn and solved in \d+ ms/);
    expect(await page.locator('.frame-time').getAttribute('title')).toContain('WebAssembly');
  });

  it('arrow keys on the dose move the curves and the sentence; more drug blocks more', async () => {
    const page = await openHow();
    const [line, words] = [await lineOf(page, 'mu'), await summary(page)];
    expect(words).toContain('4.5 mg once at 22:00');
    await dose(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => summary(page)).toContain('4.7 mg');
    expect(await lineOf(page, 'mu')).not.toBe(line);
    await page.keyboard.press('End');
    await expect.poll(() => summary(page)).toContain('100 mg');
    const blocked = async () => Number(/mu receptors (\d+) %/.exec(await summary(page))?.[1]);
    const most = await blocked();
    await page.keyboard.press('Home');
    await expect.poll(() => summary(page)).toContain('0.1 mg');
    expect(most).toBeGreaterThan(90);
    expect(await blocked()).toBeLessThan(10);
  });

  it('says aloud what changed once the finger rests, and puts it into the address', async () => {
    const page = await openHow();
    await page.getByRole('button', { name: '50 mg', exact: true }).click();
    await expect.poll(() => page.locator('.summary [role="status"]').innerText()).toContain('50 mg once');
    await expect.poll(() => page.url()).toContain('dose=50');
    const shared = await openHow(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await summary(shared)).toBe(await summary(page));
  });

  it('the reading of a few hours empties the receptors in a day, and the page says that it fails at 48 hours', async () => {
    const page = await openHow('/how?dose=50');
    const days = await lineOf(page, 'mu');
    await page.getByLabel('Hours: it follows the blood').check();
    await expect.poll(() => summary(page)).toContain('if the block follows the blood');
    expect(await lineOf(page, 'mu')).not.toBe(days);
    const says = await page.locator('#week figcaption').innerText();
    const left = Number(/blood, (\d+) % of the first/.exec(says)?.[1]);
    expect(left).toBeLessThan(30);
    expect(says).toContain('91 %');
    expect(says).toContain('fails this point');
  });

  it('switching sleep off takes the dreams back to placebo and leaves the receptors alone', async () => {
    const page = await openHow();
    const [dreams, mu] = [await lineOf(page, 'dreams'), await lineOf(page, 'mu')];
    await page.getByText('Mechanisms: 16 of 16 on').click();
    await page.getByLabel('Sleep and vivid dreams').uncheck();
    await expect.poll(() => lineOf(page, 'dreams')).not.toBe(dreams);
    expect(await lineOf(page, 'mu')).toBe(mu);
  });

  it('a dose that cannot be shown is refused in a sentence, and the curves stay', async () => {
    const page = await openHow();
    const line = await lineOf(page, 'mu');
    const refused = [
      ['', 'nothing'],
      ['-3', 'less than nothing'],
      ['4500', 'decimal point'],
      ['.5', 'zero before the decimal point'],
      ['a lot', 'an amount such as 1.5 mg'],
    ] as const;
    for (const [typed, sentence] of refused) {
      await page.getByLabel('Dose in mg').fill(typed);
      expect(await page.getByRole('alert').innerText()).toContain(sentence);
      expect(await page.getByRole('alert').innerText()).toContain('still show 4.5 mg');
    }
    expect(await lineOf(page, 'mu')).toBe(line);
    await page.getByLabel('Dose in mg').fill('3');
    await expect.poll(() => lineOf(page, 'mu')).not.toBe(line);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('an address that cannot be read is said, and the start stands in its place', async () => {
    const page = await openHow('/how?dose=-1&nights=900&reading=moon');
    expect(await page.locator('.problem').count()).toBe(3);
    expect(await summary(page)).toContain('4.5 mg once');
  });

  it('without WebAssembly the reference solves a small crowd and says so', async () => {
    const page = await opened.tab();
    await page.route('**/crowd.worker*', async (route) => {
      const reply = await route.fetch();
      await route.fulfill({ response: reply, body: `globalThis.WebAssembly = undefined;${await reply.text()}` });
    });
    await page.goto(`${opened.address}/how`);
    await page.locator('.fallback').waitFor({ timeout: 30_000 });
    expect(await page.locator('.fallback').innerText()).toContain('slow reference');
    expect(await lineOf(page, 'mu')).toContain('L');
  });

  it('every figure says model, has a text alternative and its numbers as a table', async () => {
    const page = await openHow();
    await everyFigure(page);
    const figures = page.locator('.how-part');
    for (const figure of await figures.all()) {
      expect(await figure.locator('.model-word').innerText()).toMatch(/^model, \d+ % of its numbers assumed$/);
      expect((await figure.locator('svg desc').first().textContent())?.length).toBeGreaterThan(60);
      expect(await figure.locator('details.numbers tbody tr').count()).toBeGreaterThan(4);
      expect(await figure.locator('.sources').count()).toBeGreaterThan(0);
    }
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const page = await openHow('/how?dose=50', { colorScheme });
    await everyFigure(page);
    await page.getByText('Mechanisms: 16 of 16 on').click();
    await page.getByLabel('Dose in mg').fill('-1');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('does not scroll sideways at 320 CSS pixels', async () => {
    const page = await openHow('/how', { viewport: { width: 320, height: 640 } });
    await everyFigure(page);
    for (const fold of await page.locator('.how details > summary').all()) await fold.click();
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });

  it('reports how long a frame takes', async () => {
    const page = await openHow();
    await everyFigure(page);
    const took: number[] = [];
    await dose(page).focus();
    for (let move = 0; move < 30; move++) {
      const before = await page.locator('.frame-time').getAttribute('data-ms');
      await page.keyboard.press(move % 20 < 10 ? 'ArrowRight' : 'ArrowLeft');
      await expect.poll(() => page.locator('.frame-time').getAttribute('data-ms'), { interval: 10 }).not.toBe(before);
      took.push(Number(await page.locator('.frame-time').getAttribute('data-ms')));
    }
    const sorted = took.toSorted((a, b) => a - b);
    const [median, slow] = [sorted[15]!, sorted[27]!];
    process.stdout.write(
      `\n1,000 people, from the key to the painted curves: median ${median.toFixed(0)} ms, nine in ten within ${slow.toFixed(0)} ms\n`,
    );
    expect(took.every((ms) => ms > 0)).toBe(true);
  });

  it('nothing left this machine, and no page had an error', () => {
    expect(opened.strangers).toEqual([]);
  });
});
