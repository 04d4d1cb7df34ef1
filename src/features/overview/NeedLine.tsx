import { ArrowRight, Gauge, Layers } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { batchRunPath, useHeadline } from '@/features/batches';
import {
  Countdown,
  deadlineOf,
  type EventItem,
  eventPaths,
  nameOf,
  typeLook,
  useClock,
} from '@/features/events';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { cx } from '@/ui/cx';
import { LinkButton } from '@/ui/LinkButton';
import { STATUS_ICONS } from '@/ui/status-icons';
import { Time } from '@/ui/Time';
import { TEXT, type Tone } from '@/ui/tones';
import type { Need } from './needs';
import { overviewPaths } from './paths';
import type { Pending } from './use-pending';

export interface NeedLineProps<Kind extends Need = Need> {
  region: string;
  need: Kind;
  facts: Pending['facts'];
}

/** One thing to look at: what it is, more about it in grey, and the way there. */
export function NeedLine({ region, need, facts }: NeedLineProps) {
  const { t } = useTranslation(['overview', 'domain', 'batches']);
  const format = useFormat();
  const headline = useHeadline();
  const paths = overviewPaths(region);
  if (need.kind === 'events') return <EventsLine region={region} need={need} facts={facts} />;
  if (need.kind === 'held')
    return (
      <Line
        icon={Layers}
        tone="warn"
        text={t('need.held')}
        parts={{ name: <b>{need.plan.name || t('batches:script')}</b> }}
        detail={headline(need.plan).join(' · ')}
        action={t('need.decide')}
        to={batchRunPath(region, need.plan.id)}
      />
    );
  if (need.kind === 'failed') {
    const { run, others } = need;
    const count = run.progress.runs.length;
    return (
      <Line
        icon={STATUS_ICONS.failed}
        tone="danger"
        text={t('need.failed', { count, number: format.number(count), failed: format.number(run.failed) })}
        parts={{ name: <b>{run.name}</b> }}
        detail={
          <>
            <Time at={run.progress.startedAt} form="relative" />
            {others > 0
              ? ` · ${t('need.failedMore', { count: others, number: format.number(others) })}`
              : null}
          </>
        }
        action={t('need.see')}
        to={paths.record(run.id)}
      />
    );
  }
  if (need.kind === 'sick')
    return (
      <Line
        icon={STATUS_ICONS.impaired}
        tone={need.counts.some(({ health }) => health === 'Impaired') ? 'danger' : 'warn'}
        text={t('need.sick', { count: need.total, number: format.number(need.total) })}
        detail={format.list(
          need.counts.map(
            ({ health, count }) => `${t(`domain:health.${health}.label`)} ${format.number(count)}`,
          ),
        )}
        action={t('need.which')}
        to={paths.health}
      />
    );
  const room = Math.max(0, need.limit - need.used);
  const figures = { used: format.number(need.used), limit: format.number(need.limit) };
  return (
    <Line
      icon={Gauge}
      tone={room === 0 ? 'danger' : 'warn'}
      text={t(`need.${need.quota}`, figures)}
      detail={
        room > 0
          ? t('need.room', { count: room, number: format.number(room) })
          : t(need.quota === 'runs' ? 'need.spent' : 'need.full')
      }
      action={t('need.open')}
      to={need.quota === 'runs' ? paths.records : paths.commands}
    />
  );
}

const MOST_NAMED = 2;

function EventsLine({ region, need: { what, events }, facts }: NeedLineProps<Need & { kind: 'events' }>) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const first = events[0] as EventItem;
  const look = typeLook(first.type);
  const names = [...new Set(events.map((event) => nameOf(facts, event)))];
  const deadline = events.map(deadlineOf).find((at) => at !== null) ?? null;
  const isDue = useClock((now) => deadline !== null && deadline <= now);
  const named = names.slice(0, MOST_NAMED);
  const more = names.length - named.length;
  const paths = eventPaths(region);
  return (
    <Line
      icon={look.icon}
      tone={look.tone}
      text={t(`need.${what}`, { count: names.length })}
      parts={{
        names: <b>{format.list(more > 0 ? [...named, t('need.more', { count: more })] : named)}</b>,
      }}
      detail={
        deadline === null ? null : isDue ? (
          t('need.due')
        ) : (
          <Rich
            text={t(
              what === 'creationFailure'
                ? 'need.releasedIn'
                : what === 'consent'
                  ? 'need.plannedIn'
                  : events.length === 1
                    ? 'need.in'
                    : 'need.first',
            )}
            parts={{ time: <Countdown to={deadline} /> }}
          />
        )
      }
      action={t('need.review')}
      to={events.length === 1 ? paths.pendingEvent(first.id) : paths.pending}
    />
  );
}

interface LineProps {
  icon: LucideIcon;
  tone: Tone;
  text: string;
  parts?: Parameters<typeof Rich>[0]['parts'];
  detail: ReactNode;
  action: string;
  to: string;
}

function Line({ icon: Icon, tone, text, parts = {}, detail, action, to }: LineProps) {
  return (
    <li className="flex h-(--line-need) items-center gap-2.5 pr-1 pl-2.5">
      <Icon className={cx('stroke-2', TEXT[tone])} aria-hidden />
      <span className="min-w-0 flex-none truncate text-base">
        <Rich text={text} parts={parts} />
      </span>
      <span className="min-w-0 flex-1 truncate pl-1 text-text-muted">{detail}</span>
      <LinkButton to={to} size="sm" className="bg-press hover:bg-border-strong">
        {action}
        <ArrowRight className="size-3.5" aria-hidden />
      </LinkButton>
    </li>
  );
}
