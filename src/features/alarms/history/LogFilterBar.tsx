import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { FilterChip } from '@/ui/FilterChip';
import { RangeFilter } from '@/ui/RangeFilter';
import { SearchField } from '@/ui/SearchField';
import {
  DEFAULT_RANGE,
  LEVELS_TO_FILTER,
  LOG_EVENTS,
  LOG_RANGES,
  type LogFilters,
  SEND_STATUSES,
} from './history-filters';
import { useLogWords } from './use-log-words';

export interface LogFilterBarProps {
  filters: LogFilters;
  onFilter(change: Partial<LogFilters>): void;
  /** The name of the rule that is filtered by. */
  ruleName: string | undefined;
  children?: ReactNode;
}

/** The filters above the alarm history. */
export function LogFilterBar({ filters, onFilter, ruleName, children }: LogFilterBarProps) {
  const { t } = useTranslation('alarmRules');
  const words = useLogWords();
  const any = t('list.any');
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 pt-3 pb-2.5">
      <SearchField
        label={t('history.search')}
        className="w-[176px] min-[1361px]:w-[236px]"
        value={filters.search}
        shortcut="/"
        onValueChange={(search) => onFilter({ search })}
      />
      <RangeFilter
        label={t('history.range')}
        ranges={LOG_RANGES}
        defaultRange={DEFAULT_RANGE}
        value={filters}
        nameOf={(range) => t(`history.rangeOf.${range}`)}
        nameOfEnd={(end) => t(`history.${end}`)}
        onChange={onFilter}
      />
      <FilterChip
        label={t('history.level')}
        anyLabel={any}
        value={filters.level}
        options={LEVELS_TO_FILTER.map((value) => ({ value, label: words.level(value) }))}
        onValueChange={(level) => onFilter({ level })}
      />
      <FilterChip
        label={t('history.event')}
        anyLabel={any}
        value={filters.event}
        options={LOG_EVENTS.map((value) => ({ value, label: t(`history.type.${value}`) }))}
        onValueChange={(event) => onFilter({ event })}
      />
      <FilterChip
        label={t('history.status')}
        anyLabel={any}
        value={filters.sent}
        options={SEND_STATUSES.map((value) => ({ value, label: words.sent(value).text }))}
        onValueChange={(sent) => onFilter({ sent })}
      />
      {filters.rule === null ? null : (
        <FilterChip
          label={t('history.rule')}
          anyLabel={any}
          value={filters.rule}
          options={[{ value: filters.rule, label: ruleName ?? filters.rule }]}
          onValueChange={(rule) => onFilter({ rule })}
        />
      )}
      <span className="flex-1" />
      {children}
    </div>
  );
}
