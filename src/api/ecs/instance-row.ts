import { tagsOf, type Reader, type Tag } from '../decode';

/** A row of DescribeInstances, as far as the console uses it (contract 6). Times are UTC texts, `''` while not known. */
export interface Instance {
  InstanceId: string;
  InstanceName: string;
  HostName: string;
  Description: string;
  /** `Pending`, `Running`, `Starting`, `Stopping`, `Stopped`. */
  Status: string;
  RegionId: string;
  ZoneId: string;
  InstanceType: string;
  InstanceTypeFamily: string;
  Cpu: number;
  /** MiB. */
  Memory: number;
  /** `linux` or `windows`. */
  OSType: string;
  OSName: string;
  OSNameEn: string;
  ImageId: string;
  /** `vpc` or `classic`. */
  InstanceNetworkType: string;
  InstanceChargeType: string;
  CreationTime: string;
  StartTime: string;
  ExpiredTime: string;
  AutoReleaseTime: string;
  DeletionProtection: boolean;
  StoppedMode: string;
  /** Mbit/s. */
  InternetMaxBandwidthIn: number;
  InternetMaxBandwidthOut: number;
  KeyPairName: string;
  ResourceGroupId: string;
  VpcId: string;
  VSwitchId: string;
  /** Of the VPC, or the inner addresses of the classic network. */
  PrivateIps: string[];
  /** Public and elastic addresses. */
  PublicIps: string[];
  SecurityGroupIds: string[];
  NetworkInterfaces: NetworkInterface[];
  /** Reasons for which operations are locked: `financial`, `security` … */
  LockReasons: string[];
  Tags: Tag[];
}

export interface NetworkInterface {
  NetworkInterfaceId: string;
  MacAddress: string;
  PrimaryIpAddress: string;
  Type: string;
}

export function instanceOf(row: Reader): Instance {
  const vpc = row.object('VpcAttributes');
  const elastic = row.object('EipAddress').text('IpAddress');
  return {
    InstanceId: row.text('InstanceId'),
    InstanceName: row.text('InstanceName'),
    HostName: row.text('HostName'),
    Description: row.text('Description'),
    Status: row.text('Status'),
    RegionId: row.text('RegionId'),
    ZoneId: row.text('ZoneId'),
    InstanceType: row.text('InstanceType'),
    InstanceTypeFamily: row.text('InstanceTypeFamily'),
    Cpu: row.count('Cpu'),
    Memory: row.count('Memory'),
    OSType: row.text('OSType').toLowerCase(),
    OSName: row.text('OSName'),
    OSNameEn: row.text('OSNameEn'),
    ImageId: row.text('ImageId'),
    InstanceNetworkType: row.text('InstanceNetworkType'),
    InstanceChargeType: row.text('InstanceChargeType'),
    CreationTime: row.text('CreationTime'),
    StartTime: row.text('StartTime'),
    ExpiredTime: row.text('ExpiredTime'),
    AutoReleaseTime: row.text('AutoReleaseTime'),
    DeletionProtection: row.flag('DeletionProtection'),
    StoppedMode: row.text('StoppedMode'),
    InternetMaxBandwidthIn: row.count('InternetMaxBandwidthIn'),
    InternetMaxBandwidthOut: row.count('InternetMaxBandwidthOut'),
    KeyPairName: row.text('KeyPairName'),
    ResourceGroupId: row.text('ResourceGroupId'),
    VpcId: vpc.text('VpcId'),
    VSwitchId: vpc.text('VSwitchId'),
    PrivateIps: [...vpc.texts('PrivateIpAddress', 'IpAddress'), ...row.texts('InnerIpAddress', 'IpAddress')],
    PublicIps: [...row.texts('PublicIpAddress', 'IpAddress'), ...(elastic ? [elastic] : [])],
    SecurityGroupIds: row.texts('SecurityGroupIds', 'SecurityGroupId'),
    NetworkInterfaces: row.list('NetworkInterfaces', 'NetworkInterface', (card) => ({
      NetworkInterfaceId: card.text('NetworkInterfaceId'),
      MacAddress: card.text('MacAddress'),
      PrimaryIpAddress: card.text('PrimaryIpAddress'),
      Type: card.text('Type'),
    })),
    LockReasons: row.list('OperationLocks', 'LockReason', (lock) => lock.text('LockReason')),
    Tags: tagsOf(row),
  };
}
