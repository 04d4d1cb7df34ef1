import { Plus, Upload, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { COMMAND_TYPES, isCommandType } from '@/domain/command-type';
import { FilterChip } from '@/ui/FilterChip';
import { LinkButton } from '@/ui/LinkButton';
import { MenuButton } from '@/ui/MenuButton';
import { SearchField } from '@/ui/SearchField';
import type { CommandPaths } from './command-paths';
import type { ListFilters } from './list-filters';

export interface CommandFiltersProps {
  filters: ListFilters;
  onChange(change: Partial<ListFilters>): void;
  paths: CommandPaths;
  /** What the history keeps for what opens over the list. */
  state: object;
  /** Why no command can be created now. */
  createReason: string | undefined;
  onExportAll(): void;
  /** Stands before the buttons. */
  freshness: ReactNode;
}

export function CommandFilters({
  filters,
  onChange,
  paths,
  state,
  createReason,
  onExportAll,
  freshness,
}: CommandFiltersProps) {
  const { t } = useTranslation('commands');
  const { t: word } = useTranslation('domain');
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 pb-2.5">
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
      <MenuButton
        label={t('list.more')}
        entries={[{ label: t('action.exportAll'), onSelect: onExportAll }]}
      />
      <LinkButton variant="quiet" icon={Upload} to={paths.import} state={state}>
        {t('list.import')}
      </LinkButton>
      <LinkButton icon={Zap} to={paths.runScript} state={state}>
        {t('list.runScript')}
      </LinkButton>
      <LinkButton variant="primary" icon={Plus} to={paths.create} state={state} disabledReason={createReason}>
        {t('list.create')}
      </LinkButton>
    </div>
  );
}
