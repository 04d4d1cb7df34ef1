import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { CONTACT_LANGUAGES, type ContactLanguage } from '@/domain/contact';
import { type EventRuleDraft, sampleEventOf } from '@/domain/event-rule-draft';
import { channelsOf } from '@/domain/event-rule-targets';
import { notificationText, type WrittenChannel } from '@/domain/notification-text';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Segmented } from '@/ui/Segmented';
import { inventedEvent, notifiedEvent } from './notified-event';
import { SAMPLE_DAYS } from './queries';
import { NotificationTextView } from './NotificationTextView';

const WRITTEN: readonly WrittenChannel[] = ['sms', 'mail', 'dingtalk'];
const DAY_MS = 86_400_000;

/** What people would read: the text of each channel in each language, of the last event that the rule is about. */
export function TextPreview({ region, draft }: { region: string; draft: EventRuleDraft }) {
  const { t, i18n } = useTranslation('eventRules');
  const format = useFormat();
  const api = useApi();
  const [channel, setChannel] = useState<WrittenChannel>('mail');
  const [language, setLanguage] = useState<ContactLanguage>(i18n.language === 'en' ? 'en' : 'zh-cn');
  const sample = sampleEventOf(draft);
  const name = sample?.name ?? '';
  const last = useQuery({
    queryKey: keys.cmsEvents.list(region, { last: name }),
    queryFn: async ({ signal }) => {
      const now = serverNow();
      const [event] = await api.cms.describeSystemEventAttribute(
        {
          RegionId: region,
          Name: name,
          StartTime: now - SAMPLE_DAYS * DAY_MS,
          EndTime: now,
          PageNumber: 1,
          PageSize: 1,
        },
        { signal },
      );
      return event ?? null;
    },
    enabled: name !== '',
    staleTime: 60_000,
  });
  const whose = last.data ? 'ofLast' : last.isError ? 'ofUnread' : last.data === null ? 'ofNobody' : null;
  const told = new Set(draft.contacts.flatMap(({ level }) => channelsOf(level) ?? []));
  return (
    <section aria-label={t('text.title')} className="flex flex-col gap-2">
      <h2>{t('text.title')}</h2>
      <div className="flex flex-wrap gap-2">
        <Segmented
          label={t('text.channel')}
          value={channel}
          options={WRITTEN.map((value) => ({ value, label: t(`text.by.${value}`) }))}
          onValueChange={setChannel}
        />
        <Segmented
          label={t('text.language')}
          value={language}
          options={CONTACT_LANGUAGES.map((value) => ({ value, label: t(`text.in.${value}`) }))}
          onValueChange={setLanguage}
        />
      </div>
      {sample === null ? (
        <p className="text-text-muted">{t('text.nothing')}</p>
      ) : (
        <NotificationTextView
          label={t('text.label')}
          language={language}
          text={notificationText(
            channel,
            last.data ? notifiedEvent(last.data) : inventedEvent(sample, region, serverNow()),
            draft.name.trim(),
            language,
          )}
        />
      )}
      <p className="text-xs text-text-muted">
        {format.sentences(
          draft.contacts.length > 0 && !told.has(channel)
            ? t('text.notSent', { channel: t(`channel.${channel}`) })
            : whose && t(`text.${whose}`),
          t('text.wording'),
        )}
      </p>
    </section>
  );
}
