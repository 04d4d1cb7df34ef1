import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { ALARM_STATES } from '@/domain/metric-alarm';
import { ALARM_METRICS } from '@/domain/metric-alarm-metrics';
import { useTranslation } from '@/i18n/use-translation';
import { FilterChip } from '@/ui/FilterChip';
import { LinkButton } from '@/ui/LinkButton';
import { SearchField } from '@/ui/SearchField';
import { openedFrom } from '@/ui/use-return';
import type { RuleFilters } from './rule-filters';
import type { metricRulePaths } from '../paths';
import { useRuleWords } from './use-rule-words';

export interface RuleFilterBarProps {
  filters: RuleFilters;
  onFilter(change: Partial<RuleFilters>): void;
  paths: ReturnType<typeof metricRulePaths>;
  /** Stands before the button. */
  freshness: ReactNode;
}

/** The filters above the rules, and the way to a new one. */
export function RuleFilterBar({ filters, onFilter: show, paths, freshness }: RuleFilterBarProps) {
  const { t } = useTranslation('alarmRules');
  const words = useRuleWords();
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 pt-3 pb-2.5">
      <SearchField
        label={t('list.search')}
        value={filters.search}
        shortcut="/"
        onValueChange={(search) => show({ search })}
      />
      <FilterChip
        label={t('list.metric')}
        anyLabel={t('list.any')}
        value={filters.metric}
        options={ALARM_METRICS.map(({ name }) => ({ value: name, label: words.metric(name) }))}
        onValueChange={(metric) => show({ metric })}
      />
      <FilterChip
        label={t('list.state')}
        anyLabel={t('list.any')}
        value={filters.state}
        options={ALARM_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onValueChange={(value) => show({ state: ALARM_STATES.find((known) => known === value) ?? null })}
      />
      <FilterChip
        label={t('list.enabled')}
        anyLabel={t('list.any')}
        value={filters.enabled === null ? null : filters.enabled ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, label: t(`list.${value}`) }))}
        onValueChange={(value) => show({ enabled: value === null ? null : value === 'on' })}
      />
      <span className="flex-1" />
      {freshness}
      <LinkButton variant="primary" icon={Plus} to={paths.create} state={openedFrom(paths.list)}>
        {t('list.create')}
      </LinkButton>
    </div>
  );
}
