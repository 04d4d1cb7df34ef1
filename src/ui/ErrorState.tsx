import { CloudOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

export interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What to do. */
  advice?: ReactNode;
  code?: string | null | undefined;
  requestId?: string | null | undefined;
  /** Address of the vendor's page about the failure. */
  recommend?: string | null | undefined;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  /** More buttons or a disclosure, e.g. "Show the call". */
  extra?: ReactNode;
  className?: string | undefined;
}

export function ErrorState({
  title,
  advice,
  code,
  requestId,
  recommend,
  onRetry,
  retrying = false,
  extra,
  className,
}: ErrorStateProps) {
  const { t } = useTranslation('ui');
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={CloudOff}
        title={title}
        actions={
          onRetry || extra ? (
            <>
              {onRetry ? (
                <Button size="sm" icon={RotateCw} busy={retrying} onClick={onRetry}>
                  {t('action.retry')}
                </Button>
              ) : null}
              {extra}
            </>
          ) : null
        }
      >
        {advice}
        <FailedCall code={code} requestId={requestId} recommend={recommend} />
      </EmptyState>
    </div>
  );
}

/** Code, RequestId and the vendor's page, for the one who looks it up or asks support. */
function FailedCall({
  code,
  requestId,
  recommend,
}: Pick<ErrorStateProps, 'code' | 'requestId' | 'recommend'>) {
  const { t } = useTranslation('ui');
  if (!code && !requestId) return null;
  return (
    <span className="block break-words">
      {code ? <span className="code">{code}</span> : null}
      {code && requestId ? ', ' : null}
      {requestId ? (
        <>
          RequestId <span className="code select-all">{requestId}</span>
        </>
      ) : null}
      {recommend ? (
        <>
          {'. '}
          <a href={recommend} target="_blank" rel="noreferrer">
            {t('error.vendorPage')}
          </a>
        </>
      ) : null}
    </span>
  );
}
