import { useTranslation } from '@/i18n/use-translation';
import type { RangeProblem } from '@/domain/monitor-period';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { DEFAULT_VIEW } from './view-address';
import type { ChartViewState } from './use-chart-view';

/** Why no values can be had for the range of an address, and the way out. */
export function RangeProblemNote({ problem, state }: { problem: RangeProblem; state: ChartViewState }) {
  const { t } = useTranslation('monitoring');
  return (
    <Note
      tone="warn"
      role="status"
      title={t('problem.title')}
      action={
        <Button size="sm" onClick={() => state.change({ range: DEFAULT_VIEW.range })}>
          {t('problem.reset')}
        </Button>
      }
    >
      {t(`problem.${problem}`)}
    </Note>
  );
}
