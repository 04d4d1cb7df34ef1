import type { WorldInstance } from '../world/instance';
import type { CreatedInstance } from './event-ledger';
import { IMAGES, MACHINE_TYPES, type Image } from '../world/images';
import { hash32 } from '../world/random';
import { PENDING_MS } from './plan';

/** How long an instance takes to be made, then to start. Ms. */
const MADE_MS = 40_000;
const STARTED_MS = 60_000;

const IMAGE_BY_ID: ReadonlyMap<string, Image> = new Map(
  Object.values(IMAGES).map((image) => [image.imageId, image]),
);

export const imageOf = (imageId: string): Image | undefined => IMAGE_BY_ID.get(imageId);

/** vCPU and memory of a machine type; undefined for one that is not offered. */
export function machineOf(instanceType: string): { cpu: number; memoryMiB: number } | undefined {
  return Object.hasOwn(MACHINE_TYPES, instanceType)
    ? MACHINE_TYPES[instanceType as keyof typeof MACHINE_TYPES]
    : undefined;
}

/** An instance somebody made, as it is at a moment when nothing else happens to it. */
export function arrival(made: CreatedInstance, at: number): WorldInstance {
  const image = imageOf(made.imageId) ?? IMAGES.aliyun3;
  const machine = machineOf(made.instanceType) ?? MACHINE_TYPES['ecs.g6.large'];
  const extras = made.extras ?? {};
  const age = at - made.at;
  const fails = made.eventId !== null;
  const running = !fails && age >= STARTED_MS;
  const state = fails
    ? age < PENDING_MS
      ? 'Pending'
      : 'Stopped'
    : age < MADE_MS
      ? 'Pending'
      : age < STARTED_MS
        ? 'Starting'
        : 'Running';
  return {
    instanceId: made.instanceId,
    instanceName: made.name,
    hostName: made.hostName ?? `iZ${made.instanceId.slice(2)}Z`,
    regionId: made.regionId,
    zoneId: made.zoneId,
    state,
    health: running ? 'OK' : state === 'Stopped' ? 'NotApplicable' : 'Initializing',
    role: 'api',
    osType: image.osType,
    osName: image.osName,
    osNameEn: image.osNameEn,
    osId: image.osId,
    osVersion: image.osVersion,
    kernel: image.kernel,
    imageId: image.imageId,
    instanceType: made.instanceType,
    instanceTypeFamily: made.instanceType.slice(0, made.instanceType.lastIndexOf('.')),
    cpu: machine.cpu,
    memoryMiB: machine.memoryMiB,
    systemDiskGiB: made.systemDiskGiB,
    dataDiskGiB: made.dataDiskGiB,
    networkType: 'vpc',
    vpcId: made.vpcId,
    vSwitchId: made.vSwitchId,
    securityGroupId: made.securityGroupId,
    privateIp: made.privateIp,
    publicIp: (extras.bandwidthOut ?? 0) > 0 ? publicAddress(made.instanceId) : null,
    macAddress: '00:16:3e:7f:00:01',
    chargeType: extras.expiresAt === undefined ? 'PostPaid' : 'PrePaid',
    createdAt: made.at,
    startedAt: made.at + STARTED_MS,
    expiresAt: extras.expiresAt ?? null,
    tags: made.tags,
    agent: running
      ? {
          state: 'online',
          version: image.osType === 'windows' ? '2.1.3.857' : '2.2.3.857',
          lastHeartbeatAt: null,
        }
      : { state: 'missing', version: '', lastHeartbeatAt: null },
    ...(made.extras && { asked: made.extras }),
  };
}

/** Of the range set aside for tests, beyond those the fleet has: a demo must not show the address of somebody's server. */
function publicAddress(instanceId: string): string {
  const draw = hash32(instanceId);
  return `198.19.${128 + (draw % 128)}.${2 + (Math.floor(draw / 128) % 250)}`;
}

/** When it is released by itself as was asked for; Infinity: never. World epoch ms. */
export function autoReleaseOf(made: CreatedInstance): number {
  return made.extras?.autoReleaseAt ?? Infinity;
}

/** The moments at which an arrival changes by itself. */
export function arrivalTurns(made: CreatedInstance): readonly number[] {
  const own = made.eventId === null ? [made.at, made.at + MADE_MS, made.at + STARTED_MS] : [made.at];
  return [...own, autoReleaseOf(made)];
}

/** The instance an auto-scaling group tried to make, modelled on one of the region's. */
export function stillborn(base: WorldInstance, instanceId: string, failedAt: number): CreatedInstance {
  const number = Math.floor(failedAt / 60_000) % 100;
  return {
    instanceId,
    at: failedAt - PENDING_MS,
    regionId: base.regionId,
    zoneId: base.zoneId,
    imageId: base.imageId,
    instanceType: base.instanceType,
    securityGroupId: base.securityGroupId,
    vpcId: base.vpcId,
    vSwitchId: base.vSwitchId,
    systemDiskGiB: base.systemDiskGiB,
    dataDiskGiB: null,
    tags: { env: 'prod', app: 'iot', team: 'devices', owner: 'ess' },
    name: `iot-burst-${String(number).padStart(2, '0')}`,
    privateIp: base.privateIp.replace(/\d+$/, String(100 + number)),
    eventId: `e-${instanceId.slice(2)}`,
  };
}
