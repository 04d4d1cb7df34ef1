import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Note } from '@/ui/Note';
import { RUN_LIMITS } from '../run-request';

/** Nothing was sent, because the browser keeps nothing. */
export function UnkeptNote() {
  const { t } = useTranslation(['batches', 'run']);
  const format = useFormat();
  return (
    <Note tone="danger" role="alert" title={t('run:failed.checked')} className="mx-6 mt-2 flex-none">
      {t('unkept', { limit: format.number(RUN_LIMITS.instancesPerCall) })}
    </Note>
  );
}
