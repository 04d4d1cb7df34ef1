import { useTranslation } from '@/i18n/use-translation';
import type { ExecutionOutcome, ItemOutcome } from '@/domain/engine-status';
import { useFormat } from '@/i18n/format';
import { Status } from '@/ui/Status';
import { EXECUTION_LOOK, ITEM_LOOK } from './engine-look';

/** Icon and word of a whole execution; a status the console does not know is shown as it came. */
export function ExecutionStatus({ outcome, status }: { outcome: ExecutionOutcome; status: string }) {
  const { t } = useTranslation('engine');
  return (
    <Status {...EXECUTION_LOOK[outcome]}>
      {outcome === 'unknown' && status !== '' ? status : t(`outcome.${outcome}`)}
    </Status>
  );
}

/** Icon and word of one item. */
export function ItemStatus({ outcome, status }: { outcome: ItemOutcome; status: string }) {
  const { t } = useTranslation('engine');
  return (
    <Status {...ITEM_LOOK[outcome]}>
      {outcome === 'unknown' && status !== '' ? status : t(`item.${outcome}`)}
    </Status>
  );
}

/** How long it took; times on the wire have whole seconds. */
export function Took({ startedAt, endedAt }: { startedAt: number | null; endedAt: number | null }) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  if (startedAt === null || endedAt === null) return <span className="text-text-subtle">{t('none')}</span>;
  const ms = endedAt - startedAt;
  return <span className="text-text-muted">{ms < 1000 ? t('brief') : format.duration(ms)}</span>;
}
