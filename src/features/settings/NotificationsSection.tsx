import { Suspense } from 'react';
import { BrowserNoticesSwitch } from '@/features/notifications';
import { useTranslation } from '@/i18n/use-translation';
import { Section } from './Section';

/** What the console tells by itself, and how (I5). */
export function NotificationsSection() {
  const { t } = useTranslation('notifications');
  return (
    <Section title={t('settings.title')} lede={t('settings.lede')}>
      <Suspense>
        <BrowserNoticesSwitch />
      </Suspense>
    </Section>
  );
}
