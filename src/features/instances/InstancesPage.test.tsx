import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Rpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import { apiError, emulatorRpc, fakeRpc, renderPage } from '../../../test/support/render';
import { routes } from './index';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

let rpc: Rpc;
beforeAll(async () => {
  rpc = emulatorRpc((await createTestEmulator({ fleetSize: 300 })).fetch);
});

const open = (search = '', answers: Rpc = rpc) =>
  renderPage(routes, { at: `/cn-hangzhou/instances${search}`, rpc: answers });
const table = () => screen.findByRole('table', { name: 'Instances' });

describe('the list of instances', () => {
  it('H3: shows state, health and agent of each instance side by side', async () => {
    open();
    await waitFor(() => expect(screen.getAllByText(/^Online/).length).toBeGreaterThan(3));
    expect(screen.getAllByText('Running').length).toBeGreaterThan(3);
    await waitFor(() => expect(screen.getAllByText('OK').length).toBeGreaterThan(3));
    expect(screen.getAllByText(/^\d+\.\d+\.\d+\.\d+$/, { selector: 'span' }).length).toBeGreaterThan(3);
  });

  it('H2: answers in the headline how many run and how many are in poor health', async () => {
    open();
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: /^274 instances, \d+ running, \d+ in poor health$/,
      }),
    ).toBeVisible();
  });

  it('J5: announces the whole length but reads only what is in view', async () => {
    const pages: unknown[] = [];
    open('', (...call) => {
      if (call[1] === 'DescribeInstances' && call[2]['PageSize'] === 100) pages.push(call[2]['PageNumber']);
      return rpc(...call);
    });
    await waitFor(async () => expect(await table()).toHaveAttribute('aria-rowcount', '275'));
    await waitFor(() => expect(screen.getAllByText('OK').length).toBeGreaterThan(0));
    // Page 1 serves the list and, separately, the choice of systems.
    expect(new Set(pages)).toEqual(new Set([1]));
  });

  it('J1: reads its filters from the address and writes them there', async () => {
    const { user, router } = open('?state=Stopped');
    expect(
      await screen.findByRole('heading', { level: 1, name: /^\d+ of 274 instances match$/ }),
    ).toBeVisible();
    await waitFor(async () => expect(within(await table()).queryAllByText('Running')).toEqual([]));
    await user.type(screen.getByRole('searchbox', { name: 'Name, ID or IP' }), 'web{Enter}');
    expect(router.state.location.search).toBe('?state=Stopped&q=web');
    await user.click(screen.getByRole('button', { name: 'Remove the filter State' }));
    expect(router.state.location.search).toBe('?q=web');
  });

  it('H2: filters by health, which no list of instances can', async () => {
    open('?health=Impaired');
    await screen.findByRole('heading', { level: 1, name: /^\d+ of 274 instances match$/ });
    await waitFor(async () => {
      const rows = within(await table())
        .getAllByRole('row')
        .slice(1);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveTextContent('Impaired');
    });
  });

  it('E1: filters by agent, which no list of instances can; it can be stopped and goes on from there', async () => {
    let hold = true;
    const { user } = open('?agent=offline', async (...call) => {
      const [, action, params, options] = call;
      if (
        hold &&
        action === 'DescribeInstances' &&
        params['PageNumber'] === 2 &&
        params['PageSize'] === 100
      ) {
        return new Promise((_, reject) => {
          options.signal?.addEventListener('abort', () => reject(apiError('Aborted', { httpStatus: null })));
        });
      }
      return rpc(...call);
    });
    expect(
      await screen.findByText(/Reading the agents: 100 of 274 instances, \d+ found so far/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped after 100 of 274 instances')).toBeVisible();
    hold = false;
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByRole('heading', { level: 1, name: /^\d+ of 274 instances match$/ });
    const rows = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(rows.length).toBeGreaterThan(0);
    await waitFor(() => {
      for (const row of rows) expect(row).toHaveTextContent('Offline');
    });
  });

  it('E1: says that agents are not known when they cannot be read', async () => {
    open('', (...call) =>
      call[1] === 'DescribeCloudAssistantStatus'
        ? Promise.reject(apiError('ServiceUnavailable', { httpStatus: 500 }))
        : rpc(...call),
    );
    await waitFor(() => expect(screen.getAllByText('Not known').length).toBeGreaterThan(3));
    await waitFor(() => expect(screen.getAllByText('OK').length).toBeGreaterThan(3));
  });

  it('H1: shows a health value it does not know as it came', async () => {
    const Instance = [
      {
        InstanceId: 'i-one',
        InstanceName: 'one',
        Status: 'Running',
        OSType: 'linux',
        OSName: 'CentOS  7.6 64位',
      },
    ];
    open(
      '',
      fakeRpc({
        DescribeInstances: { TotalCount: 1, Instances: { Instance } },
        DescribeInstancesFullStatus: (params) =>
          params['InstanceId']
            ? {
                InstanceFullStatusSet: {
                  InstanceFullStatusType: [{ InstanceId: 'i-one', HealthStatus: { Name: 'Dreaming' } }],
                },
              }
            : { TotalCount: 0 },
      }),
    );
    expect(await screen.findByText('Dreaming')).toBeVisible();
  });

  it('J5: has an empty state', async () => {
    open('', fakeRpc({ DescribeInstances: { TotalCount: 0 } }));
    expect(await screen.findByText('No instances in this region')).toBeVisible();
    expect(await screen.findByRole('heading', { level: 1, name: 'No instances' })).toBeVisible();
  });

  it('J5: says what matches nothing and clears the filters', async () => {
    const { user, router } = open('?q=nosuch&state=Stopped');
    expect(await screen.findByText('Nothing matches “nosuch” and Stopped')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(router.state.location.search).toBe('');
  });

  it('J5: says what failed, and reads again', async () => {
    let broken = true;
    const { user } = open('', (...call) =>
      broken ? Promise.reject(apiError('ServiceUnavailable', { httpStatus: 503 })) : rpc(...call),
    );
    expect(await screen.findByText('The instances could not be read')).toBeVisible();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () => expect(await table()).toHaveAttribute('aria-rowcount', '275'));
  });

  it('J4: opens the instance of the focused row with Enter', async () => {
    const { user, router } = open('?q=web');
    await waitFor(async () => expect(within(await table()).getAllByRole('link').length).toBeGreaterThan(3));
    const row = within(await table()).getAllByRole('row')[1]!;
    row.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/cn-hangzhou\/instances\/i-/));
  });
});
