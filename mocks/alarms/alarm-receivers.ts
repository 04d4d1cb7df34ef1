import type { ContactChannel } from '@/domain/contact';
import type { AlarmLevel } from '@/domain/metric-alarm';
import type { AlarmDelivery } from '@/domain/metric-alarm-run';
import { channelState, type ContactBook } from './contact-book';

/** Contract 9.5, of which 9.3 uses the same levels: P2 by phone, SMS, mail and DingTalk; P3 without phone; P4 without SMS. */
const WAYS: Readonly<Record<AlarmLevel, readonly Way[]>> = {
  Critical: ['CALL', 'SMS', 'MAIL', 'DING'],
  Warn: ['SMS', 'MAIL', 'DING'],
  Info: ['MAIL', 'DING'],
};
type Way = 'CALL' | 'SMS' | 'MAIL' | 'DING';
const CHANNEL: Readonly<Record<Way, ContactChannel>> = {
  CALL: 'SMS',
  SMS: 'SMS',
  MAIL: 'Mail',
  DING: 'DingWebHook',
};

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
  const ways = delivery === 'sent' ? WAYS[level] : [];
  const reached = new Map(
    ways.map((way) => [
      way,
      [...names].flatMap((name) => {
        const contact = contacts.get(name);
        const channel = CHANNEL[way];
        return contact && channelState(contact, channel, at) === 'OK'
          ? [contact.channels[channel]!.value]
          : [];
      }),
    ]),
  );
  const by = (way: Way) => reached.get(way) ?? [];
  const used = [...reached].filter(([, values]) => values.length > 0);
  return {
    ContactMailList: by('MAIL'),
    ContactSMSList: by('SMS'),
    ContactOnCallList: by('CALL'),
    ContactDingList: by('DING'),
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
