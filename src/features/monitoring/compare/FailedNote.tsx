import { RotateCw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import type { FailedInstance } from './use-comparison';

/** One of the instances compared could not be read; the others are drawn. */
export function FailedNote({ failed }: { failed: FailedInstance }) {
  const { t } = useTranslation(['monitoring', 'ui']);
  const format = useFormat();
  const error = useErrorText(failed.error);
  return (
    <Note
      tone="warn"
      role="status"
      className="mb-2"
      title={t('chart.failed', { title: failed.name })}
      action={
        <Button size="sm" icon={RotateCw} onClick={failed.retry}>
          {t('ui:action.retry')}
        </Button>
      }
    >
      {format.sentences(error.title, error.advice)}{' '}
      {error.code ? <span className="code">{error.code}</span> : null}
    </Note>
  );
}
