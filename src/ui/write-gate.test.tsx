import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { ConfirmDialog } from './ConfirmDialog';
import { WriteGate } from './write-gate';

describe('where nothing may be changed', () => {
  it('K2: buttons that write say why they do nothing, and others work', async () => {
    const write = vi.fn<() => void>();
    const read = vi.fn<() => void>();
    render(
      <WriteGate value="This connection is read-only">
        <Button writes onClick={write}>
          Save
        </Button>
        <Button onClick={read}>Refresh</Button>
      </WriteGate>,
    );
    const user = userEvent.setup();
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toHaveAttribute('aria-disabled', 'true');
    expect(save).toHaveAccessibleDescription('This connection is read-only');
    await user.click(save);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect([write.mock.calls.length, read.mock.calls.length]).toEqual([0, 1]);
  });

  it('K2: so does the act of a dialog that asks', async () => {
    const remove = vi.fn<() => void>();
    render(
      <WriteGate value="This connection is read-only">
        <ConfirmDialog
          open
          onOpenChange={() => undefined}
          title="Delete 2 commands?"
          confirmLabel="Delete"
          cancelLabel="Keep"
          onConfirm={remove}
        >
          They are gone then.
        </ConfirmDialog>
      </WriteGate>,
    );
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Delete' }));
    expect(remove).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Delete' })).toHaveAccessibleDescription(/read-only/);
  });
});
