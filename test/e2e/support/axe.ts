import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What axe checks that a theme can change; everything else is the same in both. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Every finding of every severity; no rule is left out in light, and in dark those of colours are checked again.
 * What fades in has half its contrast meanwhile, so motion is reduced.
 */
async function findingsOn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Reading axe costs more than asking it: a document that was looked at before has it already.
  const isThere = await page.evaluate(() => 'axe' in window);
  // The console has no frames, so all can be asked in the page itself; else each question opens a page of its own.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode();
  axe.options({
    resultTypes: ['violations'],
    ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: COLOUR_RULES } }),
  });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, failureSummary }) => `${id}: ${target.join(' ')}: ${any[0]?.message ?? failureSummary}`,
    ),
  );
}

/** What is on screen has no finding, light or dark. Says what it was, and lets the test go on to what comes next. */
export async function expectNoFindings(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    expect.soft(await findingsOn(page, colorScheme), `${what}, ${colorScheme}`).toEqual([]);
  }
}
