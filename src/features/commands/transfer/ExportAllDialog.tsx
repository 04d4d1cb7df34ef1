import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { readEveryCommand } from './every-command';
import { ProgressLine } from './ProgressLine';
import { useExport } from './use-export';

export interface ExportAllDialogProps {
  region: string;
  onClose(): void;
}

/** Reads every command of the region, page by page, and saves them as one file. Closing it stops the reading. */
export default function ExportAllDialog({ region, onClose }: ExportAllDialogProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const api = useApi();
  const save = useExport(region);
  const [progress, setProgress] = useState({ read: 0, total: 0 });
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const error = useErrorText(failure);

  const finish = useEffectEvent(async (commands: Awaited<ReturnType<typeof readEveryCommand>>) => {
    await save(commands);
    onClose();
  });
  useEffect(() => {
    const giveUp = new AbortController();
    const onProgress = (read: number, total: number) => {
      if (!giveUp.signal.aborted) setProgress({ read, total });
    };
    readEveryCommand(api, region, { signal: giveUp.signal, onProgress })
      .then((commands) => (giveUp.signal.aborted ? undefined : finish(commands)))
      .catch((cause: unknown) => {
        if (!giveUp.signal.aborted) setFailure(cause);
      });
    return () => giveUp.abort();
  }, [api, region, attempt]);

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('export.title')}
      footer={
        <Button variant="quiet" onClick={onClose}>
          {t('export.cancel')}
        </Button>
      }
    >
      {failure === null ? (
        <>
          <p role="status">
            {progress.total === 0
              ? t('export.reading')
              : t('export.progress', {
                  read: format.number(progress.read),
                  total: format.number(progress.total),
                })}
          </p>
          {progress.total > 0 ? (
            <ProgressLine label={t('export.read')} done={progress.read} total={progress.total} />
          ) : null}
          <p className="text-text-muted">{t('export.secrets')}</p>
        </>
      ) : (
        <ErrorState
          title={t('export.failed')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          onRetry={() => {
            setFailure(null);
            setProgress({ read: 0, total: 0 });
            setAttempt(attempt + 1);
          }}
        />
      )}
    </Dialog>
  );
}
