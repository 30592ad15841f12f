/** The real server with the built pages on a free port of this machine, and Debian's Chromium to open them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { app } from '../../src/server/app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The day on which the synthetic people live. */
export const TODAY = '2027-03-01';

const isRequired = process.env['LOWDOSE_REQUIRE_BROWSER'] === '1';
/** False where there is no browser and none is demanded; said aloud once. */
export const hasBrowser = isRequired || existsSync(CHROMIUM);
if (!hasBrowser)
  process.stderr.write(
    `\nSKIPPED: every test of the pages, because ${CHROMIUM} is not here (apt install chromium).\n\n`,
  );

/** A synthetic record as the text of a file. */
export const recordOf = (id: string): string => readFileSync(`${root}data/demo/${id}.json`, 'utf8');

export interface Opened {
  readonly address: string;
  /** Opens the start page in a tab of its own; requests to anywhere else are collected in `strangers`. */
  tab(options?: BrowserContextOptions): Promise<Page>;
  readonly strangers: readonly string[];
  close(): Promise<void>;
}

/** Builds the pages when they changed, starts the server, launches the browser. */
export async function open(): Promise<Opened> {
  // The test runner says NODE_ENV=test, for which React's slow development build would be bundled.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync('node', ['scripts/build-web.mjs'], { cwd: root, encoding: 'utf8', env });
  if (built.status !== 0) throw new Error(`the pages could not be built: ${built.stderr}`);
  const server = await app({
    web: `${root}dist/web`,
    hosts: ['127.0.0.1'],
    today: () => TODAY,
    demo: readdirSync(`${root}data/demo`)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        name: name.replace('.json', ''),
        says: 'a synthetic person',
        record: JSON.parse(recordOf(name.replace('.json', ''))) as unknown,
      })),
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const strangers: string[] = [];
  return {
    address,
    strangers,
    tab: async (options = {}) => newTab(browser, address, strangers, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function newTab(browser: Browser, address: string, strangers: string[], options: BrowserContextOptions) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && !['blob:', 'data:'].includes(protocol)) strangers.push(request.url());
  });
  page.on('pageerror', (failure) => strangers.push(`page error: ${failure.message}`));
  await page.goto(address);
  return page;
}
