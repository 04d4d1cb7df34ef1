import { configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import type { Params } from '@/api/rpc';
import { routes } from '@/features/invocations';
import { saveFile } from '@/ui/save-file';
import { createClock } from '@mocks/clock';
import { createTestEmulator } from '@mocks/node';
import { createFakeRunner, exited } from '../../../../../test/support/fake-runner';
import { emulatorRpc, renderPage } from '../../../../../test/support/render';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import '../../InvocationPage';

vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn<(file: Blob, name: string) => void>() }));

// A whole emulator answers.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });

const REGION = 'cn-hangzhou';
const HOUR = 3_600_000;
const NAMES = ['web-prod-01', 'web-prod-02'];

/**
 * An hourly schedule that has fired three times on two servers: `web-prod-02` exits 3 whenever it has run three times
 * before in all.
 */
async function fired({ hours = 3, now = Date.now() } = {}) {
  const clock = createClock(Date.now, now - hours * HOUR);
  let runs = 0;
  const runner = createFakeRunner(() => exited(++runs % 4 === 0 ? 3 : 0, `run ${Math.ceil(runs / 3)}`));
  const { fetch } = await createTestEmulator({ clock, runner });
  const rpc = emulatorRpc(fetch);
  const api = createApi(rpc);
  const { items } = await api.ecs.describeInstances({ RegionId: REGION, InstanceName: 'web-prod-0*' });
  const idOf = (name: string) => items.find((item) => item.InstanceName === name)!.InstanceId;
  const command = await api.ecs.describeCommands({ RegionId: REGION, Name: 'disk-clean' });
  const CommandId = command.items[0]!.CommandId;
  const { InvokeId } = await api.ecs.invokeCommand({
    RegionId: REGION,
    CommandId,
    InstanceId: NAMES.map(idOf),
    Parameters: { path: '/data', days: '14' },
    Timed: true,
    RepeatMode: 'Period',
    Frequency: '0 0 * * * ?',
  });
  clock.advance(hours * HOUR);
  const asked: Params[] = [];
  const open = () =>
    renderPage([...routes, { path: 'commands/:commandId/run', element: <h1>Run sheet</h1> }], {
      at: `/${REGION}/invocations/${InvokeId}`,
      rpc: (product, action, params, options) => {
        if (action === 'DescribeInvocationResults') asked.push(params);
        return rpc(product, action, params, options);
      },
    });
  return { api, open, InvokeId, CommandId, idOf, asked };
}

const cells = async (name: string) => {
  const row = await screen.findByRole('row', { name: new RegExp(`^${name}`) });
  return within(row).getAllByRole('gridcell');
};

describe('the record of a schedule', () => {
  it('C5: the headline answers the next fire and the last result; every fire is a column, newest first', async () => {
    const { open, asked } = await fired();
    open();
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Fires next in \d+ (?:min|s)\s*· last: / }),
    ).toBeVisible();
    expect(screen.getByText('Every hour at minute 0')).toBeVisible();
    await waitFor(async () => expect(await cells('web-prod-01')).toHaveLength(3));
    expect(asked[0]).toMatchObject({ IncludeHistory: true, PageSize: 50 });
    await waitFor(async () => {
      const labels = (await cells('web-prod-02')).map((cell) => cell.getAttribute('aria-label') ?? '');
      expect(labels.every((label) => /: (Succeeded|Non-zero exit)/.test(label))).toBe(true);
    });
  });

  it('C5: the arrows move in the matrix, Enter opens what the instance answered then', async () => {
    const { open } = await fired();
    const { user, router } = open();
    const [newest] = await cells('web-prod-01');
    newest!.focus();
    await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(router.state.location.search).toMatch(/fire=\d+&instance=i-/);
    const [, second] = await cells('web-prod-02');
    expect(second).toHaveFocus();
    expect(second).toHaveAttribute('aria-selected', 'true');
    expect(await screen.findByRole('heading', { level: 2, name: /^web-prod-02,/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Later fire' }));
    expect((await cells('web-prod-02'))[0]).toHaveAttribute('aria-selected', 'true');
  });

  it('C6: a stop says that no further fire comes; afterwards the record is stopped', async () => {
    const { open } = await fired();
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Stop 2' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop on 2 instances?' });
    expect(dialog).toHaveTextContent('It fires no more on them.');
    await user.click(within(dialog).getByRole('button', { name: 'Stop on 2 instances' }));
    expect(await screen.findByRole('heading', { level: 1, name: /^Stopped/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Stop' })).toHaveAccessibleDescription(
      'It is stopped on every instance.',
    );
    expect(await cells('web-prod-01')).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'Schedule again' })).toHaveAttribute(
      'href',
      expect.stringContaining('cron=0+0+*+*+*+%3F'),
    );
  });

  it('B6: runs again with the same instances and parameters', async () => {
    const { open, CommandId, idOf } = await fired();
    open();
    const link = await screen.findByRole('link', { name: 'Run once now' });
    const { pathname, searchParams } = new URL(link.getAttribute('href')!, 'https://x');
    expect(pathname).toBe(`/${REGION}/commands/${CommandId}/run`);
    expect(searchParams.get('instances')?.split(',').toSorted()).toEqual(NAMES.map(idOf).toSorted());
    expect(searchParams.get('from')).toMatch(/^t-/);
    expect(searchParams.get('cron')).toBeNull();
    expect(link.getAttribute('href')).not.toContain('data');
  });

  it('B6: when its command was deleted it runs once more as a script, and says why not by a schedule', async () => {
    const { open, api, CommandId, InvokeId } = await fired();
    await api.ecs.deleteCommand({ RegionId: REGION, CommandId });
    const { user } = open();
    await waitFor(async () => {
      const href = (await screen.findByRole('link', { name: 'Run once now' })).getAttribute('href')!;
      const { pathname, searchParams } = new URL(href, 'https://x');
      expect([pathname, searchParams.get('from')]).toEqual([`/${REGION}/commands/run-script`, InvokeId]);
    });
    expect(screen.getByText('disk-clean')).toBeVisible();
    expect(screen.getByText('(not saved)')).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Request' }));
    expect(screen.getByText(/aliyun ecs RunCommand/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop 2' }));
    await user.click(await screen.findByRole('button', { name: 'Stop on 2 instances' }));
    const again = await screen.findByRole('link', { name: 'Schedule again' });
    expect(again).toHaveAttribute('aria-disabled', 'true');
    expect(again).toHaveAccessibleDescription(/^Its command was deleted\./);
  });

  it('C5, C7: saves every record of every fire, also of those not shown', async () => {
    const { open, InvokeId, asked } = await fired({ hours: 60 });
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'CSV' }));
    expect(await screen.findByText(`120 results saved as ${InvokeId}.csv`)).toBeVisible();
    const [file] = vi.mocked(saveFile).mock.calls[0]!;
    const [head, ...rows] = (await file.text()).trimEnd().split('\r\n');
    expect(head).toContain('"InstanceName","Repeats"');
    expect(rows).toHaveLength(120);
    expect(rows[0]).toContain(',60,');
    expect(new Set(rows).size).toBe(120);
    expect(asked.filter((params) => params['PageNumber'] === 3)).not.toEqual([]);
  });

  it('C5: says so before the first fire', async () => {
    const { open } = await fired({ hours: 0, now: Math.floor(Date.now() / HOUR) * HOUR + 60_000 });
    open();
    expect(await screen.findByRole('heading', { level: 1, name: /, not fired yet$/ })).toBeVisible();
    expect(screen.getByText('It has not fired yet')).toBeVisible();
  });
});
