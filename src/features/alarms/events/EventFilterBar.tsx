import type { ReactNode } from 'react';
import { CMS_EVENT_LEVELS, CMS_EVENT_TYPES } from '@/domain/cms-event-names';
import { SYSTEM_EVENT_STATES } from '@/domain/system-events';
import { useTranslation } from '@/i18n/use-translation';
import { FilterChip } from '@/ui/FilterChip';
import { RangeFilter } from '@/ui/RangeFilter';
import { SearchField } from '@/ui/SearchField';
import { useEventWords } from '../event-rules/use-event-words';
import { type CmsEventFilters, RANGES } from './event-filters';

/** The filters above CloudMonitor's events; names are chosen among the counts. */
export function EventFilterBar({
  filters,
  onFilter,
  children,
}: {
  filters: CmsEventFilters;
  onFilter(change: Partial<CmsEventFilters>): void;
  children: ReactNode;
}) {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const withOwn = (list: readonly string[], own: string | null) => [
    ...new Set([...list, ...(own ? [own] : [])]),
  ];
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 pt-3 pb-2.5">
      <SearchField
        label={t('filter.keywords')}
        className="w-[236px]"
        value={filters.search}
        shortcut="/"
        onValueChange={(search) => onFilter({ search })}
      />
      <RangeFilter
        label={t('filter.range')}
        ranges={RANGES}
        defaultRange="week"
        value={filters}
        nameOf={(range) => t(`range.${range}`)}
        nameOfEnd={(end) => t(`range.${end}`)}
        onChange={onFilter}
      />
      <FilterChip
        label={t('filter.level')}
        anyLabel={t('filter.any')}
        value={filters.level}
        options={withOwn(CMS_EVENT_LEVELS, filters.level).map((value) => ({
          value,
          label: words.level(value),
        }))}
        onValueChange={(level) => onFilter({ level })}
      />
      <FilterChip
        label={t('filter.type')}
        anyLabel={t('filter.any')}
        value={filters.type}
        options={withOwn(CMS_EVENT_TYPES, filters.type).map((value) => ({ value, label: words.type(value) }))}
        onValueChange={(type) => onFilter({ type })}
      />
      <FilterChip
        label={t('filter.status')}
        anyLabel={t('filter.any')}
        value={filters.status}
        options={withOwn([...SYSTEM_EVENT_STATES, 'Normal'], filters.status).map((value) => ({
          value,
          label: words.state(value),
        }))}
        onValueChange={(status) => onFilter({ status })}
      />
      <span className="flex-1" />
      {children}
    </div>
  );
}
