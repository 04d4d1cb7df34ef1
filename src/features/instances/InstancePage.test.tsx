import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import type { Rpc } from '@/api/rpc';
import type { Instance } from '@/api/ecs/instances';
import { HEALTH_STATUSES } from '@/domain/health';
import { instanceRoutes as invocationTabs } from '@/features/invocations';
import { createTestEmulator } from '@mocks/node';
import { apiError, emulatorRpc, fakeRpc, renderPage } from '../../../test/support/render';
import { instanceRoute } from './index';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

const REGION = 'cn-hangzhou';
let rpc: Rpc;
let fleet: Instance[];
beforeAll(async () => {
  rpc = emulatorRpc((await createTestEmulator()).fetch);
  fleet = (await createApi(rpc).ecs.describeInstances({ RegionId: REGION, PageSize: 100 })).items;
});

const named = (name: string) => {
  const instance = fleet.find((item) => item.InstanceName === name);
  if (!instance) throw new Error(`The fleet has no ${name}`);
  return instance;
};
const open = (instanceId: string, answers: Rpc = rpc) =>
  renderPage([instanceRoute([])], { at: `/${REGION}/instances/${instanceId}`, rpc: answers });

describe('the page of an instance', () => {
  it('E1: shows state, version and last heartbeat of the agent', async () => {
    open(named('web-prod-01').InstanceId);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'web-prod-01 is running, its agent is online' }),
    ).toBeVisible();
    const agent = screen.getByRole('region', { name: 'Cloud Assistant agent' });
    expect(agent).toHaveTextContent('Online');
    expect(agent).toHaveTextContent(/Version2\.2\.3\.839/);
    expect(agent).toHaveTextContent(/Last heartbeat(now|\d+ seconds? ago)/);
    expect(agent).toHaveTextContent('/usr/local/share/aliyun-assist/2.2.3.839/log/aliyun_assist_main.log');
  });

  it('E1: explains how to install a missing agent, and that the API needs a restart', async () => {
    open(named('ci-runner-02').InstanceId);
    expect(await screen.findByRole('heading', { name: 'How to install it' })).toBeVisible();
    const agent = screen.getByRole('region', { name: 'Cloud Assistant agent' });
    expect(agent).toHaveTextContent('Not installed');
    expect(agent).toHaveTextContent(/rpm -ivh --force/);
    expect(agent).toHaveTextContent(/takes effect only after the instance has been restarted/);
    expect(agent).toHaveTextContent('aliyun ecs InstallCloudAssistant --RegionId cn-hangzhou --InstanceId.1');
  });

  it('E2: does not offer the agent to a system that cannot have it', async () => {
    open(named('edge-fbsd-01').InstanceId);
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'edge-fbsd-01 is running, its system cannot run commands',
      }),
    ).toBeVisible();
    expect(await screen.findByText('System not supported')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'How to install it' })).toBeNull();
  });

  it('H2: has the health as a badge, H3: explains it apart from the lifecycle state, H1: with all seven values', async () => {
    const { user } = open(named('web-prod-01').InstanceId);
    await user.click(await screen.findByRole('button', { name: 'Health: OK. Explain' }));
    const popover = await screen.findByRole('dialog', { name: 'Health: OK' });
    expect(popover).toHaveTextContent('Passed the health check.');
    expect(popover).toHaveTextContent(/Its lifecycle state is\s*Running/);
    expect(popover).toHaveTextContent('State and health are two things.');
    expect(within(popover).getAllByRole('term')).toHaveLength(HEALTH_STATUSES.length);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: 'Health: OK. Explain' })).toHaveFocus();
  });

  it('H3: says what to do about a poor health', async () => {
    const { user } = open(named('cache-02').InstanceId);
    await user.click(await screen.findByRole('button', { name: 'Health: Impaired. Explain' }));
    const popover = await screen.findByRole('dialog', { name: 'Health: Impaired' });
    expect(within(popover).getByRole('heading', { name: 'What to do' })).toBeVisible();
    expect(popover).toHaveTextContent('Look at its system events and at what it measures.');
    expect(await within(popover).findByText(/No system event is pending|announced/)).toBeVisible();
  });

  it('J1: divides what is known of an instance into tabs with addresses of their own', async () => {
    const { InstanceId } = named('web-prod-01');
    open(InstanceId);
    const tabs = within(await screen.findByRole('navigation', { name: 'Parts of this page' }));
    expect(tabs.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      ['', '/monitoring', '/events', '/invocations', '/disks'].map(
        (tab) => `/${REGION}/instances/${InstanceId}${tab}`,
      ),
    );
    expect(tabs.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
  });

  it('B1: leads to the commands with the instance chosen', async () => {
    const { InstanceId } = named('web-prod-01');
    open(InstanceId);
    expect(await screen.findByRole('link', { name: 'Run a command…' })).toHaveAttribute(
      'href',
      `/${REGION}/commands?instances=${InstanceId}`,
    );
  });

  it('A8: lists the last runs with the outcome on this instance', async () => {
    open(named('web-prod-01').InstanceId);
    const runs = await screen.findByRole('table', { name: 'Last execution records of this instance' });
    await waitFor(() => expect(within(runs).getAllByRole('link').length).toBeGreaterThan(2));
    expect(within(runs).getAllByText('Succeeded').length).toBeGreaterThan(0);
    expect(within(runs).getAllByRole('link')[0]).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/cn-hangzhou\/invocations\/t-/),
    );
  });

  it('C1: lists everything that ran on the instance, filtered within it', async () => {
    const { InstanceId } = named('web-prod-01');
    const { user, router } = renderPage([instanceRoute(invocationTabs)], {
      at: `/${REGION}/instances/${InstanceId}/invocations`,
      rpc,
    });
    const list = await screen.findByRole('table', { name: 'Execution records' });
    await waitFor(() => expect(within(list).getAllByRole('link').length).toBeGreaterThan(5));
    const commandId = (await createApi(rpc).ecs.describeCommands({ RegionId: REGION, Name: 'disk-check' }))
      .items[0]!.CommandId;
    await user.type(
      screen.getByRole('searchbox', { name: 'ID of a record or command' }),
      `${commandId}{Enter}`,
    );
    await waitFor(() => expect(within(list).queryByRole('link', { name: 'hello' })).toBeNull());
    for (const link of within(list).getAllByRole('link')) expect(link).toHaveTextContent('disk-check');
    expect(router.state.location.search).toBe(`?q=${commandId}`);
  });

  it('B8: shows its calls as command lines', async () => {
    const { InstanceId } = named('web-prod-01');
    open(InstanceId);
    expect(await screen.findByRole('group', { name: 'Read the instance' })).toHaveTextContent(
      `aliyun ecs DescribeInstances --RegionId cn-hangzhou --InstanceIds '["${InstanceId}"]'`,
    );
  });

  it('J5: says when the region has no such instance, and still lists its records', async () => {
    open('i-bp1released');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'No such instance in China (Hangzhou)' }),
    ).toBeVisible();
    expect(screen.getByText('Released, or never in this region')).toBeVisible();
    expect(await screen.findByText('Nothing has run here yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All instances' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/instances',
    );
  });

  it('J5: says what failed, with code and request', async () => {
    open('i-bp1any', fakeRpc({ DescribeInstances: apiError('ServiceUnavailable', { httpStatus: 503 }) }));
    const alert = (await screen.findByText('The instance could not be read')).closest<HTMLElement>(
      '[role="alert"]',
    )!;
    expect(alert).toHaveTextContent('ServiceUnavailable');
    expect(alert).toHaveTextContent('TEST-REQUEST-ID');
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
