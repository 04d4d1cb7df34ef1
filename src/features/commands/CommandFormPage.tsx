import { useTranslation } from '@/i18n/use-translation';
import { useLocation, useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useRegionName } from '@/i18n/region-name';
import { CommandForm } from './CommandForm';
import { CommandSheetState } from './CommandSheetState';
import { contentOf, copyName, draftOf, emptyDraft } from './command-form';
import { commandPaths } from './command-paths';
import { useCommand } from './queries';
import { SAMPLE } from './samples';
import { useLastSeen } from './use-last-seen';
import { useReturn } from '@/ui/use-return';

/** The sheet for a new command, and for a copy of a saved one (`:commandId/copy`). */
export function Component() {
  const { commandId } = useParams();
  return commandId === undefined ? <NewCommand /> : <CopyOfCommand key={commandId} commandId={commandId} />;
}

function NewCommand() {
  const { t } = useTranslation('commands');
  const region = useRegion();
  const regionName = useRegionName()(region);
  const { search, state } = useLocation();
  const close = useReturn(commandPaths(region, search).list);
  const fromSample = state !== null && typeof state === 'object' && 'sample' in state;
  const base = emptyDraft();
  return (
    <CommandForm
      key={region}
      region={region}
      kind="new"
      title={t('form.createTitle')}
      rest={t('form.createRest', { region: regionName })}
      saveLabel={t('form.create')}
      base={base}
      start={fromSample ? SAMPLE : base}
      exact
      onClose={close}
    />
  );
}

function CopyOfCommand({ commandId }: { commandId: string }) {
  const { t } = useTranslation('commands');
  const region = useRegion();
  const { search } = useLocation();
  const close = useReturn(commandPaths(region, search).list);
  const query = useCommand(region, commandId);
  const command = useLastSeen(commandId, query.data);
  if (!command) {
    return (
      <CommandSheetState
        title={t('form.copyLoading')}
        query={query}
        missing={{ title: t('form.missingTitle', { id: commandId }), body: t('form.missing') }}
        onClose={close}
      />
    );
  }
  const base = draftOf(command, copyName(command.Name, t('copyEnding')));
  return (
    <CommandForm
      region={region}
      kind={`copy:${commandId}`}
      title={t('form.copyTitle', { name: command.Name })}
      rest={t('form.copyRest')}
      saveLabel={t('form.saveCopy')}
      base={base}
      start={base}
      exact={contentOf(command).exact}
      onClose={close}
    />
  );
}
