import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Note } from '@/ui/Note';
import type { ConnectFailed } from './use-connecting';

/** Why the account did not open, and what to do: by the code of the cloud's own answer. */
export function ConnectFailure({ failure }: { failure: ConnectFailed }) {
  const { t } = useTranslation('connect');
  const format = useFormat();
  const told = useErrorText(failure.error);
  if (failure.blocked) {
    return (
      <Note tone="danger" role="alert" title={t('failed.blockedTitle')}>
        <p>{t('failed.blocked')}</p>
      </Note>
    );
  }
  const { title, advice, code, requestId, recommend } = told;
  return (
    <Note tone="danger" role="alert" title={title}>
      <p>{advice}</p>
      {code ? (
        <p className="mt-1 text-text-muted">
          <span className="code">{code}</span>
          {requestId ? (
            <>
              {format.comma}RequestId <span className="code select-all">{requestId}</span>
            </>
          ) : null}
          {recommend ? (
            <>
              {format.comma}
              <a href={recommend} target="_blank" rel="noreferrer">
                {t('failed.recommend')}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
    </Note>
  );
}
