import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import type { AgentWalk } from './use-agent-walk';

/** How far the search by agent has come, with the way to stop it and to go on. Nothing once it is done. */
export function WalkNote({ search }: { search: AgentWalk }) {
  const { t } = useTranslation(['instances', 'ui']);
  const format = useFormat();
  const error = useErrorText(search.error);
  const { looked, total, found, done } = search.walk;
  const figures = { looked: format.number(looked), total: total === null ? '' : format.number(total) };
  if (search.walking) {
    return (
      <Note
        tone="info"
        className="mb-2 flex-none"
        title={
          total === null
            ? t('walk.starting')
            : t('walk.looking', figures) +
              t('walk.found', { count: found.length, number: format.number(found.length) })
        }
        action={
          <Button size="sm" onClick={search.stop}>
            {t('walk.stop')}
          </Button>
        }
      >
        {t('walk.why')}
        <div
          role="progressbar"
          aria-label={t('walk.starting')}
          aria-valuemin={0}
          aria-valuemax={total ?? undefined}
          aria-valuenow={total === null ? undefined : looked}
          className="mt-1.5 h-1 overflow-hidden rounded-[2px] bg-neutral-subtle forced-colors:border"
        >
          <span
            className="block h-full bg-text forced-colors:bg-[Highlight]"
            style={{ width: `${total ? (looked / total) * 100 : 0}%` }}
          />
        </div>
      </Note>
    );
  }
  if (done || total === null) return null;
  return (
    <Note
      tone={search.error ? 'warn' : 'neutral'}
      role="status"
      className="mb-2 flex-none"
      title={t(search.error ? 'walk.failed' : 'walk.stopped', figures)}
      action={
        <Button size="sm" onClick={search.goOn}>
          {t(search.error ? 'ui:action.retry' : 'walk.goOn')}
        </Button>
      }
    >
      {search.error ? (
        <>
          {format.sentences(error.title, error.advice)}
          <ErrorFigures code={error.code} requestId={error.requestId} message={error.message} />
        </>
      ) : null}
    </Note>
  );
}
