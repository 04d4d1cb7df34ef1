import { Download, PackagePlus, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { Instance } from '@/api/ecs/instances';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { Spinner } from '@/ui/Spinner';
import { type PlugIn, useInstallPlugIn } from './plug-in';
import type { HostCharts } from './use-host-charts';

export interface HostPanelProps {
  region: string;
  instance: Instance;
  host: HostCharts;
}

/** What stands in the place of the host metrics while the plug-in of CloudMonitor does not give any (G5). */
export function HostPanel({ region, instance, host: { plugIn } }: HostPanelProps) {
  const { t } = useTranslation(['monitoring', 'ui']);
  const format = useFormat();
  const error = useErrorText(plugIn.error);
  const { data } = plugIn;
  if (data?.state === 'running') return null;
  if (data) return <Absent region={region} instance={instance} plugIn={data} />;
  if (plugIn.isError)
    return (
      <Frame title={t('host.title')}>
        <Note
          tone="danger"
          role="alert"
          title={t('host.failed')}
          action={
            <Button size="sm" icon={RotateCw} busy={plugIn.isFetching} onClick={() => void plugIn.refetch()}>
              {t('ui:action.retry')}
            </Button>
          }
        >
          {format.sentences(error.title, error.advice)}{' '}
          {error.code ? <span className="code">{error.code}</span> : null}
        </Note>
      </Frame>
    );
  return (
    <Frame title={t('host.title')}>
      <Skeleton height={120} />
    </Frame>
  );
}

function Absent({ region, instance, plugIn }: Omit<HostPanelProps, 'host'> & { plugIn: PlugIn }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const { InstanceId } = instance;
  const install = useInstallPlugIn(region, InstanceId);
  const refusal = useErrorText(install.error);
  const { state } = plugIn;
  // One that is there but does not work is installed anew.
  const again = state === 'failed' || state === 'abnormal' || state === 'stopped';
  const params = { RegionId: region, InstanceIds: [InstanceId], ...(again ? { Force: true } : {}) };
  const isInstalling = state === 'installing' || install.isPending;
  return (
    <Frame title={t('host.title')}>
      <p className="max-w-[68ch] text-text-muted">
        {t(`host.state.${state === 'running' ? 'unknown' : state}`, { wire: plugIn.wire })}{' '}
        {plugIn.errorCode ? <span className="code">{plugIn.errorCode}</span> : null}
      </p>
      {isInstalling ? (
        <p role="status" className="flex items-center gap-2">
          <Spinner className="text-info" /> {t('host.installing')}
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            writes
            icon={again ? RotateCw : PackagePlus}
            disabledReason={instance.Status === 'Running' ? undefined : t('host.notRunning')}
            onClick={() => install.mutate({ again })}
          >
            {t(again ? 'host.reinstall' : 'host.install')}
          </Button>
          <span className="text-xs text-text-muted">{t('host.needs')}</span>
        </div>
      )}
      {install.isError ? (
        <Note tone="danger" role="alert" title={t('host.refused')}>
          {format.sentences(refusal.title, refusal.advice)}{' '}
          {refusal.code ? <span className="code">{refusal.code}</span> : null}
        </Note>
      ) : null}
      <CliLine line={toCli('cms', 'InstallMonitoringAgent', params)} />
    </Frame>
  );
}

/** Two charts wide: it ends the row that the built-in metrics begin. */
function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-2.5 rounded-md bg-panel px-4 py-3.5 forced-colors:border"
      style={{ gridColumn: 'span 2 / auto' }}
    >
      <h2 className="flex items-center gap-2 text-sm tracking-[0]">
        <Download className="text-text-subtle" aria-hidden />
        {title}
      </h2>
      {children}
    </section>
  );
}
