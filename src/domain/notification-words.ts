import type { CmsEventLevel, CmsEventType } from './cms-event-names';
import type { ContactLanguage } from './contact';

type Words = Readonly<Record<ContactLanguage, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-cn': zh, en });

const LEVELS: Readonly<Record<CmsEventLevel, Words>> = {
  CRITICAL: words('严重', 'Critical'),
  WARN: words('警告', 'Warning'),
  INFO: words('信息', 'Info'),
};

const TYPES: Readonly<Record<CmsEventType, Words>> = {
  Maintenance: words('运维', 'Maintenance'),
  Exception: words('故障', 'Exception'),
  StatusNotification: words('状态通知', 'Status notification'),
};

/** What happens, by the middle part of the event's name: the manual's terms (2.1, 2.3, 2.4), today's types after them. */
const KINDS: Readonly<Record<string, Words>> = {
  'SystemMaintenance.Reboot': words('因系统维护实例重启', 'Restart, system maintenance'),
  'SystemMaintenance.Redeploy': words('因系统维护实例重新部署', 'Redeployment, system maintenance'),
  'SystemMaintenance.Stop': words('因系统维护实例停止', 'Stop, system maintenance'),
  'SystemMaintenance.IsolateErrorDisk': words('因系统维护坏盘隔离', 'Isolation of a damaged disk'),
  'SystemMaintenance.ReInitErrorDisk': words('因系统维护坏盘恢复', 'Replacement of a damaged disk'),
  'SystemMaintenance.RebootAndIsolateErrorDisk': words(
    '因系统维护实例重启并隔离坏盘',
    'Restart and isolation of a damaged disk',
  ),
  'SystemMaintenance.RebootAndReInitErrorDisk': words(
    '因系统维护实例重启并恢复坏盘',
    'Restart and replacement of a damaged disk',
  ),
  'SystemMaintenance.PerformanceImpact': words(
    '实例性能影响（热迁移）',
    'Performance impact (live migration)',
  ),
  'SystemFailure.Reboot': words('因系统错误实例重新启动', 'Restart, failure of the system'),
  'InstanceFailure.Reboot': words('因实例错误实例重启', 'Restart, failure of the instance'),
  'SystemFailure.Delete': words('实例创建失败', 'Failed creation'),
  'SystemFailure.Redeploy': words('因系统错误实例重新部署', 'Redeployment, failure of the system'),
  'SystemFailure.Stop': words('因系统错误实例停止', 'Stop, failure of the system'),
  Stalled: words('磁盘性能受到严重影响', 'Disk performance seriously affected'),
  ErrorDetected: words('磁盘出现坏道', 'Damaged disk detected'),
  StateChange: words('实例状态改变', 'Change of an instance’s state'),
  PreemptibleInstanceInterruption: words('抢占式实例中断', 'Interruption of a spot instance'),
  BurstablePerformanceRestricted: words('突发性能实例性能受限', 'Burstable instance restricted'),
  CreateSnapshotCompleted: words('创建快照完成', 'Snapshot made'),
  DiskOperationCompleted: words('磁盘操作完成', 'Disk operation done'),
  Agent_Status_Stopped: words('云监控插件停止', 'CloudMonitor’s plug-in stopped'),
  Agent_Status_Running: words('云监控插件恢复', 'CloudMonitor’s plug-in runs again'),
};

/** States of the manual (2.1), and today's seventh. */
const STATES: Readonly<Record<string, Words>> = {
  Scheduled: words('待执行', 'Scheduled'),
  Avoided: words('已避免', 'Avoided'),
  Executing: words('执行中', 'Executing'),
  Executed: words('已执行', 'Executed'),
  Canceled: words('已取消', 'Canceled'),
  Failed: words('失败', 'Failed'),
  Inquiring: words('等待确认', 'Waiting for an answer'),
  Normal: words('正常', 'Normal'),
  Warn: words('警告', 'Warning'),
};

const said = (table: Readonly<Record<string, Words>>, key: string, language: ContactLanguage): string =>
  Object.hasOwn(table, key) ? table[key]![language] : key;

/** In a contact's language; what is not known stays as it came. */
export const levelWord = (level: string, language: ContactLanguage) =>
  said(LEVELS, level.toUpperCase(), language);
export const typeWord = (type: string, language: ContactLanguage) => said(TYPES, type, language);
export const kindWord = (kind: string, language: ContactLanguage) => said(KINDS, kind, language);
export const stateWord = (state: string, language: ContactLanguage) => said(STATES, state, language);
