import { useCallback, useMemo } from 'react';
import { Plus, ServerOff } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { type EventItem, useActs, useInstanceFacts } from '@/features/events';
import { HelpLink } from '@/features/help';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { CountsTitle } from '@/ui/CountsTitle';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Time } from '@/ui/Time';
import { useAddress } from '@/ui/use-address';
import { type Followed, followedOf, creationPaths } from '../paths';
import { type FollowedRow, isLost, isSettled } from './follow';
import { useFollowed } from './use-followed';
import { useProgressColumns } from './use-progress-columns';

/** What becomes of instances that were asked for: all that it is about stands in the address. */
export function Component() {
  const { t } = useTranslation('createInstances');
  const region = useRegion();
  const [params] = useAddress();
  const followed = followedOf(params);
  if (followed) return <Progress region={region} followed={followed} />;
  return (
    <>
      <PageHead documentTitle={t('progress.document')} title={t('progress.nothing')} />
      <EmptyState
        icon={ServerOff}
        title={t('progress.nothingTitle')}
        actions={
          <LinkButton size="sm" variant="primary" to={creationPaths(region).create}>
            {t('progress.create')}
          </LinkButton>
        }
      >
        {t('progress.nothingBody')}
      </EmptyState>
    </>
  );
}

const NO_ROWS: readonly FollowedRow[] = [];

function Progress({ region, followed }: { region: string; followed: Followed }) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const regionName = useRegionName()(region);
  const query = useFollowed(region, followed);
  const error = useErrorText(query.error);
  const rows = query.data ?? NO_ROWS;
  const failures = useMemo(() => rows.flatMap(({ event }) => event ?? []), [rows]);
  const { act, dialog } = useActs(useInstanceFacts(failures));
  const release = useCallback((event: EventItem) => act('release', [event]), [act]);
  const columns = useProgressColumns(region, release);
  const paths = creationPaths(region);

  const running = rows.filter(({ phase }) => phase === 'running').length;
  const lost = rows.filter(({ phase }) => isLost(phase)).length;
  const under = rows.filter(({ phase }) => phase === 'pending' || phase === 'starting').length;
  // With a least number the service makes fewer at once, and names only those.
  const fewer = followed.asked - followed.ids.length;
  const missing = fewer + lost;
  const first = followed.ids[0] ?? '';
  const told = [
    { key: 'running', icon: 'success', tone: 'ok', count: running },
    { key: 'lost', icon: 'failed', tone: 'danger', count: lost },
    { key: 'under', icon: 'running', tone: 'info', count: under },
  ] as const;
  const counts = told
    .filter(({ count }) => count > 0)
    .map(({ key, icon, tone, count }) => ({
      key,
      icon,
      tone,
      text: t(`progress.count.${key}`, { count, number: format.number(count) }),
    }));
  const state = query.data ? 'ready' : query.isError ? 'error' : 'loading';

  return (
    <>
      <PageHead
        documentTitle={t('progress.document')}
        title={
          counts.length > 0 ? (
            <CountsTitle counts={counts} />
          ) : (
            t('progress.asked', { count: followed.asked, number: format.number(followed.asked) })
          )
        }
        lede={
          <span className="flex flex-wrap items-center gap-x-5">
            <span>
              {t('progress.lede', {
                count: followed.asked,
                number: format.number(followed.asked),
                region: regionName,
              })}
              {followed.since > 0 ? (
                <>
                  {format.comma}
                  <Time at={followed.since} />
                </>
              ) : null}
            </span>
            <Freshness
              at={query.dataUpdatedAt}
              busy={query.isFetching}
              live={rows.some(({ phase }) => !isSettled(phase))}
              onRefresh={() => void query.refetch()}
            />
          </span>
        }
        actions={
          <>
            <LinkButton to={paths.instances}>{t('progress.instances')}</LinkButton>
            {missing > 0 ? (
              <LinkButton variant="primary" icon={Plus} to={paths.createMissing(first, missing)}>
                {t('progress.again', { count: missing, number: format.number(missing) })}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="flex flex-none flex-col gap-2 pb-3 empty:hidden">
        {query.isError && query.data ? (
          <Note tone="warn" role="status" title={t('progress.stale', { title: error.title })}>
            {error.advice} <span className="code">{error.code}</span>
          </Note>
        ) : null}
        {lost > 0 ? (
          <Note tone="danger" title={t('progress.failedTitle', { count: lost, number: format.number(lost) })}>
            {t('progress.failedBody')} <HelpLink topic="creationFailure" />
          </Note>
        ) : null}
        {fewer > 0 ? (
          <Note tone="warn" title={t('progress.fewerTitle', { count: fewer, number: format.number(fewer) })}>
            {t('progress.fewerBody')}
          </Note>
        ) : null}
      </div>
      <DataTable
        label={t('progress.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.instanceId}
        rowLabel={(row) => row.name || row.instanceId}
        state={state}
        placeholder={
          state === 'error' ? (
            <ErrorState
              title={t('progress.errorTitle')}
              advice={error.advice}
              code={error.code}
              requestId={error.requestId}
              retrying={query.isFetching}
              onRetry={() => void query.refetch()}
            />
          ) : null
        }
      />
      {dialog}
    </>
  );
}
