import { BellRing, Plus } from 'lucide-react';
import { useErrorText } from '@/api/use-error-text';
import { useTranslation } from '@/i18n/use-translation';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { NoMatch } from '@/ui/NoMatch';
import type { useRuleList } from './queries';

export interface RulePlaceholderProps {
  state: 'error' | 'empty' | 'noMatch';
  list: ReturnType<typeof useRuleList>;
  search: string;
  createPath: string;
  onClear(): void;
}

/** What stands under the table's head when there are no rules to show. */
export function RulePlaceholder({ state, list, search, createPath, onClear }: RulePlaceholderProps) {
  const { t } = useTranslation('alarmRules');
  const error = useErrorText(list.error);
  if (state === 'error') {
    return (
      <ErrorState
        {...error}
        title={t('list.errorTitle')}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (state === 'noMatch') {
    return (
      <NoMatch what={search ? t('list.quoted', { text: search }) : t('list.thisFilter')} onClear={onClear} />
    );
  }
  return (
    <EmptyState
      icon={BellRing}
      title={t('list.emptyTitle')}
      actions={
        <LinkButton size="sm" icon={Plus} to={createPath}>
          {t('list.create')}
        </LinkButton>
      }
    >
      {t('list.empty')}
    </EmptyState>
  );
}
