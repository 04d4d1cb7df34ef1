import { configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Params, Rpc } from '@/api/rpc';
import type { CommandType } from '@/domain/command-type';
import { createTestEmulator } from '@mocks/node';
import { PickerHost } from '../../../../test/support/picker-host';
import { apiError, emulatorRpc, renderPage } from '../../../../test/support/render';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

interface Options {
  type?: CommandType;
  maximum?: number;
  /** Stands before the emulator. */
  wrap?: (rpc: Rpc) => Rpc;
}

async function open({ type = 'RunShellScript', maximum = 50, wrap = (rpc) => rpc }: Options = {}) {
  const { fetch } = await createTestEmulator();
  const page = renderPage(<PickerHost type={type} maximum={maximum} />, { rpc: wrap(emulatorRpc(fetch)) });
  await settled();
  return page;
}

const table = () => screen.getByRole('table', { name: 'Instances to choose from' });
/** The agents of the page are known, or known to be unknown. */
const settled = () =>
  waitFor(() => {
    expect(screen.getByText(/; here /)).toBeInTheDocument();
    expect(screen.queryByText('Checking the agent')).toBeNull();
  });
const bodyRows = () => within(table()).getAllByRole('row').slice(1);
const enabledBoxes = () =>
  within(table())
    .getAllByRole<HTMLInputElement>('checkbox')
    .slice(1)
    .filter((box) => !box.disabled);
/** Spoken once ticking rests. */
const counted = (words: string) =>
  waitFor(() => expect(screen.getByText(/instances? selected$/)).toHaveTextContent(words));

describe('InstancePicker', () => {
  it('B2: keeps the selection across pages and searches', async () => {
    const { user } = await open();
    await user.click(enabledBoxes()[0]!);
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(screen.getByText(/; here /)).toHaveTextContent(/^21–/));
    await settled();
    await user.click(enabledBoxes()[0]!);
    await counted('2 instances selected');

    await user.type(screen.getByRole('searchbox', { name: 'Name, ID or IP' }), 'web-prod{Enter}');
    await waitFor(() => expect(screen.getByText('web-prod', { selector: 'b' })).toBeInTheDocument());
    await settled();
    await counted('2 instances selected');

    await user.click(screen.getByRole('button', { name: 'Show selected' }));
    expect(
      within(screen.getByRole('table', { name: 'Selected instances' })).getAllByRole('row'),
    ).toHaveLength(3);
  });

  it('B2: tag, zone and system are asked of the service, all at once', async () => {
    const asked: Params[] = [];
    const { user } = await open({
      wrap: (rpc) => (product, action, params, options) => {
        if (action === 'DescribeInstances') asked.push(params);
        return rpc(product, action, params, options);
      },
    });
    for (const label of ['Tag', 'Zone', 'System']) {
      await user.click(screen.getByRole('button', { name: new RegExp(`^${label}`) }));
      const [, first] = await screen.findAllByRole('menuitemradio');
      await user.click(first!);
    }
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({
        Tag: [expect.objectContaining({ Key: expect.any(String) })],
        ZoneId: expect.stringMatching(/^cn-hangzhou-/),
        ImageId: expect.stringMatching(/./),
      }),
    );
  });

  it('B2: disables what cannot run the command and says why', async () => {
    await open();
    const reasons = new Set<string>();
    for (const row of bodyRows()) {
      const box = within(row).getByRole<HTMLInputElement>('checkbox');
      const verdict = within(row).getAllByRole('cell').at(-1)?.textContent ?? '';
      expect(box.disabled, verdict).toBe(!verdict.startsWith('Ready'));
      if (!box.disabled) continue;
      expect(box).toHaveAccessibleDescription();
      reasons.add(verdict);
    }
    expect(reasons.size).toBeGreaterThan(1);
  });

  it('B2: offers Windows to a PowerShell command and Linux to none of them', async () => {
    await open({ type: 'RunPowerShellScript' });
    for (const row of bodyRows()) {
      const [, , , system, verdict] = within(row).getAllByRole('cell');
      if (!system?.textContent?.startsWith('Windows')) expect(verdict).toHaveTextContent('Needs Windows');
    }
    expect(enabledBoxes().length).toBeGreaterThan(0);
  });

  it('E2: says that a system is not supported', async () => {
    const { user } = await open();
    await user.type(screen.getByRole('searchbox', { name: 'Name, ID or IP' }), 'fbsd{Enter}');
    const verdict = await screen.findByText('System not supported');
    expect(within(verdict.closest('tr')!).getByRole('checkbox')).toBeDisabled();
  });

  it('B2: selects with the head box exactly the eligible rows of the page', async () => {
    const { user } = await open();
    const eligible = enabledBoxes().length;
    await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }));
    expect(enabledBoxes().every((box) => box.checked)).toBe(true);
    await counted(`${eligible} instances selected`);
  });

  it('B3: refuses to grow beyond the maximum, with a sentence, and keeps what was picked', async () => {
    const { user } = await open({ maximum: 2 });
    await user.click(enabledBoxes()[0]!);
    await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }));
    expect(screen.getByRole('alert')).toHaveTextContent(/Nothing was added: .* one run takes at most 2/);
    await counted('1 instance selected');
    await user.click(enabledBoxes()[1]!);
    await counted('2 instances selected');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('B2: hides on demand what cannot run, and says how many that are', async () => {
    const { user } = await open();
    const eligible = enabledBoxes().length;
    await user.click(screen.getByRole('checkbox', { name: 'Only eligible' }));
    expect(bodyRows()).toHaveLength(eligible);
    expect(
      screen.getByText(new RegExp(`here ${eligible} can run, ${20 - eligible} that cannot are hidden`)),
    ).toBeInTheDocument();
  });

  it('B2: takes single instances out of the shown selection', async () => {
    const { user } = await open();
    await user.click(enabledBoxes()[0]!);
    await user.click(enabledBoxes()[1]!);
    await user.click(screen.getByRole('button', { name: 'Show selected' }));
    const remove = screen.getAllByRole('button', { name: /^Take .+-.+ away$/ });
    await user.click(remove[0]!);
    await counted('1 instance selected');
    await user.click(screen.getByRole('button', { name: 'Take all away' }));
    await counted('0 instances selected');
    expect(table()).toBeInTheDocument();
  });

  it('B2: lets be picked, with a warning, what the service tells nothing about', async () => {
    const { user } = await open({ wrap: failing('DescribeCloudAssistantStatus') });
    expect(screen.getByText('The agents could not be read.')).toBeInTheDocument();
    expect(screen.getAllByText('Agent not known').length).toBeGreaterThan(0);
    await user.click(enabledBoxes()[0]!);
    await counted('1 instance selected');
  });

  it('J5: tells what failed and reads again on demand', async () => {
    const { fetch } = await createTestEmulator();
    let broken = true;
    const rpc: Rpc = (...call) =>
      broken && call[1] === 'DescribeInstances'
        ? Promise.reject(apiError('Throttling.User', { action: 'DescribeInstances' }))
        : emulatorRpc(fetch)(...call);
    const { user } = renderPage(<PickerHost type="RunShellScript" maximum={50} />, { rpc });
    expect(await screen.findByText('The instances could not be read')).toBeInTheDocument();
    expect(screen.getByText('Throttling.User')).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settled();
    expect(bodyRows().length).toBe(20);
  });

  it('J5: says what found nothing and clears it', async () => {
    const { user } = await open();
    await user.type(screen.getByRole('searchbox', { name: 'Name, ID or IP' }), 'nosuch{Enter}');
    expect(await screen.findByText('Nothing matches “nosuch”')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await settled();
    expect(bodyRows().length).toBe(20);
  });
});

function failing(action: string) {
  return (rpc: Rpc): Rpc =>
    (...call) =>
      call[1] === action
        ? Promise.reject(apiError('ServiceUnavailable', { action, httpStatus: 500 }))
        : rpc(...call);
}
