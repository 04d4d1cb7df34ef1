import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import type { Column, DataTableProps } from './DataTable';
import { DataTable } from './DataTable';

interface Command {
  id: string;
  name: string;
}

const commands: Command[] = ['disk-clean', 'kernel-patch', 'agent-health', 'stopped', 'nginx-reload'].map(
  (name, index) => ({ id: `c-${index}`, name }),
);

const many: Command[] = Array.from({ length: 1000 }, (_, index) => ({
  id: `c-${index}`,
  name: `command ${index}.`,
}));

function Table({
  rendered,
  ...props
}: Partial<DataTableProps<Command>> & { rendered?: (id: string) => void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo<Column<Command>[]>(
    () => [
      {
        id: 'name',
        header: 'Name',
        cell: (row) => {
          rendered?.(row.id);
          return row.name;
        },
      },
    ],
    [rendered],
  );
  return (
    <MemoryRouter>
      <DataTable
        label="Commands"
        columns={columns}
        rows={commands}
        rowKey={(row) => row.id}
        state="ready"
        selection={{
          selected,
          onChange: setSelected,
          labelFor: (row) => row.name,
          disabledReason: (row) => (row.name === 'stopped' ? 'Start it first' : null),
        }}
        {...props}
      />
    </MemoryRouter>
  );
}

/** What rendering each of these rows calls. */
const ids = (first: number, last: number) => many.slice(first, last + 1).map(({ id }) => [id]);
const box = (name: string) => screen.getByRole('checkbox', { name });
const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const chosen = () =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox', { name: /^Select (?!all)/ })
    .filter((input) => input.checked)
    .map((input) => input.ariaLabel ?? input.getAttribute('aria-label'));

describe('a table', () => {
  it('J4: is a table with its row count, head and rows', () => {
    render(<Table />);
    const table = screen.getByRole('table', { name: 'Commands' });
    expect(table).toHaveAttribute('aria-rowcount', '6');
    expect(within(table).getByRole('columnheader', { name: 'Name' })).toBeInTheDocument();
    expect(rowOf('disk-clean')).toHaveAttribute('aria-rowindex', '2');
  });

  it('B2: the box in the head selects what can be selected, and shows a mixed choice', async () => {
    render(<Table />);
    await userEvent.click(box('Select kernel-patch'));
    const all = box('Select all on this page');
    expect(all).toBePartiallyChecked();
    await userEvent.click(all);
    expect(all).toBeChecked();
    expect(chosen()).toHaveLength(4);
    await userEvent.click(all);
    expect(chosen()).toEqual([]);
  });

  it('B2: where nothing can be selected, the box in the head says so', () => {
    const selection = {
      selected: new Set<string>(),
      onChange: () => undefined,
      labelFor: (row: { name: string }) => row.name,
      disabledReason: () => 'Start it first',
    };
    render(<Table selection={selection} />);
    expect(box('Select all on this page')).toBeDisabled();
  });

  it('F2: the heading of a group of rows is no row to press', () => {
    render(<Table isHeading={(row) => row.name === 'stopped'} onRowOpen={() => undefined} />);
    expect(rowOf('stopped')).not.toHaveAttribute('data-clickable');
    expect(rowOf('disk-clean')).toHaveAttribute('data-clickable');
  });

  it('B2: a row that cannot be selected says why and stays out of ranges', async () => {
    render(<Table />);
    expect(box('Select stopped')).toBeDisabled();
    expect(box('Select stopped')).toHaveAccessibleDescription('Start it first');
    await userEvent.click(box('Select kernel-patch'));
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(box('Select nginx-reload'));
    await user.keyboard('{/Shift}');
    expect(chosen()).toEqual(['Select kernel-patch', 'Select agent-health', 'Select nginx-reload']);
  });

  it('J4: is one tab stop whose rows the arrow keys reach', async () => {
    render(<Table />);
    await userEvent.tab();
    await userEvent.tab();
    expect(rowOf('disk-clean')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(rowOf('agent-health')).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(rowOf('nginx-reload')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(rowOf('disk-clean')).toHaveFocus();
  });

  it('J4: Space selects; Shift with an arrow grows and shrinks the range', async () => {
    render(<Table />);
    rowOf('disk-clean').focus();
    await userEvent.keyboard(' ');
    expect(chosen()).toEqual(['Select disk-clean']);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosen()).toHaveLength(3);
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(chosen()).toEqual(['Select disk-clean', 'Select kernel-patch']);
  });

  it('J4: Enter opens, a letter of the row menu acts, a refused entry does not', async () => {
    const open = vi.fn();
    const run = vi.fn();
    const remove = vi.fn();
    render(
      <Table
        onRowOpen={open}
        rowMenu={(row) => [
          { label: 'Run', shortcut: 'R', onSelect: () => run(row.name) },
          { label: 'Delete', shortcut: 'Del', disabledReason: 'In use', onSelect: remove },
        ]}
      />,
    );
    rowOf('kernel-patch').focus();
    await userEvent.keyboard('{Enter}r{Delete}');
    expect(open).toHaveBeenCalledWith(commands[1]);
    expect(run).toHaveBeenCalledWith('kernel-patch');
    expect(remove).not.toHaveBeenCalled();
  });

  it('J4: the row menu opens from its button and by a right click, and gives the focus back', async () => {
    const run = vi.fn();
    render(<Table rowMenu={(row) => [{ label: 'Run', onSelect: () => run(row.name) }]} />);
    const button = screen.getByRole('button', { name: 'Actions for disk-clean' });
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Run' }));
    expect(run).toHaveBeenCalledWith('disk-clean');
    await vi.waitFor(() => expect(button).toHaveFocus());
    await userEvent.pointer({ keys: '[MouseRight]', target: screen.getByText('agent-health') });
    expect(await screen.findByRole('menu', { name: 'Actions for agent-health' })).toBeInTheDocument();
  });

  it('J4: a sorted column says its order and can be pressed', async () => {
    const sort = vi.fn();
    render(
      <Table
        columns={[{ id: 'name', header: 'Name', cell: (row) => row.name, sort: 'desc', onSort: sort }]}
      />,
    );
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(sort).toHaveBeenCalledOnce();
  });

  it('J5: keeps its head while it loads and when there is nothing to show', () => {
    const { rerender } = render(<Table state="loading" />);
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('status')).toHaveTextContent('Loading rows');
    rerender(<Table state="empty" placeholder={<p>No commands yet</p>} />);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toBeInTheDocument();
    expect(screen.getByText('No commands yet')).toBeInTheDocument();
    expect(box('Select all on this page')).toBeDisabled();
  });

  it('J5: selecting one row renders that row only', async () => {
    const rendered = vi.fn();
    render(<Table rendered={rendered} />);
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    rendered.mockClear();
    await userEvent.keyboard(' ');
    expect(rendered.mock.calls).toEqual([['c-2']]);
  });

  it('J5: asks for the rows in view of a sparse source and stands in for those on their way', () => {
    const onRange = vi.fn();
    render(
      <Table rows={{ count: 10_000, at: (index) => (index < 2 ? commands[index] : undefined), onRange }} />,
    );
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '10001');
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(onRange).toHaveBeenCalledWith(0, expect.any(Number));
  });

  it('J5: thrown, it puts other rows into the elements it has, but for one that somebody points at', async () => {
    render(<Table rows={many} />);
    const scrolled = screen.getByRole('table').parentElement!;
    const [taken, pointedAt] = [rowOf('command 7\\.'), rowOf('command 9\\.')];
    await userEvent.hover(pointedAt);
    Object.defineProperty(scrolled, 'clientHeight', { value: 640 });
    scrolled.scrollTop = 34 * 500;
    fireEvent.scroll(scrolled);
    expect(rowOf('command 500\\.')).toBeVisible();
    expect(screen.queryByText('command 7.')).toBeNull();
    expect(taken).toHaveAttribute('aria-rowindex', expect.stringMatching(/^5\d\d$/));
    expect(taken).toHaveTextContent(/^command 5\d\d\.$/);
    expect(within(taken).getByRole('checkbox')).toHaveAccessibleName(`Select ${taken.textContent}`);
    expect(pointedAt).not.toBeInTheDocument();
    // The row that Tab reaches stays.
    expect(rowOf('command 0\\.')).toHaveAttribute('tabindex', '0');
  });

  it('J5: thrown, it renders the rows in view first, and those around them after', () => {
    const rendered = vi.fn<(id: string) => void>();
    render(<Table rows={many} rendered={rendered} />);
    const scrolled = screen.getByRole('table').parentElement!;
    Object.defineProperty(scrolled, 'clientHeight', { value: 340 });
    rendered.mockClear();
    scrolled.scrollTop = 34 * 500 + 30;
    fireEvent.scroll(scrolled);
    const inView = ids(500, 509);
    expect(rendered.mock.calls.slice(0, inView.length)).toEqual(inView);
    expect(rendered.mock.calls.slice(inView.length)).toEqual([...ids(495, 499), ...ids(510, 514)]);
  });
});
