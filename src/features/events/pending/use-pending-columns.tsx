import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import { useWindowAtLeast } from '@/ui/use-window-at-least';
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

/** As wide as an ID. */
const ID_WIDTH = 178;
/** Windows below it have no room for more than an ID beside the longest code of an event, pixels. */
const ROOMY_WINDOW = 1400;

/** The columns of the pending events (F2), to be shown within a FactsContext; with the details open beside it the list keeps to the essential ones. */
export function usePendingColumns(act: Acts['act'], narrow: boolean): readonly Column<PendingRow>[] {
  const { t } = useTranslation('events');
  const isRoomy = useWindowAtLeast(ROOMY_WINDOW);
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
      width: 144,
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
    const instanceWidth = narrow || isRoomy ? 'grow' : ID_WIDTH;
    const instance = column('instance', t('column.instance'), instanceWidth, (event) => (
      <InstanceCell event={event} />
    ));
    const state = column('state', t('column.state'), 104, (event) => <StateCell event={event} />);
    const what = column('event', t('column.event'), 'grow', (event) => (
      <span className="flex min-w-0 flex-col">
        <EventName event={event} />
        <span className="code truncate text-xs text-text-muted" title={event.type}>
          {event.type}
        </span>
      </span>
    ));
    const status = column('status', t('column.status'), 120, (event) => <EventState state={event.state} />);
    const action = column('action', t('column.action'), 140, (event) => (
      <ActionCell event={event} act={act} />
    ));
    return narrow ? [first, instance, what, action] : [first, instance, state, what, status, action];
  }, [act, isRoomy, narrow, t]);
}
