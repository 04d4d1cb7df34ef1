import { CREATION_LIMITS } from '@/domain/creation-limits';
import { Fault } from '../fault';
import { diskCategoriesFor, type DiskCategory } from '../world/disks';
import { MACHINE_TYPES } from '../world/images';
import { isMachineType, MACHINE_TYPE_NAMES, type StockCategory, stockOf } from '../world/stock';
import type { Action, ActionContext } from './action';

const DESTINATIONS = ['Zone', 'IoOptimized', 'InstanceType', 'Network', 'ddh', 'SystemDisk', 'DataDisk'];
const RESOURCES = ['instance', 'disk', 'reservedinstance', 'ddh'];
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
        const best = bestOf(stocks);
        return {
          RegionId: regionId,
          ZoneId: zone.zoneId,
          ...wireStock(best),
          AvailableResources: { AvailableResource: resources(destination, stocks) },
        };
      }),
    },
  };
};

const BEST_FIRST: readonly StockCategory[] = [
  'WithStock',
  'ClosedWithStock',
  'WithoutStock',
  'ClosedWithoutStock',
];

/** What there is of any of them. */
function bestOf(stocks: readonly { category: StockCategory }[]): StockCategory {
  return BEST_FIRST.find((level) => stocks.some(({ category }) => category === level)) ?? 'WithoutStock';
}

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
  return { Status: category.endsWith('WithStock') ? 'Available' : 'SoldOut', StatusCategory: category };
}

type TypeStock = { value: string; category: StockCategory };

function resources(destination: string, stocks: readonly TypeStock[]) {
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
      return list(destination, diskRows(destination, stocks));
    case 'Network':
      return list(destination, [{ Value: 'vpc', ...wireStock(bestOf(stocks)) }]);
    case 'IoOptimized':
      return list(destination, [{ Value: 'optimized', ...wireStock(bestOf(stocks)) }]);
    default:
      return [];
  }
}

/** A kind of disk is to be had where a type is that can have it. */
function diskRows(destination: 'SystemDisk' | 'DataDisk', stocks: readonly TypeStock[]): object[] {
  const { min, max } = CREATION_LIMITS[destination === 'SystemDisk' ? 'systemDisk' : 'dataDisk'];
  const byCategory = new Map<DiskCategory, TypeStock[]>();
  for (const stock of stocks)
    for (const category of diskCategoriesFor(stock.value)) {
      byCategory.set(category, [...(byCategory.get(category) ?? []), stock]);
    }
  return [...byCategory].map(([Value, having]) => ({
    Value,
    ...wireStock(bestOf(having)),
    Min: min,
    Max: max,
    Unit: 'GiB',
  }));
}
