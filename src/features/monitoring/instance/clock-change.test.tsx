import { configure, fireEvent, screen } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Params } from '@/api/rpc';
import type * as timeZone from '@/domain/time-zone';
import { fakeRpc, renderPage } from '../../../../test/support/render';
import { testInstance } from '../test-instance';
import { instanceRoutes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/ecs/monitor';
import './MonitoringTab';

configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });
vi.mock('@/domain/time-zone', async (original) => {
  const zones = await original<typeof timeZone>();
  return { ...zones, machineZone: () => zones.readTimeZone('Europe/Berlin') };
});

const ID = 'i-bp1aaa';
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 9, 26, 8) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('G2: on the day the clocks go back, the hour that is there twice is drawn and read twice', async () => {
  const asked: Params[] = [];
  const rpc = fakeRpc({
    DescribeInstanceMonitorData: (params) => {
      asked.push(params);
      const { StartTime, EndTime, Period } = params;
      const rows = [];
      for (
        let at = Date.parse(String(StartTime));
        at < Date.parse(String(EndTime));
        at += Number(Period) * 1000
      )
        rows.push({ InstanceId: ID, TimeStamp: new Date(at).toISOString().replace('.000', ''), CPU: 40 });
      return { MonitorData: { InstanceMonitorData: rows } };
    },
    DescribeMonitoringAgentStatuses: {
      NodeStatusList: { NodeStatus: [{ InstanceId: ID, Status: 'not_installed' }] },
    },
    DescribeInvocations: { TotalCount: 0, Invocations: { Invocation: [] } },
    DescribeInstanceHistoryEvents: { InstanceSystemEventSet: { InstanceSystemEventType: [] } },
  });
  const page = {
    region: 'cn-hangzhou',
    instance: testInstance({ InstanceId: ID, InstanceName: 'web-01', CreationTime: '2026-01-10T02:00Z' }),
  };
  // Midnight to six in Berlin: seven hours on that day.
  renderPage([{ path: 'instances/:id', element: <Outlet context={page} />, children: instanceRoutes }], {
    rpc,
    at: `/cn-hangzhou/instances/${ID}/monitoring?from=2026-10-24T22:00Z&to=2026-10-25T05:00Z`,
  });
  const cursor = await screen.findByRole('slider', { name: 'vCPU, values over time' });
  fireEvent.keyDown(cursor, { key: 'Home' });
  const read: string[] = [];
  const said = () => cursor.getAttribute('aria-valuetext') ?? '';
  while (said() !== read.at(-1)) {
    read.push(said());
    fireEvent.keyDown(cursor, { key: 'ArrowRight' });
  }
  const hours = read.map((text) => /(\d\d:00): 40%/.exec(text)?.[1]).filter(Boolean);
  expect(hours).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00', '04:00', '05:00']);
  const spans = asked.map(
    ({ StartTime, EndTime }) => Date.parse(String(EndTime)) - Date.parse(String(StartTime)),
  );
  expect(spans.reduce((sum, span) => sum + span, 0)).toBe(7 * 60 * MINUTE);
});
