import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Command } from '@/api/ecs/commands';
import { parseWireTime } from '@/api/wire-times';
import { TypeBadge } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { commandPaths } from './command-paths';
import { shortPath, workingDirOf } from './working-dir';

/** The columns of the list. At 1280 all that is asked for fits; narrower windows drop what a detail shows too. */
export function useCommandColumns(region: string): readonly Column<Command>[] {
  const { t } = useTranslation('commands');
  const format = useFormat();
  return useMemo(() => {
    const paths = commandPaths(region);
    return [
      {
        id: 'name',
        header: t('column.name'),
        width: 144,
        cell: (command) => (
          <Link to={paths.detail(command.CommandId)} title={command.Name}>
            {command.Name}
          </Link>
        ),
      },
      {
        id: 'id',
        header: t('column.id'),
        width: 150,
        spills: true,
        cell: (command) => <Id value={command.CommandId} />,
      },
      {
        id: 'type',
        header: t('column.type'),
        width: 104,
        cell: (command) => <TypeBadge type={command.Type} />,
      },
      {
        id: 'description',
        header: t('column.description'),
        width: 'grow',
        cell: (command) => (
          <span className="text-text-muted" title={command.Description || undefined}>
            {command.Description}
          </span>
        ),
      },
      {
        id: 'workingDir',
        header: t('column.workingDir'),
        width: 130,
        mono: true,
        hideBelow: 1240,
        cell: (command) => <WorkingDirCell command={command} />,
      },
      {
        id: 'parameters',
        header: t('column.parameters'),
        width: 62,
        align: 'end',
        cell: ({ ParameterNames: names }) =>
          names.length === 0 ? (
            <span className="text-text-subtle">–</span>
          ) : (
            <span title={names.join(', ')}>{format.number(names.length)}</span>
          ),
      },
      {
        id: 'timeout',
        header: t('column.timeout'),
        width: 82,
        align: 'end',
        cell: (command) => format.number(command.Timeout),
      },
      {
        id: 'created',
        header: t('column.created'),
        width: 114,
        align: 'end',
        sort: 'desc',
        cell: (command) => <Time at={parseWireTime(command.CreationTime)} className="text-text-muted" />,
      },
    ];
  }, [format, region, t]);
}

function WorkingDirCell({ command }: { command: Command }) {
  const { path, isDefault } = workingDirOf(command);
  return (
    <span title={path} className={isDefault ? 'text-text-subtle' : undefined}>
      {shortPath(path)}
    </span>
  );
}
