import { imageOf, machineOf } from '../events/arrivals';
import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import { isMachineType, stockOf } from '../world/stock';
import type { Action, ActionContext } from './action';
import { readTagFilter } from './instance-filter';
import { refuseUnsupported } from './request-rules';

const MOST = 100;
const SYSTEM_DISK = { min: 20, max: 500, usual: 40 };
/** Changes what is made, and is not offered here. */
const UNSUPPORTED = ['MinAmount', 'AutoReleaseTime', 'LaunchTemplateId', 'SpotStrategy', 'UserData'];

/**
 * RunInstances (contract 6), as far as failures to make instances need it: pay-as-you-go, in a switch of the account. A sold-out
 * type is refused; where stock is low, those beyond it fail (manual 2.3).
 */
export const runInstances: Action = (context) => {
  const { params, world, regionId, now, act, newId } = context;
  const imageId = params.required('ImageId');
  const instanceType = params.required('InstanceType');
  const securityGroupId = params.required('SecurityGroupId');
  const vSwitchId = params.required('VSwitchId', 'InvalidVSwitchId.Necessary');
  refuseUnsupported(params, UNSUPPORTED);
  if ((params.text('InstanceChargeType') ?? 'PostPaid') !== 'PostPaid') {
    throw new Fault('UnsupportedParameter', 400, 'Only PostPaid instances can be made here.');
  }
  const amount = params.integer('Amount', 'InvalidParam.Amount') ?? 1;
  if (amount < 1 || amount > MOST) throw new Fault('InvalidParam.Amount', 403);
  if (!imageOf(imageId)) throw new Fault('InvalidImageId.NotFound', 404, 'The image does not exist.');
  if (!isMachineType(instanceType) || !machineOf(instanceType)) {
    const why = 'The specified InstanceType is not offered.';
    throw new Fault('InvalidInstanceType.ValueNotSupported', 400, why);
  }
  const fleet = world.instances(regionId);
  if (!fleet.some((instance) => instance.securityGroupId === securityGroupId)) {
    throw new Fault('InvalidSecurityGroupId.NotFound', 404, 'The security group does not exist.');
  }
  const neighbour = fleet.find((instance) => instance.vSwitchId === vSwitchId);
  if (!neighbour) throw new Fault('InvalidVSwitchId.NotFound', 404, 'The vSwitch does not exist.');
  const { zoneId, vpcId } = neighbour;
  if ((params.text('ZoneId') ?? zoneId) !== zoneId) {
    throw new Fault('Zone.NotOnSale', 400, 'The vSwitch is in another zone.');
  }
  const { category, left } = stockOf(world.seed, world.zones(regionId), zoneId, instanceType);
  if (category === 'WithoutStock') {
    throw new Fault('OperationDenied.NoStock', 403, 'The requested resource is sold out in the zone.');
  }
  const names = namesOf(context, amount);
  const systemDiskGiB = diskSize(context);
  const dataDiskGiB = Number(params.objects('DataDisk')[0]?.['Size'] ?? 0) || null;
  const tags = Object.fromEntries(readTagFilter(params).map(({ key, value }) => [key, value ?? '']));
  if (params.boolean('DryRun')) {
    throw new Fault('DryRunOperation', 400, 'Request validation has been passed with DryRun flag set.');
  }
  const addresses = freeAddresses(fleet, neighbour, amount);
  const prefix = world.region(regionId)?.idPrefix ?? '';
  const instances = names.map((name, index) => ({
    instanceId: `i-${prefix}${newId('i').slice(2)}`,
    name,
    privateIp: addresses[index]!,
    eventId: index < left ? null : newId('e'),
  }));
  act({
    kind: 'InstancesCreated',
    at: now,
    regionId,
    zoneId,
    imageId,
    instanceType,
    securityGroupId,
    vpcId,
    vSwitchId,
    systemDiskGiB,
    dataDiskGiB,
    tags,
    instances,
  });
  return {
    OrderId: String(200_000_000 + (Math.floor(now / 1000) % 100_000_000)),
    TradePrice: 0.17 * amount,
    InstanceIdSets: { InstanceIdSet: instances.map(({ instanceId }) => instanceId) },
  };
};

const NAME = /^[\p{L}][\p{L}\p{N}:_.-]{1,127}$/u;
const NUMBERED = /^(.*)\[(\d{1,6}),(\d)\](.*)$/;

/** `web-[1,3]` numbers from 1 with three digits; UniqueSuffix adds 001, 002 … */
function namesOf({ params, newId }: ActionContext, amount: number): string[] {
  const asked = params.text('InstanceName');
  const numbered = asked === undefined ? null : NUMBERED.exec(asked);
  const suffix = params.boolean('UniqueSuffix') ?? false;
  return Array.from({ length: amount }, (_, index) => {
    let name = asked ?? `ecs-${newId('i').slice(2, 10)}`;
    if (numbered) {
      const number = String(Number(numbered[2]) + index).padStart(Number(numbered[3]), '0');
      name = `${numbered[1]}${number}${numbered[4]}`;
    } else if (suffix) name += String(index + 1).padStart(3, '0');
    if (!NAME.test(name) || /^https?:/.test(name)) {
      throw new Fault('InvalidInstanceName.Malformed', 400, 'The specified InstanceName is not valid.');
    }
    return name;
  });
}

function diskSize({ params }: ActionContext): number {
  const size = params.integer('SystemDisk.Size', 'InvalidSystemDiskSize.ValueNotSupported');
  if (size === undefined) return SYSTEM_DISK.usual;
  if (size < SYSTEM_DISK.min || size > SYSTEM_DISK.max) {
    throw new Fault(
      'InvalidSystemDiskSize.ValueNotSupported',
      400,
      'The size of the system disk is not valid.',
    );
  }
  return size;
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
