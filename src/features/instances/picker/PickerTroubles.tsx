import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import type { usePickerRows } from './use-picker-rows';

/** A change of the selection that was refused, because it would have made `count` instances. */
export function PickRefused({ count, maximum }: { count: number; maximum: number }) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  return (
    <Note tone="danger" role="alert" className="mt-1.5 flex-none">
      {t('picker.refused', { count, number: format.number(count), maximum: format.number(maximum) })}
    </Note>
  );
}

export type PickerQueries = Pick<ReturnType<typeof usePickerRows>, 'list' | 'agents'>;

/** The page shown is old, or nothing is known about its agents. */
export function PickerTroubles({ list, agents }: PickerQueries) {
  const { t } = useTranslation(['instances', 'ui']);
  const stale = list.isError && list.data !== undefined;
  const query = stale ? list : agents;
  const error = useErrorText(query.error);
  if (!stale && !(agents.isError && agents.data === undefined)) return null;
  return (
    <Note
      tone="warn"
      role="status"
      className="mb-1 flex-none"
      title={stale ? t('list.stale', { title: error.title }) : t('picker.agentsFailed')}
      action={
        <Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('ui:action.retry')}
        </Button>
      }
    >
      {stale ? error.advice : t('picker.agentsFailedBody')}
    </Note>
  );
}
