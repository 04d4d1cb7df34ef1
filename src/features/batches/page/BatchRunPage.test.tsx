import 'fake-indexeddb/auto';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import { DEMO_ACCOUNT } from '@/api/account-key';
import { routes } from '@/features/batches';
import { encodeBase64 } from '@/domain/base64';
import { saveFile } from '@/ui/save-file';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited } from '../../../../test/support/fake-runner';
import { emulatorRpc, renderPage } from '../../../../test/support/render';
import { type Batch, makePlan, type RunTemplate, stop, withBatch } from '../plan';
import { planStore } from '../plan-store';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import './BatchRunPage';

vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn<(file: Blob, name: string) => void>() }));

// A whole emulator answers.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 22);
const INSTANCES = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW })
  .instances(HOME_REGION)
  .filter(
    ({ state, osName, networkType, agent }) =>
      state === 'Running' && osName.startsWith('Ubuntu') && networkType === 'vpc' && agent.state === 'online',
  )
  .slice(0, 6);
const IDS = INSTANCES.map(({ instanceId }) => instanceId);
const NAMES = Object.fromEntries(
  INSTANCES.map(({ instanceId, instanceName }) => [instanceId, instanceName] as const),
);
const QUOTA = { code: 'Invocation.ExceedQuota', message: 'Quota', httpStatus: 403, requestId: 'R-1' };

let plans = 0;

/** A run of a script in batches of two: the first two went through, where the first instance exits 3; the third was refused. */
async function partly({ owner = DEMO_ACCOUNT }: { owner?: string } = {}) {
  const runner = createFakeRunner(({ instance }) => exited(instance.instanceId === IDS[0] ? 3 : 0, 'ready'));
  const { fetch } = await createTestEmulator({ now: NOW, runner });
  const rpc = emulatorRpc(fetch);
  const { ecs } = createApi(rpc);
  const script = {
    RegionId: HOME_REGION,
    Type: 'RunShellScript',
    Timeout: 60,
    EnableParameter: false,
    KeepCommand: false,
  };
  const template: RunTemplate = { action: 'RunCommand', request: script };
  let plan = makePlan(
    {
      id: `r-${++plans}`,
      account: owner,
      region: HOME_REGION,
      name: '清理',
      commandType: 'RunShellScript',
      template,
      hasSecrets: true,
      names: NAMES,
      rules: { gate: null, maxFailures: null, pace: 'afterEnd' },
      instanceIds: IDS,
      split: { perCall: 2 },
    },
    Date.now(),
  );
  for (const [index, { instanceIds }] of plan.batches.entries()) {
    if (index === 2) plan = withBatch(plan, index, { state: 'refused', error: QUOTA });
    else plan = withBatch(plan, index, await ended(instanceIds));
  }
  await planStore.add(stop(plan));
  return {
    plan,
    open: (rest = '') => renderPage(routes, { rpc, at: `/${HOME_REGION}/runs/${plan.id}${rest}` }),
  };

  async function ended(InstanceId: readonly string[]): Promise<Partial<Batch>> {
    const CommandContent = encodeBase64('df -h');
    const { InvokeId } = await ecs.runCommand({ ...script, CommandContent, InstanceId });
    await vi.waitFor(async () => {
      const { items } = await ecs.describeInvocations({ RegionId: HOME_REGION, InvokeId });
      expect(items[0]?.InvokeInstances.every(({ FinishTime }) => FinishTime !== '')).toBe(true);
    });
    const failed = InstanceId.includes(IDS[0]!) ? 1 : 0;
    const tally = { succeeded: InstanceId.length - failed, failed, other: 0 };
    return { state: 'ended', invokeId: InvokeId, tally };
  }
}

describe('the page of a run in batches', () => {
  beforeEach(() => {
    sessionStorage.clear();
    vi.mocked(saveFile).mockClear();
  });

  it('C7, B3: saves every result of all batches as one file, and who got nothing', async () => {
    const { open, plan } = await partly();
    const { user } = open('?tab=results');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'JSON' }));
    expect(await screen.findByText(`6 results saved as 清理-${plan.id}.json`)).toBeVisible();
    const [file] = vi.mocked(saveFile).mock.calls[0]!;
    const rows = JSON.parse(await file.text()) as Record<string, unknown>[];
    const told = Object.fromEntries(
      rows.map((row) => [
        row['InstanceId'],
        [row['Batch'], row['BatchState'], row['ExitCode'], row['Output']],
      ]),
    );
    expect(told).toEqual({
      [IDS[0]!]: [1, 'sent', 3, 'ready'],
      [IDS[1]!]: [1, 'sent', 0, 'ready'],
      [IDS[2]!]: [2, 'sent', 0, 'ready'],
      [IDS[3]!]: [2, 'sent', 0, 'ready'],
      [IDS[4]!]: [3, 'refused', null, null],
      [IDS[5]!]: [3, 'refused', null, null],
    });
    expect(new Set(rows.map((row) => row['InvokeId'])).size).toBe(3);
    expect(rows.at(-1)).toMatchObject({ ErrorCode: QUOTA.code, InstanceName: NAMES[IDS[5]!] });
  });

  it('B6, B7: a script that is not saved is run again on what did not work, and on one failure', async () => {
    const { open, plan } = await partly();
    const { user } = open();
    const { invokeId } = plan.batches[0]!;
    const askedBy = (link: HTMLElement) => {
      const { pathname, searchParams } = new URL(link.getAttribute('href')!, 'https://x');
      expect(pathname).toBe(`/${HOME_REGION}/commands/run-script`);
      expect(searchParams.get('from')).toBe(invokeId);
      return searchParams.get('instances')?.split(',').toSorted();
    };
    const failed = await screen.findByRole('link', { name: 'Run again on 3 that did not work' });
    expect(askedBy(failed)).toEqual([IDS[0], IDS[4], IDS[5]].toSorted());
    await user.click(screen.getByRole('tab', { name: /^Results/ }));
    const failures = await screen.findByRole('region', { name: 'Failures' });
    const one = await within(failures).findByRole('link', { name: /^Run again on it/ });
    await waitFor(() => expect(askedBy(one)).toEqual([IDS[0]]));
  });

  it('B3, B8: stopping it where it runs shows the calls, and stops what has not ended', async () => {
    const runner = createFakeRunner();
    const { fetch } = await createTestEmulator({ now: NOW, runner });
    const rpc = emulatorRpc(fetch);
    const { ecs } = createApi(rpc);
    const request = { RegionId: HOME_REGION, Type: 'RunShellScript', Timeout: 60, KeepCommand: false };
    const CommandContent = encodeBase64('sleep 30');
    const { InvokeId } = await ecs.runCommand({ ...request, CommandContent, InstanceId: IDS.slice(0, 2) });
    const [first] = await runner.started(2);
    runner.finish(first!);
    const plan = makePlan(
      {
        id: `r-${++plans}`,
        account: DEMO_ACCOUNT,
        region: HOME_REGION,
        name: 'slow',
        commandType: 'RunShellScript',
        template: { action: 'RunCommand', request },
        hasSecrets: true,
        names: NAMES,
        rules: { gate: null, maxFailures: null, pace: 'afterEnd' },
        instanceIds: IDS,
        split: { perCall: 2 },
      },
      Date.now(),
    );
    const tally = { succeeded: 1, failed: 0, other: 0 };
    await planStore.add(withBatch(plan, 0, { state: 'running', invokeId: InvokeId, tally }));
    const { user } = renderPage(routes, { rpc, at: `/${HOME_REGION}/runs/${plan.id}` });

    await user.click(await screen.findByRole('button', { name: /^Stop/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop this run?' });
    expect(dialog).toHaveTextContent('4 instances have not had it yet');
    expect(dialog).not.toHaveTextContent('aliyun');
    await user.click(
      within(dialog).getByRole('checkbox', { name: /stop it on 1 instance where it runs now/ }),
    );
    const open = IDS.slice(0, 2).filter((id) => id !== first!.instance.instanceId);
    expect(dialog).toHaveTextContent(
      `aliyun ecs StopInvocation --RegionId ${HOME_REGION} --InvokeId ${InvokeId} --InstanceId.1 ${open[0]}`,
    );
    await user.click(within(dialog).getByRole('button', { name: 'Stop the run' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await planStore.read(plan.id))?.order).toBe('stop');
    await waitFor(() => expect(runner.running).toEqual([]));
  });

  it('K2, B3: the plan of another account is neither shown nor listed', async () => {
    const { open, plan } = await partly({ owner: 'a1b2c3d4e5f60718' });
    open();
    expect(await screen.findByText('This browser has no such run')).toBeVisible();
    expect(await planStore.read(plan.id)).not.toBeNull();
  });

  it('B3: forgetting the plans of one account leaves those of the others', async () => {
    const { plan: other } = await partly({ owner: 'a1b2c3d4e5f60718' });
    const { plan } = await partly();
    expect(await planStore.forget(DEMO_ACCOUNT)).toContain(plan.id);
    expect(await planStore.read(plan.id)).toBeNull();
    expect(await planStore.read(other.id)).not.toBeNull();
  });
});
