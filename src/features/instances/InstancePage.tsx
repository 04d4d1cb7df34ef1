import { ServerOff } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { Outlet, useParams } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { agentStateOf } from '@/domain/agent';
import { UnreadDetail } from '@/features/cloud-assistant';
import { InstanceEventBanner } from '@/features/events';
import type { InstanceContext } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { EmptyState } from '@/ui/EmptyState';
import { Freshness } from '@/ui/Freshness';
import { Id } from '@/ui/Id';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { HealthBadge } from './detail/HealthBadge';
import { InstanceActions } from './detail/InstanceActions';
import { InstanceTabs } from './detail/InstanceTabs';
import { LastRuns } from './detail/LastRuns';
import { isInstanceState } from '@/features/instance-context';
import { instancePaths } from './paths';
import { useAgents, useHealth, useInstance } from './queries';
import { isSystemSupported, systemLabel } from './system-label';

/** The frame of one instance's page: its state, its health and its agent, which are three things, above the tabs. */
export function Component() {
  const { t } = useTranslation('instances');
  const region = useRegion();
  const { instanceId = '' } = useParams();
  const instance = useInstance(region, instanceId);
  if (instance.data)
    return <Detail key={instanceId} region={region} instance={instance.data} query={instance} />;
  if (instance.data === null) return <Gone region={region} instanceId={instanceId} />;
  return (
    <UnreadDetail
      documentTitle={`${instanceId} · ${t('list.documentTitle')}`}
      title={instanceId}
      errorTitle={t('detail.errorTitle')}
      query={instance}
    />
  );
}

interface DetailProps {
  region: string;
  instance: Instance;
  query: ReturnType<typeof useInstance>;
}

function Detail({ region, instance, query }: DetailProps) {
  const { t, i18n } = useTranslation('instances');
  const format = useFormat();
  const cache = useQueryClient();
  const error = useErrorText(query.error);
  const { InstanceId: instanceId, Status: state } = instance;
  const name = instance.InstanceName || instanceId;
  return (
    <>
      <PageHead
        documentTitle={`${name} · ${t('list.documentTitle')}`}
        title={
          isInstanceState(state)
            ? t(`detail.title.${state}`, { name })
            : t('detail.title.other', { name, state })
        }
        rest={<AgentClause region={region} instance={instance} />}
        lede={
          <span className="flex flex-wrap items-center gap-x-5 gap-y-0.5">
            <Id value={instanceId} />
            <span>{systemLabel(instance, i18n.language)}</span>
            <span>{instance.InstanceType}</span>
            {instance.PrivateIps[0] ? <span className="code">{instance.PrivateIps[0]}</span> : null}
            <span>{instance.ZoneId}</span>
            <Freshness
              at={query.dataUpdatedAt}
              busy={query.isFetching}
              onRefresh={() => void cache.invalidateQueries({ queryKey: keys.instances.all(region) })}
            />
          </span>
        }
        actions={
          <div className="-mt-1 flex flex-col items-end gap-2">
            <Health region={region} instance={instance} />
            <div className="flex items-center gap-2">
              <InstanceActions region={region} instance={instance} />
            </div>
          </div>
        }
      />
      {query.isError ? (
        <Note tone="warn" role="status" className="mb-4" title={t('list.stale', { title: error.title })}>
          {t('list.staleSince', { time: format.clock(query.dataUpdatedAt) })}
        </Note>
      ) : null}
      <InstanceEventBanner region={region} instance={instance} />
      <InstanceTabs region={region} instanceId={instanceId} />
      <Outlet context={{ region, instance } satisfies InstanceContext} />
    </>
  );
}

/** ", agent online": whether commands can reach it. */
function AgentClause({ region, instance }: Omit<DetailProps, 'query'>) {
  const { t } = useTranslation('instances');
  const agents = useAgents(region, [instance.InstanceId]);
  if (!isSystemSupported(instance)) return t('detail.clause.unsupported');
  if (!agents.data || instance.Status !== 'Running') return null;
  return t(`detail.clause.${agentStateOf(agents.data.get(instance.InstanceId))}`);
}

function Health({ region, instance }: Omit<DetailProps, 'query'>) {
  const { t } = useTranslation('instances');
  const health = useHealth(region, instance.InstanceId);
  return (
    <span className="flex items-center gap-2">
      <span className="text-text-muted">{t('column.health')}</span>
      {health.data ? (
        <HealthBadge region={region} instance={instance} wire={health.data} />
      ) : health.isPending ? (
        <Skeleton width={96} height={30} />
      ) : (
        <span className="text-text-muted">{t('notKnown')}</span>
      )}
    </span>
  );
}

/** The region has no such instance: released, or never there. Its records outlive it. */
function Gone({ region, instanceId }: { region: string; instanceId: string }) {
  const { t } = useTranslation('instances');
  const regionName = useRegionName()(region);
  const title = t('gone.title', { region: regionName });
  return (
    <>
      <PageHead documentTitle={title} title={title} lede={<Id value={instanceId} />} />
      <EmptyState
        icon={ServerOff}
        title={t('gone.heading')}
        actions={
          <LinkButton size="sm" variant="primary" to={instancePaths(region).list}>
            {t('gone.back')}
          </LinkButton>
        }
      >
        {t('gone.body')}
      </EmptyState>
      <div className="pt-4 pb-6">
        <LastRuns region={region} instanceId={instanceId} allTo={instancePaths(region).records(instanceId)} />
      </div>
    </>
  );
}
