import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { eventPaths } from '../paths';
import { ActDialog } from './ActDialog';
import { countAsked, type EventTarget, useAskedTargets } from './event-targets';
import type { EventDialogProps } from './RestartDialog';

/** Consents to events that wait for the user (contract 7, AcceptInquiredSystemEvent). */
export function AcceptDialog({ events, facts, onClose }: EventDialogProps) {
  const { t } = useTranslation('events');
  const api = useApi();
  const targets = useAskedTargets('accept', { events, facts });
  const request = ({ region, event }: EventTarget) => ({ RegionId: region, EventId: event.id });
  return (
    <ActDialog
      title={t('accept.title', { count: countAsked(targets) })}
      targets={targets}
      confirmLabel={(count) => t('accept.confirm', { count })}
      cliOf={(target) => toCli('ecs', 'AcceptInquiredSystemEvent', request(target))}
      perform={(target) => api.ecs.acceptInquiredSystemEvent(request(target))}
      done={(count) => ({
        tone: 'ok',
        title: t('accept.done', { count }),
        ...(targets[0]
          ? { link: { to: eventPaths(targets[0].region).pending, label: t('nav.pending') } }
          : {}),
      })}
      onClose={onClose}
    >
      <p>{t('accept.body')}</p>
    </ActDialog>
  );
}

/** Takes back drills (contract 7, CancelSimulatedSystemEvents). */
export function CancelDrillDialog({ events, facts, onClose }: EventDialogProps) {
  const { t } = useTranslation('events');
  const api = useApi();
  const targets = useAskedTargets('cancelDrill', { events, facts });
  const request = ({ region, event }: EventTarget) => ({ RegionId: region, EventId: [event.id] });
  return (
    <ActDialog
      title={t('cancelDrill.title', { count: countAsked(targets) })}
      targets={targets}
      confirmLabel={(count) => t('cancelDrill.confirm', { count })}
      cliOf={(target) => toCli('ecs', 'CancelSimulatedSystemEvents', request(target))}
      perform={(target) => api.ecs.cancelSimulatedSystemEvents(request(target))}
      done={(count) => ({
        tone: 'ok',
        title: t('cancelDrill.done', { count }),
        ...(targets[0] ? { link: { to: eventPaths(targets[0].region).all, label: t('nav.all') } } : {}),
      })}
      onClose={onClose}
    >
      <p>{t('cancelDrill.body')}</p>
    </ActDialog>
  );
}
