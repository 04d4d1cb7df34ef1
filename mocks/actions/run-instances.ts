import { CREATION_LIMITS } from '@/domain/creation-limits';
import { hostNameFor } from '@/domain/host-names';
import { instanceNames, isInstanceName } from '@/domain/instance-names';
import type { CreationExtras } from '../events/acts';
import { imageOf, machineOf } from '../events/arrivals';
import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import { isMachineType, stockOf } from '../world/stock';
import type { Action, ActionContext } from './action';
import type { ParamReader } from './params';
import { refuseUnsupported } from './request-rules';
import { readTags } from './resource-tags';
import { readAutoRelease, readBandwidth, readHostNames, readSignIn, readTerm } from './run-instances-extras';
import { readDisks } from './run-instances-disks';

const MOST = CREATION_LIMITS.amount.max;
/** Changes what is made, and is not offered here. */
const UNSUPPORTED = ['LaunchTemplateId', 'LaunchTemplateName', 'SpotStrategy', 'DedicatedHostId'];
/** Windows does not start with less memory. */
const WINDOWS_MIB = 2048;

/**
 * RunInstances (contract 6) in a switch of the account. A sold-out type is refused; where stock is low, those beyond it fail
 * (manual 2.3), unless a least number is asked for: then so many are made as there are. UserData and Password are checked and
 * shown by nothing afterwards.
 */
export const runInstances: Action = (context) => {
  const { params, world, regionId, now, act, newId } = context;
  refuseUnsupported(params, UNSUPPORTED);
  const place = readPlace(context);
  const { zoneId, imageId, instanceType } = place;
  const { amount, least } = readAmounts(params);
  const term = readTerm(params, now);
  const names = namesOf(context, amount);
  const { osType } = imageOf(imageId)!;
  const hostNames = readHostNames(params, osType, amount);
  const disks = readDisks(params, instanceType);
  const extras: CreationExtras = {
    ...term,
    ...disks.extras,
    ...readBandwidth(params),
    ...readSignIn(params, osType),
    ...readAutoRelease(params, now),
  };
  const tags = readTags(params);
  const stock = stockOf(world.seed, world.zones(regionId), zoneId, instanceType);
  if (!stock.category.endsWith('WithStock') || (least !== null && stock.left < least)) {
    throw new Fault('OperationDenied.NoStock', 403, 'The requested resource is sold out in the zone.');
  }
  const made = least === null ? amount : Math.min(amount, stock.left);
  const addresses = freeAddresses(world.instances(regionId), place.neighbour, made);
  if (params.boolean('DryRun')) {
    throw new Fault('DryRunOperation', 400, 'Request validation has been passed with DryRun flag set.');
  }
  const prefix = world.region(regionId)?.idPrefix ?? '';
  const instances = names.slice(0, made).map((name, index) => {
    const instanceId = `i-${prefix}${newId('i').slice(2)}`;
    const hostName = hostNames[index];
    return {
      instanceId,
      name,
      ...(hostName === undefined ? {} : { hostName: hostNameFor(hostName, instanceId) }),
      privateIp: addresses[index]!,
      eventId: index < stock.left ? null : newId('e'),
    };
  });
  act({
    kind: 'InstancesCreated',
    at: now,
    regionId,
    zoneId,
    imageId,
    instanceType,
    securityGroupId: place.securityGroupId,
    vpcId: place.neighbour.vpcId,
    vSwitchId: place.vSwitchId,
    systemDiskGiB: disks.systemGiB,
    dataDiskGiB: disks.extras.dataDisks[0]?.sizeGiB ?? null,
    tags,
    extras,
    instances,
  });
  return {
    OrderId: String(200_000_000 + (Math.floor(now / 1000) % 100_000_000)),
    TradePrice: Number((0.17 * made).toFixed(2)),
    InstanceIdSets: { InstanceIdSet: instances.map(({ instanceId }) => instanceId) },
  };
};

/** Where and of what: all of it has to exist, and to go together. */
function readPlace({ params, world, regionId }: ActionContext) {
  const imageId = params.required('ImageId');
  const instanceType = params.required('InstanceType');
  const securityGroupId = params.required('SecurityGroupId');
  const vSwitchId = params.required('VSwitchId', 'InvalidVSwitchId.Necessary');
  const image = imageOf(imageId);
  if (!image) throw new Fault('InvalidImageId.NotFound', 404, 'The image does not exist.');
  const machine = machineOf(instanceType);
  if (!isMachineType(instanceType) || !machine) {
    const why = 'The specified InstanceType is not offered.';
    throw new Fault('InvalidInstanceType.ValueNotSupported', 400, why);
  }
  if (image.osType === 'windows' && machine.memoryMiB < WINDOWS_MIB) {
    const why = 'The instance type has too little memory for the image.';
    throw new Fault('InvalidInstanceType.NotSupported', 400, why);
  }
  const fleet = world.instances(regionId);
  if (!fleet.some((instance) => instance.securityGroupId === securityGroupId)) {
    throw new Fault('InvalidSecurityGroupId.NotFound', 404, 'The security group does not exist.');
  }
  const neighbour = fleet.find((instance) => instance.vSwitchId === vSwitchId);
  if (!neighbour) throw new Fault('InvalidVSwitchId.NotFound', 404, 'The vSwitch does not exist.');
  const { zoneId } = neighbour;
  if ((params.text('ZoneId') ?? zoneId) !== zoneId) {
    throw new Fault('Zone.NotOnSale', 400, 'The vSwitch is in another zone.');
  }
  return { imageId, instanceType, securityGroupId, vSwitchId, zoneId, neighbour };
}

/** `least`: null without a MinAmount. */
function readAmounts(params: ParamReader): { amount: number; least: number | null } {
  const amount = params.integer('Amount', 'InvalidParam.Amount') ?? 1;
  const least = params.integer('MinAmount', 'InvalidParam.Amount') ?? null;
  if (amount < 1 || amount > MOST || (least !== null && (least < 1 || least > amount))) {
    throw new Fault('InvalidParam.Amount', 403, `Amount is 1 to ${MOST}, and MinAmount 1 to Amount.`);
  }
  return { amount, least };
}

function namesOf({ params, newId }: ActionContext, amount: number): string[] {
  const pattern = params.text('InstanceName');
  if (pattern === undefined) return Array.from({ length: amount }, () => `ecs-${newId('i').slice(2, 10)}`);
  const names = instanceNames(pattern, amount, params.boolean('UniqueSuffix') ?? false);
  if (!names.every(isInstanceName)) {
    throw new Fault('InvalidInstanceName.Malformed', 400, 'The specified InstanceName is not valid.');
  }
  return names;
}

/** Free addresses of the neighbour's subnet, the highest first: those handed out begin below. */
function freeAddresses(fleet: readonly WorldInstance[], neighbour: WorldInstance, amount: number): string[] {
  const subnet = neighbour.privateIp.slice(0, neighbour.privateIp.lastIndexOf('.'));
  const taken = new Set(fleet.map((instance) => instance.privateIp));
  const free: string[] = [];
  for (let host = 253; host >= 4 && free.length < amount; host -= 1) {
    const address = `${subnet}.${host}`;
    if (!taken.has(address)) free.push(address);
  }
  if (free.length < amount) {
    const why = 'The vSwitch has too few free private addresses.';
    throw new Fault('QuotaExceeded.PrivateIpAddress', 400, why);
  }
  return free;
}
