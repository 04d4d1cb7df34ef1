import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Note } from '@/ui/Note';
import type { PasteResult } from './PasteDialog';
import type { PickFor } from './verdict';
import { useVerdictWords } from './verdict-words';

export interface PasteReportProps {
  result: PasteResult;
  type: PickFor;
  maximum: number;
}

/** How much of a pasted list was added, and every entry that was not, with the reason. */
export function PasteReport({ result, type, maximum }: PasteReportProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const wordsOf = useVerdictWords(type);
  const figure = (list: readonly unknown[]) => ({ count: list.length, number: format.number(list.length) });
  const { added, already, cannot, surplus, unknown, ambiguous, unreadable } = result;
  const groups = [
    {
      title: t('paste.cannot', figure(cannot)),
      entries: cannot.map((row) => t('paste.entry', { name: row.picked.name, reason: wordsOf(row).short })),
    },
    {
      title: t('paste.surplus', { ...figure(surplus), limit: format.number(maximum) }),
      entries: surplus.map(({ name }) => name),
    },
    { title: t('paste.unknown', figure(unknown)), entries: unknown },
    {
      title: t('paste.ambiguous', figure(ambiguous)),
      entries: ambiguous.map(({ ip, names }) => t('paste.entry', { name: ip, reason: format.list(names) })),
    },
    { title: t('paste.unreadable', figure(unreadable)), entries: unreadable },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <Note
      tone={added.length > 0 ? 'warn' : 'danger'}
      role="alert"
      title={
        t('paste.added', figure(added)) +
        (already.length > 0 ? ` ${t('paste.already', figure(already))}` : '')
      }
    >
      <dl className="mt-1 flex max-h-56 flex-col gap-1.5 overflow-auto">
        {groups.map(({ title, entries }) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            {entries.map((entry) => (
              <dd key={entry} className="truncate text-text-muted" title={entry}>
                {entry}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {result.agentsUnread ? (
        <p>{format.sentences(t('picker.agentsFailed'), t('picker.agentsFailedBody'))}</p>
      ) : null}
    </Note>
  );
}
