import { CloudCog } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { useRegion } from '@/api/region';
import type { Execution } from '@/api/oos/executions';
import { useErrorText } from '@/api/use-error-text';
import { formatWireTime } from '@/api/wire-times';
import { EXECUTION_STATUSES, isExecutionMoving } from '@/domain/engine-status';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { listState } from '@/ui/list-state';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { useAddress } from '@/ui/use-address';
import { useNow } from '@/ui/use-now';
import { enginePaths } from '../engine-paths';
import { useExecutions } from '../queries';
import { useRunColumns } from './use-run-columns';

const SPANS = { day: 1, week: 7, month: 30 } as const;
const SPAN_NAMES = Object.keys(SPANS) as (keyof typeof SPANS)[];
const HOUR = 3_600_000;
const NONE: readonly Execution[] = [];

/** The runs that were handed to the cloud's engine, newest first (`/:region/engine-runs`). */
export function Component() {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const region = useRegion();
  const navigate = useNavigate();
  const [params, change] = useAddress();
  const now = useNow(null);
  const status = EXECUTION_STATUSES.find((one) => one === params.get('status')) ?? null;
  const span = SPAN_NAMES.find((one) => one === params.get('span')) ?? null;
  // By the hour: another second is not another question.
  const since =
    span === null ? null : formatWireTime(Math.floor(now / HOUR) * HOUR - SPANS[span] * 24 * HOUR);
  const list = useExecutions(region, { status, since });
  const errorText = useErrorText(list.error);
  const columns = useRunColumns(region);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? NONE, [list.data]);
  const isFiltered = status !== null || span !== null;
  const state = listState({
    isPending: list.isPending,
    isRead: list.data !== undefined,
    count: rows.length,
    isFiltered,
  });
  const waiting = rows.filter((row) => row.status === 'Waiting').length;
  const running = rows.filter((row) => isExecutionMoving(row.status)).length;
  const total = Math.max(rows.length, list.data?.pages[0]?.totalCount ?? 0);
  const headline = () => {
    if (state === 'loading' || state === 'error') return t('list.title');
    if (isFiltered) return t('list.found', { count: total, number: format.number(total) });
    if (waiting > 0) return t('list.waiting', { count: waiting, number: format.number(waiting) });
    if (running > 0) return t('list.running', { count: running, number: format.number(running) });
    return rows.length === 0
      ? t('list.none')
      : t('list.total', { count: total, number: format.number(total) });
  };
  const filterWords = [status && t(`status.${status}`), span && t(`list.spans.${span}`)].filter(
    (word): word is string => Boolean(word),
  );
  return (
    <>
      <PageHead
        documentTitle={t('list.title')}
        title={headline()}
        rest={state === 'ready' && !isFiltered && waiting + running === 0 ? t('list.allEnded') : null}
        lede={t('list.lede')}
      />
      <div className="flex flex-none items-center gap-1.5 pb-2.5">
        <FilterChip
          label={t('column.state')}
          anyLabel={t('filter.any')}
          value={status}
          options={EXECUTION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          onValueChange={(status) => change({ status })}
        />
        <FilterChip
          label={t('column.started')}
          anyLabel={t('filter.any')}
          value={span}
          options={SPAN_NAMES.map((value) => ({ value, label: t(`list.spans.${value}`) }))}
          onValueChange={(span) => change({ span })}
        />
        <span className="flex-1" />
        <Freshness
          at={list.dataUpdatedAt}
          busy={list.isFetching}
          live={running + waiting > 0}
          onRefresh={() => void list.refetch()}
        />
      </div>
      {list.isError && list.data ? (
        <Note tone="warn" className="mb-2" role="status">
          {t('page.stale', { title: errorText.title, time: format.clock(list.dataUpdatedAt) })}
        </Note>
      ) : null}
      <DataTable
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ executionId }) => executionId}
        rowLabel={({ description, executionId }) => description || executionId}
        state={state}
        placeholder={
          state === 'error' ? (
            <ErrorState {...errorText} onRetry={() => void list.refetch()} retrying={list.isFetching} />
          ) : state === 'noMatch' ? (
            <NoMatch what={format.list(filterWords)} onClear={() => change({ status: null, span: null })}>
              {t('list.noMatch')}
            </NoMatch>
          ) : state === 'empty' ? (
            <EmptyState
              icon={CloudCog}
              title={t('list.empty')}
              actions={
                <LinkButton size="sm" variant="primary" to={enginePaths(region).commands}>
                  {t('list.toCommands')}
                </LinkButton>
              }
            >
              {t('list.emptyBody')}
            </EmptyState>
          ) : null
        }
        onRowOpen={({ executionId }) => void navigate(enginePaths(region).run(executionId))}
      />
      {list.hasNextPage ? (
        <div className="flex h-11 flex-none items-center">
          <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
