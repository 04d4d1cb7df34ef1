import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Meter } from '@/ui/Meter';
import { PageHead } from '@/ui/PageHead';
import { type Quota, useRunQuota } from '@/features/cloud-assistant';
import { useRegionName } from '@/i18n/region-name';

export interface CommandsHeadProps {
  region: string;
  quota: Quota;
  /** The commands could not be read at all. */
  failed: boolean;
}

/** How many commands there are, how many more there may be, and how much of today's runs is used. */
export function CommandsHead({ region, quota: { used, limit }, failed }: CommandsHeadProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const regionName = useRegionName()(region);
  const runs = useRunQuota(region);
  const room = used === null || limit === null ? null : Math.max(0, limit - used);
  return (
    <PageHead
      documentTitle={`${t('documentTitle')} · ${regionName}`}
      title={
        used === null ? t('list.loading') : t('list.title', { count: used, number: format.number(used) })
      }
      rest={
        room === null
          ? failed && t('clause', { text: t('list.unread') })
          : t('clause', { text: t('list.room', { count: room, number: format.number(room) }) })
      }
      lede={room === 0 ? t('list.ledeFull') : t('list.lede', { region: regionName })}
      aside={
        <>
          {used !== null && limit !== null ? (
            <Meter label={t('quota.commands')} used={used} total={limit} />
          ) : null}
          {runs.used !== null && runs.limit !== null ? (
            <div title={t('quota.runsHelp')}>
              <Meter label={t('quota.runs')} used={runs.used} total={runs.limit} />
            </div>
          ) : null}
        </>
      }
    />
  );
}
