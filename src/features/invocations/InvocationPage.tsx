import { CircleStop } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { recordPaths } from './paths';
import { useRecord } from './queries';
import { OnceRecord } from './record/OnceRecord';
import { PeriodicRecord } from './record/periodic/PeriodicRecord';

/** One execution record: of a run at once, or of a schedule. */
export function Component() {
  const { t } = useTranslation('invocations');
  const region = useRegion();
  const { invokeId = '' } = useParams();
  const record = useRecord(region, invokeId);
  const errorText = useErrorText(record.error);

  if (record.data) {
    const Kind = record.data.Frequency ? PeriodicRecord : OnceRecord;
    return (
      <Kind
        key={invokeId}
        region={region}
        invocation={record.data}
        readAt={record.dataUpdatedAt}
        busy={record.isFetching}
        staleReason={record.isError ? errorText.title : null}
        onRefresh={() => void record.refetch()}
      />
    );
  }
  return (
    <>
      <PageHead
        documentTitle={invokeId}
        title={record.isPending ? <Skeleton width={360} height={24} /> : invokeId}
        lede={record.isPending ? <Skeleton width={480} /> : null}
      />
      {record.isPending ? (
        <div aria-busy className="h-2.5 rounded-xs bg-neutral-subtle" />
      ) : record.isError ? (
        <ErrorState {...errorText} onRetry={() => void record.refetch()} retrying={record.isFetching} />
      ) : (
        <EmptyState
          icon={CircleStop}
          title={t('notFound.title')}
          actions={
            <LinkButton size="sm" to={recordPaths(region).list}>
              {t('notFound.action')}
            </LinkButton>
          }
        >
          {t('notFound.body', { region })}
        </EmptyState>
      )}
    </>
  );
}
