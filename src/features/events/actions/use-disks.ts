import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { type Disk, isLocalDisk } from '@/api/ecs/disks';
import type { Snapshot } from '@/api/ecs/snapshots';
import { keys } from '@/api/query-keys';
import { byRegion } from '../by-region';
import { createGate } from '@/api/gate';

const POLL_MS = 2_000;

/** A disk, and why no snapshot can be made of it. */
export interface SnapshotDisk {
  region: string;
  disk: Disk;
  problem: 'local' | null;
}

/** The disks of instances, those of one after those of the other. */
export function useDisks(instances: readonly { region: string; instanceId: string }[]) {
  const api = useApi();
  return useQuery({
    queryKey: keys.events.disks(
      'all',
      instances.map(({ region, instanceId }) => `${region} ${instanceId}`),
    ),
    queryFn: async ({ signal }) => {
      const gate = createGate(3);
      const pages = await Promise.all(
        instances.map(({ region, instanceId }) =>
          gate(async () => {
            const page = await api.ecs.describeDisks(
              { RegionId: region, InstanceId: instanceId, PageSize: 100 },
              { signal },
            );
            return page.items.map((disk): SnapshotDisk => ({
              region,
              disk,
              problem: isLocalDisk(disk.Category) ? 'local' : null,
            }));
          }),
        ),
      );
      return pages.flat();
    },
    staleTime: Infinity,
  });
}

/** What has become of snapshots, by ID; read again until all are made or failed. */
export function useSnapshots(started: readonly { region: string; id: string }[]) {
  const api = useApi();
  return useQuery({
    queryKey: keys.events.snapshots(
      'all',
      started.map(({ region, id }) => `${region} ${id}`),
    ),
    enabled: started.length > 0,
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, Snapshot>> => {
      const pages = await Promise.all(
        byRegion(started).map(([region, rows]) =>
          api.ecs.describeSnapshots(
            { RegionId: region, SnapshotIds: rows.slice(0, 100).map(({ id }) => id) },
            { signal },
          ),
        ),
      );
      return new Map(pages.flatMap(({ items }) => items.map((one) => [one.SnapshotId, one] as const)));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      started.every(({ id }) => isOver(state.data?.get(id))) ? false : POLL_MS,
  });
}

function isOver(snapshot: Snapshot | undefined): boolean {
  return snapshot?.Status === 'accomplished' || snapshot?.Status === 'failed';
}
