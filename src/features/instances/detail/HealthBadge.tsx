import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import { HEALTH_STATUSES, parseHealth } from '@/domain/health';
import { usePendingEvents, useTypeName } from '@/features/events';
import { Rich } from '@/i18n/Rich';
import { Badge } from '@/ui/Badge';
import { cx } from '@/ui/cx';
import { statusIcon } from '@/ui/status-icons';
import { Time } from '@/ui/Time';
import { TEXT } from '@/ui/tones';
import { InstanceState } from '../InstanceState';
import { healthLook, useHealthWords } from '@/features/instance-context';
import { instancePaths } from '../paths';

export interface HealthBadgeProps {
  region: string;
  instance: Instance;
  /** Health as the API writes it. */
  wire: string;
}

/**
 * The health of the page's instance (manual 4.2); a press explains it, what to do, and what sets it apart from the lifecycle
 * state.
 */
export function HealthBadge({ region, instance, wire }: HealthBadgeProps) {
  const { t } = useTranslation(['instances', 'domain']);
  const words = useHealthWords()(wire);
  const current = parseHealth(wire);
  const look = healthLook(current);
  return (
    <Popover.Root>
      <Popover.Trigger className="rounded-sm" aria-label={t('health.badge', { label: words.label })}>
        <Badge size="lg" {...look}>
          {words.label}
          <ChevronDown className="-mr-1 size-3.5" aria-hidden />
        </Badge>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="z-50" align="end" sideOffset={6}>
          <Popover.Popup
            data-surface
            className="w-[400px] rounded-md bg-surface p-4 shadow-pop outline-none forced-colors:border"
          >
            <Popover.Title render={<h2 />}>{t('health.title', { label: words.label })}</Popover.Title>
            <Popover.Description className="mt-0.5 text-text-muted">{words.description}</Popover.Description>
            {current === null ? null : (
              <>
                <h3 className="mt-3.5">{t('health.todo')}</h3>
                <p className="mt-0.5">{t(`health.advice.${current}`)}</p>
              </>
            )}
            {current === 'OK' ? null : <Causes region={region} instanceId={instance.InstanceId} />}
            <p className="mt-3">
              {t('health.stateIs')} <InstanceState state={instance.Status} />
            </p>
            <p className="mt-0.5 text-text-muted">{t('health.notState')}</p>
            <h3 className="mt-3.5">{t('health.values')}</h3>
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
              {HEALTH_STATUSES.map((health) => {
                const { icon, tone } = healthLook(health);
                const Icon = statusIcon(icon);
                return (
                  <div key={health} className="contents" aria-current={health === current || undefined}>
                    <dt
                      className={cx(
                        'flex items-center gap-1.5 self-start whitespace-nowrap',
                        health === current && 'font-semibold',
                      )}
                    >
                      <Icon className={cx('size-3.5 stroke-2', TEXT[tone])} aria-hidden />
                      {t(`domain:health.${health}.label`)}
                    </dt>
                    <dd className="m-0 text-text-muted">{t(`domain:health.${health}.description`)}</dd>
                  </div>
                );
              })}
            </dl>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The service does not say since when a health holds; the events that are not over are what it does say. */
function Causes({ region, instanceId }: { region: string; instanceId: string }) {
  const { t } = useTranslation('instances');
  const typeName = useTypeName();
  const pending = usePendingEvents(region);
  const events = (pending.data ?? []).filter((event) => event.InstanceId === instanceId);
  if (!pending.data) return null;
  if (events.length === 0) return <p className="mt-1.5 text-text-muted">{t('health.noEvent')}</p>;
  return (
    <ul aria-label={t('health.events')} className="m-0 mt-1.5 flex list-none flex-col gap-1 p-0">
      {events.map((event) => (
        <li key={event.EventId}>
          <Link to={instancePaths(region).instanceTab(instanceId, 'events')}>
            {typeName(event.EventType)}
          </Link>
          {event.EventPublishTime === null ? null : (
            <span className="text-text-muted">
              {' '}
              <Rich text={t('health.since')} parts={{ time: <Time at={event.EventPublishTime} /> }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
