import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import { keys } from '@/api/query-keys';
import { useWireLanguage } from '@/api/wire-language';

const STOCK_STALE_MS = 60_000;
const ZONES_STALE_MS = 60 * 60_000;

/** Which instance types are asked for. */
export interface StockAsked {
  chargeType: string;
  cores: number | null;
  /** GiB. */
  memory: number | null;
}

/** What every zone of the region has of the instance types (manual 2.3, step 1). */
export function useTypeStock(region: string, { chargeType, cores, memory }: StockAsked) {
  const api = useApi();
  const request = {
    RegionId: region,
    DestinationResource: 'InstanceType',
    ResourceType: 'instance',
    InstanceChargeType: chargeType,
    ...(cores === null ? {} : { Cores: cores }),
    ...(memory === null ? {} : { Memory: memory }),
  };
  return useQuery({
    queryKey: keys.stock.types(region, request),
    queryFn: ({ signal }) => api.ecs.describeAvailableResource(request, { signal }),
    staleTime: STOCK_STALE_MS,
    placeholderData: keepPreviousData,
  });
}

/** The kinds of disks that go with a type in a zone; `purpose`: for the system or for data. */
export function useDiskStock(
  region: string,
  purpose: 'SystemDisk' | 'DataDisk',
  place: { zoneId: string; instanceType: string; chargeType: string; systemCategory?: string },
) {
  const api = useApi();
  const request = {
    RegionId: region,
    DestinationResource: purpose,
    ResourceType: 'instance',
    ZoneId: place.zoneId,
    InstanceType: place.instanceType,
    InstanceChargeType: place.chargeType,
    ...(place.systemCategory ? { SystemDiskCategory: place.systemCategory } : {}),
  };
  return useQuery({
    queryKey: keys.stock.disks(region, request),
    queryFn: ({ signal }) => api.ecs.describeAvailableResource(request, { signal }),
    select: (zones) =>
      zones
        .filter(({ ZoneId }) => ZoneId === place.zoneId)
        .flatMap(({ Resources }) => Resources.filter(({ Type }) => Type === purpose))
        .flatMap(({ Supported }) => Supported),
    enabled: place.zoneId !== '' && place.instanceType !== '',
    staleTime: STOCK_STALE_MS,
    placeholderData: keepPreviousData,
  });
}

/** The zones of the region, named in the language of the page. */
export function useZoneNames(region: string): (zoneId: string) => string {
  const api = useApi();
  const language = useWireLanguage();
  const { data = [] } = useQuery({
    queryKey: keys.regions.zones(region, language),
    queryFn: ({ signal }) =>
      api.ecs.describeZones({ RegionId: region, AcceptLanguage: language }, { signal }),
    staleTime: ZONES_STALE_MS,
  });
  return (zoneId) => data.find(({ ZoneId }) => ZoneId === zoneId)?.LocalName || zoneId;
}

const FOUND = 20;

/** The instances whose ID is the text or whose name holds it, the newest first. */
export function examplesQuery(api: Api, region: string, text: string) {
  const search = /^i-\w+$/.test(text)
    ? { InstanceIds: [text] }
    : { InstanceNetworkType: 'vpc', ...(text === '' ? {} : { InstanceName: `*${text}*` }) };
  return queryOptions({
    queryKey: keys.instances.list(region, { example: text }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances({ RegionId: region, ...search, PageNumber: 1, PageSize: FOUND }, { signal }),
    select: (page) => page.items.filter(({ VSwitchId }) => VSwitchId !== ''),
  });
}
