import { FileQuestionMark } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation, useParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { Sheet } from '@/ui/Sheet';
import { useParametersOf, useRunCommand } from './queries';
import { RunSheet } from './RunSheet';
import { RunSkeleton } from './RunSkeleton';
import { runLinks } from './run-links';
import { askedRunOf, withoutRun } from './run-paths';
import { runnableOf } from './runnable';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useLast } from './use-last';
import { useReturn } from '@/ui/use-return';

const NO_VALUES = {};

/** The run sheet (`/:region/commands/:commandId/run?instances=i-1,i-2`), over the list of commands (manual 1.2.2). */
export function Component() {
  const region = useRegion();
  const { commandId = '' } = useParams();
  return <RunPage key={`${region} ${commandId}`} region={region} commandId={commandId} />;
}

function RunPage({ region, commandId }: { region: string; commandId: string }) {
  const { t } = useTranslation('run');
  const { search } = useLocation();
  const paths = runLinks(region);
  const close = useReturn(paths.commands + withoutRun(search));
  const query = useRunCommand(region, commandId);
  const { from } = askedRunOf(search);
  const again = useParametersOf(region, from);
  // A command that is deleted meanwhile, or a failed refresh, takes nothing away of what was chosen.
  const command = useLast(query.data);
  const runnable = useMemo(() => command && runnableOf(command), [command]);
  const error = useErrorText(query.error);
  const shown = command ? t('documentTitle', { name: command.Name }) : t('loading');
  useDocumentTitle(shown);

  // An earlier run that cannot be read only means that its values are typed anew.
  if (runnable && (from === null || !again.isPending)) {
    return (
      <RunSheet
        region={region}
        command={runnable}
        exists={query.data !== null}
        asked={again.data ?? NO_VALUES}
        onClose={close}
      />
    );
  }
  if (query.data === null) {
    return (
      <Message title={t('missing.headline')} onClose={close}>
        <EmptyState
          icon={FileQuestionMark}
          title={t('missing.title', { id: commandId })}
          actions={
            <LinkButton size="sm" to={paths.recordsOf(commandId)}>
              {t('failed.toRecords')}
            </LinkButton>
          }
        >
          {t('missing.body')}
        </EmptyState>
      </Message>
    );
  }
  if (query.isError) {
    return (
      <Message title={t('loading')} onClose={close}>
        <ErrorState
          title={t('loadFailed')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      </Message>
    );
  }
  return (
    <Sheet open onOpenChange={close} title={t('loading')}>
      <RunSkeleton />
    </Sheet>
  );
}

/** In place of the sheet when there is nothing to run. */
function Message({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const { t } = useTranslation('run');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {children}
    </Dialog>
  );
}
