import { configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Params, Rpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import { PickerHost } from '../../../../test/support/picker-host';
import { apiError, emulatorRpc, renderPage } from '../../../../test/support/render';
import type { Picked } from './picked-instance';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

let chosen: Picked = new Map();

/** Stands before the emulator; may hold a call back or refuse it. */
type Before = (action: string, params: Params) => Promise<void> | void;

async function open({ maximum = 5000, fleetSize = 1000, before = (() => {}) as Before } = {}) {
  chosen = new Map();
  const { fetch } = await createTestEmulator({ fleetSize });
  const rpc = emulatorRpc(fetch);
  const held: Rpc = async (...call) => {
    await before(call[1], call[2]);
    return rpc(...call);
  };
  const page = renderPage(<PickerHost maximum={maximum} onChange={(next) => (chosen = next)} />, {
    rpc: held,
  });
  return { ...page, rpc };
}

/** Searches, and gives the button that selects what was found, with the number it names. */
async function search(user: Awaited<ReturnType<typeof open>>['user'], text: string) {
  await user.type(await screen.findByRole('searchbox', { name: 'Name, ID or IP' }), `${text}{Enter}`);
  const button = await screen.findByRole('button', { name: /^Select all [0-9,]+ that match$/ });
  return { button, total: Number(button.textContent?.replace(/\D/g, '')) };
}
const told = () => screen.findByText(/instances? (?:was|were) added\./);

describe('select all that match', () => {
  it('B2: adds what can run the command from all pages, and says how many and why not the others', async () => {
    const { user, rpc } = await open();
    expect(screen.queryByRole('button', { name: /that match/ })).toBeNull();
    const { button, total } = await search(user, 'web');
    expect(total).toBeGreaterThan(100);
    await user.click(button);
    const outcome = await told();
    expect(chosen.size).toBeGreaterThan(20);
    expect(chosen.size).toBeLessThan(total);
    expect(outcome).toHaveTextContent(`${chosen.size} instances were added.`);
    expect(outcome).toHaveTextContent(`${total - chosen.size} cannot run the command:`);
    expect(outcome).toHaveTextContent(/Not running \(\d+\)/);
    for (const { name } of chosen.values()) expect(name).toContain('web');
    expect(button).toHaveFocus();
    // What the service would refuse is not among them.
    const ids = [...chosen.keys()].slice(0, 50);
    const agents = await rpc(
      'ecs',
      'DescribeCloudAssistantStatus',
      { RegionId: 'cn-hangzhou', InstanceId: ids },
      { kind: 'read' },
    );
    expect(JSON.stringify(agents)).not.toContain('"CloudAssistantStatus":"false"');
  });

  it('B2: undoes itself only, and can be done again by keyboard', async () => {
    const { user } = await open({ fleetSize: 60 });
    const [ready] = await screen.findAllByText('Ready');
    await user.click(within(ready!.closest('tr')!).getByRole('checkbox'));
    const before = [...chosen.keys()];
    expect(before).toHaveLength(1);
    const { button } = await search(user, 'web');
    button.focus();
    await user.keyboard('{Enter}');
    await told();
    const all = chosen.size;
    expect(all).toBeGreaterThan(1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect([...chosen.keys()]).toEqual(before);
    expect(button).toHaveFocus();
    await user.keyboard('{Enter}');
    await told();
    expect(chosen.size).toBe(all);
    await user.click(button);
    await waitFor(() => expect(screen.getByText(/Nothing was added\. .* selected before/)).toBeVisible());
    expect(chosen.size).toBe(all);
  });

  it('B3: stops at what a run takes, and tells the number left out', async () => {
    const { user } = await open({ maximum: 30 });
    const { button, total } = await search(user, 'web');
    await user.click(button);
    const outcome = await told();
    expect(chosen.size).toBe(30);
    const [, left] = /([0-9,]+) more were left out: one run takes at most 30/.exec(outcome.textContent)!;
    expect(Number(left!.replace(',', ''))).toBeGreaterThan(0);
    expect(Number(left!.replace(',', ''))).toBeLessThan(total);
  });

  it('J5: says how far it is, and adds nothing when it is given up', async () => {
    let free = () => {};
    const gate = new Promise<void>((resolve) => {
      free = resolve;
    });
    const { user } = await open({
      before: (action, { PageNumber, PageSize }) =>
        action === 'DescribeInstances' && PageNumber === 2 && PageSize === 100 ? gate : undefined,
    });
    const { button, total } = await search(user, 'web');
    await user.click(button);
    await waitFor(() => expect(button).toHaveTextContent(`100 of ${total} read…`));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(button).toHaveFocus();
    expect(button).toHaveTextContent(`Select all ${total} that match`);
    free();
    await user.click(button);
    await told();
    expect(chosen.size).toBeGreaterThan(0);
  });

  it('J5: adds nothing when a page cannot be read, and can be tried again', async () => {
    let broken = true;
    const { user } = await open({
      before: (action, { PageNumber, PageSize }) => {
        if (broken && action === 'DescribeInstances' && PageNumber === 2 && PageSize === 100)
          throw apiError('ServiceUnavailable', { action, httpStatus: 503 });
      },
    });
    const { button } = await search(user, 'web');
    await user.click(button);
    expect(await screen.findByText(/Nothing was added\..*ServiceUnavailable/)).toBeVisible();
    expect(chosen.size).toBe(0);
    broken = false;
    await user.click(button);
    await told();
    expect(chosen.size).toBeGreaterThan(0);
  });

  it('B2: an empty choice never means all: nothing is offered without a search, or when it finds nothing', async () => {
    const { user } = await open({ fleetSize: 60 });
    const table = await screen.findByRole('table', { name: 'Instances to choose from' });
    await waitFor(() => expect(within(table).getAllByRole('row').length).toBeGreaterThan(1));
    expect(screen.queryByRole('button', { name: /Select all/ })).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Name, ID or IP' }), 'nosuch{Enter}');
    expect(await screen.findByText('Nothing matches “nosuch”')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Select all/ })).toBeNull();
    expect(chosen.size).toBe(0);
  });
});
