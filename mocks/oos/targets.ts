import { MOST_LOOP_ITEMS } from '@/domain/rate-control';
import type { World } from '../world/world';
import type { WorldInstance } from '../world/instance';
import { isObject, objectIn, refuse, refuseUnknown, textIn, textsIn } from './values';

const NAME = 'targets';

/** Which instances an execution is about (contract OOS 3). */
export interface Targets {
  regionId: string;
  /** null: not chosen by their IDs. */
  ids: readonly string[] | null;
  fits(instance: WorldInstance): boolean;
  /** As sent, for answers. */
  sent: Readonly<Record<string, unknown>>;
}

type Fits = Targets['fits'];

const FILTERS: Readonly<Record<string, (value: string) => Fits>> = {
  Status: (value) => (instance) => instance.state === value,
  InstanceChargeType: (value) => (instance) => instance.chargeType === value,
  InstanceNetworkType: (value) => (instance) => instance.networkType === value,
  // The account pays by bandwidth only and has no resource groups.
  InternetChargeType: (value) => () => value === 'PayByBandwidth',
  ResourceGroupId: () => () => false,
  RegionId: (value) => (instance) => instance.regionId === value,
};

/** A shape that is not of section 3 is refused: it must never come to mean all instances. */
export function readTargets(value: unknown, regionId: string): Targets {
  const sent = objectIn(value, NAME);
  const region = sent['RegionId'] === undefined ? regionId : textIn(sent['RegionId'], `${NAME}.RegionId`);
  if (region !== regionId) return refuse(`${NAME}.RegionId`, 'it is not regionId');
  const filter = readFilter(sent['Parameters']);
  const members = (...own: string[]) => refuseUnknown(sent, ['Type', 'RegionId', 'Parameters', ...own], NAME);
  switch (sent['Type']) {
    case 'ResourceIds': {
      members('ResourceIds');
      const ids = [...new Set(textsIn(sent['ResourceIds'], `${NAME}.ResourceIds`))];
      if (ids.length > MOST_LOOP_ITEMS)
        return refuse(`${NAME}.ResourceIds`, `at most ${MOST_LOOP_ITEMS} are taken`);
      return { regionId, ids, fits: filter, sent };
    }
    case 'Tags': {
      members('Tags');
      const wanted = readTags(sent['Tags']);
      const fits: Fits = (instance) =>
        filter(instance) &&
        wanted.every(([key, text]) => Object.hasOwn(instance.tags, key) && instance.tags[key] === text);
      return { regionId, ids: null, fits, sent };
    }
    case 'ResourceGroup':
      members('ResourceGroupId');
      textIn(sent['ResourceGroupId'], `${NAME}.ResourceGroupId`);
      return { regionId, ids: null, fits: () => false, sent };
    case 'All':
      members();
      return { regionId, ids: null, fits: filter, sent };
    default:
      return refuse(`${NAME}.Type`, 'ResourceIds, Tags, ResourceGroup or All is expected');
  }
}

function readFilter(value: unknown): Fits {
  if (value === undefined) return () => true;
  const filter = objectIn(value, `${NAME}.Parameters`);
  refuseUnknown(filter, Object.keys(FILTERS), `${NAME}.Parameters`);
  const tests = Object.entries(filter).map(([name, text]) =>
    (FILTERS[name] as (value: string) => Fits)(textIn(text, `${NAME}.Parameters.${name}`)),
  );
  return (instance) => tests.every((fits) => fits(instance));
}

function readTags(value: unknown): [key: string, value: string][] {
  if (!Array.isArray(value) || value.length === 0)
    return refuse(`${NAME}.Tags`, 'a list of tags is expected');
  return value.map((tag: unknown) => {
    if (!isObject(tag)) return refuse(`${NAME}.Tags`, 'a list of tags is expected');
    return [textIn(tag['Key'], `${NAME}.Tags.Key`), textIn(tag['Value'], `${NAME}.Tags.Value`)];
  });
}

/** The items of the loop, in the order of the targets: what the filter does not return is left out without a word. */
export function selectItems(
  { regionId, ids, fits }: Targets,
  world: Pick<World, 'find' | 'instances'>,
): string[] {
  if (ids === null) return world.instances(regionId).flatMap((one) => (fits(one) ? [one.instanceId] : []));
  return ids.filter((id) => {
    const instance = world.find(regionId, id);
    return instance !== undefined && fits(instance);
  });
}
