import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestEmulator } from '@mocks/node';
import { fakeRpc, emulatorRpc, apiError, renderPage } from '../../../../test/support/render';
import { routes } from '..';

vi.setConfig({ testTimeout: 30_000 });

const TOKEN = 'demo-ops-0000000000000000';

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1440);
});

async function open(search = '') {
  const emulator = await createTestEmulator();
  const page = renderPage(routes, {
    at: `/cn-hangzhou/alarms/contacts${search}`,
    rpc: emulatorRpc(emulator.fetch),
  });
  await screen.findByRole('table');
  return page;
}

const rowOf = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

describe('contacts', () => {
  it('I1: lists contacts with their channels, states and groups, and keeps a robot’s token hidden', async () => {
    const { user } = await open();
    expect(await screen.findByRole('heading', { level: 1, name: '5 contacts in 3 groups' })).toBeVisible();
    const row = await rowOf('li.qiang');
    for (const text of ['+86-19900000012', 'li.qiang@example.com', 'liqiang_dba', 'dba'])
      expect(within(row).getByText(text)).toBeInTheDocument();
    expect(within(row).getAllByText('Activated')).toHaveLength(3);
    const robot = await rowOf('ops-robot');
    expect(document.body.innerHTML).not.toContain(TOKEN);
    await user.click(within(robot).getByRole('button', { name: 'Show the token' }));
    expect(within(robot).getByText(new RegExp(TOKEN))).toBeInTheDocument();
  });

  it('I1: searches in names, numbers and groups, and says when nothing matches', async () => {
    const { user, router } = await open();
    await rowOf('li.qiang');
    await user.keyboard('/dba{Enter}');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'sarah.tan' })).toBeNull());
    expect(router.state.location.search).toBe('?q=dba');
    expect(await rowOf('ops-robot')).toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), `${TOKEN}{Enter}`);
    expect(await screen.findByText(`Nothing matches “${TOKEN}”`)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(await rowOf('sarah.tan')).toBeInTheDocument();
  });

  it('I1: makes a contact that waits to be activated; refuses what is wrong in words', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'New contact' }));
    const dialog = await screen.findByRole('dialog', { name: 'New contact' });
    const inside = within(dialog);
    await user.type(inside.getByRole('textbox', { name: 'Name' }), 'alice');
    await user.click(inside.getByRole('button', { name: 'New contact' }));
    expect(await inside.findByText('Enter at least one way to reach them.')).toBeInTheDocument();
    await user.type(inside.getByRole('textbox', { name: 'Mail' }), 'alice');
    await user.click(inside.getByRole('button', { name: 'New contact' }));
    expect(inside.getByRole('textbox', { name: 'Mail' })).toHaveAccessibleDescription(
      /looks like name@example.com/,
    );
    await waitFor(() => expect(inside.getByRole('textbox', { name: 'Mail' })).toHaveFocus());
    await user.type(inside.getByRole('textbox', { name: 'Mail' }), '@example.com');
    await user.type(
      inside.getByLabelText('DingTalk robot'),
      'https://oapi.dingtalk.com/robot/send?access_token=secret-secret',
    );
    expect(dialog.textContent).toContain('access_token=••••••••cret');
    expect(dialog.textContent).not.toContain('secret-secret');
    expect(JSON.stringify(sessionStorage)).toContain('alice@example.com');
    expect(JSON.stringify(sessionStorage)).not.toContain('secret-secret');
    await user.click(inside.getByRole('button', { name: 'New contact' }));
    const row = await rowOf('alice');
    expect(within(row).getByText('Not activated yet')).toBeInTheDocument();
    expect(within(row).getByText('In no group')).toBeInTheDocument();
    expect(await screen.findByText('alice is saved')).toBeInTheDocument();
    expect(JSON.stringify(sessionStorage)).not.toContain('alice@example.com');
  });

  it('I1: a new contact never replaces one that has the name', async () => {
    const { user } = await open('?new=contact');
    const inside = within(await screen.findByRole('dialog', { name: 'New contact' }));
    await user.type(inside.getByRole('textbox', { name: 'Name' }), 'sarah.tan');
    await user.type(inside.getByRole('textbox', { name: 'Mail' }), 'other@example.com');
    await user.click(inside.getByRole('button', { name: 'New contact' }));
    expect(await inside.findByText(/A contact of this name exists/)).toBeInTheDocument();
    expect(screen.getByText('sarah.tan@example.com')).toBeInTheDocument();
  });

  it('I1: a change made elsewhere meanwhile is shown before anything is saved over it', async () => {
    const emulator = await createTestEmulator();
    const rpc = emulatorRpc(emulator.fetch);
    const { user } = renderPage(routes, { at: '/cn-hangzhou/alarms/contacts?contact=sarah.tan', rpc });
    const inside = within(await screen.findByRole('dialog', { name: 'Edit sarah.tan' }));
    await rpc(
      'cms',
      'PutContact',
      {
        RegionId: 'cn-hangzhou',
        ContactName: 'sarah.tan',
        Describe: 'On leave',
        Channels: { Mail: 'leave@example.com' },
        Lang: 'en',
      },
      { kind: 'write' },
    );
    await user.type(inside.getByRole('textbox', { name: 'Phone (SMS)' }), '13800000000');
    await user.click(inside.getByRole('button', { name: 'Save' }));
    expect(await inside.findByText('It was changed elsewhere.')).toBeInTheDocument();
    expect(inside.getByRole('textbox', { name: 'Mail' })).toHaveValue('leave@example.com');
    expect(inside.getByRole('textbox', { name: 'Phone (SMS)' })).toHaveValue('13800000000');
    await user.click(inside.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('sarah.tan is saved')).toBeInTheDocument();
    const row = await rowOf('sarah.tan');
    expect(await within(row).findByText('13800000000')).toBeInTheDocument();
  });

  it('I1: deleting names the groups, and those where nobody is left', async () => {
    const { user } = await open();
    const row = await rowOf('sarah.tan');
    row.focus();
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('dialog', { name: 'Delete contact sarah.tan?' });
    expect(dialog).toHaveTextContent('It leaves the group management.');
    expect(dialog).toHaveTextContent('Nobody is left in management');
    await user.click(within(dialog).getByRole('button', { name: 'Delete contact' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'sarah.tan' })).toBeNull());
    expect(await screen.findByText('Contact sarah.tan is deleted')).toBeInTheDocument();
  });

  it('I1: says why the list is not there, and tries again', async () => {
    let calls = 0;
    const refuse = apiError('InternalError', { action: 'DescribeContactList', httpStatus: 500 });
    const rpc = fakeRpc({
      DescribeContactList: () => {
        calls += 1;
        if (calls === 1) throw refuse;
        return { Contacts: { Contact: [] }, Total: 0 };
      },
      DescribeContactGroupList: { ContactGroupList: { ContactGroup: [] }, Total: 0 },
    });
    const { user } = renderPage(routes, { at: '/cn-hangzhou/alarms/contacts', rpc });
    expect(await screen.findByText('The cloud failed to answer')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No contacts yet')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'Nobody is told of alarms yet' })).toBeVisible();
  });
});

describe('contact groups', () => {
  it('I1: what is put is the whole membership, over what others changed meanwhile', async () => {
    const emulator = await createTestEmulator();
    const rpc = emulatorRpc(emulator.fetch);
    const { user } = renderPage(routes, { at: '/cn-hangzhou/alarms/contacts?list=groups&group=dba', rpc });
    const inside = within(await screen.findByRole('dialog', { name: 'Edit group dba' }));
    await rpc(
      'cms',
      'PutContactGroup',
      {
        RegionId: 'cn-hangzhou',
        ContactGroupName: 'dba',
        Describe: 'Databases',
        ContactNames: ['li.qiang', 'chen.yu'],
      },
      { kind: 'write' },
    );
    await user.click(inside.getByRole('checkbox', { name: 'sarah.tan' }));
    await user.click(inside.getByRole('checkbox', { name: 'li.qiang' }));
    await user.click(inside.getByRole('button', { name: 'Save' }));
    expect(await inside.findByText('It was changed elsewhere.')).toBeInTheDocument();
    expect(inside.getByRole('checkbox', { name: 'chen.yu' })).toBeChecked();
    expect(inside.getByRole('checkbox', { name: 'ops-robot' })).not.toBeChecked();
    await user.click(inside.getByRole('button', { name: 'Save' }));
    const row = await rowOf('dba');
    expect(await within(row).findByText('chen.yu and sarah.tan')).toBeInTheDocument();
  });

  it('I1: an empty group says that it tells nobody', async () => {
    const { user } = await open('?list=groups&new=group');
    const inside = within(await screen.findByRole('dialog', { name: 'New contact group' }));
    await user.type(inside.getByRole('textbox', { name: 'Name' }), 'night');
    expect(inside.getByText(/rules that tell the group tell no one/)).toBeInTheDocument();
    await user.click(inside.getByRole('button', { name: 'New group' }));
    expect(within(await rowOf('night')).getByText('Nobody')).toBeInTheDocument();
  });
});
