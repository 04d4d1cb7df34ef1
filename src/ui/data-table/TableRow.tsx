import { memo, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from './column';

export interface TableRowProps<Row> {
  row: Row;
  index: number;
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined: the table has no selection. */
  selected: boolean | undefined;
  /** Why the row cannot be selected. */
  offReason: string | null;
  current: boolean;
  /** The one row that Tab reaches. */
  active: boolean;
  clickable: boolean;
  hasMenu: boolean;
  menuOpen: boolean;
  /** Names the rows below it: nothing to select or open. */
  heading: boolean;
}

/**
 * One row. It has no handlers: the body listens for all rows, so that a row's props stay the same from render to
 * render and selecting one row renders one row.
 */
function TableRowInner<Row>({
  row,
  index,
  label,
  columns,
  selected,
  offReason,
  current,
  active,
  clickable,
  hasMenu,
  menuOpen,
  heading,
}: TableRowProps<Row>) {
  const { t } = useTranslation('ui');
  const element = useRef<HTMLTableRowElement>(null);
  const reasonId = useId();

  // The rows are one tab stop; what is inside a row can be reached by Tab from that row only.
  useLayoutEffect(() => {
    const inside = element.current?.querySelectorAll<HTMLElement>('a[href], button, input, select');
    inside?.forEach((control) => {
      control.tabIndex = active ? 0 : -1;
    });
  });

  return (
    <tr
      ref={element}
      data-index={index}
      data-selected={selected || current ? '' : undefined}
      data-off={offReason ? '' : undefined}
      data-clickable={clickable && !heading ? '' : undefined}
      data-heading={heading ? '' : undefined}
      data-menu-open={menuOpen ? '' : undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={current || undefined}
      tabIndex={active ? 0 : -1}
    >
      {selected === undefined ? null : (
        <td data-slot="check">
          <input
            type="checkbox"
            className="check"
            aria-label={t('table.selectRow', { name: label })}
            aria-describedby={offReason ? reasonId : undefined}
            title={offReason ?? undefined}
            checked={selected}
            disabled={offReason !== null}
            onChange={ignore}
          />
          {offReason ? (
            <span id={reasonId} hidden>
              {offReason}
            </span>
          ) : null}
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          data-align={column.align}
          data-mono={column.mono ? '' : undefined}
          data-spills={column.spills ? '' : undefined}
        >
          {column.cell(row)}
        </td>
      ))}
      {hasMenu ? (
        <td data-slot="menu">
          <button
            type="button"
            className="kebab"
            aria-label={t('table.menuOf', { name: label })}
            aria-haspopup="menu"
            aria-expanded={menuOpen}
          />
        </td>
      ) : null}
    </tr>
  );
}

/** The box is driven by the body's click handler, which also knows about Shift. */
function ignore(): void {}

export const TableRow = memo(TableRowInner) as typeof TableRowInner;
