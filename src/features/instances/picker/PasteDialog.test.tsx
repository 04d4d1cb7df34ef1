import { configure, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Params, Rpc } from '@/api/rpc';
import { LIMITS } from '@/domain/limits';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { apiError, emulatorRpc, fakeRpc, renderPage } from '../../../../test/support/render';
import { InstancePicker } from './InstancePicker';
import { PasteDialog } from './PasteDialog';
import type { Picked } from './picked-instance';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.UTC(2026, 10, 22);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW });
const instance = (name: string) => world.instances(HOME_REGION).find((one) => one.instanceName === name)!;

interface HostProps {
  maximum?: number;
  onClose?(): void;
}

function Host({ maximum = 50, onClose = () => undefined }: HostProps) {
  const [selected, setSelected] = useState<Picked>(new Map());
  return (
    <>
      <output>{[...selected.values()].map(({ name }) => name).join(' ')}</output>
      <PasteDialog
        region={HOME_REGION}
        commandType="RunShellScript"
        limits={LIMITS.manual}
        selected={selected}
        onChange={setSelected}
        maximum={maximum}
        onClose={onClose}
      />
    </>
  );
}

async function open(props: HostProps = {}, wrap: (rpc: Rpc) => Rpc = (rpc) => rpc) {
  const { fetch } = await createTestEmulator({ now: NOW });
  const page = renderPage(<Host {...props} />, { rpc: wrap(emulatorRpc(fetch)) });
  await field();
  return page;
}

const field = () => screen.findByRole('textbox', { name: 'Instance IDs or IP addresses' });
const add = () => screen.getByRole('button', { name: 'Add to the selection' });
const selection = () => document.querySelector('output')?.textContent;

describe('Paste IDs or IPs', () => {
  it('B2: adds by ID and by address, and closes when nothing is left over', async () => {
    const onClose = vi.fn();
    const { user } = await open({ onClose });
    const gateway = instance('gw-01');
    await user.click(await field());
    await user.paste(
      [instance('web-prod-01').instanceId, instance('cache-01').privateIp, gateway.publicIp].join('\n'),
    );
    await user.click(add());
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(selection()).toBe('web-prod-01 cache-01 gw-01');
  });

  it('B2: names what is unknown, what cannot run the command and what is no ID at all', async () => {
    const { user } = await open();
    await user.click(await field());
    await user.paste(
      `${instance('web-prod-01').instanceId} ${instance('edge-fbsd-01').instanceId} i-nosuch123 10.99.99.99 web-99`,
    );
    await user.click(add());
    const report = await screen.findByRole('alert');
    expect(report).toHaveTextContent('1 instance was added.');
    expect(report).toHaveTextContent(/1 cannot run the command.*edge-fbsd-01: System not supported/);
    expect(report).toHaveTextContent(/2 are of no instance of this region.*i-nosuch123.*10\.99\.99\.99/);
    expect(report).toHaveTextContent(/1 is neither an instance ID nor an IPv4 address.*web-99/);
    expect(selection()).toBe('web-prod-01');
    expect(await field()).toHaveValue('web-99\ni-nosuch123\n10.99.99.99');
  });

  it('B2: names the surplus over what one run takes', async () => {
    const { user } = await open({ maximum: 1 });
    await user.click(await field());
    await user.paste(`${instance('web-prod-01').instanceId}, ${instance('cache-01').instanceId}`);
    await user.click(add());
    const report = await screen.findByRole('alert');
    expect(report).toHaveTextContent(/1 too many: one run takes at most 1.*cache-01/);
    expect(selection()).toBe('web-prod-01');
  });

  it('B2: asks for at most a hundred IDs or addresses a call', async () => {
    const asked: Params[] = [];
    const { user } = await open({}, (rpc) => (product, action, params, options) => {
      if (action === 'DescribeInstances') asked.push(params);
      return rpc(product, action, params, options);
    });
    const ids = Array.from({ length: 150 }, (_, number) => `i-none${String(number).padStart(4, '0')}`);
    await user.click(await field());
    await user.paste(ids.join('\n'));
    await user.click(add());
    expect(await screen.findByRole('alert')).toHaveTextContent(/^.*150 are of no instance/);
    const sizes = asked.map(({ InstanceIds }) => (JSON.parse(String(InstanceIds)) as string[]).length);
    expect(sizes).toEqual([100, 50]);
  });

  it('B2: does not guess which of several instances an address means', async () => {
    const row = (InstanceId: string) => ({
      InstanceId,
      InstanceName: `name-of-${InstanceId}`,
      VpcAttributes: { PrivateIpAddress: { IpAddress: ['10.0.0.1'] } },
    });
    const rpc = fakeRpc({
      DescribeInstances: { TotalCount: 2, Instances: { Instance: [row('i-a'), row('i-b')] } },
    });
    const { user } = renderPage(<Host />, { rpc });
    await user.type(await field(), '10.0.0.1');
    await user.click(add());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /1 address belongs to several instances: use their IDs.*10\.0\.0\.1: name-of-i-a and name-of-i-b/,
    );
    expect(selection()).toBe('');
  });

  it('B2: says so when there is nothing to look up, or when it could not be looked up', async () => {
    const { user } = await open(
      {},
      (rpc) =>
        (product, action, ...rest) =>
          action === 'DescribeInstances'
            ? Promise.reject(apiError('Throttling.User', { action }))
            : rpc(product, action, ...rest),
    );
    await user.type(await field(), 'web-01');
    await user.click(add());
    expect(await field()).toHaveAccessibleDescription(/There is no instance ID/);
    await user.clear(await field());
    await user.type(await field(), 'i-bp1abcdef');
    await user.click(add());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Nothing was added\..*Throttling\.User/);
    expect(await field()).toHaveValue('i-bp1abcdef');
  });

  it('B2: is opened from the picker and adds to its selection', async () => {
    function Picker() {
      const [selected, setSelected] = useState<Picked>(new Map());
      return (
        <InstancePicker
          region={HOME_REGION}
          commandType="RunShellScript"
          limits={LIMITS.manual}
          selected={selected}
          onChange={setSelected}
          maximum={50}
        />
      );
    }
    const { fetch } = await createTestEmulator({ now: NOW });
    const { user } = renderPage(<Picker />, { rpc: emulatorRpc(fetch) });
    await user.click(screen.getByRole('button', { name: 'Paste IDs or IPs' }));
    await user.type(await field(), instance('cache-01').instanceId);
    await user.click(add());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Show selected' }));
    const table = screen.getByRole('table', { name: 'Selected instances' });
    expect(within(table).getByText('cache-01')).toBeInTheDocument();
  });
});
