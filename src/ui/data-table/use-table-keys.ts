import type { KeyboardEvent, MouseEvent } from 'react';
import { useRef } from 'react';
import type { MenuEntry } from '../MenuItems';
import type { SparseRows } from './row-source';
import type { Selection } from './selection';
import { withRange } from './selection';

interface TableActs<Row> {
  source: SparseRows<Row>;
  rowKey(row: Row): string;
  selection: Selection<Row> | undefined;
  onRowOpen: ((row: Row) => void) | undefined;
  rowMenu: ((row: Row) => readonly MenuEntry[]) | undefined;
  pageLength(): number;
  /** Makes the row the tab stop and brings the focus there. */
  focusRow(index: number): void;
  openMenu(
    index: number,
    at: Element | { x: number; y: number },
    origin: HTMLElement,
    byKeyboard: boolean,
  ): void;
  goTo(path: string): void;
}

/** The row of an event and where in it the event was. */
function place(event: { target: EventTarget }): { index: number; row: HTMLElement; target: Element } | null {
  if (!(event.target instanceof Element)) return null;
  const row = event.target.closest<HTMLElement>('tr[data-index]');
  return row ? { index: Number(row.dataset['index']), row, target: event.target } : null;
}

/** Shift+click would otherwise select text. */
function onMouseDown(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

/** What keys and presses on the rows do, for the body of a table to listen to. */
export function useTableKeys<Row>(acts: TableActs<Row>) {
  const { source, rowKey, selection, onRowOpen, rowMenu, pageLength, focusRow, openMenu, goTo } = acts;
  /** Where a range starts, and what was selected before it began to grow. */
  const anchor = useRef<number | null>(null);
  const growing = useRef<ReadonlySet<string> | null>(null);

  const setRange = (base: ReadonlySet<string>, from: number, to: number, on: boolean) => {
    if (selection) selection.onChange(withRange({ source, rowKey, selection }, base, from, to, on));
  };
  const toggle = (index: number, extend: boolean) => {
    const row = source.at(index);
    if (!selection || row === undefined || selection.disabledReason?.(row)) return;
    const on = !selection.selected.has(rowKey(row));
    setRange(selection.selected, extend ? (anchor.current ?? index) : index, index, on);
    anchor.current = index;
    growing.current = null;
  };
  const move = (from: number, to: number, extend: boolean) => {
    const next = Math.min(Math.max(0, to), source.count - 1);
    focusRow(next);
    if (extend && selection) {
      if (growing.current === null) {
        growing.current = selection.selected;
        anchor.current = from;
      }
      setRange(growing.current, anchor.current ?? from, next, true);
    } else {
      growing.current = null;
      anchor.current = next;
    }
  };
  const runShortcut = (index: number, key: string): boolean => {
    const row = source.at(index);
    if (row === undefined) return false;
    const name = key === 'Delete' ? 'Del' : key.length === 1 ? key.toUpperCase() : key;
    const entry = rowMenu?.(row).find((e) => e !== 'separator' && e.shortcut === name);
    if (entry && entry !== 'separator') {
      if (entry.disabledReason) return true;
      if (entry.to !== undefined) goTo(entry.to);
      else entry.onSelect?.();
      return true;
    }
    if (key === 'Enter' && onRowOpen) {
      onRowOpen(row);
      return true;
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = place(event);
    if (!at || event.altKey) return;
    const onRow = at.target === at.row;
    if (!onRow && !at.target.matches('.check')) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'a' && onRow && selection) {
        event.preventDefault();
        setRange(selection.selected, 0, source.count - 1, true);
      }
      return;
    }
    const steps: Record<string, number | undefined> = {
      ArrowDown: at.index + 1,
      ArrowUp: at.index - 1,
      PageDown: at.index + pageLength(),
      PageUp: at.index - pageLength(),
      Home: 0,
      End: source.count - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      move(at.index, next, event.shiftKey);
    } else if (onRow && event.key === ' ' && selection) {
      event.preventDefault();
      toggle(at.index, event.shiftKey);
    } else if (onRow && runShortcut(at.index, event.key)) {
      event.preventDefault();
    }
  };

  const onClick = (event: MouseEvent) => {
    const at = place(event);
    if (!at) return;
    const kebab = at.target.closest<HTMLElement>('.kebab');
    if (kebab) return openMenu(at.index, kebab, kebab, event.detail === 0);
    if (at.target.closest('[data-slot="check"]')) return toggle(at.index, event.shiftKey);
    if (event.defaultPrevented || at.target.closest('a, button, input, select, label')) return;
    if (window.getSelection()?.type === 'Range' && !event.shiftKey) return;
    const row = source.at(at.index);
    if (row === undefined) return;
    if (onRowOpen) onRowOpen(row);
    else toggle(at.index, event.shiftKey);
  };

  const onContextMenu = (event: MouseEvent) => {
    const at = place(event);
    // On a link the browser's own menu has "open in a new tab".
    if (!at || !rowMenu || at.target.closest('a[href]') || window.getSelection()?.type === 'Range') return;
    event.preventDefault();
    const byKey = event.clientX === 0 && event.clientY === 0;
    openMenu(at.index, byKey ? at.row : { x: event.clientX, y: event.clientY }, at.row, byKey);
  };

  return { onKeyDown, onClick, onContextMenu, onMouseDown };
}
