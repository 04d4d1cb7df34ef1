import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useApi } from '@/api/ApiContext';
import type { Command } from '@/api/ecs/commands';
import { profileInForce } from '@/api/limits-in-force';
import { activeSchedules, schedulesQuery } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { Note } from '@/ui/Note';
import { useNow } from '@/ui/use-now';

/**
 * Of commands to be deleted, those that run by a schedule: it goes on without them, or keeps them from being deleted where
 * today's service answers. Nothing while that is not known: the service has the last word.
 */
export function ScheduledNote({ region, commands }: { region: string; commands: readonly Command[] }) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const now = useNow(null);
  const { data } = useQuery(schedulesQuery(useApi(), region));
  const ids = new Set(commands.map(({ CommandId }) => CommandId));
  const scheduled = activeSchedules(data ?? [], now).filter(({ invocation }) =>
    ids.has(invocation.CommandId),
  );
  if (scheduled.length === 0) return null;
  const names = [
    ...new Set(scheduled.map(({ invocation }) => invocation.CommandName || invocation.CommandId)),
  ];
  return (
    <Note
      tone="warn"
      title={t('delete.scheduled', { count: names.length, names: format.list(names.slice(0, 5)) })}
    >
      {t(profileInForce() === 'today' ? 'delete.scheduledToday' : 'delete.scheduledGoesOn')}
      {format.gap}
      <Link to={`/${region}/schedules`} className="inline-link">
        {t('delete.toSchedules')}
      </Link>
    </Note>
  );
}
