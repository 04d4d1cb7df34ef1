import { CloudCog } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { enginePaths } from '../engine-paths';
import { useExecution } from '../queries';
import { EngineRun } from './EngineRun';

/** A run that the cloud's engine drives (`/:region/engine-runs/:executionId`). */
export function Component() {
  const { t } = useTranslation('engine');
  const region = useRegion();
  const { executionId = '' } = useParams();
  const query = useExecution(region, executionId);
  const errorText = useErrorText(query.error);
  if (query.data) {
    return (
      <EngineRun
        key={executionId}
        region={region}
        execution={query.data}
        readAt={query.dataUpdatedAt}
        busy={query.isFetching}
        stale={query.isError ? errorText.title : null}
      />
    );
  }
  return (
    <>
      <PageHead
        documentTitle={t('page.documentTitle', { id: executionId })}
        title={query.isPending ? <Skeleton width={360} height={24} /> : t('page.one')}
        lede={query.isPending ? <Skeleton width={480} /> : null}
      />
      {query.isPending ? (
        <div aria-busy className="h-2.5 rounded-xs bg-neutral-subtle" />
      ) : query.isError ? (
        <ErrorState {...errorText} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      ) : (
        <EmptyState
          icon={CloudCog}
          title={t('page.missing', { id: executionId })}
          actions={
            <LinkButton size="sm" to={enginePaths(region).list}>
              {t('page.toList')}
            </LinkButton>
          }
        >
          {t('page.missingBody')}
        </EmptyState>
      )}
    </>
  );
}
