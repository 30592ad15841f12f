/** What a prescriber does on the pages, in their words. */
import type { Page } from 'playwright-core';
import { recordOf } from './browser.ts';

/** Hands a synthetic record over as a file, as the file button would. */
export async function bring(page: Page, id: string): Promise<void> {
  const file = { name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(recordOf(id)) };
  await page.getByLabel('FHIR record').setInputFiles(file);
  await verdictOf(page);
}

/** Lets a synthetic record go over the page, as from a folder. */
export async function drop(page: Page, id: string): Promise<void> {
  const files = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'record.json', { type: 'application/json' }));
    return transfer;
  }, recordOf(id));
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: files });
  await verdictOf(page);
}

/** The big word on the ladder, once the screening has settled. */
export async function verdictOf(page: Page): Promise<string> {
  await page.locator('.verdict[aria-busy="false"]').waitFor();
  return page.locator('.verdict-word').innerText();
}

/** Answers every open yes-no question with no, as long as answers bring up new ones. */
export async function answerNoToAll(page: Page): Promise<void> {
  const no = page.locator('.question:not(.answered)').getByLabel('No', { exact: true });
  while ((await no.count()) > 0) {
    for (let left = await no.count(); left > 0; left--) await no.first().check();
    await settled(page);
  }
}

/** Waits until the answers so far have been screened. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(30);
  await page.locator('.verdict[aria-busy="false"]').waitFor();
}

/** Makes a plan from a protocol, the commonest one unless another is named. */
export async function choosePlan(page: Page, protocol = '1.5 mg steps, weekly, to 4.5 mg'): Promise<void> {
  await page.getByRole('link', { name: 'Plan', exact: false }).first().click();
  await page.getByRole('button', { name: `Use this: ${protocol}`, exact: true }).click();
  await page.locator('.staircase [role="slider"]').first().waitFor();
}

export async function fillOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Order', exact: false }).first().click();
  await page.getByLabel('Name', { exact: false }).first().fill('Dr. Ruth Example');
  await page.getByLabel('NPI').fill('1234567893');
  await page.getByLabel('Telephone', { exact: true }).fill('555-0100');
  await page.getByLabel('Name of the pharmacy').fill('Corner Pharmacy');
}

/** Presses Tab until the focus is on something whose accessible text matches. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
      return [at?.getAttribute('aria-label'), label, at?.textContent].filter(Boolean).join(' ');
    });
    if (wanted.test(name)) return;
  }
  throw new Error(`no Tab leads to ${String(wanted)}`);
}
