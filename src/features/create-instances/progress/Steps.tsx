import { ArrowRight } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { stateLook } from '@/features/instance-context';
import { cx } from '@/ui/cx';
import { Status } from '@/ui/Status';
import type { FollowedRow, Phase } from './follow';

const WAY = ['Pending', 'Starting', 'Running'] as const;
const REACHED: Readonly<Partial<Record<Phase, (typeof WAY)[number]>>> = {
  pending: 'Pending',
  starting: 'Starting',
  running: 'Running',
};

/** Pending → Starting → Running, with where it is set off; or how it ended. */
export function Steps({ row }: { row: FollowedRow }) {
  const { t } = useTranslation(['createInstances', 'domain']);
  const reached = REACHED[row.phase];
  if (reached === undefined) return <Ended row={row} />;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      {WAY.map((state, index) => (
        <span key={state} className="inline-flex items-center gap-1.5">
          {index > 0 ? <ArrowRight className="size-3 text-text-subtle" aria-hidden /> : null}
          {state === reached ? (
            <Status {...stateLook(state)} className="font-semibold">
              {t(`domain:instanceState.${state}`)}
            </Status>
          ) : (
            <span
              aria-hidden
              className={cx(index < WAY.indexOf(reached) ? 'text-text-muted' : 'text-text-subtle')}
            >
              {t(`domain:instanceState.${state}`)}
            </span>
          )}
        </span>
      ))}
    </span>
  );
}

function Ended({ row: { phase, status } }: { row: FollowedRow }) {
  const { t } = useTranslation('createInstances');
  if (phase === 'stopped') return <Status {...stateLook(status ?? '')}>{status}</Status>;
  if (phase === 'gone')
    return (
      <Status tone="neutral" icon="unknown">
        {t('phase.gone')}
      </Status>
    );
  return phase === 'failed' ? (
    <Status tone="danger" icon="failed" className="font-semibold">
      {t('phase.failed')}
    </Status>
  ) : (
    <Status tone="neutral" icon={phase === 'releasedByUser' ? 'avoided' : 'cancelled'}>
      {t(`phase.${phase === 'releasedByUser' ? 'releasedByUser' : 'releasedByService'}`)}
    </Status>
  );
}
