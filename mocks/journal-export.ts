import { bytesToBase64, decodeBase64 } from '@/domain/base64';
import type { Act } from './acts';
import { JournalUnusable } from './journal';
import type { JournalExport, JournalMeta } from './journal';

/** Grows when an act changes its meaning; a database or export of a newer one is refused. */
export const SCHEMA_VERSION = 1;

const ACT_KINDS: Readonly<Record<Act['kind'], readonly string[]>> = {
  CommandCreated: ['regionId', 'commandId', 'name', 'type', 'content', 'workingDir', 'description'],
  CommandModified: ['commandId'],
  CommandDeleted: ['commandId'],
  InvocationCreated: [
    'regionId',
    'invokeId',
    'commandId',
    'commandType',
    'content',
    'workingDir',
    'username',
  ],
  InvocationModified: ['invokeId'],
  InvocationStopped: ['invokeId'],
  ExecutionStarted: ['invokeId', 'instanceId'],
  ExecutionFinished: ['invokeId', 'instanceId', 'status', 'errorCode', 'errorInfo'],
  AgentInstalled: [],
  InstanceRebooted: ['instanceId'],
  MonitoringAgentInstalled: [],
  TokenUsed: ['scope', 'fingerprint'],
  EventMoved: ['eventId'],
  EventsSimulated: ['regionId', 'type'],
  SimulatedEventsCancelled: [],
  InquiryAccepted: ['eventId'],
  InstanceReleased: ['instanceId'],
  InstancesCreated: [
    'regionId',
    'zoneId',
    'imageId',
    'instanceType',
    'securityGroupId',
    'vpcId',
    'vSwitchId',
  ],
  SnapshotCreated: ['regionId', 'snapshotId', 'diskId', 'instanceId', 'diskType', 'name', 'description'],
  MaintenanceSet: [],
  AlarmChanged: [],
  EngineActed: ['executionId'],
};

/** The list an act cannot be reduced without. */
const LISTS: Readonly<Record<string, string>> = {
  EventsSimulated: 'events',
  SimulatedEventsCancelled: 'eventIds',
  InstancesCreated: 'instances',
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a stored value can be reduced: of a known kind, with its time and names. */
export function isAct(value: unknown): value is Act {
  if (!isObject(value) || typeof value['kind'] !== 'string' || !Number.isFinite(value['at'])) return false;
  const kind = value['kind'];
  if (!Object.hasOwn(ACT_KINDS, kind)) return false;
  if (!ACT_KINDS[kind as Act['kind']].every((member) => typeof value[member] === 'string')) return false;
  const needsInstances = [
    'InvocationCreated',
    'InvocationStopped',
    'AgentInstalled',
    'MonitoringAgentInstalled',
    'MaintenanceSet',
  ].includes(kind);
  if (needsInstances && !Array.isArray(value['instanceIds'])) return false;
  const needs = LISTS[kind];
  return needs === undefined || Array.isArray(value[needs]);
}

export function isMeta(value: unknown): value is JournalMeta {
  return (
    isObject(value) &&
    typeof value['epoch'] === 'string' &&
    ['bornAt', 'seed', 'fleetSize'].every((member) => Number.isFinite(value[member])) &&
    (value['profile'] === 'manual' || value['profile'] === 'today')
  );
}

export function packExport(
  meta: JournalMeta,
  acts: Act[],
  blobs: ReadonlyMap<string, Uint8Array>,
): JournalExport {
  return {
    format: 'ecs-operations-console-demo',
    schemaVersion: SCHEMA_VERSION,
    meta,
    acts,
    blobs: Object.fromEntries([...blobs].map(([key, bytes]) => [key, bytesToBase64(bytes)])),
  };
}

/** Reads an export; throws JournalUnusable `badImport` or `newerVersion` when it is not one. */
export function unpackExport(data: unknown): {
  meta: JournalMeta;
  acts: Act[];
  blobs: Map<string, Uint8Array>;
} {
  if (!isObject(data) || data['format'] !== 'ecs-operations-console-demo') throw bad('its format is another');
  if (typeof data['schemaVersion'] !== 'number') throw bad('its version is missing');
  if (data['schemaVersion'] > SCHEMA_VERSION) {
    throw new JournalUnusable('newerVersion', 'This export was written by a newer version of the console.');
  }
  const { meta, acts, blobs } = data;
  if (!isMeta(meta)) throw bad('the account is damaged');
  if (!Array.isArray(acts) || !acts.every(isAct)) throw bad('an act is damaged');
  if (!isObject(blobs)) throw bad('the outputs are missing');
  const unpacked = new Map<string, Uint8Array>();
  for (const [key, text] of Object.entries(blobs)) {
    try {
      unpacked.set(key, decodeBase64(String(text)));
    } catch {
      throw bad('an output is damaged');
    }
  }
  return { meta, acts, blobs: unpacked };
}

function bad(what: string): JournalUnusable {
  return new JournalUnusable('badImport', `This file is not an export of the demo's data: ${what}.`);
}
