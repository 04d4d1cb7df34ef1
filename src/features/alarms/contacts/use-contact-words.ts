import { useMemo } from 'react';
import { CONTACT_CHANNELS, type ContactChannel, type ContactProblem, NAME_LENGTH } from '@/domain/contact';
import { useTranslation } from '@/i18n/use-translation';
import type { StatusProps } from '@/ui/Status';

/** How a channel's state looks; one that is not known is shown as it came. */
export function channelLook(state: string): Pick<StatusProps, 'tone' | 'icon'> {
  if (state === 'OK') return { tone: 'ok', icon: 'success' };
  if (state === 'PENDING') return { tone: 'warn', icon: 'pending' };
  return { tone: 'neutral', icon: 'noData' };
}

/** Words about contacts; the same object until the language changes. */
export function useContactWords() {
  const { t } = useTranslation('alarms');
  return useMemo(
    () => ({
      channel: (channel: ContactChannel) => t(`contacts.channel.${channel}`),
      state: (state: string) =>
        state === 'OK' || state === 'PENDING' ? t(`contacts.state.${state}`) : state,
      /** A sentence that names the field and what is wrong with it. */
      problem: (problem: ContactProblem): string => {
        if (problem.field === 'name')
          return t(`contacts.problem.name.${problem.kind}`, { limit: NAME_LENGTH });
        if (problem.field === 'description') return t('contacts.problem.description');
        if (problem.field === 'channels') return t('contacts.problem.channels');
        return t(`contacts.problem.channel.${problem.kind}`);
      },
      channels: CONTACT_CHANNELS.map((channel) => ({
        value: channel,
        label: t(`contacts.channel.${channel}`),
      })),
    }),
    [t],
  );
}
