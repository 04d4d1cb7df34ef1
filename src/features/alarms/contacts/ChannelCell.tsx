import type { Contact } from '@/api/cms/contacts';
import type { ContactChannel } from '@/domain/contact';
import { Status } from '@/ui/Status';
import { channelLook, useContactWords } from './use-contact-words';
import { Webhook } from './Webhook';

/** Where a channel of a contact leads, over whether it is activated. */
export function ChannelCell({ contact, channel }: { contact: Contact; channel: ContactChannel }) {
  const words = useContactWords();
  const value = contact.Channels[channel];
  const state = contact.ChannelsState[channel];
  if (value === undefined) return <span className="text-text-subtle">–</span>;
  return (
    <span className="flex min-w-0 flex-col">
      {channel === 'DingWebHook' ? (
        <Webhook address={value} />
      ) : (
        <span className="truncate" title={value}>
          {value}
        </span>
      )}
      {state === undefined ? null : (
        <Status {...channelLook(state)} className="text-xs">
          {words.state(state)}
        </Status>
      )}
    </span>
  );
}
