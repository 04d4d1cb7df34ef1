import { useTranslation } from '@/i18n/use-translation';
import { useLocation, useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { CommandSheetState } from './CommandSheetState';
import { commandPaths } from './command-paths';
import { EditCommandDialog } from './EditCommandDialog';
import { useCommand } from './queries';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useLastSeen } from './use-last-seen';
import { useReturn } from '@/ui/use-return';

/** The dialog for name and description, over the list (`:commandId/edit`). */
export function Component() {
  const { t } = useTranslation('commands');
  const region = useRegion();
  const { commandId = '' } = useParams();
  const { search } = useLocation();
  const paths = commandPaths(region, search);
  const close = useReturn(paths.list);
  const query = useCommand(region, commandId);
  const command = useLastSeen(commandId, query.data);
  useDocumentTitle(command ? t('edit.title', { name: command.Name }) : t('edit.loading'));
  if (!command) {
    return (
      <CommandSheetState
        title={t('edit.loading')}
        query={query}
        missing={{ title: t('edit.goneTitle', { id: commandId }), body: t('edit.gone') }}
        onClose={close}
      />
    );
  }
  return (
    <EditCommandDialog
      key={commandId}
      region={region}
      command={command}
      copyPath={paths.copy(commandId)}
      onClose={close}
    />
  );
}
