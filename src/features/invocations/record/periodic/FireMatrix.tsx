import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { FireCell } from './FireCell';
import { columnHeads } from './column-heads';
import type { Fire } from './fires';

export interface FireMatrixProps {
  /** Newest first: the newest column stands right beside the names. */
  fires: readonly Fire[];
  instanceIds: readonly string[];
  nameOf(instanceId: string): string;
  current: { fire: number; instanceId: string } | null;
  onOpen(fire: number, instanceId: string): void;
}

interface Place {
  row: number;
  column: number;
}

/** Instances down, fires across. One tab stop; arrows move, Enter opens. */
export function FireMatrix({ fires, instanceIds, nameOf, current, onOpen }: FireMatrixProps) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<Place | null>(null);
  const heads = useMemo(() => columnHeads(fires, format), [fires, format]);
  const shown: Place = {
    row: Math.max(0, current ? instanceIds.indexOf(current.instanceId) : 0),
    column: Math.max(0, current ? fires.findIndex(({ number }) => number === current.fire) : 0),
  };
  const active = clamp(wanted ?? shown);

  function clamp({ row, column }: Place): Place {
    return {
      row: Math.min(Math.max(0, row), instanceIds.length - 1),
      column: Math.min(Math.max(0, column), fires.length - 1),
    };
  }
  const focus = (place: Place) => {
    const to = clamp(place);
    setWanted(to);
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${to.row} ${to.column}"]`);
    cell?.focus();
    cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = active;
    const moves: Record<string, () => void> = {
      ArrowUp: () => focus({ row: row - 1, column }),
      ArrowDown: () => focus({ row: row + 1, column }),
      ArrowLeft: () => focus({ row, column: column - 1 }),
      ArrowRight: () => focus({ row, column: column + 1 }),
      Home: () => focus({ row: event.ctrlKey ? 0 : row, column: 0 }),
      End: () => focus({ row: event.ctrlKey ? Infinity : row, column: Infinity }),
      Enter: () => open(active),
      ' ': () => open(active),
    };
    const move = event.altKey || event.metaKey ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  function open({ row, column }: Place) {
    const [fire, instanceId] = [fires[column], instanceIds[row]];
    if (fire && instanceId !== undefined && fire.records.has(instanceId)) onOpen(fire.number, instanceId);
  }

  return (
    <div className="table-scroll">
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells take the focus
        role="grid"
        aria-label={t('periodic.matrix')}
        className="border-separate border-spacing-0"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-3 w-36 max-w-36 min-w-28 border-b border-border-strong bg-bg pr-3 text-left align-bottom text-xs font-normal text-text-subtle"
            >
              {t('column.instance')}
            </th>
            {heads.map((head) => (
              <th
                key={head.number}
                scope="col"
                title={head.full}
                style={{ minWidth: head.time.length > 5 ? 62 : 44 }}
                className="sticky top-0 z-2 h-[38px] border-b border-border-strong bg-bg px-0 text-center align-bottom text-xs font-normal whitespace-nowrap text-text-subtle"
              >
                <span className={cx('block', head.isNewDay && 'font-semibold text-text')}>
                  {head.isNewDay ? head.day : ''}
                </span>
                <span className="block">{head.time}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instanceIds.map((instanceId, row) => (
            <tr key={instanceId} className="h-[34px]">
              <th
                scope="row"
                title={instanceId}
                className="sticky left-0 z-1 w-36 max-w-36 truncate bg-bg pr-3 text-left font-semibold"
              >
                {nameOf(instanceId)}
              </th>
              {fires.map((fire, column) => (
                <FireCell
                  key={fire.number}
                  record={fire.records.get(instanceId)}
                  when={heads[column]?.full ?? ''}
                  place={`${row} ${column}`}
                  isActive={row === active.row && column === active.column}
                  isCurrent={current?.fire === fire.number && current.instanceId === instanceId}
                  onOpen={() => {
                    setWanted({ row, column });
                    open({ row, column });
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
