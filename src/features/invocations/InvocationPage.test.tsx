import { configure, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { encodeBase64 } from '@/domain/base64';
import { fakeRpc, renderPage } from '../../../test/support/render';
import { routes } from '.';

// A page is loaded and asked for in several calls before its first row shows.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => import('./InvocationPage'), 60_000);

const AT = { StartTime: '2026-11-22T06:28:40Z' };
const ENDED = { ...AT, FinishTime: '2026-11-22T06:29:52Z' };
const FAILED = {
  ...ENDED,
  InstanceId: 'i-bad',
  InvocationStatus: 'Timeout',
  ErrorCode: 'ExecutionTimeout',
  ErrorInfo: 'over its time',
  Dropped: 1234,
};
const DONE = { ...ENDED, InstanceId: 'i-good', InvocationStatus: 'Success', ExitCode: 0 };
const RUNNING = { ...AT, InstanceId: 'i-slow', InvocationStatus: 'Running' };
const OUTPUTS: Record<string, string> = { 'i-bad': 'disk is \u001b[31mfull\u001b[0m\n', 'i-good': 'fine\n' };

/** The page of a run whose instances stand like this. */
function open(rows: readonly (Record<string, unknown> & { InstanceId: string })[], search = '') {
  const rpc = fakeRpc({
    DescribeInvocations: {
      TotalCount: 1,
      Invocations: {
        Invocation: [
          {
            InvokeId: 't-1',
            CommandId: 'c-1',
            CommandName: 'tidy-up',
            CommandType: 'RunShellScript',
            CreationTime: '2026-11-22T06:28:39Z',
            Timeout: 60,
            InvocationStatus: 'PartialFailed',
            InvokeInstances: { InvokeInstance: rows },
          },
        ],
      },
    },
    DescribeInvocationResults: ({ InstanceId }) => ({
      Invocation: {
        TotalCount: 1,
        InvocationResults: {
          InvocationResult: rows
            .filter((row) => !InstanceId || row.InstanceId === InstanceId)
            .map((row) => ({ ...row, Output: encodeBase64(OUTPUTS[row.InstanceId] ?? '') })),
        },
      },
    }),
    DescribeInstances: { TotalCount: 0, Instances: { Instance: [] } },
    DescribeCommands: { TotalCount: 0, Commands: { Command: [] } },
    DescribeCloudAssistantStatus: {
      InstanceCloudAssistantStatusSet: {
        InstanceCloudAssistantStatus: [{ InstanceId: 'i-bad', CloudAssistantVersion: '2.2.3.857' }],
      },
    },
    StopInvocation: {},
  });
  const stops = () =>
    rpc.calls.filter(({ action }) => action === 'StopInvocation').map(({ params }) => params);
  return { stops, ...renderPage([...routes], { rpc, at: `/cn-hangzhou/invocations/t-1${search}` }) };
}

describe('an execution record', () => {
  it('C4: tells of an instance how it ended, when, how long it took, its output in colours and what of it was dropped', async () => {
    open([DONE, FAILED], '?instance=i-bad');
    const answer = await screen.findByRole('region', { name: 'i-bad' });
    expect(answer).toHaveTextContent('Failed');
    expect(answer).toHaveTextContent(/:28:40 to .*:29:52, 1 min 12 s/);
    expect(answer).toHaveTextContent('ExecutionTimeout: over its time');
    expect(answer).toHaveTextContent(
      'Make it faster, or copy the command and give the copy a longer timeout.',
    );
    expect(await within(answer).findByText('full')).toHaveClass('ansi-red');
    expect(answer).toHaveTextContent('1,234 bytes after them were dropped by the agent');
  });

  it('C8, C4: an exit code is told, and one other than 0 is no success', async () => {
    open(
      [DONE, { ...FAILED, InvocationStatus: 'Failed', ExitCode: 7, ErrorCode: 'ExitCodeNonzero' }],
      '?instance=i-bad',
    );
    expect(await screen.findByRole('heading', { level: 1, name: /^1 exited non-zero/ })).toBeVisible();
    expect(await screen.findByRole('region', { name: 'i-bad' })).toHaveTextContent('Exit code 7');
  });

  it('C1, K4: one whose instances the service does not tell has its own status as its headline', async () => {
    open([]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Partly failed' })).toBeVisible();
  });

  it('C9: names the agent’s log on an instance that failed, and not on one that did well', async () => {
    const { user } = open([DONE, FAILED], '?instance=i-bad');
    const answer = await screen.findByRole('region', { name: 'i-bad' });
    expect(
      await within(answer).findByText(/^\/usr\/local\/share\/aliyun-assist\/2\.2\.3\.857\/log/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next instance' }));
    expect(await screen.findByRole('region', { name: 'i-good' })).not.toHaveTextContent('Agent log');
  });

  it('C6, B8: is stopped only where it has not ended, after its call was shown', async () => {
    const { user, stops } = open([DONE, FAILED, RUNNING]);
    await user.click(await screen.findByRole('button', { name: 'Stop 1' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop on 1 instance?' });
    expect(within(dialog).getAllByRole('checkbox')).toHaveLength(1);
    expect(dialog).toHaveTextContent(
      'aliyun ecs StopInvocation --RegionId cn-hangzhou --InvokeId t-1 --InstanceId.1 i-slow',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Stop on 1 instance' }));
    expect(await screen.findByText('Stop asked for on 1 instance')).toBeVisible();
    expect(stops()).toEqual([{ RegionId: 'cn-hangzhou', InvokeId: 't-1', InstanceId: ['i-slow'] }]);
  });

  it('C6: one that has ended everywhere has nothing to stop, and says so', async () => {
    const { user, stops } = open([DONE, FAILED]);
    const button = await screen.findByRole('button', { name: 'Stop' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(stops()).toEqual([]);
  });
});
