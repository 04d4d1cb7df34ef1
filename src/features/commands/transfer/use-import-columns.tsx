import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { describeError } from '@/api/use-error-text';
import { isCommandType } from '@/domain/command-type';
import { TypeBadge } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { Status } from '@/ui/Status';
import type { ImportRow } from './import-rows';
import { useFileWords } from './use-file-words';

/** What a row is, how it stands to what is there, and what becomes of it. */
export function useImportColumns(): readonly Column<ImportRow>[] {
  const { t } = useTranslation('commands');
  const { t: inErrors } = useTranslation('errors');
  const format = useFormat();
  const words = useFileWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        width: 220,
        cell: ({ name, entry }) => (
          <span className="font-semibold" title={name}>
            {name || t('import.nameless', { number: entry.index + 1 })}
          </span>
        ),
      },
      {
        id: 'type',
        header: t('column.type'),
        width: 104,
        cell: ({ entry }) =>
          entry.ok && isCommandType(entry.command.type) ? <TypeBadge type={entry.command.type} /> : '–',
      },
      {
        id: 'description',
        header: t('column.description'),
        width: 180,
        hideBelow: 1100,
        cell: ({ entry }) => (
          <span className="text-text-muted" title={entry.ok ? entry.command.description : undefined}>
            {(entry.ok && entry.command.description) || '–'}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('import.column.state'),
        cell: ({ entry, state }) => {
          if (entry.ok) return <State state={state} />;
          const why = format.sentences(...entry.problems.map((problem) => words.entry(problem)));
          return (
            <span title={why}>
              <Status tone="danger" icon="failed" coloured>
                {why}
              </Status>
            </span>
          );
        },
      },
      {
        id: 'becomes',
        header: t('import.column.becomes'),
        cell: ({ newName, outcome, name }) => {
          if (outcome?.kind === 'created') {
            return (
              <Status tone="ok" icon="success">
                {t('import.created', { name: newName ?? name })}
              </Status>
            );
          }
          if (outcome?.kind === 'failed') {
            const error = describeError(outcome.error, inErrors);
            const why = [error.title, error.code, error.requestId && `RequestId ${error.requestId}`];
            const text = why.filter(Boolean).join(' · ');
            return (
              <span title={format.sentences(text, error.advice)}>
                <Status tone="danger" icon="failed" coloured>
                  {text}
                </Status>
              </span>
            );
          }
          if (outcome?.kind === 'untried') {
            return (
              <Status tone="neutral" icon="stopped">
                {t('import.untried')}
              </Status>
            );
          }
          if (newName === null) return <span className="text-text-muted">{t('import.skipped')}</span>;
          return (
            <span title={newName}>
              {t(newName === name ? 'import.as' : 'import.renamed', { name: newName })}
            </span>
          );
        },
      },
    ],
    [format, inErrors, t, words],
  );
}

const LOOK = {
  new: { tone: 'ok', icon: 'success' },
  sameName: { tone: 'warn', icon: 'warning' },
  identical: { tone: 'neutral', icon: 'cancelled' },
  invalid: { tone: 'danger', icon: 'failed' },
} as const;

function State({ state }: { state: ImportRow['state'] }) {
  const { t } = useTranslation('commands');
  return (
    <Status tone={LOOK[state].tone} icon={LOOK[state].icon}>
      {t(`import.state.${state}`)}
    </Status>
  );
}
