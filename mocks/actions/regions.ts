import { Fault } from '../fault';
import { MACHINE_TYPES } from '../world/images';
import { PLACE_LANGUAGES, type PlaceLanguage } from '../world/regions';
import type { Action } from './action';
import type { ParamReader } from './params';

const RESOURCE_TYPES = new Set(['instance', 'disk', 'reservedinstance', 'scu']);
const CHARGE_TYPES = new Set(['PrePaid', 'PostPaid', 'SpotWithPriceLimit', 'SpotAsPriceGo']);
const DISK_CATEGORIES = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'];
/** Languages the API knows beside the ones it answers in here; they read English. */
const OTHER_LANGUAGES = new Set(['ja', 'ja-JP', 'de-DE', 'fr-FR', 'ko-KR', 'en']);

function languageOf(params: ParamReader): PlaceLanguage {
  const wanted = params.text('AcceptLanguage') ?? 'zh-CN';
  const known = PLACE_LANGUAGES.find((language) => language === wanted);
  if (known) return known;
  if (OTHER_LANGUAGES.has(wanted)) return 'en-US';
  throw new Fault('InvalidAcceptLanguage.NotFound', 404, 'The specified AcceptLanguage does not exist.');
}

function checkChargeType(params: ParamReader): void {
  const chargeType = params.text('InstanceChargeType');
  if (chargeType !== undefined && !CHARGE_TYPES.has(chargeType)) {
    throw new Fault(
      'InvalidInstanceChargeType.NotFound',
      404,
      'The specified InstanceChargeType does not exist.',
    );
  }
}

/** DescribeRegions (contract 6); names in the language asked for, simplified Chinese by default. */
export const describeRegions: Action = ({ params, world }) => {
  const language = languageOf(params);
  checkChargeType(params);
  const resourceType = params.text('ResourceType');
  if (resourceType !== undefined && !RESOURCE_TYPES.has(resourceType.toLowerCase())) {
    throw new Fault(
      'InvalidResourceType.NotFound',
      404,
      'The ResourceType provided does not exist in our records.',
    );
  }
  return {
    Regions: {
      Region: world.regions.map((region) => ({
        RegionId: region.regionId,
        LocalName: region.names[language],
        RegionEndpoint: region.endpoint,
        Status: 'available',
      })),
    },
  };
};

/** DescribeZones (contract 6): every zone of the region; `Verbose=false` leaves out what can be made there. */
export const describeZones: Action = ({ params, world, regionId }) => {
  const language = languageOf(params);
  checkChargeType(params);
  const verbose = params.boolean('Verbose') ?? true;
  const types = Object.keys(MACHINE_TYPES);
  return {
    Zones: {
      Zone: world.zones(regionId).map((zone) => ({
        ZoneId: zone.zoneId,
        LocalName: zone.names[language],
        ZoneType: 'AvailabilityZone',
        AvailableResourceCreation: { ResourceTypes: ['VSwitch', 'IoOptimized', 'Instance', 'Disk'] },
        AvailableDiskCategories: { DiskCategories: DISK_CATEGORIES },
        AvailableInstanceTypes: { InstanceTypes: types },
        AvailableResources: {
          ResourcesInfo: verbose
            ? [
                {
                  IoOptimized: true,
                  InstanceTypes: { supportedInstanceType: types },
                  SystemDiskCategories: { supportedSystemDiskCategory: DISK_CATEGORIES },
                  DataDiskCategories: { supportedDataDiskCategory: DISK_CATEGORIES },
                  NetworkTypes: { supportedNetworkCategory: ['vpc'] },
                },
              ]
            : [],
        },
      })),
    },
  };
};
