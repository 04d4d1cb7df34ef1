import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { eventPaths } from '../paths';
import { ActDialog } from './ActDialog';
import { countAsked, type EventTarget, useAskedInstances } from './event-targets';
import type { EventDialogProps } from './RestartDialog';

const request = ({ region, event }: EventTarget) => ({
  RegionId: region,
  InstanceId: event.instanceId,
  Force: true,
});

/** Releases instances that could not be created, before the service does so by itself (manual 2.3). */
export function ReleaseDialog({ events, facts, onClose }: EventDialogProps) {
  const { t } = useTranslation('events');
  const api = useApi();
  const targets = useAskedInstances('release', { events, facts });
  const [only] = targets;
  return (
    <ActDialog
      danger
      title={
        targets.length === 1 && only
          ? t('release.titleOne', { name: only.label })
          : t('release.title', { count: countAsked(targets) })
      }
      targets={targets}
      confirmLabel={(count) => t('release.confirm', { count })}
      cliOf={(target) => toCli('ecs', 'DeleteInstance', request(target))}
      perform={(target) => api.ecs.deleteInstance(request(target))}
      done={(count) => ({
        tone: 'ok',
        title: t('release.done', { count }),
        ...(only ? { link: { to: eventPaths(only.region).all, label: t('nav.all') } } : {}),
      })}
      onClose={onClose}
    >
      <p>{t('release.body')}</p>
    </ActDialog>
  );
}
