/** How a page stands with people who see, point or zoom differently. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Serious things axe finds on the page as it stands. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // The content security policy forbids added scripts, so axe is evaluated from outside.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(options: axe.RunOptions): Promise<axe.AxeResults> } }).axe;
    return run.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  });
  return violations.map(
    ({ id, nodes }) =>
      `${pathOf(page)} ${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
        .join(' | ')}`,
  );
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** How far the page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
