import { Copy, Eye, Pencil, Play, SquareTerminal, Trash2 } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Command } from '@/api/ecs/commands';
import type { MenuEntry } from '@/ui/MenuButton';
import { commandPaths } from './command-paths';
import { openedFrom } from '@/ui/use-return';

export interface CommandMenuActs {
  onCli(command: Command): void;
  onDelete(command: Command): void;
}

/** What can be done with one command of the list; the letters also work on its row. */
export function useCommandMenu(
  region: string,
  { onCli, onDelete }: CommandMenuActs,
): (command: Command) => MenuEntry[] {
  const { t } = useTranslation('commands');
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const paths = commandPaths(region, search);
  const open = (path: string) => void navigate(path, { state: openedFrom(pathname + search) });
  return (command) => {
    const id = command.CommandId;
    return [
      { label: t('action.run'), icon: Play, shortcut: 'R', onSelect: () => open(paths.run(id)) },
      {
        label: t('action.view'),
        icon: Eye,
        shortcut: 'Enter',
        onSelect: () => void navigate(paths.detail(id)),
      },
      { label: t('action.edit'), icon: Pencil, shortcut: 'E', onSelect: () => open(paths.edit(id)) },
      { label: t('action.copy'), icon: Copy, shortcut: 'C', onSelect: () => open(paths.copy(id)) },
      { label: t('action.cli'), icon: SquareTerminal, onSelect: () => onCli(command) },
      'separator',
      {
        label: t('action.delete'),
        icon: Trash2,
        shortcut: 'Del',
        danger: true,
        onSelect: () => onDelete(command),
      },
    ];
  };
}
