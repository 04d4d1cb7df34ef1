import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { SYSTEM_EVENT_STATES } from '@/domain/system-events';
import { useRegionName } from '@/i18n/region-name';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { RangeFilter } from '@/ui/RangeFilter';
import { SearchField } from '@/ui/SearchField';
import { useStateName, useTypeName } from '../EventWords';
import { type HistoryFilters, RANGES, TYPE_FILTERS } from './history-filters';
import type { EventList } from './use-event-list';

export interface HistoryFilterBarProps {
  list: EventList;
  filters: HistoryFilters;
  onFilter(change: Partial<HistoryFilters>): void;
  /** Without these the list is of one instance. */
  region?: string;
  regions?: readonly string[];
  onRegion?(region: string): void;
  /** After all of it. */
  children?: ReactNode;
}

/** The filters above a list of events (F3), and how fresh it is. */
export function HistoryFilterBar({
  list: { query },
  filters,
  onFilter,
  region,
  regions,
  onRegion,
  children,
}: HistoryFilterBarProps) {
  const { t } = useTranslation('events');
  const typeName = useTypeName();
  const stateName = useStateName();
  const regionName = useRegionName();
  const types = [...TYPE_FILTERS, ...(filters.type ? [filters.type] : [])];
  const states = [...SYSTEM_EVENT_STATES, ...(filters.state ? [filters.state] : [])];
  return (
    <div className="flex flex-wrap items-center gap-1.5 pt-3 pb-2.5">
      {onRegion ? (
        <SearchField
          label={t('filter.searchHistory')}
          className="w-[176px] min-[1361px]:w-[236px]"
          value={filters.search}
          shortcut="/"
          onValueChange={(search) => onFilter({ search })}
        />
      ) : null}
      {onRegion && region ? (
        <FilterChip
          label={t('filter.region')}
          anyLabel={regionName(region)}
          value={null}
          options={(regions ?? []).flatMap((value) =>
            value === region ? [] : [{ value, label: regionName(value) }],
          )}
          onValueChange={(value) => {
            if (value) onRegion(value);
          }}
        />
      ) : null}
      <FilterChip
        label={t('filter.type')}
        anyLabel={t('filter.any')}
        value={filters.type}
        options={[...new Set<string>(types)].map((value) => ({ value, label: typeName(value) }))}
        onValueChange={(type) => onFilter({ type })}
      />
      <FilterChip
        label={t('filter.state')}
        anyLabel={t('filter.any')}
        value={filters.state}
        options={[...new Set<string>(states)].map((value) => ({ value, label: stateName(value) }))}
        onValueChange={(state) => onFilter({ state })}
      />
      <RangeFilter
        label={t('filter.range')}
        ranges={RANGES}
        defaultRange="all"
        value={filters}
        nameOf={(range) => t(`range.${range}`)}
        nameOfEnd={(end) => t(`range.${end}`)}
        onChange={onFilter}
      />
      <span className="flex-1" />
      <Freshness at={query.dataUpdatedAt} busy={query.isFetching} onRefresh={() => void query.refetch()} />
      {children}
    </div>
  );
}
