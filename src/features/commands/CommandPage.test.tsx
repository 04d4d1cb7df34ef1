import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openCommands, REGION, saveCommand } from '../../../test/support/open-commands';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => sessionStorage.clear());

/** Opens the page of a fresh command. */
async function openDetail() {
  let id = '';
  const page = await openCommands('/settings', {}, async (api) => {
    id = await saveCommand(api, { Description: 'Says hello' });
  });
  await page.router.navigate(`/${REGION}/commands/${id}`);
  await screen.findByRole('heading', { level: 1, name: /say-hello/ });
  return { ...page, id };
}

describe('one command', () => {
  it('A8: shows content with its parameters marked, facts, runs and the CLI calls', async () => {
    const { id } = await openDetail();
    expect(
      await screen.findByRole('heading', { level: 1, name: 'say-hello, not run yet' }),
    ).toBeInTheDocument();
    const content = within(screen.getByRole('region', { name: 'Content' }));
    expect(content.getByText('{{who}}')).toHaveClass('param');
    const facts = within(screen.getByRole('region', { name: 'Facts' }));
    for (const text of [id, 'Shell', '/root', '60 seconds', 'who'])
      expect(facts.getByText(text)).toBeInTheDocument();
    expect(await screen.findByText('It has not been run yet')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Read this command' })).toHaveTextContent(
      `aliyun ecs DescribeCommands --RegionId cn-beijing --CommandId ${id}`,
    );
    expect(document.title).toBe('say-hello · Commands');
  });

  it('A8: lists its runs with their outcome and the way to all of them', async () => {
    const { router, api } = await openCommands('/settings');
    const runs = await api.ecs.describeInvocations({ RegionId: 'cn-hangzhou', PageSize: 1 });
    const run = runs.items[0];
    if (!run) throw new Error('the demo account has runs');
    await router.navigate(`/cn-hangzhou/commands/${run.CommandId}`);
    const link = await screen.findByRole('link', { name: run.InvokeId });
    expect(link).toHaveAttribute('href', `/cn-hangzhou/invocations/${run.InvokeId}`);
    expect(screen.getByRole('link', { name: /record/ })).toHaveAttribute(
      'href',
      `/cn-hangzhou/invocations?q=${run.CommandId}`,
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/, run (once|\d+ times)/);
  });

  it('A8: a command deleted elsewhere is said to be gone, with the way back', async () => {
    await openCommands('/commands/c-0000000000');
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'There is no command c-0000000000 in China (Beijing)',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Back to the commands' })).toHaveAttribute(
      'href',
      '/cn-beijing/commands',
    );
  });

  it('J4: what it opened gives the focus back to the link that opened it', async () => {
    const { user, router, id } = await openDetail();
    await user.click(screen.getByRole('link', { name: 'Copy' }));
    await screen.findByRole('textbox', { name: 'Name' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.pathname).toBe(`/${REGION}/commands/${id}`));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Copy' })).toHaveFocus());
  });

  it('A7: after its deletion the list is shown', async () => {
    const { user, router } = await openDetail();
    await user.click(screen.getByRole('button', { name: 'Delete…' }));
    await user.click(await screen.findByRole('button', { name: 'Delete command' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-beijing/commands'));
    expect(await screen.findByText('say-hello is deleted')).toBeInTheDocument();
  });
});

describe('editing', () => {
  it('A5, B8: changes name and description, and shows the call; the rest is fixed, says why and offers Copy', async () => {
    const { user, api, id } = await openDetail();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit say-hello' }));
    for (const name of ['Type', 'Working directory', 'Timeout', 'Content']) {
      expect(dialog.getByRole('textbox', { name })).toHaveAttribute('readonly');
    }
    expect(dialog.getByText(/schedules that run this command stay consistent/)).toBeInTheDocument();
    expect(dialog.getByRole('link', { name: 'Copy it to change them' })).toHaveAttribute(
      'href',
      `/cn-beijing/commands/${id}/copy`,
    );
    expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
      'Nothing has changed yet',
    );
    fireEvent.change(dialog.getByRole('textbox', { name: 'Name' }), { target: { value: 'greet' } });
    fireEvent.change(dialog.getByRole('textbox', { name: 'Description' }), { target: { value: '' } });
    expect(
      dialog.getByRole('button', {
        name: `aliyun ecs ModifyCommand --RegionId cn-beijing --CommandId ${id} --Name greet --Description ''`,
      }),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('greet is saved')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const { items } = await api.ecs.describeCommands({ RegionId: REGION, CommandId: id });
    expect(items).toMatchObject([{ Name: 'greet', Description: '', Timeout: 60 }]);
    expect(await screen.findByRole('heading', { level: 1, name: /greet/ })).toBeInTheDocument();
  });

  it('A5: an empty or overlong name is refused at the field', async () => {
    const { user } = await openDetail();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit say-hello' }));
    const name = dialog.getByRole('textbox', { name: 'Name' });
    fireEvent.change(name, { target: { value: '' } });
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(name).toHaveAccessibleDescription(/Give the command a name/));
    fireEvent.change(name, { target: { value: 'n'.repeat(129) } });
    await waitFor(() => expect(name).toHaveAccessibleDescription(/129 characters; at most 128/));
  });

  it('A5: a command that another tab deleted meanwhile is told, and nothing typed is lost', async () => {
    const { user, api, id, queryClient } = await openDetail();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit say-hello' }));
    fireEvent.change(dialog.getByRole('textbox', { name: 'Name' }), { target: { value: 'greet' } });
    await api.ecs.deleteCommand({ RegionId: REGION, CommandId: id });
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(/InvalidCmdId\.NotFound, RequestId/);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('greet');
  });

  it('A5: asks before changes are thrown away', async () => {
    const { user } = await openDetail();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit say-hello' }));
    fireEvent.change(dialog.getByRole('textbox', { name: 'Name' }), { target: { value: 'greet' } });
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Discard the changes' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});
