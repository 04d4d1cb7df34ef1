import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { PageHead } from '@/ui/PageHead';
import { usePreferences } from '@/ui/preferences';
import { wireEvent } from '../../test/support/event-account';
import { fakeRpc, renderRoutes } from '../../test/support/render';
import { Frame } from './Frame';
import { GO_KEYS } from './go-keys';
import { NotFoundPage } from './NotFoundPage';
import { usePanels } from './panels';
import { RegionGate } from './RegionGate';

const answers = {
  DescribeRegions: {
    Regions: {
      Region: ['cn-hangzhou', 'cn-beijing', 'eu-central-1'].map((RegionId) => ({
        RegionId,
        LocalName: RegionId,
      })),
    },
  },
  DescribeCommands: ({ Name, RegionId }: Record<string, unknown>) => ({
    TotalCount: RegionId === 'cn-beijing' ? 7 : 1234,
    Commands: { Command: Name === '*web*' ? [{ CommandId: 'c-1', Name: 'deploy-web' }] : [] },
  }),
  DescribeInstances: ({ InstanceName }: Record<string, unknown>) => ({
    TotalCount: 214,
    Instances: { Instance: InstanceName === '*web*' ? [{ InstanceId: 'i-1', InstanceName: 'web-01' }] : [] },
  }),
  DescribeInvocations: { TotalCount: 4, Invocations: { Invocation: [] } },
};

function renderFrame(at: string, rpc = fakeRpc(answers)) {
  const page = (name: string) => <PageHead key={name} title={name} documentTitle={`${name} tab`} />;
  const pages = [
    { path: 'commands', element: page('Commands page') },
    { path: 'commands/new', element: page('New command page') },
    { path: 'commands/:commandId', element: page('Command page') },
    { path: 'invocations', element: page('Records page') },
    { path: 'instances', element: page('Instances page') },
    { path: 'instances/:instanceId', element: page('Instance page') },
    { path: '*', element: <NotFoundPage /> },
  ];
  const rendered = renderRoutes(
    [
      {
        element: <Frame />,
        children: [
          { path: 'settings', element: page('Settings page') },
          { path: ':region', element: <RegionGate />, children: pages },
        ],
      },
    ],
    { at, rpc },
  );
  return { ...rendered, rpc, path: () => rendered.router.state.location.pathname };
}

beforeEach(() => {
  localStorage.clear();
  usePanels.getState().close();
  usePreferences.setState({ theme: 'system', language: null, zone: 'local' });
});

describe('navigation', () => {
  it('J1: shows the region, its counts and where one is', async () => {
    renderFrame('/cn-hangzhou/invocations');
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect(await within(nav).findByText('1,234')).toBeVisible();
    expect(within(nav).getByRole('link', { name: /Execution records/ })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(within(nav).getByRole('link', { name: /Commands/ })).not.toHaveAttribute('aria-current');
    expect(screen.getByRole('button', { name: 'Region: China (Hangzhou) cn-hangzhou' })).toBeVisible();
  });

  it('J3: the overview is the first of the pages, and the product’s name leads to it', async () => {
    const { user, path } = renderFrame('/cn-hangzhou/commands');
    const [first] = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
    expect(first).toHaveAccessibleName('Overview');
    await user.click(screen.getByRole('link', { name: 'Cloud operations' }));
    expect(path()).toBe('/cn-hangzhou/overview');
    expect(first).toHaveAttribute('aria-current', 'page');
    await user.keyboard('gc');
    expect(path()).toBe('/cn-hangzhou/commands');
    await user.keyboard('go');
    expect(path()).toBe('/cn-hangzhou/overview');
  });

  it('J5: links to the running records with their number', async () => {
    renderFrame('/cn-hangzhou/commands');
    const link = await screen.findByRole('link', { name: '4 runs in progress' });
    expect(link).toHaveAttribute('href', '/cn-hangzhou/invocations?status=Running&mode=once');
  });

  it('J4: arriving at another page puts the focus on its headline', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    await user.click(screen.getByRole('link', { name: /^Instances/ }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1, name: 'Instances page' })).toHaveFocus(),
    );
    await waitFor(() => expect(screen.getByText('Instances page tab')).toHaveAttribute('role', 'status'));
  });

  it('J4: g and a letter go to a page, but not while typing', async () => {
    const { user, path } = renderFrame('/cn-hangzhou/commands');
    await user.keyboard('gi');
    expect(path()).toBe('/cn-hangzhou/instances');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'gc');
    expect(path()).toBe('/cn-hangzhou/instances');
  });
});

describe('region switcher', () => {
  it('J1: keeps the page family and reads the other region', async () => {
    const { user, path } = renderFrame('/cn-hangzhou/instances/i-9?tab=records');
    await user.click(screen.getByRole('button', { name: /^Region:/ }));
    await user.type(await screen.findByRole('combobox', { name: 'Find a region' }), 'beij{Enter}');
    expect(path()).toBe('/cn-beijing/instances');
    expect(await screen.findByRole('button', { name: /China \(Beijing\)/ })).toBeVisible();
    expect(await within(screen.getByRole('navigation')).findByText('7')).toBeVisible();
  });

  it('J4: Escape closes it and gives the focus back', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    const button = screen.getByRole('button', { name: /^Region:/ });
    await user.click(button);
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Find a region' })).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('J1: says so when no region matches', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    await user.click(screen.getByRole('button', { name: /^Region:/ }));
    await user.type(await screen.findByRole('combobox'), 'mars');
    expect(await screen.findByText('No region matches “mars”.')).toBeVisible();
  });

  it('J1: an unknown region in the address offers the known ones, in the same family', async () => {
    renderFrame('/cn-nowhere/instances');
    expect(await screen.findByRole('heading', { name: /no region “cn-nowhere”/ })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Germany (Frankfurt)' })).toHaveAttribute(
      'href',
      '/eu-central-1/instances',
    );
  });
});

describe('pages that do not exist', () => {
  it('J1: says what was asked for and where to go', () => {
    renderFrame('/cn-hangzhou/elsewhere');
    expect(screen.getByRole('heading', { level: 1, name: 'This page does not exist' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to commands' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/commands',
    );
  });
});

describe('command palette', () => {
  it('J4: opens by Ctrl K, closes by Escape, and the focus returns', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    const before = screen.getByRole('link', { name: /^Instances/ });
    before.focus();
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(before).toHaveFocus());
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('J4: arrows choose, Enter goes, and the new page has the focus', async () => {
    const { user, path } = renderFrame('/cn-hangzhou/instances');
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    const chosen = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    expect(chosen()).toHaveTextContent('Overview');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toHaveTextContent('Execution records');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(path()).toBe('/cn-hangzhou/commands');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Commands page' })).toHaveFocus());
  });

  it('J4: finds commands and instances of the region by name', async () => {
    const { user, path, rpc } = renderFrame('/cn-hangzhou/commands');
    await user.click(screen.getByRole('button', { name: /Go to or run/ }));
    await user.type(await screen.findByRole('combobox'), 'web');
    expect(await screen.findByRole('option', { name: /^deploy-web c-1/ })).toBeVisible();
    await user.click(await screen.findByRole('option', { name: /^web-01 i-1/ }));
    expect(path()).toBe('/cn-hangzhou/instances/i-1');
    const searches = rpc.calls.filter(({ params }) => params['Name'] !== undefined);
    expect(searches.map(({ params }) => params['Name'])).toEqual(['*web*']);
  });

  it('J4: has every page of the navigation, and what the menus of the frame do', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    const nav = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
    await user.keyboard('{Control>}k{/Control}');
    const names = (await screen.findAllByRole('option')).map((option) =>
      option.textContent.replace(/Enter$/, '').trim(),
    );
    for (const page of nav) expect(names).toContain(page.getAttribute('title'));
    for (const name of [
      'All events',
      'Compare instances',
      'Create a command',
      'Run once without saving',
      'Import commands',
      'Show API calls',
      'Show times in UTC',
      'Use the dark theme',
      'Use the theme of the system',
      'Use 繁體中文',
      'Connect to an account…',
    ])
      expect(names).toContain(name);
  });

  it('J4: finds pending events, schedules and records', async () => {
    const run = (InvokeId: string, CommandName: string, Frequency = '') => ({
      InvokeId,
      CommandName,
      Frequency,
      InvokeStatus: Frequency ? 'Running' : 'Finished',
      CreationTime: '2026-11-22T08:00:00Z',
    });
    const { user, path, router } = renderFrame(
      '/cn-hangzhou/commands',
      fakeRpc({
        ...answers,
        DescribeInstanceHistoryEvents: ({ RegionId }) => {
          const events = {
            'cn-hangzhou': [wireEvent({ instance: 'i-1' })],
            'cn-beijing': [wireEvent({ id: 'e-7', instance: 'i-bj' })],
          }[String(RegionId)];
          return { InstanceSystemEventSet: { InstanceSystemEventType: events ?? [] } };
        },
        DescribeInvocations: ({ Timed }) => {
          const rows =
            String(Timed) === 'true' ? [run('t-2', 'web-audit', '0 0 4 * * ?')] : [run('t-1', 'web-deploy')];
          return { TotalCount: 1, Invocations: { Invocation: rows } };
        },
      }),
    );
    const seek = async (text: string) => {
      await user.keyboard('{Control>}k{/Control}');
      await user.type(await screen.findByRole('combobox'), text);
    };
    await seek('web');
    // An event is found by its instance's name.
    expect(
      await screen.findByRole('option', { name: /^web-01: Restart, system maintenance e-1/ }),
    ).toBeVisible();
    expect(await screen.findByRole('option', { name: /^web-audit 0 0 4 \* \* \?/ })).toBeVisible();
    await user.click(await screen.findByRole('option', { name: /^web-deploy, .* t-1/ }));
    expect(path()).toBe('/cn-hangzhou/invocations/t-1');
    await seek('e-7');
    await user.click(await screen.findByRole('option', { name: /^i-bj: Restart/ }));
    expect(router.state.location).toMatchObject({ pathname: '/cn-hangzhou/events', search: '?event=e-7' });
  });

  it('J4: does what the frame can do', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'dark{Enter}');
    expect(usePreferences.getState().theme).toBe('dark');
  });
});

describe('panels', () => {
  it('J4: ? lists the keys', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    await user.keyboard('?');
    const list = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(list).getByText('Schedules').parentElement).toHaveTextContent('Schedulesgt');
  });

  it('J4: g and a letter go to each page of the navigation', async () => {
    const { user, path } = renderFrame('/cn-hangzhou/commands');
    const links = within(screen.getByRole('navigation')).getAllByRole('link');
    for (const [page, key] of Object.entries(GO_KEYS)) {
      const link = links.find((one) => one.getAttribute('href')!.endsWith(`/${page}`));
      await user.keyboard(`g${key}`);
      await waitFor(() => expect(path()).toBe(link?.getAttribute('href')));
    }
    expect(new Set(Object.values(GO_KEYS)).size).toBe(Object.keys(GO_KEYS).length);
  });

  it('J2: the zone of all times is one press away', async () => {
    const { user } = renderFrame('/cn-hangzhou/commands');
    await user.click(screen.getByRole('button', { name: /Times are in local time/ }));
    expect(usePreferences.getState().zone).toBe('utc');
    expect(screen.getByRole('button', { name: /^UTC\. Times are in UTC/ })).toBeVisible();
  });
});
