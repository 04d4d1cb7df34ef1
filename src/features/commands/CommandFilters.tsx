import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_TYPES, isCommandType } from '@/domain/command-type';
import { FilterChip } from '@/ui/FilterChip';
import { LinkButton } from '@/ui/LinkButton';
import { SearchField } from '@/ui/SearchField';
import type { ListFilters } from './list-filters';

export interface CommandFiltersProps {
  filters: ListFilters;
  onChange(change: Partial<ListFilters>): void;
  create: { to: string; state: object; disabledReason: string | undefined };
  /** Stands before the button that creates. */
  freshness: ReactNode;
}

export function CommandFilters({ filters, onChange, create, freshness }: CommandFiltersProps) {
  const { t } = useTranslation('commands');
  const { t: word } = useTranslation('domain');
  return (
    <div className="flex flex-none items-center gap-2 pb-2.5">
      <SearchField
        label={t('list.search')}
        value={filters.search}
        shortcut="/"
        onValueChange={(search) => onChange({ search })}
      />
      <FilterChip
        label={t('list.type')}
        anyLabel={t('list.any')}
        value={filters.type}
        options={COMMAND_TYPES.map((type) => ({ value: type, label: word(`commandType.${type}`) }))}
        onValueChange={(type) => onChange({ type: type !== null && isCommandType(type) ? type : null })}
      />
      <span className="flex-1" />
      {freshness}
      <LinkButton
        variant="primary"
        icon={Plus}
        to={create.to}
        state={create.state}
        disabledReason={create.disabledReason}
      >
        {t('list.create')}
      </LinkButton>
    </div>
  );
}
