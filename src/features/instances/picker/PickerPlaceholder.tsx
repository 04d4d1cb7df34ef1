import { Server } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { NoMatch } from '@/ui/NoMatch';
import type { InstanceFilters } from '../instance-filters';
import { useFilterWords } from '../use-filter-words';
import type { usePickerRows } from './use-picker-rows';

export interface PickerPlaceholderProps {
  state: 'error' | 'empty' | 'noMatch';
  filters: InstanceFilters;
  list: ReturnType<typeof usePickerRows>['list'];
  /** Rows of the page that are hidden because they cannot run the command. */
  hidden: number;
  onShowAll(): void;
  onClear(): void;
}

/** What stands under the table's head when there are no rows to show. */
export function PickerPlaceholder({
  state,
  filters,
  list,
  hidden,
  onShowAll,
  onClear,
}: PickerPlaceholderProps) {
  const { t } = useTranslation('instances');
  const error = useErrorText(list.error);
  const wordsOf = useFilterWords();
  if (state === 'error') {
    return (
      <ErrorState
        title={t('list.errorTitle')}
        advice={error.advice}
        code={error.code}
        requestId={error.requestId}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (state === 'empty') {
    return (
      <EmptyState icon={Server} title={t('list.emptyTitle')}>
        {t('list.empty')}
      </EmptyState>
    );
  }
  if (hidden > 0) {
    return (
      <NoMatch what={t('picker.eligible')} clearLabel={t('picker.showIneligible')} onClear={onShowAll}>
        {t('picker.noneEligible', { count: hidden })}
      </NoMatch>
    );
  }
  return (
    <NoMatch what={wordsOf(filters)} onClear={onClear}>
      {t('list.noMatch')}
    </NoMatch>
  );
}
