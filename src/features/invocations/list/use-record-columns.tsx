import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { OutcomeStatus, TypeBadge } from '@/features/cloud-assistant';
import type { Column } from '@/ui/DataTable';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { recordPaths } from '../paths';
import { runProgress, type RunProgress } from '../run-progress';
import { runName, scriptLine } from '../script-line';
import { Took } from '../Took';
import { OutcomeTally } from './OutcomeTally';

export interface RecordRow {
  invocation: Invocation;
  progress: RunProgress;
  name: string;
  /** Without a name of its own: `name` is of its text. */
  isScript: boolean;
}

export function toRow(invocation: Invocation): RecordRow {
  return {
    invocation,
    progress: runProgress(invocation),
    name: runName(invocation),
    isScript: scriptLine(invocation) !== null,
  };
}

/** The columns of the list; windows under 1240 drop what the record itself shows too. */
export function useRecordColumns(region: string): readonly Column<RecordRow>[] {
  const { t } = useTranslation('invocations');
  return useMemo(() => {
    const paths = recordPaths(region);
    return [
      {
        id: 'command',
        header: t('column.command'),
        width: 'grow',
        cell: ({ invocation, name, isScript }) => (
          <Link to={paths.record(invocation.InvokeId)} title={name} className={isScript ? 'code' : undefined}>
            {name}
          </Link>
        ),
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 136,
        cell: ({ progress }) => <OutcomeStatus outcome={progress.overall} wireStatus={progress.wireStatus} />,
      },
      {
        id: 'instances',
        header: t('column.instances'),
        width: 172,
        cell: ({ progress }) => <OutcomeTally progress={progress} />,
      },
      {
        id: 'id',
        header: t('column.id'),
        width: 152,
        spills: true,
        cell: ({ invocation }) => <Id value={invocation.InvokeId} />,
      },
      {
        id: 'type',
        header: t('column.type'),
        width: 104,
        hideBelow: 1240,
        cell: ({ invocation }) => <TypeBadge type={invocation.CommandType} />,
      },
      {
        id: 'mode',
        header: t('column.mode'),
        width: 116,
        cell: ({ invocation }) =>
          invocation.Frequency ? (
            <code className="code" title={invocation.Frequency}>
              {invocation.Frequency}
            </code>
          ) : (
            <span className="text-text-muted">{t('mode.once')}</span>
          ),
      },
      {
        id: 'user',
        header: t('column.user'),
        width: 84,
        hideBelow: 1400,
        cell: ({ invocation }) => (
          <span className="text-text-muted">{invocation.Username || t('user.default')}</span>
        ),
      },
      {
        id: 'duration',
        header: t('column.duration'),
        width: 88,
        align: 'end',
        cell: ({ progress: { startedAt, endedAt } }) => <Took from={startedAt} to={endedAt} />,
      },
      {
        id: 'started',
        header: t('column.started'),
        width: 118,
        align: 'end',
        sort: 'desc',
        cell: ({ progress }) => <Time at={progress.startedAt} className="text-text-muted" />,
      },
    ];
  }, [region, t]);
}
