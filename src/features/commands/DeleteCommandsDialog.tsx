import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { describeError } from '@/api/use-error-text';
import type { Command } from '@/api/ecs/commands';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { Id } from '@/ui/Id';
import { toast } from '@/ui/toasts';
import { deleteLine } from './command-cli';
import { type DeleteOutcome, deleteCommands } from './delete-commands';
import { useDeleteCommand, useRereadCommands } from './queries';
import { ScheduledNote } from './ScheduledNote';

export interface DeleteCommandsDialogProps {
  region: string;
  /** At least one. */
  commands: readonly Command[];
  /** Called with the IDs that no longer exist, however many of them this dialog deleted. */
  onClose(deleted: ReadonlySet<string>): void;
}

/** Deletes one or several commands (manual 1.2.4): names them first, says afterwards which remain and why. */
export function DeleteCommandsDialog({ region, commands, onClose }: DeleteCommandsDialogProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, DeleteOutcome>>(new Map());
  const [running, setRunning] = useState<{ done: number; total: number } | null>(null);
  const deleteOne = useDeleteCommand(region);
  const reread = useRereadCommands(region);

  const remaining = commands.filter(({ CommandId }) => isThere(outcomes.get(CommandId)));
  const failed = remaining.filter(({ CommandId }) => outcomes.has(CommandId));
  const gone = new Set([...outcomes].filter(([, outcome]) => !isThere(outcome)).map(([id]) => id));
  const count = remaining.length;
  const name = remaining[0]?.Name ?? '';
  const words = { count, number: format.number(count), name };

  const run = async () => {
    const ids = remaining.map(({ CommandId }) => CommandId);
    setRunning({ done: 0, total: ids.length });
    const fresh = await deleteCommands(ids, deleteOne, (done) => setRunning({ done, total: ids.length }));
    setRunning(null);
    reread();
    const all = new Map([...outcomes, ...fresh]);
    if ([...fresh.values()].some((outcome) => outcome.kind === 'failed')) setOutcomes(all);
    else finish(all);
  };
  const finish = (all: ReadonlyMap<string, DeleteOutcome>) => {
    announce(all);
    onClose(new Set(all.keys()));
  };
  const announce = (all: ReadonlyMap<string, DeleteOutcome>) => {
    const ofKind = (kind: DeleteOutcome['kind']) =>
      commands.filter((c) => all.get(c.CommandId)?.kind === kind);
    const deleted = ofKind('deleted');
    const already = ofKind('gone');
    const figures = (list: readonly Command[]) => ({
      count: list.length,
      number: format.number(list.length),
      name: list[0]?.Name ?? '',
    });
    const body =
      already.length > 0 && deleted.length > 0 ? t('delete.goneNote', figures(already)) : undefined;
    toast(
      deleted.length > 0
        ? { tone: 'ok', title: t('delete.done', figures(deleted)), body }
        : { tone: 'info', title: t('delete.alreadyGone', figures(already)) },
    );
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={() => {
        if (running === null) onClose(gone);
      }}
      width={520}
      title={failed.length > 0 ? failedTitle() : t('delete.title', words)}
      confirmLabel={failed.length > 0 ? retryLabel() : t('delete.confirm', words)}
      cancelLabel={failed.length > 0 ? t('delete.close') : t('delete.keep')}
      busy={running ? t('delete.deleting', { done: running.done, total: running.total }) : false}
      onConfirm={() => void run()}
    >
      {failed.length === 0 ? <p>{t('delete.body', words)}</p> : <GoneNote outcomes={outcomes} />}
      <ul
        aria-label={failed.length > 0 ? t('delete.remaining') : t('delete.list')}
        className="flex max-h-60 flex-col gap-1 overflow-auto rounded-md bg-panel px-3 py-2"
      >
        {remaining.map((command) => (
          <Item key={command.CommandId} command={command} outcome={outcomes.get(command.CommandId)} />
        ))}
      </ul>
      {failed.length === 0 ? <ScheduledNote region={region} commands={commands} /> : null}
      {failed.length === 0 ? (
        <CliLine
          label={t('delete.cli', words)}
          line={remaining.map(({ CommandId }) => deleteLine(region, CommandId)).join('\n')}
        />
      ) : null}
    </ConfirmDialog>
  );

  function failedTitle(): string {
    return commands.length === 1
      ? t('delete.failedTitleSingle', { name })
      : t('delete.failedTitle', { ...words, total: format.number(commands.length) });
  }
  function retryLabel(): string {
    return commands.length === 1 ? t('delete.retrySingle') : t('delete.retry', words);
  }
}

function isThere(outcome: DeleteOutcome | undefined): boolean {
  return outcome === undefined || outcome.kind === 'failed';
}

/** One command of the list, with the reason it could not be deleted. */
function Item({ command, outcome }: { command: Command; outcome: DeleteOutcome | undefined }) {
  const { t } = useTranslation('errors');
  const error = outcome?.kind === 'failed' ? describeError(outcome.error, t) : null;
  return (
    <li className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3 pr-6">
        <b className="min-w-0 truncate" title={command.Name}>
          {command.Name}
        </b>
        <Id value={command.CommandId} />
      </span>
      {error ? <ErrorNote error={error} /> : null}
    </li>
  );
}

/** After a partial failure: how many of the others had been deleted by someone else. */
function GoneNote({ outcomes }: { outcomes: ReadonlyMap<string, DeleteOutcome> }) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const count = [...outcomes.values()].filter(({ kind }) => kind === 'gone').length;
  return count === 0 ? null : <p>{t('delete.goneNote', { count, number: format.number(count) })}</p>;
}
