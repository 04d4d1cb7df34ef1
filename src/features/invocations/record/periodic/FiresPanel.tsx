import { CalendarClock } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Invocation } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { FireMatrix } from './FireMatrix';
import type { Fire } from './fires';
import { FireViewer } from './FireViewer';
import { MatrixLegend } from './MatrixLegend';
import type { useHistory } from './use-history';

export interface FiresPanelProps {
  region: string;
  invocation: Invocation;
  history: ReturnType<typeof useHistory>;
  /** In the order of the rows. */
  instanceIds: readonly string[];
  nameOf(instanceId: string): string;
  /** What the address asks for; a fire that is not there means the newest. */
  asked: { fire: number; instanceId: string | null };
  onOpen(fire: number, instanceId: string): void;
}

/** Fires that fill the matrix at first, and the most calls made for them. */
const AT_FIRST = 10;
const MOST_PAGES_AT_FIRST = 8;

/** Every fire on every instance, and what one of them answered beside it. */
export function FiresPanel({
  region,
  invocation,
  history: { query, fires },
  instanceIds,
  nameOf,
  asked,
  onOpen,
}: FiresPanelProps) {
  const { t } = useTranslation('invocations');
  const errorText = useErrorText(query.error);
  const pages = query.data?.pages.length ?? 0;
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    const wantsMore = fires.length <= AT_FIRST && pages > 0 && pages < MOST_PAGES_AT_FIRST;
    if (wantsMore && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [fetchNextPage, fires.length, hasNextPage, isError, isFetching, pages]);

  if (!query.data) {
    return query.isError ? (
      <ErrorState {...errorText} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : (
      <div aria-busy className="flex w-[50%] flex-col gap-4 pt-10">
        {instanceIds.slice(0, 12).map((id) => (
          <Skeleton key={id} width="90%" />
        ))}
      </div>
    );
  }
  if (fires.length === 0) {
    return (
      <EmptyState icon={CalendarClock} title={t('periodic.emptyTitle')}>
        {t('periodic.emptyBody')}
      </EmptyState>
    );
  }
  // The oldest fire that is read may lack instances that are on the next page.
  const whole = hasNextPage && fires.length > 1 ? fires.slice(0, -1) : fires;
  const current = currentOf(whole, instanceIds, asked);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 gap-7">
      <section aria-label={t('periodic.matrix')} className="flex w-[48%] min-w-[400px] flex-none flex-col">
        {query.isError ? (
          <Note tone="warn" role="status" className="mb-2">
            {errorText.title}
          </Note>
        ) : null}
        <FireMatrix
          fires={whole}
          instanceIds={instanceIds}
          nameOf={nameOf}
          current={current && { fire: current.fire.number, instanceId: current.instanceId }}
          onOpen={onOpen}
        />
        <div className="flex flex-none items-center gap-3 pt-2">
          <MatrixLegend fires={whole} />
          <span className="flex-1" />
          {hasNextPage ? (
            <Button
              size="sm"
              variant="quiet"
              busy={query.isFetchingNextPage && t('periodic.reading')}
              onClick={() => void fetchNextPage()}
            >
              {t('periodic.earlier')}
            </Button>
          ) : (
            <span className="flex-none text-xs text-text-subtle">{t('periodic.all')}</span>
          )}
        </div>
      </section>
      {current ? (
        <FireViewer
          region={region}
          invocation={invocation}
          fires={whole}
          fire={current.fire}
          instanceId={current.instanceId}
          name={nameOf(current.instanceId)}
          onOpen={onOpen}
        />
      ) : null}
    </div>
  );
}

/** What is asked for; else the first instance of the newest fire that a person should look at, or its first. */
function currentOf(
  fires: readonly Fire[],
  instanceIds: readonly string[],
  asked: FiresPanelProps['asked'],
): { fire: Fire; instanceId: string } | null {
  const fire = fires.find(({ number }) => number === asked.fire) ?? fires[0];
  if (!fire) return null;
  const present = instanceIds.filter((id) => fire.records.has(id));
  const failed = present.find((id) => /^(?:failed|nonzero)$/.test(fire.records.get(id)?.run.outcome ?? ''));
  const instanceId = present.find((id) => id === asked.instanceId) ?? failed ?? present[0];
  return instanceId === undefined ? null : { fire, instanceId };
}
