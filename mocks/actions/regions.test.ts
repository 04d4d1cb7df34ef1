import { describe, expect, it } from 'vitest';
import { callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import { describeRegions, describeZones } from './regions';

async function regionNames(params: Record<string, string>) {
  const answer = (await callAction(describeRegions, params)) as {
    Regions: { Region: { RegionId: string; LocalName: string }[] };
  };
  return Object.fromEntries(answer.Regions.Region.map((region) => [region.RegionId, region.LocalName]));
}

describe('DescribeRegions', () => {
  it('J1: names the regions in the language asked for, simplified Chinese by default', async () => {
    expect((await regionNames({}))['cn-hangzhou']).toBe('华东1（杭州）');
    expect((await regionNames({ AcceptLanguage: 'zh-TW' }))['eu-central-1']).toBe('德國（法蘭克福）');
    expect((await regionNames({ AcceptLanguage: 'en-US' }))['cn-hongkong']).toBe('China (Hong Kong)');
    expect((await regionNames({ AcceptLanguage: 'ja' }))['ap-southeast-1']).toBe('Singapore');
    expect(Object.keys(await regionNames({}))).toEqual(demoWorld.regions.map((region) => region.regionId));
  });

  it('J1: tells each region its endpoint', async () => {
    const answer = (await callAction(describeRegions, {})) as {
      Regions: { Region: { RegionEndpoint: string }[] };
    };
    expect(answer.Regions.Region.map((region) => region.RegionEndpoint)).toEqual([
      'ecs-cn-hangzhou.aliyuncs.com',
      ...demoWorld.regions.slice(1).map((region) => `ecs.${region.regionId}.aliyuncs.com`),
    ]);
  });

  it('K4: refuses unknown languages and resource types', async () => {
    expect(await refusalOf(callAction(describeRegions, { AcceptLanguage: 'tlh' }))).toBe(
      'InvalidAcceptLanguage.NotFound 404',
    );
    expect(await refusalOf(callAction(describeRegions, { ResourceType: 'moon' }))).toBe(
      'InvalidResourceType.NotFound 404',
    );
    expect(await refusalOf(callAction(describeRegions, { InstanceChargeType: 'Free' }))).toBe(
      'InvalidInstanceChargeType.NotFound 404',
    );
  });
});

describe('DescribeZones', () => {
  it('J1: lists the zones of the region, and what can be made there unless told not to', async () => {
    interface Zone {
      ZoneId: string;
      LocalName: string;
      AvailableResources: { ResourcesInfo: unknown[] };
    }
    const zones = async (params: Record<string, string>) =>
      (
        (await callAction(describeZones, { RegionId: 'ap-southeast-1', ...params })) as {
          Zones: { Zone: Zone[] };
        }
      ).Zones.Zone;
    expect((await zones({ AcceptLanguage: 'en-US' })).map((zone) => [zone.ZoneId, zone.LocalName])).toEqual([
      ['ap-southeast-1a', 'Singapore Zone A'],
      ['ap-southeast-1b', 'Singapore Zone B'],
      ['ap-southeast-1c', 'Singapore Zone C'],
    ]);
    expect((await zones({}))[0]!.AvailableResources.ResourcesInfo).toHaveLength(1);
    expect((await zones({ Verbose: 'false' }))[0]!.AvailableResources.ResourcesInfo).toEqual([]);
  });
});
