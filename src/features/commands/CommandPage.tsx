import { useMemo, useState } from 'react';
import { Copy, FileQuestionMark, Pencil, Play, Trash2 } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate, useParams } from 'react-router-dom';
import type { Command } from '@/api/ecs/commands';
import { useRegion } from '@/api/region';
import { parseWireTime } from '@/api/wire-times';
import { scanParameters } from '@/domain/parameters';
import { UnreadDetail } from '@/features/cloud-assistant';
import { useLastRuns } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Button } from '@/ui/Button';
import { CodeBlock } from '@/ui/CodeBlock';
import { EmptyState } from '@/ui/EmptyState';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Time } from '@/ui/Time';
import { useRegionName } from '@/i18n/region-name';
import { CommandCli } from './CliDialog';
import { CommandFacts } from './CommandFacts';
import { commandTypeOf, contentOf } from './command-form';
import { commandPaths } from './command-paths';
import { DeleteCommandsDialog } from './DeleteCommandsDialog';
import { EDITOR_LANGUAGE } from './editor-language';
import { EditCommandDialog } from './EditCommandDialog';
import { LastRuns } from './LastRuns';
import { useCommand } from './queries';
import { useLastSeen } from './use-last-seen';
import { openedFrom } from '@/ui/use-return';

/** One command: its script, its facts, its runs, and what can be done with it (A8). */
export function Component() {
  const { commandId = '' } = useParams();
  return <CommandOf key={commandId} commandId={commandId} />;
}

type OpenDialog = 'edit' | 'delete' | null;

function CommandOf({ commandId }: { commandId: string }) {
  const { t } = useTranslation('commands');
  const region = useRegion();
  const query = useCommand(region, commandId);
  const seen = useLastSeen(commandId, query.data);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  // A dialog that is open on the command outlives it, with what was typed.
  const command = query.data ?? (dialog === null ? query.data : seen);
  if (command) return <Detail region={region} command={command} dialog={dialog} onDialog={setDialog} />;
  return command === null ? (
    <Gone region={region} commandId={commandId} />
  ) : (
    <UnreadDetail
      documentTitle={t('documentTitle')}
      title={query.isError ? commandId : t('detail.loading')}
      errorTitle={t('detail.errorTitle')}
      query={query}
    />
  );
}

interface DetailProps {
  region: string;
  command: Command;
  dialog: OpenDialog;
  onDialog(dialog: OpenDialog): void;
}

function Detail({ region, command, dialog, onDialog }: DetailProps) {
  const { t } = useTranslation('commands');
  const navigate = useNavigate();
  const id = command.CommandId;
  const paths = commandPaths(region);
  const opened = openedFrom(paths.detail(id));
  return (
    <>
      <PageHead
        documentTitle={`${command.Name} · ${t('documentTitle')}`}
        title={command.Name}
        rest={<RunsClause region={region} command={command} />}
        lede={command.Description || null}
        actions={
          <>
            <Button variant="quiet" icon={Trash2} onClick={() => onDialog('delete')}>
              {t('detail.delete')}
            </Button>
            <Button icon={Pencil} onClick={() => onDialog('edit')}>
              {t('detail.edit')}
            </Button>
            <LinkButton icon={Copy} to={paths.copy(id)} state={opened}>
              {t('detail.copy')}
            </LinkButton>
            <LinkButton variant="primary" icon={Play} to={paths.run(id)} state={opened}>
              {t('detail.run')}
            </LinkButton>
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-7 pb-6">
        <div className="flex min-w-0 flex-col gap-6">
          <Script command={command} />
          <LastRuns region={region} commandId={id} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <CommandFacts command={command} />
          <section className="flex flex-col gap-2" aria-label={t('detail.cliHeading')}>
            <h2>{t('detail.cliHeading')}</h2>
            <CommandCli region={region} command={command} />
          </section>
        </div>
      </div>
      {dialog === 'edit' ? (
        <EditCommandDialog
          region={region}
          command={command}
          copyPath={paths.copy(id)}
          onClose={() => onDialog(null)}
        />
      ) : null}
      {dialog === 'delete' ? (
        <DeleteCommandsDialog
          region={region}
          commands={[command]}
          onClose={(deleted) => {
            if (deleted.size > 0) void navigate(paths.list, { replace: true });
            else onDialog(null);
          }}
        />
      ) : null}
    </>
  );
}

/** ", run 14 times, last 3 hours ago". The service's own count goes further back than its records. */
function RunsClause({ region, command }: { region: string; command: Command }) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const runs = useLastRuns(region, { CommandId: command.CommandId }).data;
  const count = Math.max(command.InvokeTimes, runs?.totalCount ?? 0);
  const last = parseWireTime(runs?.items[0]?.CreationTime);
  const figures = { count, number: format.number(count) };
  if (count === 0) return runs ? t('clause', { text: t('detail.notRun') }) : null;
  if (last === null) return t('clause', { text: t('detail.runs', figures) });
  return <Rich text={t('detail.lastRun', figures)} parts={{ time: <Time at={last} form="relative" /> }} />;
}

function Script({ command }: { command: Command }) {
  const { t } = useTranslation('commands');
  const { text, exact } = contentOf(command);
  const marks = useMemo(
    () =>
      command.EnableParameter
        ? scanParameters(text).uses.map(({ from, to }) => ({ from, to, className: 'param' }))
        : [],
    [command.EnableParameter, text],
  );
  return (
    <section className="flex min-w-0 flex-col gap-2" aria-label={t('detail.content')}>
      <h2>{t('detail.content')}</h2>
      {exact ? null : <Note tone="warn" title={t('form.notUtf8')} />}
      <CodeBlock
        code={text}
        label={t('detail.content')}
        language={EDITOR_LANGUAGE[commandTypeOf(command)]}
        marks={marks}
        className="max-h-[420px]"
      />
    </section>
  );
}

function Gone({ region, commandId }: { region: string; commandId: string }) {
  const { t } = useTranslation('commands');
  const paths = commandPaths(region);
  const title = t('detail.goneTitle', { id: commandId, region: useRegionName()(region) });
  return (
    <>
      <PageHead documentTitle={title} title={title} />
      <EmptyState
        icon={FileQuestionMark}
        title={commandId}
        actions={
          <>
            <LinkButton size="sm" variant="primary" to={paths.list}>
              {t('detail.back')}
            </LinkButton>
            <LinkButton size="sm" to={paths.records(commandId)}>
              {t('detail.toRecords')}
            </LinkButton>
          </>
        }
      >
        {t('detail.gone')}
      </EmptyState>
    </>
  );
}
