import type { ContactChannel } from '@/domain/contact';
import { type Channel, channelsOf } from '@/domain/event-rule-targets';
import { type AlarmLevel, LOG_LEVELS } from '@/domain/metric-alarm';
import type { AlarmDelivery } from '@/domain/metric-alarm-run';
import { channelState, type ContactBook } from './contact-book';

/** What the log calls the channels (contract 9.3), and by what of a contact they go. */
const WAYS = {
  phone: { way: 'CALL', by: 'SMS' },
  sms: { way: 'SMS', by: 'SMS' },
  mail: { way: 'MAIL', by: 'Mail' },
  dingtalk: { way: 'DING', by: 'DingWebHook' },
} as const satisfies Record<Channel, { way: string; by: ContactChannel }>;
type Way = (typeof WAYS)[Channel]['way'];

/** P2 to P4 go by the channels of an event rule's levels 2 to 4 (contract 9.3, 9.5). */
function waysOf(level: AlarmLevel) {
  return (channelsOf(LOG_LEVELS[level].slice(1)) ?? []).map((channel) => WAYS[channel]);
}

/**
 * Whom a note reached, as the log tells it (contract 9.3): contacts of the groups as they are now, by the ways of its level, as
 * far as those were activated. Nobody, where it was not sent.
 */
export function alarmReceivers(
  { contacts, groups }: ContactBook,
  groupNames: readonly string[],
  level: AlarmLevel,
  delivery: AlarmDelivery,
  at: number,
) {
  const names = new Set(groupNames.flatMap((name) => groups.get(name)?.contacts ?? []));
  const ways = delivery === 'sent' ? waysOf(level) : [];
  const reached = new Map<Way, string[]>(
    ways.map(({ way, by }) => [
      way,
      [...names].flatMap((name) => {
        const contact = contacts.get(name);
        return contact && channelState(contact, by, at) === 'OK' ? [contact.channels[by]!.value] : [];
      }),
    ]),
  );
  const sentBy = (way: Way) => reached.get(way) ?? [];
  const used = [...reached].filter(([, values]) => values.length > 0);
  return {
    ContactMailList: sentBy('MAIL'),
    ContactSMSList: sentBy('SMS'),
    ContactOnCallList: sentBy('CALL'),
    ContactDingList: sentBy('DING'),
    SendResultList: used.map(([Key, Value]) => ({ Key, Value })),
    SendDetail: {
      ResultCode: delivery === 'sent' ? 'Success' : '',
      ChannelResultList: used.map(([Channel, values]) => ({
        Channel,
        ResultList: [{ Code: 'Success', Success: true, Detail: '', RequestId: '', notifyTargetList: values }],
      })),
    },
  };
}
