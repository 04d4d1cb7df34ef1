import type { WorldInstance } from '../world/instance';
import type { ScriptJob } from './runner';

/** A web server for tests; the clock of its world stands at 2026-11-23T01:02:03Z. */
export const TEST_NOW = Date.UTC(2026, 10, 23, 1, 2, 3);

export function testInstance(changes: Partial<WorldInstance> = {}): WorldInstance {
  return {
    instanceId: 'i-bp1test0000000000aa',
    instanceName: 'web-prod-01',
    hostName: 'web-prod-01',
    regionId: 'cn-hangzhou',
    zoneId: 'cn-hangzhou-h',
    state: 'Running',
    health: 'OK',
    role: 'web',
    osType: 'linux',
    osName: 'CentOS  7.9 64位',
    osNameEn: 'CentOS  7.9 64 bit',
    osId: 'centos',
    osVersion: '7',
    kernel: '3.10.0-1160.119.1.el7.x86_64',
    imageId: 'centos_7_9_x64_20G_alibase.vhd',
    instanceType: 'ecs.g6.large',
    instanceTypeFamily: 'ecs.g6',
    cpu: 2,
    memoryMiB: 8192,
    systemDiskGiB: 40,
    dataDiskGiB: 100,
    networkType: 'vpc',
    vpcId: 'vpc-1',
    vSwitchId: 'vsw-1',
    securityGroupId: 'sg-1',
    privateIp: '10.0.1.12',
    publicIp: null,
    macAddress: '00:16:3e:01:02:03',
    chargeType: 'PostPaid',
    createdAt: Date.UTC(2026, 5, 1),
    startedAt: Date.UTC(2026, 9, 1),
    expiresAt: null,
    tags: {},
    agent: { state: 'online', version: '2.2.0.106', lastHeartbeatAt: null },
    ...changes,
  };
}

export function testJob(script: string, changes: Partial<ScriptJob> = {}): ScriptJob {
  return {
    id: 't-1/i-1/1',
    type: 'RunShellScript',
    script,
    workingDir: '',
    timeoutSeconds: 20,
    username: '',
    instance: testInstance(),
    files: [],
    now: TEST_NOW,
    ...changes,
  };
}

/** Output bytes as text, one character per byte when they are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
