import { useCallback } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { INSTANCE_STATES, stateLook as instanceLook } from '@/features/instance-context';
import { isDrill, parseEventState, parseEventType } from '@/domain/system-events';
import { Badge } from '@/ui/Badge';
import { cx } from '@/ui/cx';
import { Status } from '@/ui/Status';
import type { EventItem } from './event-item';
import { stateLook } from './look';

/** What an event is called; an unknown type is shown as it came. */
export function useTypeName(): (type: string) => string {
  const { t } = useTranslation('events');
  return useCallback(
    (type) => {
      const known = parseEventType(type);
      return known ? t(`type.${known}`) : type;
    },
    [t],
  );
}

/** What a state is called; an unknown one is shown as it came. */
export function useStateName(): (state: string) => string {
  const { t } = useTranslation('events');
  return useCallback(
    (state) => {
      const known = parseEventState(state);
      return known ? t(`state.${known}`) : state;
    },
    [t],
  );
}

/** Icon and word of an event's state. */
export function EventState({ state }: { state: string }) {
  const name = useStateName();
  return <Status {...stateLook(state)}>{name(state)}</Status>;
}

/** Marks an event that only pretends. */
export function DrillBadge({ className = 'ml-1.5' }: { className?: string }) {
  const { t } = useTranslation('events');
  return (
    <Badge tone="accent" className={cx('flex-none', className)}>
      {t('drill.badge')}
    </Badge>
  );
}

/** What an event is called, cut off where there is no room; the mark of a drill is not. */
export function EventName({ event }: { event: EventItem }) {
  const name = useTypeName()(event.type);
  return (
    <span className="flex min-w-0 items-center" title={name}>
      <span className="truncate">{name}</span>
      {isDrill(event) ? <DrillBadge /> : null}
    </span>
  );
}

/** Icon and word of an instance's lifecycle state; null when the region does not list it, undefined while not known. */
export function LifecycleState({ status }: { status: string | null | undefined }) {
  const { t } = useTranslation(['events', 'domain']);
  if (status === undefined) return <span className="text-text-subtle">…</span>;
  if (status === null)
    return (
      <Status tone="neutral" icon="notApplicable">
        {t('notListed')}
      </Status>
    );
  const known = INSTANCE_STATES.find((state) => state === status);
  return <Status {...instanceLook(status)}>{known ? t(`domain:instanceState.${known}`) : status}</Status>;
}
