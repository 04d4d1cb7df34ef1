import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { Checkbox } from './Checkbox';
import { ConfirmDialog } from './ConfirmDialog';
import { CopyButton } from './CopyButton';
import { FilterChip } from './FilterChip';
import { MenuButton } from './MenuButton';
import { Pager } from './Pager';
import { SearchField } from './SearchField';
import { Segmented } from './Segmented';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

describe('Button', () => {
  it('J4: a refused button stays focusable, says why and does nothing', async () => {
    const press = vi.fn();
    render(
      <Button disabledReason="Run takes one command at a time" onClick={press}>
        Run
      </Button>,
    );
    await userEvent.tab();
    const button = screen.getByRole('button', { name: 'Run' });
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Run takes one command at a time');
    await userEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });

  it('J4: a busy button shows its words and refuses a second press', async () => {
    const press = vi.fn();
    render(
      <Button busy="Starting…" onClick={press}>
        Run
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Starting…' });
    expect(button).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });

  it('J4: a refused submit button does not submit on Enter', async () => {
    const submit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    render(
      <form onSubmit={submit}>
        <TextField label="Name" />
        <Button type="submit" disabledReason="The name is missing">
          Create
        </Button>
      </form>,
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'x{Enter}');
    expect(submit).not.toHaveBeenCalled();
  });
});

describe('TextField', () => {
  it('J4: ties error and help to the field', () => {
    render(<TextField label="Cron" help="UTC" error="Hour: 25 is not between 0 and 23" />);
    const field = screen.getByRole('textbox', { name: 'Cron' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Hour: 25 is not between 0 and 23 UTC');
  });

  it('J4: a fixed field is read-only and tells the reason', () => {
    render(<TextField label="Timeout" defaultValue="60" fixedReason="Fixed after creation." />);
    const field = screen.getByRole('textbox', { name: 'Timeout' });
    expect(field).toHaveAttribute('readonly');
    expect(field).toHaveAccessibleDescription('Fixed after creation.');
  });
});

describe('SelectField', () => {
  it('J4: chooses an option and shows why another cannot be chosen', async () => {
    const choose = vi.fn();
    render(
      <SelectField
        label="Type"
        value="shell"
        onValueChange={choose}
        options={[
          { value: 'shell', label: 'Shell' },
          { value: 'bat', label: 'Bat', disabledReason: 'Only Linux is selected' },
          { value: 'ps', label: 'PowerShell' },
        ]}
      />,
    );
    const field = screen.getByRole('combobox', { name: 'Type' });
    expect(field).toHaveTextContent('Shell');
    await userEvent.click(field);
    expect(await screen.findByRole('option', { name: /Only Linux is selected/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.click(screen.getByRole('option', { name: 'PowerShell' }));
    expect(choose).toHaveBeenCalledWith('ps');
  });
});

describe('SearchField', () => {
  it('J4: "/" brings the focus, Enter sends at once, Esc clears', async () => {
    const send = vi.fn();
    render(<SearchField label="Name or ID" value="" onValueChange={send} shortcut="/" />);
    await userEvent.keyboard('/');
    const field = screen.getByRole('searchbox', { name: 'Name or ID' });
    expect(field).toHaveFocus();
    await userEvent.keyboard('disk {Enter}');
    expect(send).toHaveBeenLastCalledWith('disk');
    await userEvent.keyboard('{Escape}');
    expect(send).toHaveBeenLastCalledWith('');
    expect(field).toHaveValue('');
  });

  it('J1: follows a value that changes from outside', () => {
    const { rerender } = render(<SearchField label="Search" value="disk" onValueChange={vi.fn()} />);
    rerender(<SearchField label="Search" value="" onValueChange={vi.fn()} />);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('J1: keeps what was typed on when an earlier word of its own comes back late', async () => {
    const { rerender } = render(<SearchField label="Search" value="" onValueChange={vi.fn()} />);
    const field = screen.getByRole('searchbox');
    await userEvent.type(field, 'di{Enter}sk{Enter}');
    rerender(<SearchField label="Search" value="di" onValueChange={vi.fn()} />);
    expect(field).toHaveValue('disk');
    rerender(<SearchField label="Search" value="disk" onValueChange={vi.fn()} />);
    expect(field).toHaveValue('disk');
    rerender(<SearchField label="Search" value="di" onValueChange={vi.fn()} />);
    expect(field).toHaveValue('di');
  });
});

describe('Checkbox and Segmented', () => {
  it('J4: a mixed box is announced as mixed', () => {
    render(<Checkbox label="All" checked="mixed" onCheckedChange={vi.fn()} />);
    expect(screen.getByRole('checkbox', { name: 'All' })).toBePartiallyChecked();
  });

  it('J4: arrows move the choice of a segmented control', async () => {
    const choose = vi.fn();
    render(
      <Segmented
        label="Range"
        value="1h"
        onValueChange={choose}
        options={[
          { value: '1h', label: '1 h' },
          { value: '6h', label: '6 h' },
        ]}
      />,
    );
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: '1 h' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(choose).toHaveBeenCalledWith('6h');
  });
});

function Chip() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <FilterChip
      label="Type"
      anyLabel="any"
      value={value}
      onValueChange={setValue}
      options={[{ value: 'shell', label: 'Shell', count: 3 }]}
    />
  );
}

describe('FilterChip', () => {
  it('A5: turns on from its menu and off with its cross', async () => {
    render(<Chip />);
    await userEvent.click(screen.getByRole('button', { name: 'Type: any' }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: /Shell/ }));
    expect(await screen.findByRole('button', { name: 'Type: Shell' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Type' }));
    expect(screen.getByRole('button', { name: 'Type: any' })).toBeInTheDocument();
  });
});

describe('MenuButton', () => {
  it('J4: opens by keyboard; an unusable entry stays with its reason and does nothing', async () => {
    const edit = vi.fn();
    const remove = vi.fn();
    render(
      <MemoryRouter>
        <MenuButton
          label="Actions"
          entries={[
            { label: 'Edit', onSelect: edit },
            'separator',
            { label: 'Delete', disabledReason: 'In use by 3 schedules', onSelect: remove },
          ]}
        />
      </MemoryRouter>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const refused = await screen.findByRole('menuitem', { name: /In use by 3 schedules/ });
    await vi.waitFor(() => expect(screen.getByRole('menuitem', { name: 'Edit' })).toHaveFocus());
    await userEvent.click(refused);
    expect(remove).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
    expect(edit).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Actions' })).toHaveFocus());
  });
});

function Confirm({ onConfirm }: { onConfirm(): void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete 2 commands?"
        confirmLabel="Delete 2 commands"
        cancelLabel="Keep"
        onConfirm={onConfirm}
      >
        They cannot be brought back.
      </ConfirmDialog>
    </>
  );
}

describe('ConfirmDialog', () => {
  it('J4: opens on the way back and returns the focus when closed', async () => {
    const confirm = vi.fn();
    render(<Confirm onConfirm={confirm} />);
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('dialog', { name: 'Delete 2 commands?' })).toBeInTheDocument();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Delete' })).toHaveFocus());
    expect(confirm).not.toHaveBeenCalled();
  });
});

describe('Pager', () => {
  it('A6: tells the range and the current page, and stops at the ends', async () => {
    const go = vi.fn();
    render(<Pager page={1} pageSize={20} total={1284} onPage={go} />);
    expect(screen.getByRole('status')).toHaveTextContent(/^1–20 of 1.?284$/);
    expect(screen.getByRole('button', { name: 'Page 1' })).toHaveAttribute('aria-current', 'page');
    await userEvent.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(go).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(go).toHaveBeenCalledWith(2);
    await userEvent.click(screen.getByRole('button', { name: 'Page 65' }));
    expect(go).toHaveBeenCalledWith(65);
  });
});

describe('CopyButton', () => {
  it('J4: copies and says so', async () => {
    const user = userEvent.setup();
    render(<CopyButton text="c-1" label="Copy the ID" />);
    await user.click(screen.getByRole('button', { name: 'Copy the ID' }));
    expect(await navigator.clipboard.readText()).toBe('c-1');
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
  });
});
