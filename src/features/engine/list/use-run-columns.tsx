import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Execution } from '@/api/oos/executions';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { overallOf } from '../engine-items';
import { enginePaths } from '../engine-paths';
import { ExecutionStatus, Took } from '../EngineStatus';

const WIDE = 1400;

/** What the list says of each execution. */
export function useRunColumns(region: string): readonly Column<Execution>[] {
  const { t } = useTranslation('engine');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.run'),
        cell: ({ description, executionId }) => (
          <Link to={enginePaths(region).run(executionId)} className="font-medium">
            {description || t('page.script')}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 160,
        cell: (row) => <ExecutionStatus outcome={overallOf(row)} status={row.status} />,
      },
      {
        id: 'results',
        header: t('column.results'),
        cell: ({ resources, message, status }) => {
          const { Failed = 0, Success = 0 } = resources;
          const words = [
            Failed > 0 && t('count.failed', { count: Failed }),
            Success > 0 && t('count.succeeded', { count: Success }),
          ].filter((word): word is string => Boolean(word));
          if (words.length > 0) return words.join(' · ');
          return status === 'Failed' && message !== '' ? (
            <span title={message}>{message}</span>
          ) : (
            <span className="text-text-subtle">{t('none')}</span>
          );
        },
      },
      {
        id: 'instances',
        header: t('column.instances'),
        width: 92,
        align: 'end',
        cell: ({ instanceIds }) => (instanceIds.length === 0 ? t('none') : format.number(instanceIds.length)),
      },
      { id: 'id', header: t('column.id'), width: 220, cell: ({ executionId }) => <Id value={executionId} /> },
      {
        id: 'started',
        header: t('column.started'),
        width: 150,
        cell: ({ startedAt }) => <Time at={startedAt} className="text-text-muted" />,
      },
      {
        id: 'took',
        header: t('column.took'),
        width: 90,
        hideBelow: WIDE,
        align: 'end',
        cell: (row) => <Took {...row} />,
      },
    ],
    [format, region, t],
  );
}
