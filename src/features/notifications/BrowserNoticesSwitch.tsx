import { useTranslation } from '@/i18n/use-translation';
import { Switch } from '@/ui/Switch';
import { turnOffBrowserNotices, turnOnBrowserNotices, useBrowserNotices } from './browser-notices';

/** The opt-in to the browser's own notifications; the browser is asked only when it is turned on. */
export function BrowserNoticesSwitch() {
  const { t } = useTranslation('notifications');
  const state = useBrowserNotices();
  return (
    <Switch
      label={t('browser.label')}
      help={t(`browser.help.${state}`)}
      checked={state === 'on'}
      disabled={state === 'unsupported' || state === 'denied'}
      onCheckedChange={(on) => {
        if (on) void turnOnBrowserNotices();
        else turnOffBrowserNotices();
      }}
    />
  );
}
