import { useTranslation } from '@/i18n/use-translation';
import { TabLinks } from '@/ui/TabLinks';
import { eventPaths } from './paths';

/** The two lists of events: what is to come, and all of two months. */
export function EventTabs({ region }: { region: string }) {
  const { t } = useTranslation('events');
  const paths = eventPaths(region);
  return (
    <TabLinks
      label={t('nav.lists')}
      tabs={[
        { to: paths.pending, label: t('nav.pending') },
        { to: paths.all, label: t('nav.all') },
      ]}
    />
  );
}
