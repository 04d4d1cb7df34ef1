import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { Disk } from '@/api/ecs/disks';
import type { Instance, NetworkInterface } from '@/api/ecs/instances';
import type { DiskMetric, EniMetric } from '@/api/ecs/monitor';
import { keys } from '@/api/query-keys';
import { measuredLatency } from '@/domain/monitor-latency';
import type { Quantity } from '@/domain/monitor-units';
import { type ChartData, readState } from '../chart/chart-data';
import type { LineSource } from '../chart/chart-line';
import type { ChartWindow } from '../data/chart-window';
import { diskReading, eniReading } from '../data/readings';
import { useSameList } from '../data/use-same-list';

const DISK_CHARTS = [
  { id: 'operations', quantity: 'operationRate', lines: { read: 'IOPSRead', write: 'IOPSWrite' } },
  { id: 'bandwidth', quantity: 'byteRate', lines: { read: 'BPSRead', write: 'BPSWrite' } },
  { id: 'latency', quantity: 'microseconds', lines: { read: 'LatencyRead', write: 'LatencyWrite' } },
] as const satisfies readonly {
  id: string;
  quantity: Quantity;
  lines: Partial<Record<'read' | 'write', DiskMetric>>;
}[];

const INTERFACE_CHARTS = [
  { id: 'traffic', quantity: 'kilobitRate', lines: { in: 'IntranetRx', out: 'IntranetTx' } },
  { id: 'packets', quantity: 'packets', lines: { in: 'PacketRx', out: 'PacketTx' } },
  { id: 'drops', quantity: 'packets', lines: { in: 'DropPacketRx', out: 'DropPacketTx' } },
] as const satisfies readonly {
  id: string;
  quantity: Quantity;
  lines: Partial<Record<'in' | 'out', EniMetric>>;
}[];

/** A disk or an interface, and its charts. */
export type DiskGroup = { charts: ChartData[] } & (
  { kind: 'disk'; id: string; disk: Disk } | { kind: 'interface'; id: string; card: NetworkInterface }
);

/** The disks of an instance. */
export function useDisks(region: string, instanceId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.monitoring.disks(region, instanceId),
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeDisks(
        { RegionId: region, InstanceId: instanceId, PageSize: 100 },
        { signal },
      );
      // The system disk first, as the system counts them.
      return page.items.toSorted(
        (a, b) =>
          Number(b.Type === 'system') - Number(a.Type === 'system') || a.Device.localeCompare(b.Device),
      );
    },
    staleTime: 5 * 60_000,
  });
}

const NO_DISKS: readonly Disk[] = [];

/** Each disk and each interface with its charts; each may fail alone (G4). */
export function useDiskGroups(
  region: string,
  instance: Instance,
  disks: readonly Disk[] = NO_DISKS,
  window: ChartWindow,
): DiskGroup[] {
  const { t } = useTranslation('monitoring');
  const api = useApi();
  const cards = instance.NetworkInterfaces;
  const ofDisks = useQueries({
    queries: disks.map(({ DiskId }) => diskReading(api, region, DiskId, window)),
  });
  const ofCards = useQueries({
    queries: cards.map(({ NetworkInterfaceId }) =>
      eniReading(api, region, instance.InstanceId, NetworkInterfaceId, window),
    ),
  });
  const diskData = useSameList(ofDisks.map(({ data }) => data));
  const cardData = useSameList(ofCards.map(({ data }) => data));
  const sources = useMemo(
    () => ({
      disks: diskData.map((points) => DISK_CHARTS.map(({ lines }) => linesOf(points, lines, t))),
      cards: cardData.map((points) => INTERFACE_CHARTS.map(({ lines }) => linesOf(points, lines, t))),
    }),
    [cardData, diskData, t],
  );
  return [
    ...disks.map((disk, index) => ({
      kind: 'disk' as const,
      id: disk.DiskId,
      disk,
      charts: DISK_CHARTS.map(({ id, quantity }, chart) => ({
        id: `${disk.DiskId} ${id}`,
        title: t(`disk.chart.${id}`),
        quantity,
        atLeast: 0,
        window,
        sources: sources.disks[index]![chart]!,
        ...readState(ofDisks[index]!),
      })),
    })),
    ...cards.map((card, index) => ({
      kind: 'interface' as const,
      id: card.NetworkInterfaceId,
      card,
      charts: INTERFACE_CHARTS.map(({ id, quantity }, chart) => ({
        id: `${card.NetworkInterfaceId} ${id}`,
        title: t(`interface.chart.${id}`),
        note: quantity === 'packets' ? t('chart.perPeriod', { period: window.periodSeconds }) : undefined,
        quantity,
        atLeast: 0,
        window,
        sources: sources.cards[index]![chart]!,
        ...readState(ofCards[index]!),
      })),
    })),
  ];
}

type LineName = 'in' | 'out' | 'read' | 'write';

function linesOf<Metric extends string>(
  points: readonly ({ at: number } & Partial<Record<Metric, number | undefined>>)[] | undefined,
  lines: Partial<Record<LineName, Metric>>,
  t: (key: `line.${LineName}`) => string,
): LineSource[] {
  return Object.entries(lines).map(([id, metric]) => ({
    id,
    label: t(`line.${id as LineName}`),
    samples: (points ?? []).map((point) => ({
      at: point.at,
      value: metric.startsWith('Latency') ? measuredLatency(point[metric]) : point[metric],
    })),
  }));
}
