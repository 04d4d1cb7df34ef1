import { findCmsEventName, partsOfCmsName } from './cms-event-names';
import type { ContactLanguage } from './contact';
import type { Channel } from './event-rule-targets';
import { kindWord, levelWord, stateWord, typeWord } from './notification-words';

/** What is told. `at` in epoch ms. */
export interface NotifiedEvent {
  /** `Instance:SystemMaintenance.Reboot:Scheduled`. */
  name: string;
  level: string;
  status: string;
  at: number;
  regionId: string;
  instanceId: string;
  /** `''`: not known. */
  instanceName: string;
  /** The planned time of what is ahead, epoch ms; null: none. */
  notBefore?: number | null;
  /** Sent to try the rule: nothing happened. */
  isTest?: boolean;
}

/** One message. `subject` is the mail's subject and the robot's heading; a text message has none. */
export interface NotificationText {
  subject: string | null;
  lines: readonly string[];
}

/** The channels whose text can be shown; a call is read aloud from the text message's. */
export type WrittenChannel = Exclude<Channel, 'phone'>;

/** CloudMonitor writes times of day in UTC+8. */
const UTC_8_MS = 8 * 3_600_000;

function clock(at: number): string {
  return `${new Date(at + UTC_8_MS).toISOString().slice(0, 19).replace('T', ' ')} (UTC+8)`;
}

/** What happened, in a contact's words: `因系统维护实例重启（待执行）`. */
export function eventTitle(name: string, status: string, language: ContactLanguage): string {
  const { kind } = partsOfCmsName(name);
  const state = stateWord(status, language);
  const isNotice = findCmsEventName(name)?.type === 'StatusNotification';
  const title = kindWord(kind, language);
  if (isNotice || status === '') return title;
  return language === 'en' ? `${title} (${state})` : `${title}（${state}）`;
}

/**
 * The text an event is told with (manual 2.4.1: text message, mail, DingTalk robot). The manual shows these as pictures and
 * nothing else publishes them, so the facts and their order are CloudMonitor's and the wording is this console's.
 */
export function notificationText(
  channel: WrittenChannel,
  event: NotifiedEvent,
  ruleName: string,
  language: ContactLanguage,
): NotificationText {
  const zh = language === 'zh-cn';
  const title = eventTitle(event.name, event.status, language);
  const level = levelWord(event.level, language);
  const test = event.isTest ? (zh ? '【测试】' : '[Test] ') : '';
  const who = event.instanceName ? `${event.instanceName} (${event.instanceId})` : event.instanceId;
  if (channel === 'sms') {
    const planned = event.notBefore
      ? zh
        ? `，计划时间 ${clock(event.notBefore)}`
        : `, due ${clock(event.notBefore)}`
      : '';
    const text = zh
      ? `【阿里云】${test}云监控事件报警：${level}，ECS 实例 ${who}，${event.regionId}，${title}，${clock(event.at)}${planned}。`
      : `[Alibaba Cloud] ${test}CloudMonitor event: ${level}, ECS instance ${who}, ${event.regionId}, ${title}, ${clock(event.at)}${planned}.`;
    return { subject: null, lines: [text] };
  }
  const subject = zh
    ? `${test}${level}：${title} ${event.instanceName || event.instanceId}`
    : `${test}${level}: ${title}, ${event.instanceName || event.instanceId}`;
  const type = findCmsEventName(event.name)?.type;
  const facts: [zh: string, en: string, value: string | null][] = [
    ['报警规则', 'Alert rule', ruleName || (zh ? '（未命名）' : '(unnamed)')],
    ['产品', 'Product', 'ECS'],
    ['事件名称', 'Event', event.name],
    ['事件类型', 'Type', type ? typeWord(type, language) : null],
    ['事件等级', 'Level', level],
    ['事件状态', 'Status', event.status ? stateWord(event.status, language) : null],
    ['实例', 'Instance', who],
    ['地域', 'Region', event.regionId],
    ['发生时间', 'Time', clock(event.at)],
    ['计划时间', 'Planned for', event.notBefore ? clock(event.notBefore) : null],
  ];
  const lines = facts.flatMap(([inChinese, inEnglish, value]) => {
    if (value === null) return [];
    const fact = zh ? `${inChinese}：${value}` : `${inEnglish}: ${value}`;
    return channel === 'dingtalk' ? `- ${fact}` : fact;
  });
  return { subject: channel === 'dingtalk' ? `### ${subject}` : subject, lines };
}
