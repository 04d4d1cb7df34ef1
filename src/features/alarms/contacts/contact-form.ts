import type { Contact, PutContactRequest } from '@/api/cms/contacts';
import { filledChannels, CONTACT_CHANNELS, CONTACT_LANGUAGES, type ContactDraft } from '@/domain/contact';

export const EMPTY_CONTACT: ContactDraft = {
  name: '',
  description: '',
  language: 'zh-cn',
  SMS: '',
  Mail: '',
  DingWebHook: '',
  AliIM: '',
};

/** The form filled with a saved contact. */
export function contactDraftOf({ Name, Desc, Lang, Channels }: Contact): ContactDraft {
  return {
    name: Name,
    description: Desc,
    language: CONTACT_LANGUAGES.find((language) => language === Lang.toLowerCase()) ?? 'zh-cn',
    SMS: Channels.SMS ?? '',
    Mail: Channels.Mail ?? '',
    DingWebHook: Channels.DingWebHook ?? '',
    AliIM: Channels.AliIM ?? '',
  };
}

/** The PutContact request of a form. The action wants a description; without one the name has to do. */
export function putContactRequest(RegionId: string, draft: ContactDraft): PutContactRequest {
  const ContactName = draft.name.trim();
  return {
    RegionId,
    ContactName,
    Describe: draft.description.trim() || ContactName,
    Channels: filledChannels(draft),
    Lang: draft.language,
  };
}

/** Whether a saved contact is what a request would make of it: then the request has been carried out. */
export function isPut(contact: Contact, request: PutContactRequest): boolean {
  return (
    contact.Desc === request.Describe &&
    contact.Lang.toLowerCase() === request.Lang &&
    CONTACT_CHANNELS.every((channel) => contact.Channels[channel] === request.Channels[channel])
  );
}
