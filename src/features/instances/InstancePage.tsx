import { ServerOff } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { agentStateOf } from '@/domain/agent';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { Id } from '@/ui/Id';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { AgentCard } from './detail/AgentCard';
import { HealthBadge } from './detail/HealthBadge';
import { InstanceCli } from './detail/InstanceCli';
import { InstanceFacts, NetworkFacts, TagFacts } from './detail/InstanceFacts';
import { LastRuns } from './detail/LastRuns';
import { isInstanceState } from './InstanceState';
import { instancePaths } from './paths';
import { useAgents, useHealth, useInstance } from './queries';
import { isSystemSupported, systemLabel } from './system-label';

/** One instance: its state, its health and its agent, which are three things, and what ran on it last. */
export function Component() {
  const region = useRegion();
  const { instanceId = '' } = useParams();
  const instance = useInstance(region, instanceId);
  if (instance.data)
    return <Detail key={instanceId} region={region} instance={instance.data} query={instance} />;
  if (instance.data === null) return <Gone region={region} instanceId={instanceId} />;
  return <Unread instanceId={instanceId} query={instance} />;
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
        aside={<Health region={region} instance={instance} />}
      />
      {query.isError ? (
        <Note tone="warn" role="status" className="mb-4" title={t('list.stale', { title: error.title })}>
          {t('list.staleSince', { time: format.clock(query.dataUpdatedAt) })}
        </Note>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-8 pb-6">
        <div className="flex min-w-0 flex-col gap-6">
          <LastRuns region={region} instanceId={instanceId} />
          <InstanceCli region={region} instanceId={instanceId} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <AgentCard region={region} instance={instance} />
          <InstanceFacts region={region} instance={instance} />
          <NetworkFacts instance={instance} />
          <TagFacts instance={instance} />
        </div>
      </div>
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
        <HealthBadge wire={health.data} state={instance.Status} />
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
        <LastRuns region={region} instanceId={instanceId} />
      </div>
    </>
  );
}

/** Still being read, or the reading failed. */
function Unread({ instanceId, query }: { instanceId: string; query: ReturnType<typeof useInstance> }) {
  const { t } = useTranslation('instances');
  const error = useErrorText(query.error);
  return (
    <>
      <PageHead documentTitle={`${instanceId} · ${t('list.documentTitle')}`} title={instanceId} />
      {query.isError ? (
        <ErrorState
          title={t('detail.errorTitle')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <div aria-busy className="grid grid-cols-[minmax(0,1fr)_340px] gap-8">
          <Skeleton height={300} />
          <div className="flex flex-col gap-4">
            <Skeleton />
            <Skeleton width="80%" />
            <Skeleton width="60%" />
          </div>
        </div>
      )}
    </>
  );
}
