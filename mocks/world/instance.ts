import type { HealthStatus } from '@/domain/health';

/** Lifecycle state as DescribeInstances sends it. */
export type InstanceState = 'Pending' | 'Starting' | 'Running' | 'Stopping' | 'Stopped';

/** What an instance does for its team; shapes its name, its files, its processes and (later) its load. */
export type Role = 'web' | 'api' | 'db' | 'cache' | 'batch' | 'gateway' | 'build' | 'desktop';

export type AgentState = 'online' | 'offline' | 'missing';

export interface WorldAgent {
  state: AgentState;
  /** Empty when missing. */
  version: string;
  /** Epoch ms of the last heartbeat of an offline agent; null when online (then: seconds ago) or missing. */
  lastHeartbeatAt: number | null;
}

/** One server of the demo account: a pure function of (seed, region, index), never stored. Times in epoch ms. */
export interface WorldInstance {
  instanceId: string;
  instanceName: string;
  hostName: string;
  regionId: string;
  zoneId: string;
  state: InstanceState;
  health: HealthStatus;
  role: Role;
  osType: 'linux' | 'windows';
  /** As the API sends it, e.g. `CentOS  7.6 64位`. */
  osName: string;
  osNameEn: string;
  /** os-release's ID and VERSION_ID: `centos` `7`, `ubuntu` `16.04`, `windows` `2016`, `freebsd` `12`. */
  osId: string;
  osVersion: string;
  kernel: string;
  imageId: string;
  instanceType: string;
  instanceTypeFamily: string;
  cpu: number;
  memoryMiB: number;
  systemDiskGiB: number;
  dataDiskGiB: number | null;
  networkType: 'vpc' | 'classic';
  vpcId: string;
  vSwitchId: string;
  securityGroupId: string;
  privateIp: string;
  publicIp: string | null;
  macAddress: string;
  chargeType: 'PrePaid' | 'PostPaid';
  createdAt: number;
  startedAt: number;
  expiresAt: number | null;
  tags: Readonly<Record<string, string>>;
  agent: WorldAgent;
  /** What somebody asked for who made it; absent: what the account has by habit. */
  asked?: AskedFor;
}

export interface AskedFor {
  systemCategory?: string;
  dataDisks?: readonly { category: string; sizeGiB: number }[];
  keyPairName?: string;
  /** Mbit/s. */
  bandwidthOut?: number;
  /** Epoch ms. */
  autoReleaseAt?: number;
}
