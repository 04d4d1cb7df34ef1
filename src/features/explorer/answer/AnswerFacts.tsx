import { useErrorText } from '@/api/use-error-text';
import type { CallEntry } from '@/api/rpc';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { Note } from '@/ui/Note';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';

/** How a call went: outcome, HTTP status, when, how long, how large, how often, and of a failure what to do. */
export function AnswerFacts({ call }: { call: CallEntry }) {
  const { t } = useTranslation('explorer');
  const format = useFormat();
  return (
    <>
      <div className="text-text-muted">
        <Facts>
          {call.ok ? (
            <Status tone="ok" icon="success">
              {call.found ? t('answer.found') : t('answer.ok')}
            </Status>
          ) : (
            <Status tone="danger" icon="failed">
              <span className="code">{call.code}</span>
            </Status>
          )}
          {call.httpStatus === undefined ? null : <span>HTTP {call.httpStatus}</span>}
          <span>{format.duration(call.durationMs)}</span>
          {call.size === undefined ? null : <span>{format.bytes(call.size)}</span>}
          <span>{t('answer.attempts', { count: call.attempts })}</span>
          <Time at={call.startedAt} form="clock" />
        </Facts>
      </div>
      {call.requestId ? (
        <div className="flex items-center gap-2">
          <span className="text-text-subtle">RequestId</span>
          <Id value={call.requestId} />
        </div>
      ) : null}
      {call.error ? <Failure error={call.error} /> : null}
    </>
  );
}

function Failure({ error }: { error: NonNullable<CallEntry['error']> }) {
  const { t } = useTranslation('ui');
  const { title, advice, recommend } = useErrorText(error);
  return (
    <Note tone="danger" title={title}>
      {advice}{' '}
      {recommend ? (
        <a href={recommend} target="_blank" rel="noreferrer" className="inline-link">
          {t('error.vendorPage')}
        </a>
      ) : null}
    </Note>
  );
}
