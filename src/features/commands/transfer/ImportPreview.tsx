import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { type CreateCommandRequest, createCommandParams } from '@/api/ecs/commands';
import { useCommandQuota } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLines } from '@/ui/CliLines';
import { DataTable } from '@/ui/DataTable';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/Note';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toasts';
import { FORM_LIMITS } from '../command-form';
import { FileButton } from './FileChooser';
import { requestOfEntry } from './file-command';
import type { ImportOutcome } from './import-commands';
import { importRows, type ImportRow } from './import-rows';
import { ProgressLine } from './ProgressLine';
import type { ComparedFile } from './use-chosen-file';
import { useImport } from './use-import';
import { useImportColumns } from './use-import-columns';

export interface ImportPreviewProps {
  region: string;
  file: ComparedFile;
  /** Places in the file, as texts. */
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
  /** Another file is to be looked at. */
  onFile(file: File): void;
  onClose(): void;
}

const keyOf = ({ entry }: ImportRow) => String(entry.index);

/** What a file holds, what each command would meet, and what came of it. */
export function ImportPreview({ region, file, chosen, onChoose, onFile, onClose }: ImportPreviewProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const columns = useImportColumns();
  const quota = useCommandQuota(region);
  const tell = (outcomes: ReadonlyMap<number, ImportOutcome>) => {
    const created = countOf(outcomes, 'created');
    toast({
      tone: created === outcomes.size ? 'ok' : 'warn',
      title: t('import.left', {
        count: created,
        number: format.number(created),
        total: format.number(outcomes.size),
      }),
    });
  };
  const { outcomes, running, stopping, start, stop, reset } = useImport(region, tell);
  const guard = useLeaveGuard(running !== null);

  const rows = useMemo(
    () => importRows(file.entries, file.states, file.saved, chosen, outcomes, FORM_LIMITS.nameLength),
    [chosen, file, outcomes],
  );
  const open = useMemo(
    () => rows.filter(({ newName, outcome }) => newName !== null && outcome?.kind !== 'created'),
    [rows],
  );
  const requests = useMemo(() => requestsOf(region, open), [open, region]);
  const calls = useMemo(
    () =>
      [...requests.values()].map((request) => toCli('ecs', 'CreateCommand', createCommandParams(request))),
    [requests],
  );
  const ended = running === null && outcomes.size > 0;
  const created = countOf(outcomes, 'created');
  const failed = countOf(outcomes, 'failed');
  const room = quota.used === null || quota.limit === null ? null : Math.max(0, quota.limit - quota.used);
  const over = room === null || running ? 0 : Math.max(0, open.length - room);
  const figures = (count: number) => ({ count, number: format.number(count) });

  const blocked =
    open.length === 0
      ? t('import.noneChosen')
      : over > 0
        ? t('import.quota', { ...figures(over), room: format.number(room ?? 0) })
        : undefined;
  const done = ended && open.length === 0;

  return (
    <>
      <Sheet
        open
        onOpenChange={() => guard.guard(onClose)}
        title={headline()}
        rest={
          outcomes.size > 0
            ? undefined
            : t('import.news', figures(file.states.filter((s) => s === 'new').length))
        }
        maxWidth={1180}
        headerActions={
          running ? null : (
            <FileButton
              another
              busy={false}
              onFile={(next) => {
                reset();
                onFile(next);
              }}
            />
          )
        }
        footer={
          <>
            <p className="min-w-0 flex-1 text-text-muted">
              {outcomes.size === 0 ? t('import.choice') : null}
            </p>
            {running ? (
              <Button disabledReason={stopping ? t('import.stopping') : undefined} onClick={stop}>
                {t('import.stop')}
              </Button>
            ) : (
              <Button variant={done ? 'primary' : 'quiet'} onClick={onClose}>
                {ended ? t('import.close') : t('import.cancel')}
              </Button>
            )}
            {done ? null : (
              <Button
                variant="primary"
                icon={Download}
                writes
                busy={running ? t('import.importing') : false}
                disabledReason={blocked}
                onClick={() => void start(requests)}
              >
                {t(ended ? 'import.retry' : 'import.run', figures(open.length))}
              </Button>
            )}
          </>
        }
      >
        <div className="flex min-h-0 flex-1 flex-col gap-2 px-6">
          {running ? (
            <ProgressLine label={t('import.importing')} done={running.done} total={running.total} />
          ) : null}
          <div role="status">
            {ended ? <span className="sr-only">{resultTitle()}</span> : null}
            {ended && open.length > 0 ? <Note tone="danger">{t('import.partBody')}</Note> : null}
            {over > 0 ? (
              <Note tone="danger" title={blocked}>
                {t('import.quotaBody')}
              </Note>
            ) : null}
          </div>
          <DataTable<ImportRow>
            label={t('import.table')}
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            rowLabel={({ name }) => name}
            state="ready"
            selection={
              outcomes.size > 0 || running
                ? undefined
                : {
                    selected: chosen,
                    onChange: onChoose,
                    disabledReason: ({ entry }) => (entry.ok ? null : t('import.state.invalid')),
                    labelFor: ({ name, entry }) => name || t('import.nameless', { number: entry.index + 1 }),
                  }
            }
          />
          {running ? null : <CliLines label={t('form.cli')} lines={calls} className="flex-none" />}
        </div>
      </Sheet>
      <LeaveDialog
        guard={guard}
        title={t('import.leaveTitle')}
        stayLabel={t('import.stay')}
        discardLabel={t('import.stopAndLeave')}
      >
        {t('import.leaveBody')}
      </LeaveDialog>
    </>
  );

  function headline(): string {
    if (running) {
      return t('import.progress', { done: format.number(running.done), total: format.number(running.total) });
    }
    return ended ? resultTitle() : t('import.holds', { ...figures(rows.length), name: file.fileName });
  }
  function resultTitle(): string {
    if (open.length === 0) return t('import.done', figures(created));
    return t('import.part', {
      created: format.number(created),
      total: format.number(outcomes.size),
      ...figures(failed),
    });
  }
}

/** What creates the commands of these rows, by their places in the file. */
function requestsOf(region: string, rows: readonly ImportRow[]): Map<number, CreateCommandRequest> {
  return new Map(
    rows.flatMap(({ entry, newName }) =>
      entry.ok && newName !== null ? [[entry.index, requestOfEntry(region, entry, newName)] as const] : [],
    ),
  );
}

function countOf(outcomes: ReadonlyMap<number, ImportOutcome>, kind: ImportOutcome['kind']): number {
  return [...outcomes.values()].filter((outcome) => outcome.kind === kind).length;
}
