import type { UseQueryResult } from '@tanstack/react-query';
import { FileQuestionMark } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { Command } from '@/api/ecs/commands';
import { useErrorText } from '@/api/use-error-text';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Skeleton } from '@/ui/Skeleton';

export interface CommandSheetStateProps {
  title: string;
  query: UseQueryResult<Command | null>;
  missing: { title: string; body: string };
  onClose(): void;
}

/** What stands in place of a form until its command is read, or when there is none. */
export function CommandSheetState({ title, query, missing, onClose }: CommandSheetStateProps) {
  const { t } = useTranslation('commands');
  const error = useErrorText(query.error);
  const gone = query.data === null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      footer={<Button onClick={onClose}>{t('edit.close')}</Button>}
    >
      {query.isError ? (
        <ErrorState
          title={t('detail.errorTitle')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : gone ? (
        <EmptyState icon={FileQuestionMark} title={missing.title}>
          {missing.body}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3 py-4" aria-busy>
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </div>
      )}
    </Dialog>
  );
}
