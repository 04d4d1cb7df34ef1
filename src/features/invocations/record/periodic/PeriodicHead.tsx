import { useTranslation } from '@/i18n/use-translation';
import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { isUnderWay } from '@/features/cloud-assistant';
import { countdown, useNextFire, useScheduleWords } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { CommandLink } from '../CommandLink';

/** "Fires next in 11 min", or that it fires no more. */
export function PeriodicTitle({ invocation }: { invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const { next, now } = useNextFire(invocation);
  if (!isUnderWay(invocation)) return t('periodic.stopped');
  if (next === null) return t('periodic.firesNoMore');
  return t('periodic.next', { duration: format.duration(countdown(next - now)) });
}

/** What runs, on how many, since when, as whom. */
export function PeriodicLede({ region, invocation }: { region: string; invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  return (
    <Facts>
      <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
        <CommandLink region={region} invocation={invocation} />
        <Id value={invocation.InvokeId} className="show" />
        <span>{t('periodic.on', { count: invocation.InvokeInstances.length })}</span>
      </span>
      <Rich
        text={t('periodic.since')}
        parts={{ time: <Time at={parseWireTime(invocation.CreationTime)} /> }}
      />
      {t('record.user', { user: invocation.Username || t('user.default') })}
    </Facts>
  );
}

/** The schedule in words and in cron, and its next fire by the clock, local and UTC. */
export function ScheduleLine({ invocation }: { invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  const words = useScheduleWords();
  const { next } = useNextFire(invocation);
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2">
      <b className="text-text">{words(invocation.Frequency)}</b>
      <code className="code">{invocation.Frequency}</code>
      {next === null || !isUnderWay(invocation) ? null : (
        <span>
          <Rich
            text={t('periodic.nextAt', { utc: new Date(next).toISOString().slice(11, 16) })}
            parts={{ time: <Time at={next} /> }}
          />
        </span>
      )}
    </p>
  );
}
