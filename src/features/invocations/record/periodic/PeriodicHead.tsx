import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { isUnderWay } from '@/features/cloud-assistant';
import { countdown, useNextFire, useScheduleWords } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { recordPaths } from '../../paths';

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
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Link to={recordPaths(region).command(invocation.CommandId)} className="font-medium">
        {invocation.CommandName || invocation.CommandId}
      </Link>
      <Id value={invocation.InvokeId} className="show" />
      <span>{t('periodic.on', { count: invocation.InvokeInstances.length })}</span>
      <span aria-hidden>·</span>
      <span>
        <Rich
          text={t('periodic.since')}
          parts={{ time: <Time at={parseWireTime(invocation.CreationTime)} /> }}
        />
      </span>
      <span aria-hidden>·</span>
      <span>{t('record.user', { user: invocation.Username || t('user.default') })}</span>
    </span>
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
