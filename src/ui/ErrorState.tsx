import { CloudOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

export interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What to do. */
  advice?: ReactNode;
  code?: string | null | undefined;
  requestId?: string | null | undefined;
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
        <FailedCall code={code} requestId={requestId} />
      </EmptyState>
    </div>
  );
}

/** Code and RequestId, for the one who asks support. */
function FailedCall({ code, requestId }: Pick<ErrorStateProps, 'code' | 'requestId'>) {
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
    </span>
  );
}
