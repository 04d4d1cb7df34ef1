import { useErrorText } from '@/api/use-error-text';
import { ErrorState } from '@/ui/ErrorState';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';

export interface UnreadDetailProps {
  documentTitle: string;
  title: string;
  errorTitle: string;
  query: { isError: boolean; isFetching: boolean; error: unknown; refetch(): unknown };
}

/** The page of one thing that is still being read, or could not be. */
export function UnreadDetail({ documentTitle, title, errorTitle, query }: UnreadDetailProps) {
  const error = useErrorText(query.error);
  return (
    <>
      <PageHead documentTitle={documentTitle} title={title} />
      {query.isError ? (
        <ErrorState
          title={errorTitle}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <div aria-busy className="grid grid-cols-[minmax(0,1fr)_320px] gap-8">
          <Skeleton height={280} />
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
