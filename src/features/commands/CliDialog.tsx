import { useTranslation } from '@/i18n/use-translation';
import type { Command } from '@/api/ecs/commands';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { describeLine, invokeLine } from './command-cli';

export interface CommandCliProps {
  region: string;
  command: Command;
}

/** A command as calls of the aliyun command line. */
export function CommandCli({ region, command }: CommandCliProps) {
  const { t } = useTranslation('commands');
  const lines = [
    { label: t('cli.invoke'), line: invokeLine(region, command) },
    { label: t('cli.describe'), line: describeLine(region, command.CommandId) },
  ];
  return (
    <div className="flex flex-col gap-3">
      {lines.map(({ label, line }) => (
        <div key={label} className="flex flex-col gap-1">
          <span className="text-xs text-text-muted">{label}</span>
          <CliLine line={line} label={label} />
        </div>
      ))}
    </div>
  );
}

export interface CliDialogProps extends CommandCliProps {
  onClose(): void;
}

export function CliDialog({ region, command, onClose }: CliDialogProps) {
  const { t } = useTranslation('commands');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('cli.title', { name: command.Name })}
      width={620}
      footer={<Button onClick={onClose}>{t('cli.close')}</Button>}
    >
      <p>{t('cli.body')}</p>
      <CommandCli region={region} command={command} />
    </Dialog>
  );
}
