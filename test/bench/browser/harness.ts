import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findBrowser } from '../../support/find-browser';

export const REGION = 'cn-hangzhou';

/** How much slower than this machine the processor of a person's laptop may be. */
export const SLOW_DOWN = 4;

/** No task of a page may keep it from answering for longer, slowed down. Ms. */
export const LONGEST_TASK_MS = 200;

/** What an act cost. Ms. `took` and `longestTask` by the clock on the wall, the others in time of the processor. */
export interface Cost {
  took: number;
  /** In scripts of the page, the demo's emulator included. */
  script: number;
  /** For styles and layout. */
  layout: number;
  longestTask: number;
}

export interface BenchPage {
  page: Page;
  /** Slows the processor down from now on; 1 is no slow-down. */
  slow(rate: number): Promise<unknown>;
  measure(act: () => Promise<unknown>): Promise<Cost>;
  /** The longest task since the document was opened. Ms. */
  longestTask(): Promise<number>;
  close(): Promise<void>;
}

/** The built app, served, and a browser to open it in. */
export interface Bench {
  base: string;
  /** The folder of the build. */
  dist: string;
  /** Pages of one account: closing the first of them closes all. */
  open(): Promise<BenchPage>;
}

/** Serves the build in `dist` on `port` and starts a browser, for as long as `work` takes. */
export async function withBench<T>(
  { dist, port }: { dist: string; port: number },
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const server = await preview({
    build: { outDir: dist },
    preview: { port, strictPort: true, host: '127.0.0.1' },
    logLevel: 'silent',
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
  try {
    return await work({ base: `http://127.0.0.1:${port}`, dist, open: () => openPage(browser) });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What watches for long tasks in the page, under this name. */
interface Watch {
  longest: number;
  observer: PerformanceObserver;
}
type Watched = typeof globalThis & { benchWatch: Watch };

async function openPage(browser: Browser): Promise<BenchPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // Time of the thread: what else this machine does is not counted.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Functions in the page stay without names: the loader of TypeScript would wrap them in a call the page does not know.
  await page.addInitScript(() => {
    const watch: Partial<Watch> & { longest: number } = { longest: 0 };
    watch.observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
    });
    watch.observer.observe({ type: 'longtask', buffered: true });
    Object.assign(globalThis, { benchWatch: watch });
  });
  const longestTask = () =>
    page.evaluate(() => {
      const { benchWatch: watch } = globalThis as Watched;
      for (const { duration } of watch.observer.takeRecords())
        watch.longest = Math.max(watch.longest, duration);
      return watch.longest;
    });
  return {
    page,
    longestTask,
    slow: (rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate }),
    async measure(act) {
      await longestTask();
      await page.evaluate(() => {
        (globalThis as Watched).benchWatch.longest = 0;
      });
      const before = await spent(cdp);
      const started = performance.now();
      await act();
      const took = performance.now() - started;
      const after = await spent(cdp);
      return {
        took,
        script: after.script - before.script,
        layout: after.layout - before.layout,
        longestTask: await longestTask(),
      };
    },
    close: () => context.close(),
  };
}

async function spent(cdp: CDPSession): Promise<Pick<Cost, 'script' | 'layout'>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
}

/** The rows of the first table that hold data, in view. */
export const rowsOf = (page: Page) => page.getByRole('table').first().locator('tbody tr[data-index]');

/** Opens an address and waits for the first row of its table. */
export async function openTable({ page }: BenchPage, url: string): Promise<void> {
  await page.goto(url);
  await rowsOf(page).first().waitFor();
}

/** The next time that the page has drawn what it was told. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(), 0))),
  );
