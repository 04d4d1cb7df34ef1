import type { Page } from '@playwright/test';
import type { InjectedFault } from '@mocks/faults';

const KEY = 'demo-faults';

/** Makes the demo fail in this tab from its next load on. What is used up stays used up over a reload. */
export async function injectFaults(
  page: Page,
  faults: readonly InjectedFault[],
  latencyMs = 0,
): Promise<void> {
  await page.addInitScript(
    ([key, kept]) => {
      if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, kept);
    },
    [KEY, JSON.stringify({ faults, latencyMs })] as const,
  );
}
