import { useTranslation } from '@/i18n/use-translation';
import type { Command } from '@/api/ecs/commands';
import { useFormat } from '@/i18n/format';
import { toast } from '@/ui/toasts';

/** Exports commands to a file and says so; what writes the file is loaded when it is needed. */
export function useExport(region: string): (commands: readonly Command[]) => Promise<void> {
  const { t } = useTranslation('commands');
  const format = useFormat();
  return async (commands) => {
    const { saveCommands } = await import('./save-commands');
    const { name, count, tooLarge } = saveCommands(commands, region);
    toast({
      tone: tooLarge ? 'warn' : 'ok',
      title: t('export.done', { count, number: format.number(count) }),
      body: t(tooLarge ? 'export.tooLarge' : 'export.doneBody', { name }),
    });
  };
}
