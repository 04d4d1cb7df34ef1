/** Makes the README's picture: the built demo, a real run on several servers, its record. Run `npm run build` first. */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findBrowser } from '../test/support/find-browser';

const OUT = 'docs/screenshot.png';
const RECORDS = '/cn-hangzhou/invocations?q=disk-check&status=Finished';

const server = await preview({ preview: { port: 4198, host: '127.0.0.1' }, logLevel: 'silent' });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Asia/Taipei',
  });
  await page.goto(`http://127.0.0.1:4198${RECORDS}`);
  await page.getByRole('main').getByRole('table').locator('tbody tr[data-index="0"] a').first().click();
  await page.getByRole('group', { name: /^Output of/ }).waitFor();
  await page.screenshot({ path: OUT });
  console.log(`Wrote ${OUT}`);
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);
