/** Takes the pictures of docs/pictures from the real product: `node test/web/pictures.ts`, with Chromium installed. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { open } from './browser.ts';
import { answerNoToAll, bring, choosePlan, fillOrder } from './walk.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** The page from `from` down, as far as a window of this height shows it. */
async function take(page: Page, name: string, height: number, from = 'body'): Promise<void> {
  await page.setViewportSize({ width: 1280, height });
  await page
    .locator(from)
    .first()
    .evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY));
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}${name}.png` });
}

const opened = await open();
const { address } = opened;
const page = await opened.tab({ reducedMotion: 'reduce' });
await bring(page, 'carla-mendes');
await answerNoToAll(page);
await page.mouse.move(0, 0);
await take(page, 'ladder', 960);

await page.goto(address);
await bring(page, 'ada-lindqvist');
await answerNoToAll(page);
await choosePlan(page, '0.5 mg steps, weekly, to 4.5 mg');
await page.locator('#tread-4').press('ArrowRight');
await page.waitForTimeout(500);
await take(page, 'plan', 1130);

await fillOrder(page);
await page.locator('.label').first().waitFor();
await page.getByRole('button', { name: 'Make the papers' }).click();
await page.locator('.files a').first().waitFor();
await take(page, 'order', 1180, '[aria-labelledby="papers-title"]');

await page.goto(`${address}/claims?article=001`);
await page.locator('.claim').first().waitFor();
await take(page, 'claims', 1000, '.claim:nth-child(7)');

await page.goto(`${address}/how?dose=50`);
await page.locator('#mood .median').first().waitFor();
await take(page, 'how', 1330, '.how');
await opened.close();
