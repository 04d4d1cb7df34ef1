import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe checks that a theme can change; everything else is the same in both. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Every finding of every severity; no rule is left out in light, and in dark those of colours are checked again.
 * What fades in has half its contrast meanwhile, so motion is reduced.
 */
export async function findingsOn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page });
  if (colorScheme === 'dark') axe.withRules(COLOUR_RULES);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, failureSummary }) => `${id}: ${target.join(' ')}: ${any[0]?.message ?? failureSummary}`,
    ),
  );
}
