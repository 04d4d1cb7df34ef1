/** The ways an alarm reaches a person, under the names of the wire (contract 9.4). */
export const CONTACT_CHANNELS = ['SMS', 'Mail', 'DingWebHook', 'AliIM'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What a contact can be reached at: a phone number, a mail address, a robot's webhook, a name. Absent: not this way. */
export type ContactChannels = Readonly<Partial<Record<ContactChannel, string>>>;

/** The languages in which CloudMonitor writes to a contact. */
export const CONTACT_LANGUAGES = ['zh-cn', 'en'] as const;
export type ContactLanguage = (typeof CONTACT_LANGUAGES)[number];

/** A form for a contact, as it stands in its fields. */
export interface ContactDraft extends Readonly<Record<ContactChannel, string>> {
  readonly name: string;
  readonly description: string;
  readonly language: ContactLanguage;
}

export const NAME_LENGTH = 40;
const DESCRIPTION_LENGTH = 128;

/** Where DingTalk takes what robots are to say. */
const DINGTALK = { host: 'oapi.dingtalk.com', path: '/robot/send', token: 'access_token' };

export type NameProblem = 'missing' | 'tooLong' | 'characters';
export type ChannelProblem = 'phone' | 'mail' | 'webhookAddress' | 'webhookToken' | 'tooLong';

export type ContactProblem =
  | { field: 'name'; kind: NameProblem }
  | { field: 'description'; kind: 'tooLong' }
  | { field: ContactChannel; kind: ChannelProblem }
  | { field: 'channels'; kind: 'none' };

/**
 * What is wrong with the name of a contact or group; null when nothing is. Lengths and letters are not published (contract 9.4):
 * forty letters, none that separates names in a list or cannot be seen.
 */
export function nameProblem(name: string): NameProblem | null {
  const text = name.trim();
  if (text === '') return 'missing';
  if ([...text].length > NAME_LENGTH) return 'tooLong';
  return /[\p{C}\p{Zl}\p{Zp}"\\<>,;[\]{}]/u.test(text) ? 'characters' : null;
}

/** What is wrong with a description; null when nothing is. */
export function descriptionProblem(description: string): 'tooLong' | null {
  return [...description.trim()].length > DESCRIPTION_LENGTH ? 'tooLong' : null;
}

const CHECKS: Record<ContactChannel, (text: string) => ChannelProblem | null> = {
  SMS: (text) => (/^\+?\d{1,4}(-?\d{2,12}){1,4}$/.test(text) && digitsOf(text) <= 15 ? null : 'phone'),
  Mail: (text) =>
    text.length <= 254 && /^[^\s@,;"<>]{1,64}@[^\s@.,;"<>]+(\.[^\s@.,;"<>]+)+$/.test(text) ? null : 'mail',
  DingWebHook: webhookProblem,
  AliIM: (text) => ([...text].length <= 64 && !/\p{C}/u.test(text) ? null : 'tooLong'),
};

const digitsOf = (text: string) => text.replaceAll(/\D/g, '').length;

/** What is wrong with what a contact is to be reached at; null when nothing is. Not for an empty text. */
export function channelProblem(channel: ContactChannel, text: string): ChannelProblem | null {
  return CHECKS[channel](text);
}

function webhookProblem(text: string): ChannelProblem | null {
  if (!URL.canParse(text)) return 'webhookAddress';
  const { protocol, host, pathname, searchParams } = new URL(text);
  const isDingTalk = protocol === 'https:' && host === DINGTALK.host && pathname === DINGTALK.path;
  if (!isDingTalk) return 'webhookAddress';
  return searchParams.get(DINGTALK.token) ? null : 'webhookToken';
}

/** The channels of a form that are filled; blanks around are not part of them. */
export function filledChannels(draft: Readonly<Record<ContactChannel, string>>): ContactChannels {
  return Object.fromEntries(
    CONTACT_CHANNELS.flatMap((channel) => {
      const text = draft[channel].trim();
      return text === '' ? [] : [[channel, text]];
    }),
  );
}

/**
 * Everything that is wrong with a contact, in the order of the form; at least one channel is wanted (contract 9.4, PutContact).
 * A saved contact keeps its name, so that one made elsewhere can be changed whatever it is called.
 */
export function contactProblems(draft: ContactDraft, isNew: boolean): ContactProblem[] {
  const problems: ContactProblem[] = [];
  const name = isNew ? nameProblem(draft.name) : null;
  if (name) problems.push({ field: 'name', kind: name });
  const description = descriptionProblem(draft.description);
  if (description) problems.push({ field: 'description', kind: description });
  const channels = filledChannels(draft);
  for (const channel of CONTACT_CHANNELS) {
    const text = channels[channel];
    const kind = text === undefined ? null : channelProblem(channel, text);
    if (kind) problems.push({ field: channel, kind });
  }
  if (Object.keys(channels).length === 0) problems.push({ field: 'channels', kind: 'none' });
  return problems;
}
