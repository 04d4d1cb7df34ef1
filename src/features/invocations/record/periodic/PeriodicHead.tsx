import { useTranslation } from 'react-i18next';
import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay } from '@/features/cloud-assistant';
import { countdown, useNextFire, useScheduleWords } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Time } from '@/ui/Time';

/** "Fires next in 11 min", or that it fires no more. */
export function PeriodicTitle({ invocation }: { invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const { next, now } = useNextFire(invocation);
  if (!isUnderWay(invocation)) return t('periodic.stopped');
  if (next === null) return t('periodic.firesNoMore');
  return t('periodic.next', { duration: format.duration(countdown(next - now)) });
}

/** The schedule in words and in cron, and its next fire by the clock, local and UTC. */
export function ScheduleLine({ invocation }: { invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  const words = useScheduleWords();
  const format = useFormat();
  const { next } = useNextFire(invocation);
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2">
      <b className="text-text">{words(invocation.Frequency)}</b>
      <code className="code">{invocation.Frequency}</code>
      {next === null || !isUnderWay(invocation) ? null : (
        <span>
          <Rich
            text={t('periodic.nextAt', { utc: format.full(next, 'utc') })}
            parts={{ time: <Time at={next} form="full" /> }}
          />
        </span>
      )}
    </p>
  );
}
