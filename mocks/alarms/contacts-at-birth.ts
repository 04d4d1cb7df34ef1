import type { ContactChange } from './contact-changes';

/** A change made before the account was first looked at. */
interface PastChange {
  /** Days before the account's birth. */
  daysAgo: number;
  change: ContactChange;
}

/** Groups of a born account; rules that it is born with name them. */
export const BORN_GROUPS = { onCall: 'ops', databases: 'dba', managers: 'management' } as const;

const webhook = (name: string) =>
  `https://oapi.dingtalk.com/robot/send?access_token=demo-${name}-0000000000000000`;

/** Whom the demo account tells of alarms when it is born. Numbers and addresses are nobody's. */
export const BORN_CONTACTS: readonly PastChange[] = [
  {
    daysAgo: 402,
    change: {
      what: 'ContactPut',
      name: 'wang.fang',
      description: 'On call, web and gateways',
      language: 'zh-cn',
      channels: { SMS: '+86-19900000011', Mail: 'wang.fang@example.com' },
    },
  },
  {
    daysAgo: 402,
    change: {
      what: 'ContactPut',
      name: 'li.qiang',
      description: 'On call, databases',
      language: 'zh-cn',
      channels: { SMS: '+86-19900000012', Mail: 'li.qiang@example.com', AliIM: 'liqiang_dba' },
    },
  },
  {
    daysAgo: 311,
    change: {
      what: 'ContactPut',
      name: 'ops-robot',
      description: 'DingTalk group of the people on call',
      language: 'zh-cn',
      channels: { DingWebHook: webhook('ops') },
    },
  },
  {
    daysAgo: 287,
    change: {
      what: 'ContactPut',
      name: 'sarah.tan',
      description: 'Regional lead, Singapore',
      language: 'en',
      channels: { Mail: 'sarah.tan@example.com' },
    },
  },
  {
    daysAgo: 96,
    change: {
      what: 'ContactPut',
      name: 'chen.yu',
      description: 'Night shift',
      language: 'zh-cn',
      channels: { SMS: '+86-19900000013', DingWebHook: webhook('night') },
    },
  },
  {
    daysAgo: 96,
    change: {
      what: 'GroupPut',
      name: BORN_GROUPS.onCall,
      description: 'Whoever is on call',
      contacts: ['wang.fang', 'chen.yu', 'ops-robot'],
      subscribed: true,
    },
  },
  {
    daysAgo: 95,
    change: {
      what: 'GroupPut',
      name: BORN_GROUPS.databases,
      description: 'Databases',
      contacts: ['li.qiang', 'ops-robot'],
      subscribed: true,
    },
  },
  {
    daysAgo: 40,
    change: {
      what: 'GroupPut',
      name: BORN_GROUPS.managers,
      description: 'For what goes on longer than an hour',
      contacts: ['sarah.tan'],
      subscribed: false,
    },
  },
];
