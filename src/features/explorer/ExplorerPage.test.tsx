import { screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallLogContext, createCallLog } from '@/api/call-log';
import { createRpc } from '@/api/rpc';
import { encodeBase64 } from '@/domain/base64';
import { WriteGate } from '@/ui/write-gate';
import { renderPage } from '../../../test/support/render';
import { routes } from '.';

beforeEach(() => sessionStorage.clear());

type Answer = { status?: number; body: Record<string, unknown> };

/** The explorer over the real client; every call is answered by its action's name. */
function renderExplorer(at: string, answers: Record<string, Answer | Promise<Answer>> = {}, closed?: string) {
  const log = createCallLog();
  const sent: { action: string; params: Record<string, string> }[] = [];
  const fetchAnswer = async (url: unknown, init?: { body?: unknown; signal?: AbortSignal | null }) => {
    const action = String(url).split('/').at(-1) ?? '';
    if (action !== 'DescribeRegions')
      sent.push({ action, params: Object.fromEntries(new URLSearchParams(String(init?.body))) });
    const aborted = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
    const answer = await Promise.race([answers[action] ?? { body: { RequestId: 'R-0' } }, aborted]);
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 });
  };
  const rpc = createRpc({
    credentials: null,
    fetch: fetchAnswer as typeof fetch,
    sleep: async () => undefined,
    onCall: log.add,
  });
  const element = (
    <CallLogContext value={log}>
      <WriteGate value={closed}>
        <Outlet />
      </WriteGate>
    </CallLogContext>
  );
  const page = renderPage([{ element, children: routes }], { at, rpc });
  return { ...page, sent, log };
}

const rows = (names: readonly string[]): Answer => ({
  body: {
    RequestId: 'R-ROWS',
    TotalCount: names.length,
    Instances: { Instance: names.map((InstanceName) => ({ InstanceName, Cpu: 2, Memory: 8192 })) },
  },
});

describe('the list of actions', () => {
  it('J7: finds actions by name and purpose, tells reads from writes, and says when there is none', async () => {
    const { user, router } = renderExplorer('/cn-hangzhou/explorer');
    const list = await screen.findByRole('navigation', { name: 'Actions' });
    expect(within(list).getByRole('link', { name: /^DeleteCommand.*changes the account/ })).toBeVisible();
    expect(within(list).getByRole('link', { name: 'DescribeInstances' })).toBeVisible();

    await user.type(screen.getByRole('searchbox', { name: 'Find an action' }), 'releases an instance');
    await waitFor(() => expect(within(list).getAllByRole('link')).toHaveLength(1));
    expect(within(list).getByRole('link', { name: /^DeleteInstance/ })).toBeVisible();

    await user.click(screen.getByRole('radio', { name: 'Reads' }));
    expect(await within(list).findByText(/No action matches/)).toBeVisible();
    expect(router.state.location.search).toContain('kind=read');
    await user.click(screen.getByRole('button', { name: 'Show all actions' }));
    expect(await within(list).findByRole('link', { name: /^DeleteCommand/ })).toBeVisible();
    expect(within(list).getAllByRole('link').length).toBeGreaterThan(40);
  });

  it('J7: arrows go through the list', async () => {
    const { user } = renderExplorer('/cn-hangzhou/explorer');
    const list = await screen.findByRole('navigation', { name: 'Actions' });
    const [first, second] = within(list).getAllByRole('link');
    screen.getByRole('searchbox', { name: 'Find an action' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(second).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(first).toHaveFocus();
  });

  it('J7: an action that does not exist is said to be none', async () => {
    renderExplorer('/cn-hangzhou/explorer/FormatDisk');
    expect(await screen.findByText('There is no action “FormatDisk”')).toBeVisible();
  });
});

describe('a read', () => {
  it('J7: is sent with what the form holds, and the answer is shown with all its facts', async () => {
    const { user, sent, router } = renderExplorer('/cn-hangzhou/explorer/DescribeInstances', {
      DescribeInstances: rows(['web-01', 'web-02']),
    });
    await user.click(await screen.findByRole('button', { name: 'Add PageSize' }));
    await user.type(screen.getByRole('textbox', { name: 'PageSize' }), '20');
    await user.click(screen.getByRole('button', { name: 'Add Tag' }));
    await user.type(screen.getByRole('textbox', { name: 'Tag.1.Key' }), 'env');
    expect(screen.getByRole('group', { name: 'Parameters' })).toHaveTextContent('Tag.1.Key = env');
    await user.keyboard('{Control>}{Enter}{/Control}');

    const answer = await screen.findByRole('group', { name: 'Response' });
    expect(answer).toHaveTextContent('TotalCount: 2');
    expect(within(answer).getByRole('button', { name: /^0 \{3\} InstanceName: "web-01"/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    expect(screen.getByText('HTTP 200')).toBeVisible();
    expect(screen.getByText('R-ROWS')).toBeVisible();
    expect(sent).toEqual([
      {
        action: 'DescribeInstances',
        params: { RegionId: 'cn-hangzhou', PageSize: '20', 'Tag.1.Key': 'env' },
      },
    ]);
    expect(Object.fromEntries(new URLSearchParams(router.state.location.search))).toMatchObject({
      PageSize: '20',
      'Tag.1.Key': 'env',
    });
  });

  it('J7: opens with the values of its address', async () => {
    renderExplorer('/cn-hangzhou/explorer/DescribeCommands?Name=web*&Type=RunShellScript&Bogus=1');
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('web*');
    expect(screen.getByRole('combobox', { name: 'Type' })).toHaveTextContent('RunShellScript');
    expect(screen.getByRole('group', { name: 'Parameters' })).not.toHaveTextContent('Bogus');
  });

  it('J7: is held back once for its faults, says where JSON breaks, and can be sent anyway', async () => {
    const refused = {
      status: 403,
      body: { RequestId: 'R-NO', Code: 'InvalidDiskIds.Malformed', Message: 'No.' },
    };
    const { user, sent } = renderExplorer('/cn-hangzhou/explorer/DescribeDisks', { DescribeDisks: refused });
    await user.click(await screen.findByRole('button', { name: 'Add DiskIds' }));
    await user.type(screen.getByRole('textbox', { name: 'DiskIds' }), '[["d-1", ]');
    expect(screen.getByText('No JSON from line 1, column 9.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));

    expect(await screen.findByRole('group', { name: 'Response' })).toHaveTextContent('Message: "No."');
    expect(screen.getByText('HTTP 403')).toBeVisible();
    expect(screen.getByText('R-NO')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'DiskIds' })).toHaveValue('["d-1", ]');
    expect(sent).toHaveLength(1);
  });

  it('J7: can be cancelled while it runs', async () => {
    const never = new Promise<Answer>(() => undefined);
    const { user } = renderExplorer('/cn-hangzhou/explorer/DescribeTags', { DescribeTags: never });
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Aborted')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send' })).toBeVisible();
  });

  it('J7: shows outputs decoded and JSON inside texts as JSON', async () => {
    const { user } = renderExplorer('/cn-hangzhou/explorer/DescribeInvocationResults', {
      DescribeInvocationResults: {
        body: { RequestId: 'R', Output: encodeBase64('disk is full'), Datapoints: '[{"Average":9.9}]' },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    await user.click(await screen.findByRole('button', { name: 'decoded' }));
    expect(screen.getByText('disk is full')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'as JSON' }));
    expect(screen.getByRole('group', { name: 'Response' })).toHaveTextContent('Average: 9.9');
  });

  it('J7: a list with many rows is shown in portions', async () => {
    const names = Array.from({ length: 130 }, (_, at) => `web-${at}`);
    const { user } = renderExplorer('/cn-hangzhou/explorer/DescribeInstances', {
      DescribeInstances: rows(names),
    });
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/web-99"/)).toBeVisible();
    expect(screen.queryByText(/web-100"/)).toBeNull();
    await user.click(screen.getByText('30 more of 30'));
    expect(screen.getByText(/web-129"/)).toBeVisible();
  });
});

describe('a write', () => {
  it('J7: asks first, naming the action and the region, and is sent only when confirmed', async () => {
    const { user, sent } = renderExplorer('/cn-hangzhou/explorer/DeleteCommand');
    await user.type(await screen.findByRole('textbox', { name: 'CommandId' }), 'c-1');
    await user.click(screen.getByRole('button', { name: 'Send…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Send DeleteCommand?' });
    expect(await within(dialog).findByText(/Deletes one command/)).toBeVisible();
    expect(dialog).toHaveTextContent('cn-hangzhou');
    expect(within(dialog).getByRole('button', { name: /^aliyun ecs DeleteCommand/ })).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Keep editing' }));
    expect(sent).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Send…' }));
    await user.click(await screen.findByRole('button', { name: 'Send DeleteCommand' }));
    expect(await screen.findByText('R-0')).toBeVisible();
    expect(sent).toEqual([
      { action: 'DeleteCommand', params: { RegionId: 'cn-hangzhou', CommandId: 'c-1' } },
    ]);
  });

  it('J7: is refused where nothing may be changed', async () => {
    const { user, sent } = renderExplorer('/cn-hangzhou/explorer/DeleteCommand', {}, 'Read-only.');
    await user.type(await screen.findByRole('textbox', { name: 'CommandId' }), 'c-1');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('button', { name: 'Send…' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent).toEqual([]);
  });

  it('J7: keeps its draft in this tab, without secrets, and shows no secret', async () => {
    const first = renderExplorer('/cn-hangzhou/explorer/RunInstances');
    await first.user.type(await screen.findByRole('textbox', { name: 'ImageId' }), 'm-1');
    await first.user.click(screen.getByRole('button', { name: 'Add Password' }));
    await first.user.type(screen.getByLabelText('Password'), 'Top-Secret-1');
    expect(screen.getByRole('group', { name: 'Parameters' })).toHaveTextContent('Password = ******');
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Top-Secret-1');
    expect(first.router.state.location.search).not.toContain('Secret');
    await first.user.click(screen.getByRole('button', { name: 'Send…' }));
    await first.user.click(screen.getByRole('button', { name: 'Send anyway' }));
    const dialog = await screen.findByRole('dialog', { name: 'Send RunInstances?' });
    expect(dialog.innerHTML).not.toContain('Top-Secret-1');
    await first.user.click(within(dialog).getByRole('button', { name: 'Send RunInstances' }));
    expect(await screen.findByText('R-0')).toBeVisible();
    expect(first.sent).toMatchObject([{ action: 'RunInstances', params: { Password: 'Top-Secret-1' } }]);
    expect(JSON.stringify(first.log.entries())).not.toContain('Top-Secret-1');
    first.unmount();

    renderExplorer('/cn-hangzhou/explorer/RunInstances');
    expect(await screen.findByRole('textbox', { name: 'ImageId' })).toHaveValue('m-1');
  });

  it('J7, K4: a webhook’s token is neither shown nor logged, and is not taken from a remembered call', async () => {
    const webhook = 'https://oapi.dingtalk.com/robot/send?access_token=robot-secret-1';
    const first = renderExplorer('/cn-hangzhou/explorer/PutContact', {
      PutContact: { body: { RequestId: 'R-PUT', Echo: `sent to ${webhook}` } },
    });
    await first.user.type(await screen.findByRole('textbox', { name: 'ContactName' }), 'alice');
    await first.user.type(screen.getByRole('textbox', { name: 'Describe' }), 'on call');
    await first.user.click(screen.getByLabelText('Channels.DingWebHook'));
    await first.user.paste(webhook);
    await first.user.click(screen.getByRole('button', { name: 'Send…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Send PutContact?' });
    expect(dialog.innerHTML).not.toContain('robot-secret-1');
    await first.user.click(within(dialog).getByRole('button', { name: 'Send PutContact' }));
    expect(await screen.findByRole('group', { name: 'Response' })).toHaveTextContent(
      'Echo: "sent to https://oapi.dingtalk.com/robot/send?access_token=••••••••et-1"',
    );
    expect(first.sent).toMatchObject([{ params: { 'Channels.DingWebHook': webhook } }]);
    expect(document.body).not.toHaveTextContent('robot-secret-1');
    expect(JSON.stringify(first.log.entries())).not.toContain('robot-secret-1');

    await first.user.click(screen.getByRole('tab', { name: 'Latest calls' }));
    const calls = await screen.findByRole('list', { name: 'Latest calls' });
    await first.user.click(within(calls).getByRole('link', { name: /PutContact/ }));
    await waitFor(() => expect(screen.getByLabelText('Channels.DingWebHook')).toHaveValue(''));
    expect(screen.getByRole('textbox', { name: 'ContactName' })).toHaveValue('alice');
    expect(document.body.innerHTML).not.toContain('robot-secret-1');
  });

  it('J7: what is added takes the focus and the very next key; taken out, it leaves the focus where it was', async () => {
    const { user } = renderExplorer('/cn-hangzhou/explorer/StopInvocation');
    const chip = await screen.findByRole('button', { name: 'Add InstanceId' });
    chip.focus();
    await user.keyboard('{Enter}i-1');
    expect(screen.getByRole('textbox', { name: 'InstanceId.1' })).toHaveValue('i-1');
    await user.click(screen.getByRole('button', { name: 'Add one: InstanceId' }));
    await user.keyboard('i-2');
    expect(screen.getByRole('textbox', { name: 'InstanceId.2' })).toHaveValue('i-2');
    await user.click(screen.getByRole('button', { name: 'Remove InstanceId.1' }));
    expect(screen.getByRole('textbox', { name: 'InstanceId.2' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Take InstanceId out' }));
    expect(screen.getByRole('button', { name: 'Add InstanceId' })).toHaveFocus();
  });

  it('J7: takes many IDs in one paste', async () => {
    const { user } = renderExplorer('/cn-hangzhou/explorer/StopInvocation');
    await user.click(await screen.findByRole('button', { name: 'Add InstanceId' }));
    await user.click(screen.getByRole('textbox', { name: 'InstanceId.1' }));
    await user.paste('i-1\ni-2, i-3');
    expect(screen.getByRole('group', { name: 'Parameters' })).toHaveTextContent(
      /InstanceId\.1 = i-1\s*InstanceId\.2 = i-2\s*InstanceId\.3 = i-3/,
    );
  });
});

describe('the latest calls', () => {
  it('J7: open with their parameters and their answer, and can be compared', async () => {
    const { user, log } = renderExplorer('/cn-hangzhou/explorer/DescribeInstances', {
      DescribeInstances: rows(['web-02']),
    });
    log.add({
      product: 'ecs',
      action: 'DescribeInstances',
      params: { RegionId: 'cn-hangzhou', InstanceName: 'web-01' },
      startedAt: Date.UTC(2026, 10, 20),
      durationMs: 42,
      attempts: 1,
      requestId: 'R-OLD',
      ok: true,
      response: rows(['web-01']).body,
    });
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(await screen.findByText('R-ROWS')).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Latest calls' }));
    const calls = await screen.findByRole('list', { name: 'Latest calls' });
    await user.click(within(calls).getAllByRole('button', { name: /^Compare/ })[1]!);
    expect(await screen.findByRole('group', { name: 'Compared with an earlier response' })).toHaveTextContent(
      /"InstanceName": "web-01"/,
    );
    await user.click(screen.getByRole('tab', { name: 'Latest calls' }));
    const again = await screen.findByRole('list', { name: 'Latest calls' });
    await user.click(within(again).getAllByRole('link', { name: /DescribeInstances/ })[1]!);
    expect(await screen.findByRole('textbox', { name: 'InstanceName' })).toHaveValue('web-01');
    expect(await screen.findByText('R-OLD')).toBeVisible();
  });
});
