import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './test/support/find-browser';

/** Several runs side by side each take a port and a build of their own. */
const port = Number(process.env['E2E_PORT'] ?? 4173);
const built = process.env['E2E_DIST'] ?? 'dist';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  // A test that fails is run once more, with a trace that tells why; `npm test` names it even if it passes then.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Asia/Taipei',
    launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS },
    // Recording costs every test half its time again.
    trace: 'on-first-retry',
  },
  webServer: {
    command: `npx vite preview --outDir ${built} --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
