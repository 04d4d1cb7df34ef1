import { Layers } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { recordPaths } from '@/features/invocations';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { usePlan } from '../use-plans';
import { BatchRun } from './BatchRun';

/** A run in batches (`/:region/runs/:runId`): how far it is, what failed, and the way on. */
export function Component() {
  const { t } = useTranslation('batches');
  const region = useRegion();
  const { runId = '' } = useParams();
  const query = usePlan(region, runId);
  if (query.data) return <BatchRun key={runId} plan={query.data} />;
  return (
    <>
      <PageHead
        documentTitle={t('page.documentTitle')}
        title={query.isPending ? <Skeleton width={360} height={24} /> : t('page.documentTitle')}
        lede={query.isPending ? <Skeleton width={480} /> : null}
      />
      {query.isPending ? (
        <div aria-busy className="h-3.5 rounded-xs bg-neutral-subtle" />
      ) : query.isError ? (
        <ErrorState
          title={t('page.unreadable')}
          advice={t('page.unreadableBody')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <EmptyState
          icon={Layers}
          title={t('page.missing')}
          actions={
            <LinkButton size="sm" to={recordPaths(region).list}>
              {t('page.toRecords')}
            </LinkButton>
          }
        >
          {t('page.missingBody')}
        </EmptyState>
      )}
    </>
  );
}
