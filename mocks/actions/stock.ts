import { Fault } from '../fault';
import { MACHINE_TYPES } from '../world/images';
import { isMachineType, MACHINE_TYPE_NAMES, type StockCategory, stockOf } from '../world/stock';
import type { Action, ActionContext } from './action';

const DESTINATIONS = ['Zone', 'IoOptimized', 'InstanceType', 'Network', 'ddh', 'SystemDisk', 'DataDisk'];
const RESOURCES = ['instance', 'disk', 'reservedinstance', 'ddh'];
const DISK_CATEGORIES = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'];
const GIB = 1024;

const unknown = (name: string) => new Fault(`Invalid.${name}`, 404, `The specified ${name} does not exist.`);

/** DescribeAvailableResource (contract 6). `ddh`: nobody sells dedicated hosts here. */
export const describeAvailableResource: Action = (context) => {
  const { params, world, regionId } = context;
  const destination = params.text('DestinationResource');
  if (destination === undefined) throw new Fault('Invalid.Param', 400, 'DestinationResource is mandatory.');
  if (!DESTINATIONS.includes(destination)) throw unknown('DestinationResource');
  known(context, 'ResourceType', RESOURCES, 404);
  known(context, 'IoOptimized', ['none', 'optimized'], 404);
  known(context, 'NetworkCategory', ['vpc', 'classic'], 404);
  known(context, 'InstanceChargeType', ['PrePaid', 'PostPaid'], 400);
  const types = wantedTypes(context);
  const zoneId = params.text('ZoneId');
  const zones = world.zones(regionId).filter((zone) => zoneId === undefined || zone.zoneId === zoneId);
  return {
    AvailableZones: {
      AvailableZone: zones.map((zone) => {
        const stocks = types.map((type) => ({
          value: type,
          ...stockOf(context.world.seed, world.zones(regionId), zone.zoneId, type),
        }));
        const best = stocks.some(({ category }) => category === 'WithStock')
          ? 'WithStock'
          : stocks.some(({ category }) => category === 'ClosedWithStock')
            ? 'ClosedWithStock'
            : 'WithoutStock';
        return {
          RegionId: regionId,
          ZoneId: zone.zoneId,
          ...wireStock(best),
          AvailableResources: { AvailableResource: resources(destination, stocks, best) },
        };
      }),
    },
  };
};

function known({ params }: ActionContext, name: string, values: readonly string[], status: number): void {
  const value = params.text(name);
  if (value === undefined || values.includes(value)) return;
  throw new Fault(`Invalid.${name}`, status, `The specified ${name} does not exist.`);
}

function wantedTypes({ params }: ActionContext) {
  const type = params.text('InstanceType');
  const cores = params.integer('Cores', 'InvalidParam.Cores');
  const memory = params.text('Memory');
  if (type !== undefined && (cores !== undefined || memory !== undefined)) {
    const why = 'InstanceType cannot be combined with Cores and Memory.';
    throw new Fault('InvalidParam.TypeAndCpuMem.Conflict', 403, why);
  }
  if (cores !== undefined && cores < 1) throw new Fault('InvalidParam.Cores', 403);
  const gib = memory === undefined ? undefined : Number(memory);
  if (gib !== undefined && !(gib > 0)) throw new Fault('InvalidParam.Memory', 403);
  if (type !== undefined) return isMachineType(type) ? [type] : [];
  return MACHINE_TYPE_NAMES.filter((name) => {
    const machine = MACHINE_TYPES[name];
    return (
      (cores === undefined || machine.cpu === cores) && (gib === undefined || machine.memoryMiB === gib * GIB)
    );
  });
}

function wireStock(category: StockCategory) {
  return { Status: category === 'WithoutStock' ? 'SoldOut' : 'Available', StatusCategory: category };
}

function resources(
  destination: string,
  stocks: readonly { value: string; category: StockCategory }[],
  zone: StockCategory,
) {
  const list = (Type: string, supported: object[]) => [
    { Type, SupportedResources: { SupportedResource: supported } },
  ];
  switch (destination) {
    case 'InstanceType':
      return list(
        destination,
        stocks.map(({ value, category }) => ({ Value: value, ...wireStock(category) })),
      );
    case 'SystemDisk':
    case 'DataDisk':
      return list(
        destination,
        DISK_CATEGORIES.map((Value) => ({
          Value,
          ...wireStock(zone),
          Min: 20,
          Max: destination === 'SystemDisk' ? 500 : 32768,
          Unit: 'GiB',
        })),
      );
    case 'Network':
      return list(destination, [{ Value: 'vpc', ...wireStock(zone) }]);
    case 'IoOptimized':
      return list(destination, [{ Value: 'optimized', ...wireStock(zone) }]);
    default:
      return [];
  }
}
