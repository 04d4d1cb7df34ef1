import { MOST_TARGETS } from './event-rule';

/** How a contact group is told: by the number the wire has for it (contract 9.5). */
export const CHANNEL_LEVELS = ['2', '3', '4'] as const;
export type ChannelLevel = (typeof CHANNEL_LEVELS)[number];

export const CHANNELS = ['phone', 'sms', 'mail', 'dingtalk'] as const;
export type Channel = (typeof CHANNELS)[number];

const BY_LEVEL: Readonly<Record<ChannelLevel, readonly Channel[]>> = {
  '2': CHANNELS,
  '3': ['sms', 'mail', 'dingtalk'],
  '4': ['mail', 'dingtalk'],
};

/** The channels of a level; null for a number that is not in the contract (9.5). */
export function channelsOf(level: string): readonly Channel[] | null {
  const known = CHANNEL_LEVELS.find((one) => one === level);
  return known ? BY_LEVEL[known] : null;
}

export interface ContactTarget {
  id: string;
  group: string;
  /** As on the wire. */
  level: string;
}

export interface WebhookTarget {
  id: string;
  /** `http` or `https`. */
  protocol: string;
  /** `GET` or `POST`. */
  method: string;
  url: string;
}

/** Where a rule sends its events. `others`: kinds this console does not write (queues, functions, logs), by kind and ID. */
export interface EventRuleTargets {
  contacts: readonly ContactTarget[];
  webhooks: readonly WebhookTarget[];
  others: readonly { kind: string; id: string; where: string }[];
}

export const NO_TARGETS: EventRuleTargets = { contacts: [], webhooks: [], others: [] };

/** What is wrong with a webhook's address; null: nothing. */
export function webhookProblem(url: string): 'empty' | 'address' | null {
  const text = url.trim();
  if (text === '') return 'empty';
  return /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(text) && URL.canParse(text) ? null : 'address';
}

/** `http` or `https`, as `WebhookParameters.N.Protocol` has it. */
export const protocolOf = (url: string): 'http' | 'https' => (/^http:/i.test(url.trim()) ? 'http' : 'https');

/**
 * A target ID that is not taken yet: they tell the targets of a rule apart (contract 9.5).
 * @throws never: there are more numbers than targets
 */
export function freeTargetId(taken: readonly string[]): string {
  const used = new Set(taken);
  for (let number = 1; ; number += 1) if (!used.has(String(number))) return String(number);
}

/** IDs of targets that are gone in the second; those of other kinds are never touched. */
export function removedTargets(before: EventRuleTargets, after: EventRuleTargets): string[] {
  const kept = new Set([...after.contacts, ...after.webhooks].map(({ id }) => id));
  return [...before.contacts, ...before.webhooks].map(({ id }) => id).filter((id) => !kept.has(id));
}

/** Whether one more of the kind may be added (contract 9.5: N ≤ 5). */
export const hasRoom = (list: readonly unknown[]): boolean => list.length < MOST_TARGETS;
