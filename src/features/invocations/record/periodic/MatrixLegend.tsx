import { useTranslation } from '@/i18n/use-translation';
import { OUTCOMES } from '@/domain/invocation-status';
import { OutcomeStatus } from '@/features/cloud-assistant';
import type { Fire } from './fires';

/** What the icons and the dot of the matrix mean: those that occur in it. */
export function MatrixLegend({ fires }: { fires: readonly Fire[] }) {
  const { t } = useTranslation('invocations');
  const records = fires.flatMap((fire) => [...fire.records.values()]);
  const seen = new Set(records.map(({ run }) => run.outcome));
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-text-muted">
      {OUTCOMES.filter((outcome) => seen.has(outcome)).map((outcome) => (
        <li key={outcome}>
          <OutcomeStatus outcome={outcome} />
        </li>
      ))}
      {records.some(({ changed }) => changed) ? (
        <li className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-[6px] rounded-full bg-accent-solid forced-colors:bg-[CanvasText]"
          />
          {t('periodic.changed')}
        </li>
      ) : null}
    </ul>
  );
}
