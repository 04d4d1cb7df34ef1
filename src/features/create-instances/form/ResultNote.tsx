import { useTranslation } from '@/i18n/use-translation';
import { ApiError } from '@/api/errors';
import { describeError, useErrorText } from '@/api/use-error-text';
import type { CreationDraft } from '@/domain/instance-creation';
import { useFormat } from '@/i18n/format';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import { refusalOf } from '../refusals';
import type { CreateState } from './use-create';

/** What became of the last try, right above the buttons. Everything typed is still there; what is typed since was not checked. */
export function ResultNote({ state, draft }: { state: CreateState; draft: CreationDraft }) {
  const { t } = useTranslation('createInstances');
  if (state.phase === 'checked') {
    return state.draft !== draft ? null : (
      <Note tone="ok" role="status" title={t('result.checkedTitle')} className="mx-6 mt-2 flex-none">
        {t('result.checked')}
      </Note>
    );
  }
  return state.phase === 'failed' ? <Failure how={state.how} error={state.error} /> : null;
}

function Failure({ how, error }: Pick<Extract<CreateState, { phase: 'failed' }>, 'how' | 'error'>) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const words = useRefusalWords();
  const { title, code, requestId, message } = useErrorText(error);
  const advice = words(error);
  return (
    <Note
      tone={how === 'unanswered' ? 'warn' : 'danger'}
      role="alert"
      title={t(how === 'checked' ? 'result.checkedRefused' : `result.${how}`)}
      className="mx-6 mt-2 flex-none"
    >
      {how === 'unanswered' ? format.sentences(title, t('result.unansweredBody')) : advice}
      {message && how !== 'unanswered' ? <span className="block text-text-muted">{message}</span> : null}
      <ErrorFigures code={code} requestId={requestId} message={message} />
    </Note>
  );
}

/** What to do about a refusal: in the words of this form if it knows the code, else in the general ones. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useTranslation('createInstances');
  const { t: inErrors } = useTranslation('errors');
  const format = useFormat();
  return (error) => {
    const { advice } = refusalOf(error instanceof ApiError ? error.code : '');
    if (advice !== null) return t(`refusal.${advice}`);
    const general = describeError(error, inErrors);
    return format.sentences(general.title, general.advice);
  };
}
