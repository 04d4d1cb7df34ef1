import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import { assignedAddress, elasticAddress, keyPairName } from '../world/network';
import { parseFilterTime } from './filter-time';
import { namePattern } from './name-pattern';
import type { ParamReader } from './params';

type Test = (instance: WorldInstance) => boolean;

const STATES = new Set(['Pending', 'Starting', 'Running', 'Stopping', 'Stopped']);
const NETWORKS = new Set(['vpc', 'classic']);
const CHARGES = new Set(['PrePaid', 'PostPaid']);
const LOCKS = new Set(['financial', 'security', 'recycling', 'dedicatedhostfinancial', 'refunded']);
const MAX_IDS = 100;
const MAX_TAGS = 20;

/** The instances' tests asked for by DescribeInstances' filters, to be combined with AND. Faults of contract 6. */
export function instanceTests(params: ParamReader): Test[] {
  const tests: Test[] = [];
  const add = (name: string, test: (value: string) => Test) => {
    const value = params.text(name);
    if (value !== undefined) tests.push(test(value));
  };
  const known =
    (values: ReadonlySet<string>, code: string, test: (value: string) => Test) => (value: string) => {
      if (!values.has(value)) throw new Fault(code, 404, 'The specified value is not supported.');
      return test(value);
    };

  const ids = params.jsonList('InstanceIds');
  if (ids) {
    if (ids.length > MAX_IDS) {
      throw new Fault('InvalidParameter.InstanceIds', 400, `At most ${MAX_IDS} instance IDs may be given.`);
    }
    const wanted = new Set(ids);
    tests.push((instance) => wanted.has(instance.instanceId));
  }
  add(
    'Status',
    known(STATES, 'InvalidStatus.NotFound', (value) => (instance) => instance.state === value),
  );
  add(
    'InstanceNetworkType',
    known(NETWORKS, 'InvalidNetworkType.NotFound', (value) => (i) => i.networkType === value),
  );
  add(
    'InstanceChargeType',
    known(CHARGES, 'InvalidInstanceChargeType.NotFound', (value) => (i) => i.chargeType === value),
  );
  add(
    'LockReason',
    known(LOCKS, 'InvalidLockReason.NotFound', () => () => false),
  );
  add('ZoneId', (value) => (instance) => instance.zoneId === value);
  add('VpcId', (value) => (instance) => instance.vpcId === value);
  add('VSwitchId', (value) => (instance) => instance.vSwitchId === value);
  add('SecurityGroupId', (value) => (instance) => instance.securityGroupId === value);
  add('InstanceType', (value) => (instance) => instance.instanceType === value);
  add('InstanceTypeFamily', (value) => (instance) => instance.instanceTypeFamily === value);
  add('ImageId', (value) => (instance) => instance.imageId === value);
  add('KeyPairName', (value) => (instance) => keyPairName(instance) === value);
  tests.push(...addressTests(params), ...tagTests(params), ...timeTests(params));
  // Last, being the slowest: the others leave it fewer instances.
  add('InstanceName', (value) => {
    const matches = namePattern(value);
    return (instance) => matches(instance.instanceName);
  });
  return tests;
}

function addressTests(params: ParamReader): Test[] {
  const addresses: Readonly<Record<string, (instance: WorldInstance) => string | null>> = {
    PrivateIpAddresses: (instance) => (instance.networkType === 'vpc' ? instance.privateIp : null),
    InnerIpAddresses: (instance) => (instance.networkType === 'classic' ? instance.privateIp : null),
    PublicIpAddresses: assignedAddress,
    EipAddresses: elasticAddress,
  };
  return Object.entries(addresses).flatMap(([name, addressOf]) => {
    const wanted = params.jsonList(name);
    if (!wanted) return [];
    const set = new Set(wanted);
    return [(instance: WorldInstance) => set.has(addressOf(instance) ?? '')];
  });
}

/** `Tag.N.Key` / `Tag.N.Value`, also in the retired lower-case spelling; without a value the key alone decides. */
export function readTagFilter(params: ParamReader): { key: string; value: string | undefined }[] {
  return params
    .objects('Tag')
    .map((tag) => ({ key: tag['Key'] ?? tag['key'] ?? '', value: tag['Value'] ?? tag['value'] }));
}

function tagTests(params: ParamReader): Test[] {
  const tags = readTagFilter(params);
  if (tags.length > MAX_TAGS)
    throw new Fault('InvalidTagCount', 400, `At most ${MAX_TAGS} tags may be given.`);
  return tags.map(({ key, value }) => {
    if (key === '')
      throw new Fault('InvalidTag.Mismatch', 400, 'The specified Tag.n.Key and Tag.n.Value are not match.');
    return (instance) =>
      value === undefined || value === '' ? key in instance.tags : instance.tags[key] === value;
  });
}

/** `Filter.N`: bounds of creation and expiry, `yyyy-MM-ddTHH:mmZ`. */
function timeTests(params: ParamReader): Test[] {
  const bounds: Readonly<Record<string, (time: number) => Test>> = {
    CreationStartTime: (time) => (instance) => instance.createdAt >= time,
    CreationEndTime: (time) => (instance) => instance.createdAt <= time,
    ExpiredStartTime: (time) => (instance) => instance.expiresAt !== null && instance.expiresAt >= time,
    ExpiredEndTime: (time) => (instance) => instance.expiresAt !== null && instance.expiresAt <= time,
  };
  return params.objects('Filter').map((filter, index) => {
    const key = filter['Key'] ?? '';
    const bound = Object.hasOwn(bounds, key) ? bounds[key] : undefined;
    if (!bound) throw new Fault('InvalidFilterKey.NotFound', 404, 'The specified filter key does not exist.');
    const time = parseFilterTime(filter['Value'] ?? '');
    if (time === null) throw new Fault(`InvalidParameter.Filter.${index + 1}.Value`, 400);
    return bound(time);
  });
}
