import i18next from 'i18next';
import type { CallEntry } from '@/api/rpc';
import { recordPaths } from '@/features/invocations';
import { toast } from '@/ui/toasts';

/** Says that a write whose answer was lost had taken effect: nothing was sent twice. */
export function tellWhatWasFound({ params, response }: CallEntry): void {
  const { InvokeId: run } = (response ?? {}) as { InvokeId?: unknown };
  const region = String(params['RegionId']);
  const isRun = typeof run === 'string';
  toast({
    tone: 'warn',
    title: i18next.t(isRun ? 'found.run' : 'found.command', { ns: 'connect' }),
    body: i18next.t('found.body', { ns: 'connect' }),
    timeoutMs: 0,
    ...(isRun
      ? {
          link: {
            to: recordPaths(region).record(run),
            label: i18next.t('found.open', { ns: 'connect' }),
          },
        }
      : {}),
  });
}
