import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/errors';
import type { Invocation } from '@/api/ecs/invocations';
import { useFormat } from '@/i18n/format';
import { IconButton } from '@/ui/IconButton';
import { MenuButton } from '@/ui/MenuButton';
import { Spinner } from '@/ui/Spinner';
import { toast } from '@/ui/toasts';
import type { Outputs } from '../compare/use-outputs';
import type { InstanceRun } from '../run-progress';
import { EXPORT_FORMATS, exportFile, exportFileName, type ExportFormat } from './export-file';
import { saveFile } from '@/ui/save-file';

export interface ExportButtonProps {
  invocation: Invocation;
  runs: readonly InstanceRun[];
  outputs: Outputs;
  nameOf(instanceId: string): string;
}

/** Rejects when the signal says so. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Saves every instance of the run as a file, whatever the table shows; reads what has not been read yet. */
export function ExportButton({ invocation, runs, outputs, nameOf }: ExportButtonProps) {
  const { t } = useTranslation('invocations');
  const { number } = useFormat();
  const [written, setWritten] = useState<number | null>(null);
  const ending = useRef<AbortController>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const save = async (format: ExportFormat) => {
    const { signal } = (ending.current = new AbortController());
    setWritten(0);
    try {
      const results = await Promise.race([outputs.load(), rejectedBy(signal)]);
      const sources = runs.map((run) => ({
        run,
        name: nameOf(run.instanceId),
        row: results.get(run.instanceId)?.row ?? null,
      }));
      const file = await exportFile(format, invocation, sources, { signal, onProgress: setWritten });
      const name = exportFileName(invocation.InvokeId, format);
      saveFile(file, name);
      toast({ tone: 'ok', title: t('export.done', { count: runs.length, name }) });
    } catch (error) {
      if (!signal.aborted) {
        const code = error instanceof ApiError ? error.code : String(error);
        toast({ tone: 'danger', title: t('export.failed'), body: code });
      }
    } finally {
      setWritten(null);
    }
  };

  if (written === null) {
    return (
      <MenuButton
        label={t('export.label')}
        trigger={t('export.action')}
        entries={EXPORT_FORMATS.map((format) => ({
          label: t(`export.${format}`),
          onSelect: () => void save(format),
        }))}
      />
    );
  }
  const { progress } = outputs;
  return (
    <span className="inline-flex h-8 items-center gap-1.5 text-text-muted" role="status">
      <Spinner />
      {progress
        ? t('compare.reading', { read: number(progress.read), total: number(progress.total) })
        : t('export.writing', { written: number(written), total: number(runs.length) })}
      <IconButton size="sm" icon={X} label={t('export.cancel')} onClick={() => ending.current?.abort()} />
    </span>
  );
}
