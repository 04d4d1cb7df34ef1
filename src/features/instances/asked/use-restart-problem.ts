import { useTranslation } from '@/i18n/use-translation';
import type { Instance } from '@/api/ecs/instances';
import { instanceRestartProblem } from '@/domain/system-event-actions';
import { usePendingEvents } from '@/features/events';
import { useNow } from '@/ui/use-now';
import { useRestartAskedAt } from './asked-store';
import { isChanging } from './changing';

/** Why the instance cannot be restarted now, in words; undefined when it can. */
export function useRestartProblem(region: string, instance: Instance): string | undefined {
  const { t } = useTranslation('instances');
  const restartAskedAt = useRestartAskedAt(region, instance.InstanceId);
  const now = useNow(restartAskedAt);
  const events = (usePendingEvents(region).data ?? [])
    .filter((event) => event.InstanceId === instance.InstanceId)
    .map((event) => ({ type: event.EventType, state: event.EventCycleStatus, reason: event.Reason }));
  const problem =
    instanceRestartProblem(instance.Status, events) ??
    (isChanging(instance, restartAskedAt, now) ? 'busy' : null);
  switch (problem) {
    case null:
      return undefined;
    case 'autoRecovery':
    case 'stopped':
    case 'gone':
      return t(`restart.problem.${problem}`);
    default:
      return t('restart.problem.busy');
  }
}
