import { useTranslation } from '@/i18n/use-translation';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { ResultBar } from '@/ui/ResultBar';
import type { RunProgress } from '../run-progress';

/** How the instances of a run fared, in one table cell: a bar and "28 of 34". */
export function OutcomeTally({ progress }: { progress: RunProgress }) {
  const { t } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  // A schedule succeeds fire by fire; its instances are Scheduled until it is stopped (manual table 1-4).
  if (progress.overall === 'scheduled')
    return <span className="text-text-muted">{t('tallyScheduled', { count: progress.runs.length })}</span>;
  const succeeded = progress.counts.find(({ outcome }) => outcome === 'succeeded')?.count ?? 0;
  return (
    <span className="flex items-center gap-3">
      <ResultBar
        className="w-[88px] flex-none"
        segments={progress.counts.map(({ outcome, count }) => ({
          tone: OUTCOME_LOOK[outcome].tone,
          count,
          label: t(`domain:outcome.${outcome}`),
        }))}
      />
      <span className="text-text-muted">
        {t('tally', { done: format.number(succeeded), count: progress.runs.length })}
      </span>
    </span>
  );
}
