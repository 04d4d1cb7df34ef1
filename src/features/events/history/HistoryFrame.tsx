import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { Pager, type PagerProps } from '@/ui/Pager';
import { useExistingPage } from '@/ui/use-existing-page';
import { useActs } from '../actions/use-acts';
import { EventDock } from '../detail/EventDock';
import type { EventItem } from '../event-item';
import type { InstanceFacts } from '../queries';
import { useEventMenu } from '../use-event-menu';
import { useOpenEvent } from '../use-open-event';
import type { EventList } from './use-event-list';
import { useHistoryColumns } from './use-history-columns';

export interface HistoryFrameProps {
  /** Names the table. */
  label: string;
  list: EventList;
  facts: InstanceFacts;
  /** All events are of the instance whose page this is. */
  isOfOneInstance?: boolean;
  rowLabel(event: EventItem): string;
  /** What nothing was found for, and how to be rid of it. */
  sought: string;
  onClear(): void;
  /** Said where there are no events at all. */
  empty: ReactNode;
  /** Absent: everything is on one page. */
  pager?: PagerProps | undefined;
  /** Head and filters. */
  children: ReactNode;
}

/** A list of past and present events: its table with what stands in its place, its pages, and one event's details beside it. */
export function HistoryFrame({
  label,
  list: { query: history, items, state },
  facts,
  isOfOneInstance = false,
  rowLabel,
  sought,
  onClear,
  empty,
  pager,
  children,
}: HistoryFrameProps) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const errorText = useErrorText(history.error);
  const { act, dialog } = useActs(facts);
  const [opened, open] = useOpenEvent(items);
  const columns = useHistoryColumns(facts, opened !== null, !isOfOneInstance);
  const menuOf = useEventMenu(facts, act, open);
  useExistingPage(state === 'ready' && !history.isPlaceholderData ? pager : undefined);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {children}
        {history.isError && history.data ? (
          <Note tone="warn" className="mb-2" role="status">
            {t('history.stale', { title: errorText.title, time: format.clock(history.dataUpdatedAt) })}
          </Note>
        ) : null}
        <DataTable
          label={label}
          columns={columns}
          rows={items}
          rowKey={(event) => event.key}
          rowLabel={rowLabel}
          state={state}
          placeholder={
            state === 'error' ? (
              <ErrorState
                {...errorText}
                onRetry={() => void history.refetch()}
                retrying={history.isFetching}
              />
            ) : state === 'noMatch' ? (
              <NoMatch what={sought} onClear={onClear} />
            ) : (
              empty
            )
          }
          onRowOpen={open}
          rowMenu={menuOf}
          currentKey={opened?.key}
        />
        {state === 'ready' && pager ? <Pager {...pager} /> : null}
      </div>
      {opened ? (
        <EventDock key={opened.key} event={opened} facts={facts} act={act} onClose={() => open(null)} />
      ) : null}
      {dialog}
    </div>
  );
}
