import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import type { SendState } from './use-send';

export interface SendNoteProps {
  failure: Extract<SendState, { phase: 'failed' }>;
  /** The command's execution records: where a run without an answer would show. */
  records: string;
}

/** Why the run was not sent, or what is known of it, right above the button. Everything chosen is still there. */
export function SendNote({ failure: { how, error }, records }: SendNoteProps) {
  const { t } = useTranslation('run');
  const format = useFormat();
  const { title, advice, code, requestId, message } = useErrorText(error);
  return (
    <Note
      tone={how === 'unanswered' ? 'warn' : 'danger'}
      role="alert"
      title={t(`failed.${how}`)}
      className="mx-6 mt-2 flex-none"
    >
      <span className="block">
        {t('failed.why', { title, advice: how === 'unanswered' ? t('failed.unansweredBody') : advice })}
        {how === 'unanswered' ? (
          <>
            {format.gap}
            <Link to={records} className="inline-link">
              {t('failed.toRecords')}
            </Link>
          </>
        ) : null}
      </span>
      <ErrorFigures code={code} requestId={requestId} message={message} />
    </Note>
  );
}
