/** The languages in which DescribeRegions and DescribeZones name places (`AcceptLanguage`). */
export const PLACE_LANGUAGES = ['zh-CN', 'zh-TW', 'en-US'] as const;
export type PlaceLanguage = (typeof PLACE_LANGUAGES)[number];
export type PlaceNames = Readonly<Record<PlaceLanguage, string>>;

export interface Zone {
  zoneId: string;
  names: PlaceNames;
}

export interface Region {
  regionId: string;
  names: PlaceNames;
  /** Host name of the region's ECS endpoint (contract 1.10). */
  endpoint: string;
  /** The three characters that ids made in this region begin with: `i-bp1…`. */
  idPrefix: string;
  zones: readonly Zone[];
}

export const HOME_REGION = 'cn-hangzhou';

/** [id, id prefix, zone letters, zh-CN, zh-TW, en-US]; zone names are the region's with the letter. */
const PLACES = [
  ['cn-hangzhou', 'bp1', 'hij', '华东1（杭州）', '華東1（杭州）', 'China (Hangzhou)'],
  ['cn-beijing', '2ze', 'fgh', '华北2（北京）', '華北2（北京）', 'China (Beijing)'],
  ['cn-shanghai', 'uf6', 'bef', '华东2（上海）', '華東2（上海）', 'China (Shanghai)'],
  ['cn-shenzhen', 'wz9', 'de', '华南1（深圳）', '華南1（深圳）', 'China (Shenzhen)'],
  ['cn-hongkong', 'j6c', 'bc', '中国香港', '中國香港', 'China (Hong Kong)'],
  ['ap-southeast-1', 't4n', 'abc', '新加坡', '新加坡', 'Singapore'],
  ['eu-central-1', 'gw8', 'ab', '德国（法兰克福）', '德國（法蘭克福）', 'Germany (Frankfurt)'],
] as const;

export const REGIONS: readonly Region[] = PLACES.map(([regionId, idPrefix, letters, cn, tw, en]) => ({
  regionId,
  idPrefix,
  names: { 'zh-CN': cn, 'zh-TW': tw, 'en-US': en },
  endpoint: regionId === HOME_REGION ? 'ecs-cn-hangzhou.aliyuncs.com' : `ecs.${regionId}.aliyuncs.com`,
  zones: [...letters].map((letter) => {
    const upper = letter.toUpperCase();
    return {
      zoneId: regionId.startsWith('cn-') ? `${regionId}-${letter}` : `${regionId}${letter}`,
      names: {
        'zh-CN': `${cn} 可用区 ${upper}`,
        'zh-TW': `${tw} 可用性區域 ${upper}`,
        'en-US': `${en} Zone ${upper}`,
      },
    };
  }),
}));
