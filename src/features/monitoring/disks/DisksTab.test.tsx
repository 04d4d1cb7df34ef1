import { configure, screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { instanceRoutes } from '../index';
import { testInstance } from '../test-instance';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/ecs/event-topics';
import '@/api/ecs/monitor';
import './DisksTab';

// Charts are many elements, of which none is hidden: looking whether they are takes most of a test's time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

type Answers = Parameters<typeof fakeRpc>[0];

const disk = (number: number, members: object = {}) => ({
  DiskId: `d-${number}`,
  DiskName: `disk ${number}`,
  Type: 'data',
  Category: 'cloud_essd',
  Size: 100,
  Device: `/dev/xvd${String.fromCharCode(97 + number)}`,
  ...members,
});
/** An hour into the span, so that a minute that passes meanwhile leaves the point in it. */
const later = (start: unknown) =>
  `${new Date(Date.parse(String(start)) + 3_600_000).toISOString().slice(0, 19)}Z`;

const disks = (...rows: object[]): Answers => ({
  DescribeDisks: { TotalCount: rows.length, Disks: { Disk: rows } },
  DescribeDiskMonitorData: ({ DiskId, StartTime }) => ({
    MonitorData: {
      DiskMonitorData: [
        { DiskId, TimeStamp: later(StartTime), IOPSRead: 5, IOPSWrite: 9, BPSRead: 3000, LatencyRead: 700 },
      ],
    },
  }),
  DescribeEniMonitorData: ({ EniId, StartTime }) => ({
    MonitorData: {
      EniMonitorData: [
        { EniId, TimeStamp: later(StartTime), IntranetRx: '8000', IntranetTx: 4000, PacketRx: '12' },
      ],
    },
  }),
});

const cards = [
  {
    NetworkInterfaceId: 'eni-1',
    MacAddress: '00:16:3e:00:00:01',
    PrimaryIpAddress: '10.0.0.12',
    Type: 'Primary',
  },
  {
    NetworkInterfaceId: 'eni-2',
    MacAddress: '00:16:3e:00:00:02',
    PrimaryIpAddress: '10.0.0.13',
    Type: 'Secondary',
  },
];

function open(answers: Answers) {
  const context = { region: 'cn-hangzhou', instance: testInstance({ NetworkInterfaces: cards }) };
  const rpc = fakeRpc(answers);
  const routes = [{ path: 'instances/:id', element: <Outlet context={context} />, children: instanceRoutes }];
  return { rpc, ...renderPage(routes, { rpc, at: '/cn-hangzhou/instances/i-bp1aaa/disks' }) };
}

describe('disks and interfaces', () => {
  it('G4: lists the system disk first, then the others and the interfaces, each with its charts', async () => {
    open(disks(disk(1), disk(0, { Type: 'system' })));
    await screen.findByRole('heading', { level: 2, name: '/dev/xvda' });
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      '/dev/xvda',
      '/dev/xvdb',
      'eni-1',
      'eni-2',
    ]);
    await waitFor(() => expect(screen.getAllByRole('slider')).toHaveLength(10));
    expect(screen.getAllByRole('slider', { name: /^Operations/ })).toHaveLength(2);
    const [traffic] = await screen.findAllByRole('heading', { level: 3, name: 'Intranet traffic' });
    expect(traffic!.closest('figure')).toHaveTextContent(/Mbit\/s.*in ?min 8/);
    const [latency] = screen.getAllByRole('heading', { level: 3, name: 'Latency' });
    expect(latency!.closest('figure')).toHaveTextContent(/µs.*read ?min 700/);
  });

  it('G4: a latency of nothing is a gap, never a zero', async () => {
    open({
      ...disks(disk(0)),
      DescribeDiskMonitorData: ({ DiskId, StartTime }) => ({
        MonitorData: {
          DiskMonitorData: [0, 1, 2].map((minute) => ({
            DiskId,
            TimeStamp: new Date(Date.parse(String(StartTime)) + 3_600_000 + minute * 60_000).toISOString(),
            IOPSRead: minute === 1 ? 0 : 5,
            LatencyRead: minute === 1 ? 0 : 700,
            LatencyWrite: 0,
          })),
        },
      }),
    });
    const slider = await screen.findByRole('slider', { name: /^Latency/ });
    const figure = slider.closest('figure')!;
    expect(figure).toHaveTextContent(/read ?min 700 ?avg 700 ?max 700/);
    expect(figure).toHaveTextContent(/write ?min – ?avg – ?max –/);
    expect(slider).toHaveAccessibleDescription(/1 gap/);
  });

  it('G4: a disk whose values cannot be read leaves the others their charts', async () => {
    const answers = disks(disk(0), disk(1));
    const data = answers['DescribeDiskMonitorData'] as (params: object) => Record<string, unknown>;
    open({
      ...answers,
      DescribeDiskMonitorData: (params) => {
        if (params['DiskId'] === 'd-1') throw apiError('InvalidDiskId.NotFound', { httpStatus: 404 });
        return data(params);
      },
    });
    await waitFor(() => expect(screen.getAllByRole('slider', { name: /^Operations/ })).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(3));
    const alerts = screen.getAllByRole('alert');
    expect(alerts[0]).toHaveTextContent('Operations could not be read');
    expect(within(alerts[0]!).getByRole('button', { name: /again|retry/i })).toBeVisible();
  });

  it('G2: many disks are asked for a few at a time, each once', async () => {
    let now = 0;
    let most = 0;
    const { rpc } = open({
      ...disks(...Array.from({ length: 7 }, (_, index) => disk(index))),
      DescribeDiskMonitorData: async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now -= 1;
        return { MonitorData: { DiskMonitorData: [] } };
      },
    });
    await screen.findByRole('heading', { level: 2, name: '/dev/xvdg' });
    const asked = () =>
      rpc.calls
        .filter(({ action }) => action === 'DescribeDiskMonitorData')
        .map(({ params }) => params['DiskId']);
    await waitFor(() => expect(asked()).toHaveLength(7));
    expect(new Set(asked()).size).toBe(7);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('J5: disks that cannot be listed leave the interfaces', async () => {
    open({ ...disks(), DescribeDisks: apiError('Forbidden.RAM', { httpStatus: 403 }) });
    expect(await screen.findByText('The disks could not be read')).toBeVisible();
    expect(await screen.findByRole('heading', { level: 2, name: 'eni-1' })).toBeVisible();
  });
});
