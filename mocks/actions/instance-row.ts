import type { WorldInstance } from '../world/instance';
import { assignedAddress, elasticAddress, interfacesOf, keyPairName } from '../world/network';
import { hash32 } from '../world/random';
import { wireMinute } from './wire-time';

/** ExpiredTime of an instance that never expires (contract 6). */
const NEVER = '2099-12-31T15:59Z';

const listOf = (value: string | null) => (value === null || value === '' ? [] : [value]);

function serialNumber(instanceId: string): string {
  const hex = [1, 2, 3, 4]
    .map((part) => hash32(`${part}${instanceId}`).toString(16).padStart(8, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function networkInterfaces(instance: WorldInstance) {
  return interfacesOf(instance).map(({ eniId, macAddress, privateIp, primary }) => ({
    NetworkInterfaceId: eniId,
    MacAddress: macAddress,
    PrimaryIpAddress: privateIp,
    Type: primary ? 'Primary' : 'Secondary',
    PrivateIpSets: { PrivateIpSet: [{ PrivateIpAddress: privateIp, Primary: true }] },
  }));
}

/** Databases are protected against release. */
export const isProtected = (instance: WorldInstance): boolean => instance.role === 'db';

/** One Instance of DescribeInstances (contract 6), times without seconds in UTC. */
export function instanceRow(instance: WorldInstance): Record<string, unknown> {
  const inVpc = instance.networkType === 'vpc';
  const elastic = elasticAddress(instance);
  const bandwidth = instance.publicIp === null ? 0 : (instance.asked?.bandwidthOut ?? 5);
  const { autoReleaseAt } = instance.asked ?? {};
  return {
    InstanceId: instance.instanceId,
    InstanceName: instance.instanceName,
    HostName: instance.hostName,
    Description: '',
    Status: instance.state,
    RegionId: instance.regionId,
    ZoneId: instance.zoneId,
    InstanceType: instance.instanceType,
    InstanceTypeFamily: instance.instanceTypeFamily,
    Cpu: instance.cpu,
    Memory: instance.memoryMiB,
    GPUAmount: 0,
    OSType: instance.osType,
    OSName: instance.osName,
    OSNameEn: instance.osNameEn,
    ImageId: instance.imageId,
    InstanceNetworkType: instance.networkType,
    InstanceChargeType: instance.chargeType,
    CreationTime: wireMinute(instance.createdAt),
    StartTime: instance.state === 'Pending' ? '' : wireMinute(instance.startedAt),
    ExpiredTime: instance.expiresAt === null ? NEVER : wireMinute(instance.expiresAt),
    AutoReleaseTime: autoReleaseAt === undefined ? '' : wireMinute(autoReleaseAt),
    DeletionProtection: isProtected(instance),
    StoppedMode: instance.state === 'Stopped' ? 'KeepCharging' : 'Not-applicable',
    SerialNumber: serialNumber(instance.instanceId),
    IoOptimized: true,
    InternetMaxBandwidthIn: bandwidth === 0 ? 0 : 100,
    InternetMaxBandwidthOut: elastic === null ? bandwidth : 0,
    InternetChargeType: 'PayByTraffic',
    LocalStorageAmount: 0,
    LocalStorageCapacity: 0,
    KeyPairName: keyPairName(instance),
    ResourceGroupId: '',
    Recyclable: false,
    DeviceAvailable: true,
    SpotStrategy: 'NoSpot',
    CreditSpecification: /^ecs\.t\d/.test(instance.instanceType) ? 'Standard' : '',
    VpcAttributes: {
      VpcId: instance.vpcId,
      VSwitchId: instance.vSwitchId,
      NatIpAddress: '',
      PrivateIpAddress: { IpAddress: inVpc ? [instance.privateIp] : [] },
    },
    PublicIpAddress: { IpAddress: listOf(assignedAddress(instance)) },
    InnerIpAddress: { IpAddress: inVpc ? [] : [instance.privateIp] },
    EipAddress:
      elastic === null
        ? { IpAddress: '', AllocationId: '', InternetChargeType: '' }
        : {
            IpAddress: elastic,
            AllocationId: `eip-${instance.instanceId.slice(2)}`,
            Bandwidth: bandwidth,
            InternetChargeType: 'PayByTraffic',
          },
    SecurityGroupIds: { SecurityGroupId: [instance.securityGroupId] },
    NetworkInterfaces: { NetworkInterface: networkInterfaces(instance) },
    OperationLocks: { LockReason: [] },
    Tags: { Tag: Object.entries(instance.tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) },
    DedicatedHostAttribute: { DedicatedHostId: '', DedicatedHostName: '' },
    CpuOptions: {
      CoreCount: Math.ceil(instance.cpu / 2),
      ThreadsPerCore: Math.min(2, instance.cpu),
      Numa: '',
    },
    MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'optional' },
  };
}
