import { Copy, Eye, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Instance } from '@/api/ecs/instances';
import type { MenuEntry } from '@/ui/MenuButton';
import { useCopy } from '@/ui/use-copy';
import { instancePaths } from '../paths';

/** What can be done with one instance of the list; the letters also work on its row. */
export function useInstanceMenu(region: string): (instance: Instance) => MenuEntry[] {
  const { t } = useTranslation('instances');
  const { copy } = useCopy();
  const paths = instancePaths(region);
  return ({ InstanceId }) => [
    { label: t('action.open'), icon: Eye, shortcut: 'Enter', to: paths.instance(InstanceId) },
    { label: t('action.records'), icon: ListChecks, shortcut: 'R', to: paths.records(InstanceId) },
    { label: t('action.copyId'), icon: Copy, shortcut: 'C', onSelect: () => void copy(InstanceId) },
  ];
}
