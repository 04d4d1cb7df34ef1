import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import type { Acts } from '../actions/use-acts';
import type { EventItem } from '../event-item';
import { EventName, EventState } from '../EventWords';
import { TimeLeft } from '../TimeLeft';
import { ActionCell, InstanceCell, StateCell } from './FactCells';
import type { PendingGroup } from './pending-groups';

/** The heading of a group, or an event: one list, so that a table of thousands stays one table. */
export type PendingRow =
  { kind: 'group'; group: PendingGroup; count: number } | { kind: 'event'; event: EventItem };

const made = new WeakMap<EventItem, PendingRow>();

/** The row of an event; the same one each time. */
export function eventRow(event: EventItem): PendingRow {
  const row = made.get(event) ?? { kind: 'event', event };
  made.set(event, row);
  return row;
}

/** The columns of the pending events (F2), to be shown within a FactsContext; with the details open beside it the list keeps to the essential ones. */
export function usePendingColumns(act: Acts['act'], narrow: boolean): readonly Column<PendingRow>[] {
  const { t } = useTranslation('events');
  return useMemo(() => {
    const column = (
      id: string,
      header: string,
      width: number | 'grow',
      cell: (event: EventItem) => ReactNode,
    ): Column<PendingRow> => ({
      id,
      header,
      width,
      cell: (row) => (row.kind === 'event' ? cell(row.event) : null),
    });
    const first: Column<PendingRow> = {
      id: 'left',
      header: t('column.left'),
      width: 152,
      sort: 'asc',
      cell: (row) =>
        row.kind === 'event' ? (
          <TimeLeft event={row.event} />
        ) : (
          <span data-group={row.group} className="flex h-full items-end pb-1.5 whitespace-nowrap">
            <b>{t(`group.${row.group}`)}</b>
            <span className="pl-1.5 text-text-subtle">{row.count}</span>
          </span>
        ),
    };
    const instance = column('instance', t('column.instance'), 'grow', (event) => (
      <InstanceCell event={event} />
    ));
    const state = column('state', t('column.state'), narrow ? 112 : 124, (event) => (
      <StateCell event={event} />
    ));
    const what = column('event', t('column.event'), 'grow', (event) => (
      <span className="flex min-w-0 flex-col">
        <EventName event={event} />
        <span className="code truncate text-xs text-text-muted" title={event.type}>
          {event.type}
        </span>
      </span>
    ));
    const status = column('status', t('column.status'), 140, (event) => <EventState state={event.state} />);
    const action = column('action', t('column.action'), 148, (event) => (
      <ActionCell event={event} act={act} />
    ));
    return narrow ? [first, instance, what, action] : [first, instance, state, what, status, action];
  }, [act, narrow, t]);
}
