import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { ApiError } from '@/api/errors';
import { useFormat } from '@/i18n/format';
import { IconButton } from '@/ui/IconButton';
import { MenuButton } from '@/ui/MenuButton';
import { Spinner } from '@/ui/Spinner';
import { toast } from '@/ui/toasts';
import { saveFile } from '@/ui/save-file';
import { EXPORT_FORMATS, exportFile, exportFileName, type ExportFormat, type RowMaker } from './export-file';

export interface ExportButtonProps {
  /** Of the file, without its ending. */
  name: string;
  /** Reads what has not been read yet. Its answer is dropped when the signal aborts. */
  load(signal: AbortSignal): Promise<readonly RowMaker[]>;
  /** How far the reading is; null while nothing is read. */
  reading: { read: number; total: number } | null;
}

/** Rejects when the signal says so. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Saves every result as a file, whatever the page shows; reads what has not been read yet. */
export function ExportButton({ name, load, reading }: ExportButtonProps) {
  const { t } = useTranslation('invocations');
  const { number } = useFormat();
  const [work, setWork] = useState<{ written: number; total: number | null } | null>(null);
  const ending = useRef<AbortController>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const save = async (format: ExportFormat) => {
    const { signal } = (ending.current = new AbortController());
    setWork({ written: 0, total: null });
    try {
      const makers = await Promise.race([load(signal), rejectedBy(signal)]);
      const total = makers.length;
      const file = await exportFile(format, makers, {
        signal,
        onProgress: (written) => setWork({ written, total }),
      });
      const fileName = exportFileName(name, format);
      saveFile(file, fileName);
      toast({ tone: 'ok', title: t('export.done', { count: total, name: fileName }) });
    } catch (error) {
      if (!signal.aborted) {
        const code = error instanceof ApiError ? error.code : String(error);
        toast({ tone: 'danger', title: t('export.failed'), body: code });
      }
    } finally {
      setWork(null);
    }
  };

  if (work === null) {
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
  const { written, total } = work;
  return (
    <span className="inline-flex h-8 items-center gap-1.5 text-text-muted" role="status">
      <Spinner />
      {total !== null
        ? t('export.writing', { written: number(written), total: number(total) })
        : reading
          ? t('compare.reading', { read: number(reading.read), total: number(reading.total) })
          : t('export.reading')}
      <IconButton size="sm" icon={X} label={t('export.cancel')} onClick={() => ending.current?.abort()} />
    </span>
  );
}
