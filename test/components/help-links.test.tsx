import { matchRoutes } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { routes } from '@/app/routes';
import { HELP_PAGES, pagePath, type HelpPage } from '@/features/help/help-pages';

describe('help', () => {
  it.each(Object.keys(HELP_PAGES) as HelpPage[])('J6: the link to %s leads to a page', (page) => {
    const found = matchRoutes(routes, pagePath('cn-hangzhou', page)) ?? [];
    expect(found.at(-1)?.route.path).not.toBe('*');
    expect(found.length).toBeGreaterThan(0);
  });
});
