import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { eventPaths } from '../paths';
import { ActDialog } from './ActDialog';
import { type AskedEvents, countAsked, type EventTarget, useAskedInstances } from './event-targets';

export interface EventDialogProps extends AskedEvents {
  onClose(): void;
}

const request = ({ region, event }: EventTarget) => ({ RegionId: region, InstanceId: event.instanceId });

/** Restarts instances before their planned time, so that their events are avoided (manual 2.1). */
export function RestartDialog({ events, facts, onClose }: EventDialogProps) {
  const { t } = useTranslation('events');
  const api = useApi();
  const targets = useAskedInstances('restart', { events, facts });
  const [only] = targets;
  return (
    <ActDialog
      danger
      title={
        targets.length === 1 && only
          ? t('restart.titleOne', { name: only.label })
          : t('restart.title', { count: countAsked(targets) })
      }
      targets={targets}
      confirmLabel={(count) => t('restart.confirm', { count })}
      cliOf={(target) => toCli('ecs', 'RebootInstance', request(target))}
      perform={(target) => api.ecs.rebootInstance(request(target))}
      done={(count) => ({
        tone: 'ok',
        title: t('restart.done', { count }),
        body: t('restart.doneBody'),
        ...(only ? { link: { to: eventPaths(only.region).all, label: t('nav.all') } } : {}),
      })}
      onClose={onClose}
    >
      <p>{t('restart.body', { count: countAsked(targets) })}</p>
      <p className="text-text-muted">{t('restart.notInside')}</p>
    </ActDialog>
  );
}
