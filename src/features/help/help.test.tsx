import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFormat } from '@/i18n/formatting';
import { LANGUAGES } from '@/i18n/languages';
import { renderPage } from '../../../test/support/render';
import { HELP_ENTRIES, HELP_IDS } from './entries';
import { blocksOf, valueNames, withValues } from './help-text';
import { HelpLink, routes } from './index';
import { searchHelp } from './search';
import { texts as english } from './texts/en';
import { helpValues } from './use-help-values';
import { HELP_LOADERS } from './use-help-texts';
import i18next from 'i18next';

const values = helpValues(
  createFormat({ language: 'en', locale: 'en-GB', zone: 'utc' }),
  i18next.getFixedT('en', 'help'),
);

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('J6: every entry has a title and a body, and none is left over', async () => {
    const { texts } = await HELP_LOADERS[language]();
    expect(Object.keys(texts)).toEqual(HELP_IDS);
    const empty = HELP_IDS.filter((id) => texts[id].title.trim() === '' || texts[id].body.length === 0);
    expect(empty).toEqual([]);
  });

  it('J6: names the same limits, and only such as there are', async () => {
    const { texts } = await HELP_LOADERS[language]();
    const names = (id: (typeof HELP_IDS)[number], of: typeof texts) =>
      valueNames(of[id].body.join('\n')).toSorted();
    for (const id of HELP_IDS) expect([id, names(id, texts)]).toEqual([id, names(id, english)]);
    const unknown = HELP_IDS.flatMap((id) => names(id, texts)).filter((name) => !Object.hasOwn(values, name));
    expect(unknown).toEqual([]);
  });

  it('J6: has the same blocks, and tables whose rows are as wide as their heads', async () => {
    const { texts } = await HELP_LOADERS[language]();
    for (const id of HELP_IDS) {
      const blocks = blocksOf(texts[id].body);
      for (const block of blocks)
        if (block.kind === 'table')
          expect([id, ...block.rows.map((row) => row.length)]).toEqual([
            id,
            ...block.rows.map(() => block.head.length),
          ]);
      const rows = (of: typeof blocks) =>
        of.filter(({ kind }) => kind === 'table').map((block) => block.kind === 'table' && block.rows.length);
      expect([id, rows(blocks)]).toEqual([id, rows(blocksOf(english[id].body))]);
    }
  });
});

describe('the entries', () => {
  it('J6: all that are from the manual name its section', () => {
    const without = HELP_IDS.filter(
      (id) => !/^\d(\.\d)*$/.test(HELP_ENTRIES[id].manual) && HELP_ENTRIES[id].section !== 'console',
    );
    expect(without).toEqual([]);
  });

  it('J6: the eight questions of the manual are there', () => {
    expect(HELP_IDS.filter((id) => HELP_ENTRIES[id].section === 'faq')).toHaveLength(8);
  });
});

describe('limits in texts', () => {
  it('J6: come from the rules, and braces of a script stay as they are', () => {
    expect(withValues('{{commandQuota}} of {{key}}', values)).toBe('100 of {{key}}');
    expect(withValues(english['user-window'].body.join(), values)).toContain('24 to 48 hours');
  });
});

describe('the search', () => {
  const ids = (text: string) => searchHelp(english, values, text).map(({ id }) => id);

  it('J6: finds by every word, titles first, in any case', () => {
    expect(ids('cron FIELDS')[0]).toBe('cron-fields');
    expect(ids('planned restart')[0]).toBe('move-a-restart');
  });

  it.each([
    ['ClientNotRunning', 'record-errors'],
    ['SystemFailure.Delete', 'creation-failure'],
    ['16 KB', 'limits-of-cloud-assistant'],
    ['aliyun_assist_main.log', 'did-it-succeed'],
  ])('J6: finds %s in %s', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('J6: finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids('zebra')).toEqual([]);
  });
});

describe('the page', () => {
  it('J6: searches, says how many it found, and the address holds the search', async () => {
    const { user, router } = renderPage(routes, { at: '/cn-hangzhou/help' });
    const search = await screen.findByRole('searchbox', { name: 'Search help' });
    await user.type(search, 'bandwidth{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: /entr(y|ies) found/ })).toBeVisible();
    expect(router.state.location.search).toBe('?q=bandwidth');
    await user.click(screen.getByRole('link', { name: 'Bits, bytes and bandwidth' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Bits, bytes and bandwidth' })).toBeVisible();
    expect(screen.getByText('Product manual of 24 February 2020, section 4.1')).toBeVisible();
  });

  it('J6: an address without an entry says so', async () => {
    renderPage(routes, { at: '/cn-hangzhou/help/nonsense' });
    expect(await screen.findByRole('heading', { level: 1, name: 'No such help entry' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'All help' })).toHaveAttribute('href', '/cn-hangzhou/help');
  });

  it('J6: a link opens its entry over the page and gives the focus back', async () => {
    const { user } = renderPage(<HelpLink topic="cron" />);
    const link = screen.getByRole('button', { name: 'Learn more: cron expressions' });
    await user.click(link);
    const drawer = within(await screen.findByRole('dialog', { name: 'Fields of a cron expression' }));
    expect(drawer.getByRole('rowheader', { name: 'Day of week' })).toBeVisible();
    await user.click(drawer.getByRole('button', { name: 'All help' }));
    expect(drawer.getByText('Questions').closest('[tabindex="-1"]')).toHaveFocus();
    await user.type(drawer.getByRole('searchbox'), 'zebra{Enter}');
    expect(await drawer.findByRole('heading', { name: /zebra/ })).toBeVisible();
    await user.click(drawer.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(link).toHaveFocus());
    await user.click(link);
    expect(await screen.findByRole('dialog', { name: 'Fields of a cron expression' })).toBeVisible();
  });
});
