import { growFleet } from './growth';
import { IMAGES, MACHINE_TYPES } from './images';
import type { WorldAgent, WorldInstance } from './instance';
import { Draws, hash32, mix32 } from './random';
import { HOME_REGION, REGIONS, type Region } from './regions';
import { HOME_ROSTER, OUTPOST_ROSTERS, type Plan } from './roster';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const TEAMS: Readonly<Record<string, readonly [team: string, owner: string]>> = {
  shop: ['storefront', 'mei.lin'],
  orders: ['commerce', 'alice'],
  reports: ['data', 'carlos'],
  edge: ['network', 'yuki'],
  platform: ['platform', 'wei.chen'],
  billing: ['finance-it', 'hannah'],
  office: ['it-support', 'jun.wang'],
  crm: ['sales-it', 'priya'],
  iot: ['devices', 'tomas'],
};

const AGENT_VERSIONS = {
  linux: { current: ['2.2.3.857', '2.2.3.857', '2.2.3.839'], old: ['2.2.0.106', '1.0.2.569'] },
  windows: { current: ['2.1.3.857', '2.1.3.857', '2.1.3.839'], old: ['2.1.0.86', '1.0.0.149'] },
} as const;

/** How many instances a region holds when the whole account has `fleetSize`: 26 live outside the home region. */
function regionSize(fleetSize: number, regionId: string): number {
  const outposts = Math.min(26, Math.floor(fleetSize / 2));
  if (regionId === HOME_REGION) return fleetSize - outposts;
  let before = 0;
  for (const region of REGIONS) {
    const size = OUTPOST_ROSTERS[region.regionId]?.length ?? 0;
    if (region.regionId === regionId) return Math.max(0, Math.min(size, outposts - before));
    before += size;
  }
  return 0;
}

const digits = (value: number, count: number) => Math.floor(value).toString(36).padStart(count, '0');

/** 17 characters: 13 drawn, then the index turned by a bijection of 0…36⁴−1, so that no two ids of a region are alike. */
function idTail(draws: Draws, index: number): string {
  const drawn =
    digits(draws.next() * 36 ** 6, 6) + digits(draws.next() * 36 ** 6, 6) + digits(draws.next() * 36, 1);
  return drawn + digits((index * 916_013 + 401_119) % 36 ** 4, 4);
}

function resourceId(kind: string, region: Region, name: string): string {
  const draws = new Draws(hash32(`${kind}/${region.regionId}/${name}`));
  return `${kind}-${region.idPrefix}${idTail(draws, hash32(name) % 1000)}`;
}

function agentOf(plan: Plan, osType: 'linux' | 'windows', bornAt: number, draws: Draws): WorldAgent {
  const versions = AGENT_VERSIONS[osType];
  const version = draws.pick(plan.agent === 'old' ? versions.old : versions.current);
  const offlineFor = draws.between(5, 9 * 24) * HOUR;
  if (plan.agent === 'missing' || plan.state === 'Pending')
    return { state: 'missing', version: '', lastHeartbeatAt: null };
  if (plan.agent === 'offline' || plan.state === 'Stopped') {
    return { state: 'offline', version, lastHeartbeatAt: bornAt - offlineFor };
  }
  if (plan.state !== 'Running') return { state: 'offline', version, lastHeartbeatAt: bornAt - 3 * MINUTE };
  return { state: 'online', version, lastHeartbeatAt: null };
}

function hostNameOf(plan: Plan, osType: 'linux' | 'windows', instanceId: string): string {
  if (osType === 'windows') return plan.name.toUpperCase().slice(0, 15);
  // Nobody renamed the old machines: they keep the name the platform gives.
  return plan.name.startsWith('legacy-') ? `iZ${instanceId.slice(2)}Z` : plan.name;
}

/** Counts instances per switch, so that addresses fill each subnet in order. */
type Subnets = Map<string, number>;

function addressIn(subnets: Subnets, region: number, network: Plan['network'], zone: number): string {
  const key = `${network}/${zone}`;
  const number = subnets.get(key) ?? 0;
  subnets.set(key, number + 1);
  const second = region * 10 + (network === 'main' ? 0 : network === 'lab' ? 1 : 2);
  return `10.${second}.${zone * 64 + Math.floor(number / 240)}.${11 + (number % 240)}`;
}

function macOf(regionIndex: number, index: number): string {
  const hex = (0x1000000 + (regionIndex << 16) + index).toString(16);
  return `00:16:3e:${hex.slice(1, 3)}:${hex.slice(3, 5)}:${hex.slice(5)}`;
}

function createdAgo(plan: Plan, draws: Draws): number {
  const old = plan.name.startsWith('legacy-');
  const age = draws.between(old ? 1400 : 75, old ? 2300 : 900) * DAY + draws.between(0, 86_399) * 1000;
  return plan.state === 'Pending' ? draws.between(40, 100) * 1000 : age;
}

/** Everything of one region that its instances share. */
interface Site {
  seed: number;
  bornAt: number;
  region: Region;
  regionIndex: number;
  subnets: Subnets;
  resource(kind: string, name: string): string;
}

function build(site: Site, plan: Plan, index: number): WorldInstance {
  const { region, regionIndex, bornAt } = site;
  const draws = new Draws(mix32(site.seed ^ Math.imul(index + 1, 0x9e3779b1)));
  const image = IMAGES[plan.image];
  const machine = MACHINE_TYPES[plan.machine];
  const instanceId = `i-${region.idPrefix}${idTail(draws, index)}`;
  const zoneIndex = (index + (draws.chance(0.2) ? 1 : 0)) % region.zones.length;
  const zoneId = region.zones[zoneIndex]!.zoneId;
  const classic = plan.network === 'classic';
  const vpc = classic ? '' : plan.network;
  const createdAt = bornAt - createdAgo(plan, draws);
  const restartedAt = bornAt - draws.between(1, 74) * DAY - draws.between(0, 86_399) * 1000;
  const prePaid = plan.role === 'db' || plan.role === 'desktop' || plan.name.startsWith('legacy-');
  const isPublic =
    plan.role === 'gateway' || (plan.role === 'web' && draws.chance(0.5)) || plan.name.startsWith('win-rdp');
  const [team, owner] = TEAMS[plan.app] ?? [plan.app, 'ops'];
  return {
    instanceId,
    instanceName: plan.name,
    hostName: hostNameOf(plan, image.osType, instanceId),
    regionId: region.regionId,
    zoneId,
    state: plan.state,
    health: plan.health,
    role: plan.role,
    osType: image.osType,
    osName: image.osName,
    osNameEn: image.osNameEn,
    osId: image.osId,
    osVersion: image.osVersion,
    kernel: image.kernel,
    imageId: image.imageId,
    instanceType: plan.machine,
    instanceTypeFamily: plan.machine.slice(0, plan.machine.lastIndexOf('.')),
    cpu: machine.cpu,
    memoryMiB: machine.memoryMiB,
    systemDiskGiB: image.osType === 'windows' ? 60 : 40,
    dataDiskGiB: plan.role === 'db' ? 500 : plan.role === 'web' || plan.role === 'batch' ? 200 : null,
    networkType: classic ? 'classic' : 'vpc',
    vpcId: classic ? '' : site.resource('vpc', vpc),
    vSwitchId: classic ? '' : site.resource('vsw', `${vpc}/${zoneId}`),
    securityGroupId: site.resource('sg', `${plan.network}/${plan.role}`),
    privateIp: addressIn(site.subnets, regionIndex, plan.network, zoneIndex),
    // 198.18.0.0/15 is set aside for tests: a demo must not show the address of somebody's server.
    publicIp: isPublic
      ? `198.${regionIndex === 0 ? 18 : 19}.${regionIndex * 8 + Math.floor(index / 250)}.${(index % 250) + 2}`
      : null,
    macAddress: macOf(regionIndex, index),
    chargeType: prePaid ? 'PrePaid' : 'PostPaid',
    createdAt,
    startedAt: plan.state === 'Starting' ? bornAt - MINUTE : Math.max(createdAt + MINUTE, restartedAt),
    expiresAt: prePaid ? Math.ceil((bornAt + draws.between(20, 500) * DAY) / DAY) * DAY - 8 * HOUR : null,
    tags: { env: plan.env, team, app: plan.app, owner },
    agent: agentOf(plan, image.osType, bornAt, draws),
  };
}

/** A region's instances, newest first. Growing the fleet adds instances and leaves those that are there as they were. */
export function generateRegion(
  options: { seed: number; fleetSize: number; bornAt: number },
  regionId: string,
): WorldInstance[] {
  const regionIndex = REGIONS.findIndex((region) => region.regionId === regionId);
  const region = REGIONS[regionIndex];
  if (!region) return [];
  const size = regionSize(options.fleetSize, regionId);
  const roster = regionId === HOME_REGION ? HOME_ROSTER : (OUTPOST_ROSTERS[regionId] ?? []);
  const known = new Map<string, string>();
  const site: Site = {
    seed: hash32(`${options.seed}/${regionId}`),
    bornAt: options.bornAt,
    region,
    regionIndex,
    subnets: new Map(),
    resource(kind, name) {
      const key = `${kind}/${name}`;
      let id = known.get(key);
      if (id === undefined) known.set(key, (id = resourceId(kind, region, `${options.seed}/${name}`)));
      return id;
    },
  };
  const plans = [
    ...roster.slice(0, size),
    ...growFleet(options.seed, regionId, Math.max(0, size - roster.length)),
  ];
  return plans
    .map((plan, index) => build(site, plan, index))
    .sort((a, b) => b.createdAt - a.createdAt || (a.instanceId < b.instanceId ? -1 : 1));
}
