import { CalendarDays, ChevronLeft, ChevronRight, List } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useRegion } from '@/api/region';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { FilterChip } from '@/ui/FilterChip';
import { IconButton } from '@/ui/IconButton';
import { Segmented } from '@/ui/Segmented';
import type { ChangeAddress } from '@/ui/use-address';
import { MOST_WEEKS, readWeek } from './week';

export interface CalendarBarProps {
  weeksAhead: number;
  /** First to last day, in words. */
  range: string;
  /** The only region shown; null: all. */
  only: string | null;
  regions: readonly string[] | undefined;
  isList: boolean;
  onChange: ChangeAddress;
  /** What stands at the end. */
  children: ReactNode;
}

/** Which days, which regions, and how they are shown. */
export function CalendarBar({
  weeksAhead,
  range,
  only,
  regions,
  isList,
  onChange,
  children,
}: CalendarBarProps) {
  const { t } = useTranslation('calendar');
  const region = useRegion();
  const regionName = useRegionName();
  // From where the last press led to, which may not be on screen yet.
  const step = (by: number) =>
    onChange((newest) => {
      const week = Math.min(Math.max(readWeek(newest.get('week')) + by, 0), MOST_WEEKS);
      return { week: week === 0 ? null : String(week) };
    });
  return (
    <div className="flex flex-wrap items-center gap-1.5 pb-2.5">
      <IconButton
        size="sm"
        variant="secondary"
        icon={ChevronLeft}
        label={t('week.previous')}
        disabledReason={weeksAhead === 0 ? t('week.firstIsNow') : undefined}
        onClick={() => step(-1)}
      />
      <IconButton
        size="sm"
        variant="secondary"
        icon={ChevronRight}
        label={t('week.next')}
        disabledReason={weeksAhead === MOST_WEEKS ? t('week.last') : undefined}
        onClick={() => step(1)}
      />
      <b className="mr-1 ml-1.5 text-base">{range}</b>
      {weeksAhead > 0 ? (
        <Button size="sm" variant="quiet" onClick={() => onChange({ week: null })}>
          {t('week.today')}
        </Button>
      ) : null}
      <span className="flex-1" />
      <FilterChip
        label={t('filter.region')}
        anyLabel={t('filter.all')}
        value={only}
        options={(regions ?? [region]).map((value) => ({ value, label: regionName(value) }))}
        onValueChange={(value) => onChange({ in: value })}
      />
      <Segmented
        label={t('view.label')}
        value={isList ? 'list' : 'week'}
        onValueChange={(value) => onChange({ view: value === 'list' ? value : null })}
        options={[
          { value: 'week', label: t('view.week'), icon: CalendarDays },
          { value: 'list', label: t('view.list'), icon: List },
        ]}
      />
      {children}
    </div>
  );
}
