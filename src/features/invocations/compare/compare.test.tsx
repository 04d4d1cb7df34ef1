import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Params } from '@/api/rpc';
import { encodeBase64 } from '@/domain/base64';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '..';

// A page is loaded and asked for in several calls before its first row shows.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

// Loaded when first needed; here beforehand, so that no test waits for the first transformation of the files.
beforeAll(
  () => Promise.all([import('../InvocationPage'), import('./engine'), import('@/ui/PopupMenu')]),
  60_000,
);

const NAMES = ['web-01', 'web-02', 'web-03', 'db-01', 'db-02', 'job-01'];
const idOf = (name: string) => `i-${name}`;

interface Answer {
  status?: string;
  exitCode?: number;
  output?: string;
  errorCode?: string;
}

const GOOD = 'Filesystem\n/dev/vdb1 61% /data\ndone at 2026-11-23 02:01:54\n';
const BAD = 'Filesystem\n/dev/vdb1 94% /data\nrm: Read-only file system\n';
const failed: Answer = { status: 'Failed', exitCode: 1, output: BAD, errorCode: 'ExitCodeNonzero' };

/** A record of six instances; by default three answer alike, one with another time, and two fail alike. */
function server(change: Record<string, Answer> = {}) {
  const answers: Record<string, Answer> = {
    'db-01': failed,
    'db-02': failed,
    'job-01': { output: GOOD.replace('02:01:54', '02:01:55') },
    ...change,
  };
  const row = (name: string) => {
    const { status = 'Success', exitCode = 0, output = GOOD, errorCode = '' } = answers[name] ?? {};
    const isOpen = status === 'Running';
    const times = { StartTime: '2026-11-22T06:28:40Z' };
    const end = isOpen ? '' : '2026-11-22T06:28:44Z';
    return {
      instance: {
        InstanceId: idOf(name),
        InvocationStatus: status,
        ExitCode: exitCode,
        FinishTime: end,
        ErrorCode: errorCode,
        ...times,
      },
      result: {
        InstanceId: idOf(name),
        InvocationStatus: status,
        ExitCode: exitCode,
        FinishedTime: end,
        ErrorCode: errorCode,
        Output: encodeBase64(isOpen ? '' : output),
        ...times,
      },
    };
  };
  return {
    answers,
    DescribeInvocations: () => {
      const overall = Object.values(answers).some(({ status }) => status === 'Running')
        ? 'Running'
        : 'PartialFailed';
      const instances = NAMES.map((name) => row(name).instance);
      const run = {
        InvokeId: 't-1',
        CommandId: 'c-1',
        CommandName: 'disk-clean',
        CommandType: 'RunShellScript',
        InvocationStatus: overall,
        CreationTime: '2026-11-22T06:28:40Z',
        Timeout: 60,
        InvokeInstances: { InvokeInstance: instances },
      };
      return { TotalCount: 1, PageNumber: 1, PageSize: 10, Invocations: { Invocation: [run] } };
    },
    DescribeInvocationResults: ({ InstanceId }: Params) => {
      const rows = NAMES.map((name) => row(name).result).filter(
        (one) => !InstanceId || one.InstanceId === InstanceId,
      );
      return {
        Invocation: {
          TotalCount: rows.length,
          PageNumber: 1,
          PageSize: 50,
          InvocationResults: { InvocationResult: rows },
        },
      };
    },
    DescribeInstances: () => ({
      TotalCount: NAMES.length,
      Instances: {
        Instance: NAMES.map((name) => ({ InstanceId: idOf(name), InstanceName: name, HostName: name })),
      },
    }),
    DescribeCommands: { TotalCount: 0, Commands: { Command: [] } },
  };
}

function open(query = '', { answers: _, ...rpc } = server()) {
  const calls = fakeRpc(rpc);
  const page = renderPage(routes, { at: `/cn-hangzhou/invocations/t-1${query}`, rpc: calls });
  return { ...page, calls: calls.calls };
}

const families = () => screen.findByRole('list', { name: 'Different results' });
const instanceRows = () => {
  const table = screen.getByRole('table', { name: 'Instances of this run' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
};

describe('comparing the outputs of a record', () => {
  it('C7: groups equal results, the largest first, and names who stands alone', async () => {
    open();
    const rows = within(await families())
      .getAllByRole('button')
      .map((row) => row.textContent);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^A3 instances.*Exit 0$/);
    expect(rows[1]).toMatch(/^B2 instances.*Exit 1$/);
    expect(rows[2]).toMatch(/^Cjob-01done at 2026-11-23 02:01:55Exit 0$/);
    expect(screen.getByRole('heading', { name: '3 different results' })).toBeInTheDocument();
    expect(instanceRows().filter((row) => row?.endsWith('A'))).toHaveLength(3);
  });

  it('C7: a family narrows the table, opens its first instance, and shows how it differs', async () => {
    const { user, router } = open();
    const [, b] = within(await families()).getAllByRole('button');
    await user.click(b!);
    expect(b).toHaveAttribute('aria-pressed', 'true');
    expect(instanceRows()).toHaveLength(2);
    expect(screen.getByRole('heading', { name: 'db-01' })).toBeInTheDocument();

    const diff = await screen.findByRole('group', { name: 'How B differs from A' });
    const changed = [...diff.querySelectorAll('b')].map((word) => word.textContent);
    expect(changed).toContain('61');
    expect(changed).toContain('94');
    expect(diff).toHaveTextContent('Removed:');
    expect(diff).toHaveTextContent('Added:');

    await user.click(screen.getByRole('button', { name: /^Against/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: /^C, 1 instance/ }));
    expect(await screen.findByRole('group', { name: 'How B differs from C' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Side by side' }));
    expect(Object.fromEntries(new URLSearchParams(router.state.location.search))).toMatchObject({
      family: 'B',
      against: 'C',
      diff: 'split',
    });

    await user.click(screen.getByRole('button', { name: 'Remove the filter Set' }));
    expect(instanceRows()).toHaveLength(6);
    expect(screen.queryByRole('group', { name: /differs from/ })).not.toBeInTheDocument();
  });

  it('C7: masked, results that differ in the time only fall together', async () => {
    const { user } = open();
    await families();
    await user.click(screen.getByRole('switch', { name: 'Ignore times, PIDs, IPs and own names' }));
    expect(await screen.findByRole('heading', { name: '2 different results' })).toBeInTheDocument();
    expect(within(await families()).getAllByRole('button')[0]).toHaveTextContent('4 instances');
  });

  it('C7: the address alone brings back family, base, mask and search', async () => {
    open('?family=B&mask=1&search=read-only');
    expect(await screen.findByRole('group', { name: 'How B differs from A' })).toHaveTextContent('‹time›');
    expect(screen.getByRole('searchbox', { name: 'Search in all outputs' })).toHaveValue('read-only');
    expect(await screen.findByText(/2 in 2 instances/)).toBeInTheDocument();
  });

  it('C7: searches all outputs, counts by instance, marks the places and goes from one to the next', async () => {
    const { user } = open('?instance=i-web-01');
    await families();
    await user.type(screen.getByRole('searchbox', { name: 'Search in all outputs' }), 'READ-only{Enter}');
    expect(await screen.findByText(/Not in this one · 2 in 2 instances/)).toBeInTheDocument();
    const found = screen.getByRole('columnheader', { name: 'Found' });
    expect(found).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(await screen.findByRole('heading', { name: 'db-01' })).toBeInTheDocument();
    expect(await screen.findByText('Read-only', { selector: 'mark' })).toHaveAttribute('data-current');
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(await screen.findByRole('heading', { name: 'db-02' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Previous match' }));
    expect(await screen.findByRole('heading', { name: 'db-01' })).toBeInTheDocument();
  });

  it('C7: of two changes made before the first is rendered, both are kept', async () => {
    const { router } = open();
    await families();
    act(() => {
      screen.getByRole('button', { name: 'Regular expression' }).click();
      screen.getByRole('switch', { name: 'Ignore times, PIDs, IPs and own names' }).click();
    });
    expect(await screen.findByRole('heading', { name: '2 different results' })).toBeInTheDocument();
    expect(router.state.location.search).toBe('?regex=1&mask=1');
  });

  it('C7: a bad regular expression is told beside the field, a good one finds', async () => {
    const { user } = open();
    await families();
    await user.click(screen.getByRole('button', { name: 'Regular expression' }));
    const field = screen.getByRole('searchbox', { name: 'Search in all outputs' });
    await user.type(field, '9[[4({Enter}');
    expect(await screen.findByText(/^Not a regular expression: \S/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next match' })).toBeDisabled();
    await user.clear(field);
    await user.type(field, '9[[0-9]%{Enter}');
    expect(await screen.findByText(/2 in 2 instances/)).toBeInTheDocument();
  });

  it('C7: failures of one reason stand together, with advice and their instances', async () => {
    const { user } = open();
    await families();
    const failures = screen.getByRole('region', { name: 'Failures' });
    const [item, ...others] = within(failures).getAllByRole('listitem');
    expect(others).toHaveLength(0);
    expect(item).toHaveTextContent(
      /2 instances db-01 and db-02Exit code 1rm: Read-only file systemThe script ran/,
    );
    await user.click(within(failures).getByRole('button', { name: /^Show/ }));
    expect(instanceRows()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Remove the filter Failure' }));
    expect(instanceRows()).toHaveLength(6);
  });

  it('C7: while the run goes on, outputs are read when asked for, then only what changed', async () => {
    const running = server({ 'web-03': { status: 'Running' } });
    const { user, calls, queryClient } = open('', running);
    const ask = await screen.findByRole('button', { name: 'Compare so far' });
    const allPages = () =>
      calls.filter(({ action, params }) => action === 'DescribeInvocationResults' && !params['InstanceId']);
    expect(allPages()).toHaveLength(0);
    await user.click(ask);
    const before = await families();
    expect(within(before).getByRole('button', { name: /web-03.*No output.*Running/ })).toBeInTheDocument();
    expect(allPages()).toHaveLength(1);

    running.answers['web-03'] = {};
    await queryClient.invalidateQueries({ queryKey: ['invocations', 'cn-hangzhou', 'detail'] });
    await waitFor(() => expect(within(before).queryByText('Running')).not.toBeInTheDocument());
    expect(allPages()).toHaveLength(1);
  });

  it('C7: outputs that cannot be read are told, and read again on demand', async () => {
    const { answers: _, ...good } = server();
    let isBroken = true;
    const rpc = {
      ...good,
      DescribeInvocationResults: (params: Params) => {
        if (isBroken && !params['InstanceId']) throw apiError('InternalError', { httpStatus: 500 });
        return good.DescribeInvocationResults(params);
      },
    };
    const { user } = renderPage(routes, { at: '/cn-hangzhou/invocations/t-1', rpc: fakeRpc(rpc) });
    const again = await screen.findByRole('button', { name: 'Read again' });
    isBroken = false;
    await user.click(again);
    expect(await families()).toBeInTheDocument();
  });
});

describe('exporting a record', () => {
  const saved: { blob: Blob; name: string }[] = [];
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (blob) => {
      saved.push({ blob: blob as Blob, name: '' });
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.at(-1)!.name = this.download;
    });
  });

  it('C7: saves every instance as CSV, whatever the table shows', async () => {
    const { user } = open('?family=B');
    await families();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'CSV' }));
    expect(await screen.findByText('6 results saved as t-1.csv')).toBeInTheDocument();
    expect(saved[0]?.name).toBe('t-1.csv');
    const text = new TextDecoder().decode(await saved[0]!.blob.arrayBuffer());
    for (const name of NAMES) expect(text).toContain(`"${idOf(name)}","${name}"`);
  });

  it('C7: saves JSON of a run that goes on, reading the outputs for it', async () => {
    const { user } = open('', server({ 'web-03': { status: 'Running' } }));
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'JSON' }));
    expect(await screen.findByText('6 results saved as t-1.json')).toBeInTheDocument();
    const rows = JSON.parse(new TextDecoder().decode(await saved[0]!.blob.arrayBuffer())) as Record<
      string,
      unknown
    >[];
    expect(rows.map((row) => row['InstanceName']).toSorted()).toEqual(NAMES.toSorted());
    expect(rows.find((row) => row['InstanceName'] === 'db-01')).toMatchObject({ ExitCode: 1, Output: BAD });
  });
});
