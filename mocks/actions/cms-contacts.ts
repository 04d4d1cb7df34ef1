import {
  CONTACT_CHANNELS,
  CONTACT_LANGUAGES,
  type ContactChannel,
  channelProblem,
  filledChannels,
  descriptionProblem,
  nameProblem,
} from '@/domain/contact';
import { channelState, contactBook, type ContactRecord } from '../alarms/contact-book';
import type { Action, ActionContext } from './action';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { readPaging } from './paging';

const PAGING = { defaultSize: 100, maxSize: 100, code: 'ParameterInvalid' };

/** The name of a contact or group to be put, with what it is not to be called refused. */
export function nameToPut(context: Pick<ActionContext, 'params'>, parameter: string): string {
  const name = cmsRequired(context.params, parameter).trim();
  if (nameProblem(name)) throw parameterInvalid(parameter);
  return name;
}

/** PutContact (contract 9.4): makes the contact, or puts it in the place of the one that has the name. */
export const putContact: Action = (context) => {
  const { params, now, act } = context;
  const name = nameToPut(context, 'ContactName');
  const description = cmsRequired(params, 'Describe');
  if (descriptionProblem(description)) throw parameterInvalid('Describe');
  const language = CONTACT_LANGUAGES.find((one) => one === (params.text('Lang') ?? 'zh-cn'));
  if (!language) throw parameterInvalid('Lang');
  const sent = (channel: ContactChannel) => params.text(`Channels.${channel}`) ?? '';
  const channels = filledChannels({
    SMS: sent('SMS'),
    Mail: sent('Mail'),
    DingWebHook: sent('DingWebHook'),
    AliIM: sent('AliIM'),
  });
  for (const channel of CONTACT_CHANNELS) {
    const value = channels[channel];
    if (value !== undefined && channelProblem(channel, value)) throw parameterInvalid(`Channels.${channel}`);
  }
  if (Object.keys(channels).length === 0)
    throw parameterInvalid('Channels', 'At least one of the channels is needed.');
  act({
    kind: 'AlarmChanged',
    at: now,
    change: { what: 'ContactPut', name, description: description.trim(), language, channels },
  });
  return {};
};

/** DeleteContact (contract 9.4). Whether one in use is refused is not published: it goes, and leaves its groups. */
export const deleteContact: Action = (context) => {
  const name = cmsRequired(context.params, 'ContactName');
  if (!contactBook(context).contacts.has(name)) throw resourceNotFound();
  context.act({ kind: 'AlarmChanged', at: context.now, change: { what: 'ContactDeleted', name } });
  return {};
};

/** DescribeContactList (contract 9.4, whose spelling the filters have): by exact name, and by a channel and where it leads. */
export const describeContactList: Action = (context) => {
  const { params, now } = context;
  const { pageNumber, pageSize } = readPaging(params, PAGING);
  const name = params.text('ContactName');
  const asked = params.text('ChanelType');
  const type = CONTACT_CHANNELS.find((channel) => channel === asked);
  if (asked !== undefined && !type) throw parameterInvalid('ChanelType');
  const value = params.text('ChanelValue');
  const { contacts, groups } = contactBook(context);
  const leadsThere = ({ channels }: ContactRecord) =>
    (type ? [type] : CONTACT_CHANNELS).some((channel) => {
      const one = channels[channel];
      return one !== undefined && (value === undefined || one.value === value);
    });
  const list = [...contacts.values()].filter(
    (contact) => (name === undefined || contact.name === name) && leadsThere(contact),
  );
  const groupsOf = (contact: string) =>
    [...groups.values()].flatMap((group) => (group.contacts.includes(contact) ? [group.name] : []));
  const page = list.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return {
    Contacts: {
      Contact: page.map((contact) => ({
        Name: contact.name,
        Desc: contact.description,
        Channels: perChannel((channel) => contact.channels[channel]?.value),
        ChannelsState: perChannel((channel) => channelState(contact, channel, now) ?? undefined),
        ContactGroups: { ContactGroup: groupsOf(contact.name) },
        CreateTime: contact.createdAt,
        UpdateTime: contact.updatedAt,
        Lang: contact.language,
      })),
    },
    Total: list.length,
  };
};

/** Members for the channels that have something to say. */
function perChannel(say: (channel: ContactChannel) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    CONTACT_CHANNELS.flatMap((channel) => {
      const said = say(channel);
      return said === undefined ? [] : [[channel, said]];
    }),
  );
}
