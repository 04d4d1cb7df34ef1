import { ChevronDown, Pause, Play, RotateCw, Table2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { RANGE_PRESETS } from '@/domain/monitor-period';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { IconButton } from '@/ui/IconButton';
import { MenuButton } from '@/ui/MenuButton';
import { Segmented } from '@/ui/Segmented';
import { periodChoices } from '../data/chart-window';
import { CustomRange } from './CustomRange';
import { TrafficSwitch } from './TrafficSwitch';
import type { ChartViewState } from './use-chart-view';

export interface RangeBarProps {
  state: ChartViewState;
  /** What the service averages over, finest first, seconds. */
  periods: readonly [number, ...number[]];
  busy: boolean;
  /** Bits or bytes; left out where nothing of the kind is shown. */
  hasTraffic?: boolean | undefined;
  /** More buttons at the end. */
  children?: ReactNode;
}

/** Which time, in which steps and units, live or held. */
export function RangeBar({ state, periods, busy, hasTraffic = true, children }: RangeBarProps) {
  const { t } = useTranslation('monitoring');
  const { view, change, zoomOut } = state;
  const preset = 'preset' in view.range ? view.range.preset : '';
  return (
    <div
      role="toolbar"
      aria-label={t('range.label')}
      className="flex flex-none flex-wrap items-center gap-2 py-2.5"
    >
      <Segmented<string>
        label={t('range.presets')}
        value={preset}
        onValueChange={(value) => {
          const chosen = RANGE_PRESETS.find((name) => name === value);
          if (chosen) change({ range: { preset: chosen } });
        }}
        options={RANGE_PRESETS.map((value) => ({ value, label: t(`range.preset.${value}`) }))}
      />
      <CustomRange state={state} />
      {zoomOut ? (
        <Button size="sm" icon={Undo2} onClick={zoomOut}>
          {t('range.zoomOut')}
        </Button>
      ) : null}
      <PeriodMenu state={state} periods={periods} />
      <span className="flex-1" />
      {hasTraffic ? <TrafficSwitch value={view.traffic} onChange={(traffic) => change({ traffic })} /> : null}
      <Button
        variant="quiet"
        icon={Table2}
        aria-pressed={view.isTable}
        onClick={() => change({ isTable: !view.isTable })}
      >
        {t('range.values')}
      </Button>
      {'preset' in view.range ? (
        <IconButton
          icon={state.isPaused ? Play : Pause}
          label={t(state.isPaused ? 'range.resume' : 'range.pause')}
          onClick={() => state.pause(!state.isPaused)}
        />
      ) : null}
      <IconButton
        icon={RotateCw}
        label={t('range.refresh')}
        aria-busy={busy}
        className={cx(busy && '[&_svg]:animate-spin')}
        onClick={state.refresh}
      />
      {children}
    </div>
  );
}

function PeriodMenu({ state, periods }: Pick<RangeBarProps, 'state' | 'periods'>) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const { window, view, span, change } = state;
  if (!window) return null;
  const automatic = {
    label: t('period.automatic'),
    onSelect: () => change({ period: null }),
  };
  const choices = periodChoices(span, periods).map(({ seconds, points, tooMany }) => ({
    label: t('period.choice', { seconds: format.number(seconds), points: format.number(points) }),
    ...(tooMany ? { disabledReason: t('period.tooMany') } : null),
    onSelect: () => change({ period: seconds }),
  }));
  return (
    <MenuButton
      label={t('period.label')}
      align="start"
      header={<p className="px-2.5 pt-1.5 pb-2 text-xs text-text-muted">{t('period.why')}</p>}
      entries={[automatic, ...choices]}
      trigger={
        <button
          type="button"
          className="inline-flex h-8 items-center gap-1.5 rounded-sm px-2 whitespace-nowrap text-text-muted hover:bg-hover hover:text-text"
        >
          {t(view.period === window.periodSeconds ? 'period.chosen' : 'period.shown', {
            seconds: format.number(window.periodSeconds),
          })}
          <ChevronDown className="size-3.5" aria-hidden />
        </button>
      }
    />
  );
}
