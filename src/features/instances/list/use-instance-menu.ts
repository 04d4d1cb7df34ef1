import { Copy, Download, Eye, ListChecks, RotateCw, Terminal } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { Instance } from '@/api/ecs/instances';
import type { MenuEntry } from '@/ui/MenuButton';
import { useCopy } from '@/ui/use-copy';
import { isBetweenStates } from '../asked/changing';
import { instancePaths } from '../paths';

/** What is asked for in a dialog. */
export type InstanceAct = 'install' | 'restart';

/** What can be done with one instance of the list; the letters also work on its row. */
export function useInstanceMenu(
  region: string,
  onAct: (act: InstanceAct, instance: Instance) => void,
): (instance: Instance) => MenuEntry[] {
  const { t } = useTranslation('instances');
  const { copy } = useCopy();
  const paths = instancePaths(region);
  return (instance) => {
    const { InstanceId, Status } = instance;
    const cannotRestart =
      Status === 'Running'
        ? undefined
        : t(isBetweenStates(Status) ? 'restart.problem.busy' : 'restart.problem.stopped');
    return [
      { label: t('action.open'), icon: Eye, shortcut: 'Enter', to: paths.instance(InstanceId) },
      { label: t('action.records'), icon: ListChecks, shortcut: 'R', to: paths.records(InstanceId) },
      { label: t('action.copyId'), icon: Copy, shortcut: 'C', onSelect: () => void copy(InstanceId) },
      'separator',
      { label: t('action.run'), icon: Terminal, shortcut: 'X', to: paths.commandsFor([InstanceId]) },
      { label: t('action.install'), icon: Download, onSelect: () => onAct('install', instance) },
      {
        label: t('action.restart'),
        icon: RotateCw,
        disabledReason: cannotRestart,
        onSelect: () => onAct('restart', instance),
      },
    ];
  };
}
