import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import type { Column } from '@/ui/DataTable';
import { Id } from '@/ui/Id';
import { InstanceState } from '../InstanceState';
import { instancePaths } from '../paths';
import { isSystemSupported, systemLabel, systemName } from '../system-label';
import { AgentCell, HealthCell } from './FactCells';

/** The columns of the list; narrower windows drop what the page of an instance shows too. */
export function useInstanceColumns(region: string): readonly Column<Instance>[] {
  const { t, i18n } = useTranslation('instances');
  return useMemo(() => {
    const paths = instancePaths(region);
    const language = i18n.language;
    return [
      {
        id: 'name',
        header: t('column.name'),
        cell: (instance) => (
          <Link to={paths.instance(instance.InstanceId)} title={instance.InstanceName}>
            {instance.InstanceName || instance.InstanceId}
          </Link>
        ),
      },
      {
        id: 'id',
        header: t('column.id'),
        width: 182,
        spills: true,
        cell: (instance) => <Id value={instance.InstanceId} />,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 104,
        cell: (instance) => <InstanceState state={instance.Status} />,
      },
      {
        id: 'health',
        header: t('column.health'),
        width: 136,
        cell: (instance) => <HealthCell instanceId={instance.InstanceId} />,
      },
      {
        id: 'agent',
        header: t('column.agent'),
        width: 172,
        cell: (instance) => (
          <AgentCell instanceId={instance.InstanceId} supported={isSystemSupported(instance)} />
        ),
      },
      {
        id: 'system',
        header: t('column.system'),
        width: 142,
        cell: (instance) => (
          <span title={systemName(instance, language)}>{systemLabel(instance, language)}</span>
        ),
      },
      {
        id: 'privateIp',
        header: t('column.privateIp'),
        width: 112,
        mono: true,
        hideBelow: 1340,
        cell: (instance) => instance.PrivateIps[0] ?? '–',
      },
      {
        id: 'publicIp',
        header: t('column.publicIp'),
        width: 124,
        mono: true,
        hideBelow: 1440,
        cell: (instance) => instance.PublicIps[0] ?? <span className="text-text-subtle">–</span>,
      },
      {
        id: 'zone',
        header: t('column.zone'),
        width: 128,
        hideBelow: 1560,
        cell: (instance) => <span className="text-text-muted">{instance.ZoneId}</span>,
      },
      {
        id: 'type',
        header: t('column.type'),
        width: 136,
        mono: true,
        hideBelow: 1700,
        cell: (instance) => instance.InstanceType,
      },
    ];
  }, [i18n.language, region, t]);
}
