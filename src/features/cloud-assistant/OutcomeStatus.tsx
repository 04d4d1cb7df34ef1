import { useTranslation } from '@/i18n/use-translation';
import type { Outcome } from '@/domain/invocation-status';
import { Status } from '@/ui/Status';
import { OUTCOME_LOOK } from './outcome-look';

export interface OutcomeStatusProps {
  outcome: Outcome;
  /** The status as the service sent it: shown as it came when the console does not know it. */
  wireStatus?: string | undefined;
}

/** Icon and word of a record, an instance or a whole run. */
export function OutcomeStatus({ outcome, wireStatus }: OutcomeStatusProps) {
  const { t } = useTranslation('domain');
  const { tone, icon } = OUTCOME_LOOK[outcome];
  return (
    <Status tone={tone} icon={icon}>
      {outcome === 'unknown' && wireStatus ? wireStatus : t(`outcome.${outcome}`)}
    </Status>
  );
}
