import type { DrillType } from '@/domain/system-events';

/** What users did about system events and what hangs on them. `at` in world epoch ms; plain JSON. */
export type EventAct =
  | EventMoved
  | EventsSimulated
  | SimulatedEventsCancelled
  | InquiryAccepted
  | InstanceReleased
  | InstancesCreated
  | SnapshotCreated
  | MaintenanceSet;

/** ModifySystemEventAttribute. */
export interface EventMoved {
  kind: 'EventMoved';
  at: number;
  eventId: string;
  notBefore: number;
}

export interface EventsSimulated {
  kind: 'EventsSimulated';
  at: number;
  regionId: string;
  type: DrillType;
  notBefore: number;
  events: readonly { eventId: string; instanceId: string }[];
}

export interface SimulatedEventsCancelled {
  kind: 'SimulatedEventsCancelled';
  at: number;
  eventIds: readonly string[];
}

export interface InquiryAccepted {
  kind: 'InquiryAccepted';
  at: number;
  eventId: string;
}

/** DeleteInstance. */
export interface InstanceReleased {
  kind: 'InstanceReleased';
  at: number;
  instanceId: string;
}

/** One call of RunInstances. */
export interface InstancesCreated {
  kind: 'InstancesCreated';
  at: number;
  regionId: string;
  zoneId: string;
  imageId: string;
  instanceType: string;
  securityGroupId: string;
  vpcId: string;
  vSwitchId: string;
  systemDiskGiB: number;
  dataDiskGiB: number | null;
  tags: Readonly<Record<string, string>>;
  /** Absent: pay-as-you-go, without a key pair, a public address, other disks or an end. */
  extras?: CreationExtras;
  instances: readonly NewInstance[];
}

interface NewInstance {
  instanceId: string;
  name: string;
  /** Absent: the service names it. */
  hostName?: string;
  privateIp: string;
  /** Of its failure, if it cannot be made; null: it is made. */
  eventId: string | null;
}

/** What was asked for beside the least that makes an instance. A password is not among it. */
export interface CreationExtras {
  systemCategory?: string;
  dataDisks?: readonly { category: string; sizeGiB: number }[];
  keyPairName?: string;
  /** Mbit/s. */
  bandwidthOut?: number;
  /** Of a subscription, world epoch ms. */
  expiresAt?: number;
  /** World epoch ms. */
  autoReleaseAt?: number;
}

export interface SnapshotCreated {
  kind: 'SnapshotCreated';
  at: number;
  regionId: string;
  /** `s-` + hex. */
  snapshotId: string;
  diskId: string;
  instanceId: string;
  diskType: 'system' | 'data';
  sizeGiB: number;
  name: string;
  description: string;
  /** Null: kept for ever. */
  retentionDays: number | null;
  tags: Readonly<Record<string, string>>;
}

/** ModifyInstanceMaintenanceAttributes: absent members stay. */
export interface MaintenanceSet {
  kind: 'MaintenanceSet';
  at: number;
  instanceIds: readonly string[];
  action?: 'Stop' | 'AutoRecover' | 'AutoRedeploy';
  /** `HH:mm:ss` in UTC+8. */
  window?: { start: string; end: string };
  notify?: boolean;
}
