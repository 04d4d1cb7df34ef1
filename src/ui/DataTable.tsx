import type { FocusEvent, PointerEvent, ReactNode } from 'react';
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from './cx';
import type { Column } from './data-table/column';
import { minimumWidth } from './data-table/column';
import { GoTo } from './data-table/GoTo';
import type { Rows } from './data-table/row-source';
import { toSparse } from './data-table/row-source';
import { useRowSlots } from './data-table/row-slots';
import type { Selection } from './data-table/selection';
import { pageState, withRange } from './data-table/selection';
import { lookOf, SkeletonRow } from './data-table/SkeletonRow';
import { TableHead } from './data-table/TableHead';
import { TableRow } from './data-table/TableRow';
import { useTableKeys } from './data-table/use-table-keys';
import { useVirtualRows } from './data-table/use-virtual-rows';
import { useVisibleColumns } from './data-table/use-visible-columns';
import { LazyPopupMenu, preloadPopupMenu } from './lazy-popup-menu';
import type { ListState } from './list-state';
import type { MenuEntry } from './MenuItems';
import type { PopupMenuProps } from './PopupMenu';

export type { Column } from './data-table/column';
export type { Rows, SparseRows } from './data-table/row-source';
export type { Selection } from './data-table/selection';

export interface DataTableProps<Row> {
  label: string;
  /** Keep it stable with useMemo. */
  columns: readonly Column<Row>[];
  rows: Rows<Row>;
  rowKey(row: Row): string;
  state: ListState;
  /** Under the head for error, empty and noMatch: an ErrorState, EmptyState or NoMatch. */
  placeholder?: ReactNode;
  selection?: Selection<Row> | undefined;
  /** Enter, or a press on the row outside of its controls. Without it a press selects. */
  onRowOpen?: ((row: Row) => void) | undefined;
  rowMenu?: ((row: Row) => readonly MenuEntry[]) | undefined;
  /** The row's name, for its menu; default `selection.labelFor`, else the key. */
  rowLabel?: ((row: Row) => string) | undefined;
  /** Whether a row is the heading of those below it; give it a reason not to be selected too. */
  isHeading?: ((row: Row) => boolean) | undefined;
  /** The row shown elsewhere on the page. */
  currentKey?: string | undefined;
  /** 34 or 50 px. */
  height?: 'row' | 'tall' | undefined;
  className?: string | undefined;
}

type OpenRowMenu = Pick<PopupMenuProps, 'anchor' | 'origin' | 'atFirst'> & { index: number };

const SKELETON_ROWS = 16;
const ROW_HEIGHT = { row: 34, tall: 50 };

/**
 * A table of any length. Put it in a flex column: it takes the height that is left and scrolls by itself.
 * Keys on a row: arrows, Home, End, Page; Space selects, Shift extends; Enter opens; letters of the row's menu act.
 */
export function DataTable<Row>({
  label,
  columns: allColumns,
  rows,
  rowKey,
  state,
  placeholder,
  selection,
  onRowOpen,
  rowMenu,
  rowLabel,
  isHeading,
  currentKey,
  height = 'row',
  className,
}: DataTableProps<Row>) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const source = useMemo(() => toSparse(rows), [rows]);
  const columns = useVisibleColumns(allColumns);
  const count = state === 'ready' ? source.count : 0;
  const hasCheck = selection !== undefined;
  const hasMenu = rowMenu !== undefined;
  const labelOf = rowLabel ?? selection?.labelFor ?? rowKey;

  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const [menu, setMenu] = useState<OpenRowMenu | null>(null);
  const [goingTo, setGoingTo] = useState<string | null>(null);
  const virtual = useVirtualRows(box, source, count, ROW_HEIGHT[height], active);
  const { slotOf, onUse } = useRowSlots(
    state === 'loading'
      ? []
      : virtual.rows.flatMap(({ index }) => {
          const row = source.at(index);
          return row === undefined ? [] : [rowKey(row)];
        }),
  );

  /** Set while the focus has to follow to a row that may not be rendered yet. */
  const bringFocus = useRef(false);
  useLayoutEffect(() => {
    if (!bringFocus.current) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`);
    if (!row) return;
    bringFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const handlers = useTableKeys({
    source,
    rowKey,
    selection,
    onRowOpen,
    rowMenu,
    pageLength: virtual.pageLength,
    focusRow: (index) => {
      bringFocus.current = true;
      setWanted(index);
      virtual.scrollTo(index);
    },
    openMenu: (index, at, origin, byKeyboard) => {
      const anchor =
        at instanceof Element ? at : { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
      setWanted(index);
      setMenu({ index, anchor, origin, atFirst: byKeyboard });
    },
    goTo: setGoingTo,
  });
  const indexAt = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
    return row ? Number(row.dataset['index']) : null;
  };
  const noteUse = (index: number) => {
    const row = source.at(index);
    if (row !== undefined) onUse(rowKey(row));
  };
  const onFocus = (event: FocusEvent) => {
    const index = indexAt(event.target);
    if (index === null) return;
    noteUse(index);
    setWanted(index);
  };
  const onPointerOver = (event: PointerEvent) => {
    const index = indexAt(event.target);
    if (index !== null) noteUse(index);
  };

  // Asked of every row, and a scroll changes nothing of it.
  const checked = useMemo(
    () => selection && (count > 0 ? pageState({ source, rowKey, selection }) : null),
    [count, rowKey, selection, source],
  );
  const onCheck = (all: boolean) => {
    if (selection) {
      selection.onChange(
        withRange({ source, rowKey, selection }, selection.selected, 0, source.count - 1, all),
      );
    }
  };
  const menuRow = menu ? source.at(menu.index) : undefined;
  const columnCount = columns.length + (hasCheck ? 1 : 0) + (hasMenu ? 1 : 0);

  return (
    <div ref={box} data-state={state} className={cx('table-scroll', className)}>
      <table
        aria-label={label}
        aria-rowcount={state === 'ready' ? count + 1 : undefined}
        aria-busy={state === 'loading' || undefined}
        data-height={height}
        className="data-table"
        style={{ minWidth: minimumWidth(columns, hasCheck, hasMenu) }}
      >
        <colgroup>
          {hasCheck ? <col style={{ width: 36 }} /> : null}
          {columns.map((column) => (
            <col
              key={column.id}
              style={typeof column.width === 'number' ? { width: column.width } : undefined}
            />
          ))}
          {hasMenu ? <col style={{ width: 44 }} /> : null}
        </colgroup>
        <TableHead columns={columns} checked={checked} onCheck={onCheck} hasMenu={hasMenu} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens for its rows, which take the focus */}
        <tbody
          ref={body}
          onFocus={onFocus}
          onPointerOver={onPointerOver}
          onPointerEnter={hasMenu ? preloadPopupMenu : undefined}
          {...handlers}
        >
          {state === 'loading'
            ? Array.from({ length: SKELETON_ROWS }, (_, index) => (
                <SkeletonRow
                  key={index}
                  look={lookOf(index)}
                  columns={columns}
                  hasCheck={hasCheck}
                  hasMenu={hasMenu}
                />
              ))
            : virtual.rows.map(({ index, gap }, position) => {
                const row = source.at(index);
                // By their place in the window: thrown through what is not read yet, the same elements stay.
                const key = row === undefined ? '' : rowKey(row);
                return (
                  <Fragment key={row === undefined ? `gap-${position}` : slotOf.get(key)}>
                    {gap > 0 ? <Spacer height={gap} columns={columnCount} /> : null}
                    {row === undefined ? (
                      <SkeletonRow
                        look={lookOf(index)}
                        columns={columns}
                        hasCheck={hasCheck}
                        hasMenu={hasMenu}
                      />
                    ) : (
                      <TableRow
                        row={row}
                        index={index}
                        label={labelOf(row)}
                        columns={columns}
                        selected={selection?.selected.has(key)}
                        offReason={selection?.disabledReason?.(row) ?? null}
                        current={key === currentKey}
                        active={index === active}
                        clickable={onRowOpen !== undefined || hasCheck}
                        hasMenu={hasMenu}
                        menuOpen={menu?.index === index}
                        heading={isHeading?.(row) ?? false}
                      />
                    )}
                  </Fragment>
                );
              })}
          {virtual.tail > 0 ? <Spacer height={virtual.tail} columns={columnCount} /> : null}
        </tbody>
      </table>
      {state === 'ready' ? <div className="h-5" /> : null}
      {state === 'loading' ? <output className="sr-only">{t('table.loading')}</output> : null}
      {state === 'error' || state === 'empty' || state === 'noMatch' ? placeholder : null}
      {goingTo === null ? null : <GoTo to={goingTo} onDone={() => setGoingTo(null)} />}
      {menu && menuRow !== undefined && rowMenu ? (
        <LazyPopupMenu
          anchor={menu.anchor}
          origin={menu.origin}
          atFirst={menu.atFirst}
          align={menu.anchor instanceof Element ? 'end' : 'start'}
          label={t('table.menuOf', { name: labelOf(menuRow) })}
          content={{ kind: 'entries', entries: rowMenu(menuRow) }}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </div>
  );
}

/** Stands for rows that are not rendered. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr data-spacer aria-hidden>
      <td colSpan={columns} style={{ height }}>
        {null}
      </td>
    </tr>
  );
}
