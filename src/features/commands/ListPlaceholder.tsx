import { Plus, SquareTerminal } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { NoMatch } from '@/ui/NoMatch';
import { useRegionName } from '@/i18n/region-name';
import { commandPaths } from './command-paths';
import type { ListFilters } from './list-filters';
import { openedFrom } from '@/ui/use-return';

export interface ListPlaceholderProps {
  state: 'error' | 'empty' | 'noMatch';
  region: string;
  filters: ListFilters;
  error: unknown;
  retrying: boolean;
  onRetry(): void;
  onClear(): void;
}

/** What stands under the table's head when there are no rows to show. */
export function ListPlaceholder(props: ListPlaceholderProps) {
  if (props.state === 'error') return <Failed {...props} />;
  return props.state === 'empty' ? <Empty {...props} /> : <Nothing {...props} />;
}

function Failed({ error, retrying, onRetry }: ListPlaceholderProps) {
  const { t } = useTranslation('commands');
  const { advice, code, requestId } = useErrorText(error);
  return (
    <ErrorState
      title={t('list.errorTitle')}
      advice={advice}
      code={code}
      requestId={requestId}
      retrying={retrying}
      onRetry={onRetry}
    />
  );
}

function Empty({ region }: ListPlaceholderProps) {
  const { t } = useTranslation('commands');
  const regionName = useRegionName()(region);
  const paths = commandPaths(region);
  return (
    <EmptyState
      icon={SquareTerminal}
      title={t('list.emptyTitle', { region: regionName })}
      actions={
        <>
          <LinkButton
            size="sm"
            variant="primary"
            icon={Plus}
            to={paths.create}
            state={openedFrom(paths.list)}
          >
            {t('list.create')}
          </LinkButton>
          <LinkButton size="sm" to={paths.create} state={{ ...openedFrom(paths.list), sample: true }}>
            {t('list.sample')}
          </LinkButton>
        </>
      }
    >
      {t('list.empty')}
    </EmptyState>
  );
}

function Nothing({ filters: { search, type, page }, onClear }: ListPlaceholderProps) {
  const { t } = useTranslation('commands');
  const { t: word } = useTranslation('domain');
  const typeName = type === null ? '' : word(`commandType.${type}`);
  const what =
    search !== '' && type !== null
      ? t('list.noMatchBoth', { search, type: typeName })
      : search !== ''
        ? t('list.noMatch', { search })
        : type !== null
          ? t('list.noMatchType', { type: typeName })
          : t('list.noMatchPage', { page });
  return <NoMatch what={what} onClear={onClear} />;
}
