import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { defaultWorkingDir } from '@/domain/command-type';
import { scanParameters } from '@/domain/parameters';
import { TypeBadge } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CodeBlock } from '@/ui/CodeBlock';
import { Dialog } from '@/ui/Dialog';
import type { Runnable } from './runnable';

export interface ContentDialogProps {
  command: Runnable;
  onClose(): void;
}

/** The command as it was saved (manual 1.2.2, step a). */
export function ContentDialog({ command, onClose }: ContentDialogProps) {
  const { t } = useTranslation('run');
  const format = useFormat();
  const { content, enableParameter, type, workingDir, timeoutSeconds } = command;
  const marks = useMemo(
    () => (enableParameter ? scanParameters(content).uses : []),
    [content, enableParameter],
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('content.title', { name: command.name })}
      width={720}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-text-muted">
        <TypeBadge type={type} />
        <span>
          {t('content.workingDir')}{' '}
          <span className="code text-text">{workingDir || defaultWorkingDir(type)}</span>
        </span>
        <span>
          {t('content.timeout')} <span className="text-text">{format.duration(timeoutSeconds * 1000)}</span>
        </span>
      </p>
      <CodeBlock code={content} label={t('content.script')} marks={marks} className="max-h-[56vh]" />
    </Dialog>
  );
}
