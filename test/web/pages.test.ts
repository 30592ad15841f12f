import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, open, type Opened } from './browser.ts';
import { faultsOf, overhang } from './look.ts';
import { answerNoToAll, bring, choosePlan, drop, fillOrder, settled, tabTo, verdictOf } from './walk.ts';

const LONG = 60_000;
let opened: Opened;

describe.skipIf(!hasBrowser)('the pages in Chromium', { timeout: LONG }, () => {
  beforeAll(async () => {
    opened = await open();
  }, LONG);
  afterAll(async () => {
    await opened?.close();
  });

  it('a record becomes a verdict, a plan edited by keyboard, an order, and a PDF on disk', async () => {
    const page = await opened.tab();
    await drop(page, 'ada-lindqvist');
    expect(await verdictOf(page)).toBe('Ask first');
    await answerNoToAll(page);
    expect(await verdictOf(page)).toBe('Ready');

    await choosePlan(page);
    const second = page.locator('#tread-1');
    await second.focus();
    expect(await second.getAttribute('aria-valuetext')).toContain('3 mg at bedtime for 7 nights');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => second.getAttribute('aria-valuetext')).toContain('2.5 mg at bedtime for 8 nights');
    expect(await page.locator('#amount-1-0').inputValue()).toBe('2.5 mg');
    expect(await page.getByLabel('Standing of the plan').innerText()).toContain('Draft');

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByLabel('Standing of the plan').innerText()).toContain('May be signed');

    await fillOrder(page);
    await page.locator('.label').first().waitFor();
    expect(await page.locator('.label-strength').first().innerText()).toBe('1.5 mg in each capsule');
    await page.getByRole('button', { name: 'Make the papers' }).click();
    const download = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /Download .*\.pdf/ })
      .first()
      .click();
    const bytes = await readFile(await (await download).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('a person who must not start reaches a draft, and no order', async () => {
    const page = await opened.tab();
    await bring(page, 'jun-watanabe');
    await answerNoToAll(page);
    expect(await verdictOf(page)).not.toBe('Ready');
    await choosePlan(page);
    expect(await page.getByLabel('Standing of the plan').innerText()).toContain('Draft: not to be signed');
    await page.getByRole('link', { name: 'Order', exact: false }).first().click();
    await page.getByRole('heading', { name: 'No order can be written' }).waitFor();
    expect(await page.getByRole('button', { name: 'Make the papers' }).count()).toBe(0);
    expect(await page.getByLabel('NPI').count()).toBe(0);
  });

  it('an answer can be changed, taken back and undone, and the verdict follows each time', async () => {
    const page = await opened.tab();
    await bring(page, 'ada-lindqvist');
    await answerNoToAll(page);
    const first = page.locator('.question').first();
    await first.getByLabel('Yes', { exact: true }).check();
    await settled(page);
    expect(await verdictOf(page)).toBe('No');
    expect(await first.getByLabel('Yes', { exact: true }).evaluate((radio) => radio === document.activeElement)).toBe(
      true,
    );
    await first.getByLabel('On which day').fill('2027-02-27');
    await settled(page);
    expect(await verdictOf(page)).toMatch(/^Wait until \d+ March 2027$/);
    await page.getByRole('button', { name: 'Undo the last answer' }).click();
    await page.getByRole('button', { name: 'Undo the last answer' }).click();
    await settled(page);
    expect(await verdictOf(page)).toBe('Ready');
    await first.getByRole('button', { name: /Take the answer back/ }).click();
    await settled(page);
    expect(await verdictOf(page)).toBe('Ask first');
  });

  it('a dose outside an absolute bound is refused where it stands; one outside a recommendation asks for a reason', async () => {
    const page = await opened.tab();
    await bring(page, 'ada-lindqvist');
    await answerNoToAll(page);
    await choosePlan(page);
    const amount = page.locator('#amount-2-0');
    await amount.fill('.5 mg');
    await amount.press('Enter');
    await page.getByText('Expected a zero before the decimal point').waitFor();
    await amount.fill('45 mg');
    await amount.press('Enter');
    expect(await page.locator('.refusals').innerText()).toContain('45 mg');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByLabel('Ceiling a day').fill('5 mg');
    await page.getByLabel('Ceiling a day').press('Enter');
    const reason = page.getByLabel('Reason for going beyond: ceiling');
    await reason.fill('Agreed with the specialist.');
    await reason.blur();
    await expect.poll(() => page.getByLabel('Standing of the plan').innerText()).toContain('May be signed');
  });

  it('a person can be screened and given a plan with the keyboard alone', async () => {
    const page = await opened.tab();
    await page.getByRole('button', { name: /ada-lindqvist/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip');
    await tabTo(page, /^ada-lindqvist/);
    await page.keyboard.press('Enter');
    await verdictOf(page);
    const open = page.locator('.question:not(.answered)');
    while ((await open.count()) > 0) {
      await open.first().getByLabel('Yes', { exact: true }).focus();
      await page.keyboard.press('ArrowRight');
      await settled(page);
    }
    expect(await verdictOf(page)).toBe('Ready');
    await tabTo(page, /^Build the plan/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Choose a protocol' }).waitFor();
    await tabTo(page, /^Use this: 1 mg steps/);
    await page.keyboard.press('Enter');
    await page.locator('#tread-0').waitFor();
    await tabTo(page, /^Amount of step 1/);
    await page.keyboard.press('Insert');
    await page.locator('#tread-5').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tread-1');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('[role="slider"]').count()).toBe(5);
  });

  it('a file that is no record is refused with what to do, and the page stays usable', async () => {
    const page = await opened.tab();
    const file = {
      name: 'cut.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"resourceType":"Bundle","entry":['),
    };
    await page.getByLabel('FHIR record').setInputFiles(file);
    await page.getByRole('alert').getByText('cut.json could not be read').waitFor();
    expect(await page.locator('.problem').count()).toBeGreaterThan(0);
    await bring(page, 'ada-lindqvist');
    expect(await verdictOf(page)).toBe('Ask first');
  });

  it('closing the tab on an edited plan asks first', async () => {
    const page = await opened.tab();
    await bring(page, 'ada-lindqvist');
    await choosePlan(page);
    await page.locator('#tread-0').press('ArrowRight');
    await expect.poll(() => page.locator('#tread-0').getAttribute('aria-valuetext')).toContain('8 nights');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  it('when the server is gone the page says so and keeps what was entered', async () => {
    const page = await opened.tab();
    await bring(page, 'ada-lindqvist');
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('.question').first().getByLabel('No', { exact: true }).check();
    await page.getByRole('alert').getByText('npm start').waitFor();
    expect(await page.locator('.verdict').count()).toBe(0);
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await verdictOf(page);
    expect(await page.locator('.question.answered').count()).toBe(1);
  });

  it('the short form tells "takes nothing" from "not asked"', async () => {
    const page = await opened.tab();
    await page.getByText('Fill the short form').click();
    await page.getByLabel('Name', { exact: true }).fill('Nora Example');
    await page.getByLabel('Takes nothing').check();
    await page.getByRole('button', { name: 'Screen this person' }).click();
    await verdictOf(page);
    const read = await page.locator('.what-was-read').innerText();
    expect(read).toMatch(/Medicines\s+asked: none/);
    expect(read).toMatch(/Conditions\s+not in the record/);
  });

  it('claims can be filtered, and the address carries the filter', async () => {
    const page = await opened.tab();
    await page.goto(`${opened.address}/claims?article=004&verdict=contradicted`);
    await page.locator('.claim').first().waitFor();
    const words = await page.locator('.claim-verdict').allInnerTexts();
    expect(new Set(words.map((word) => word.split('\n')[0]))).toEqual(new Set(['Contradicted']));
    await page.getByLabel('Article').selectOption('');
    expect(page.url()).toBe(`${opened.address}/claims?verdict=contradicted`);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing on any page, %s', async (colorScheme) => {
    const page = await opened.tab({ colorScheme, reducedMotion: 'reduce' });
    const faults: string[] = [];
    const look = async () => faults.push(...(await faultsOf(page)));
    await page.getByText('Fill the short form').click();
    await page.getByRole('heading', { name: 'Depression' }).waitFor();
    await look();
    await page.goto(opened.address);
    await bring(page, 'carla-mendes');
    await look();
    await page.goto(opened.address);
    await bring(page, 'ada-lindqvist');
    await answerNoToAll(page);
    await look();
    await page.getByRole('link', { name: 'Plan', exact: false }).first().click();
    await page.locator('.protocol').first().waitFor();
    await look();
    await choosePlan(page);
    await page.locator('#tread-1').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.standing-stop').waitFor();
    await look();
    await page.getByRole('button', { name: 'Undo' }).click();
    await fillOrder(page);
    await page.locator('.label').first().waitFor();
    await look();
    await page.goto(`${opened.address}/claims?article=004&verdict=contradicted`);
    await page.locator('.claim').first().waitFor();
    await look();
    await page.goto(`${opened.address}/check`);
    await page.getByRole('button', { name: 'Put in an example' }).click();
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.locator('.lint-finding').first().waitFor();
    await look();
    await page.goto(`${opened.address}/nowhere`);
    await look();
    expect(faults).toEqual([]);
  });

  it('no page scrolls sideways at 320 CSS pixels (400 % of 1280)', async () => {
    const page = await opened.tab({ viewport: { width: 320, height: 640 } });
    const widths: Record<string, number> = {};
    const measure = async (name: string) => {
      widths[name] = Math.max(0, await overhang(page));
    };
    await page.getByText('Fill the short form').click();
    await measure('start');
    await bring(page, 'bruno-okafor');
    await measure('ladder, ask');
    await page.goto(opened.address);
    await bring(page, 'ada-lindqvist');
    await answerNoToAll(page);
    await measure('ladder, ready');
    await choosePlan(page);
    await measure('plan');
    await fillOrder(page);
    await page.locator('.label').first().waitFor();
    await measure('order');
    await page.goto(`${opened.address}/claims`);
    await page.locator('.claim').first().waitFor();
    await measure('claims');
    await page.goto(`${opened.address}/check`);
    await page.getByRole('button', { name: 'Put in an example' }).click();
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.locator('.lint-finding').first().waitFor();
    await measure('check');
    expect(Object.entries(widths).filter(([, over]) => over > 0)).toEqual([]);
  });

  it('the browser stores nothing but the choice of light or dark', async () => {
    const page = await opened.tab();
    await bring(page, 'ada-lindqvist');
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(
      await page.evaluate(() =>
        [localStorage, sessionStorage].flatMap((store) => Object.entries(store) as [string, string][]),
      ),
    ).toEqual([['mantine-color-scheme-value', 'dark']]);
  });

  it('nothing left this machine in any of the walks above', () => {
    expect(opened.strangers).toEqual([]);
  });
});
