import { useTranslation } from '@/i18n/use-translation';
import { useDemoControl } from '@/api/demo-control';
import { useFormat } from '@/i18n/format';
import { PageHead } from '@/ui/PageHead';
import { AppearanceSection } from './AppearanceSection';
import { DataSection } from './DataSection';
import { FaultsSection } from './FaultsSection';
import { FleetSection } from './FleetSection';
import { NotificationsSection } from './NotificationsSection';
import { useDemoSnapshot } from './demo-snapshot';

function SettingsPage() {
  const { t } = useTranslation('settings');
  const { t: tFrame } = useTranslation('frame');
  const demo = useDemoControl();
  const documentTitle = `${t('document')} · ${tFrame('product')}`;
  if (demo) {
    return (
      <>
        <DemoHead documentTitle={documentTitle} />
        <div className="max-w-[880px] pb-10">
          <AppearanceSection />
          <NotificationsSection />
          <FleetSection demo={demo} />
          <DataSection demo={demo} />
          <FaultsSection demo={demo} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('titleLive')} documentTitle={documentTitle} />
      <div className="max-w-[880px] pb-10">
        <AppearanceSection />
        <NotificationsSection />
      </div>
    </>
  );
}

function DemoHead({ documentTitle }: { documentTitle: string }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { fleetSize, faults, latencyMs } = useDemoSnapshot();
  const rest =
    faults.length > 0
      ? t('rest.faults', { count: faults.length })
      : latencyMs > 0
        ? t('rest.slow', { delay: format.duration(latencyMs) })
        : t('rest.calm');
  return (
    <PageHead
      title={t('title', { count: fleetSize })}
      rest={rest}
      lede={t('lede')}
      documentTitle={documentTitle}
    />
  );
}

export { SettingsPage as Component };
