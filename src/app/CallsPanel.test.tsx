import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallEntry } from '@/api/rpc';
import { renderPage } from '../../test/support/render';
import { CALL_LOG_SIZE, CallLogContext, createCallLog } from '@/api/call-log';
import CallsPanel from './CallsPanel';

const entry = (change: Partial<CallEntry> = {}): CallEntry => ({
  product: 'ecs',
  action: 'DescribeCommands',
  params: { RegionId: 'cn-hangzhou', Name: "it's" },
  startedAt: Date.UTC(2026, 10, 20),
  durationMs: 42,
  attempts: 1,
  requestId: 'R-1',
  ok: true,
  response: { TotalCount: 3 },
  ...change,
});

describe('call log', () => {
  it('B8: keeps the latest calls only, newest first', () => {
    const log = createCallLog();
    for (let count = 1; count <= CALL_LOG_SIZE + 5; count++) log.add(entry({ requestId: `R-${count}` }));
    expect(log.entries()).toHaveLength(CALL_LOG_SIZE);
    expect(log.entries()[0]?.requestId).toBe(`R-${CALL_LOG_SIZE + 5}`);
  });
});

describe('CallsPanel', () => {
  it('B8: shows a call as a command line, with its RequestId and the raw answer', async () => {
    const log = createCallLog();
    log.add(entry());
    log.add(entry({ action: 'DeleteCommand', ok: false, code: 'Forbidden.RAM', response: undefined }));
    const { user } = renderPage(
      <CallLogContext value={log}>
        <CallsPanel />
      </CallLogContext>,
    );
    expect(screen.getByRole('button', { name: /DeleteCommand.*Forbidden\.RAM/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /DescribeCommands.*OK.*42 ms/ }));
    expect(screen.getByText('R-1')).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^aliyun ecs DescribeCommands --RegionId cn-hangzhou/ }),
    ).toBeVisible();
    expect(screen.getByRole('group', { name: 'Response' })).toHaveTextContent('"TotalCount": 3');
    expect(screen.getByRole('link', { name: 'Open in the explorer' })).toHaveAttribute(
      'href',
      `/cn-hangzhou/explorer/DescribeCommands?call=${log.entries()[1]?.id}`,
    );
    await user.click(screen.getByRole('button', { name: 'All calls' }));
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByText('No call yet.')).toBeVisible();
  });
});
