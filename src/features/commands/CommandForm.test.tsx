import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeBase64 } from '@/domain/base64';
import { openCommands, REGION, saveCommand } from '../../../test/support/open-commands';

vi.mock('@/ui/code-editor/LoadedEditor', () => import('../../../test/support/plain-editor'));
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => sessionStorage.clear());

const field = (name: string) => screen.findByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const write = async (script: string) =>
  fireEvent.change(await field('Content'), { target: { value: script } });
const rename = async (name: string) => fireEvent.change(await field('Name'), { target: { value: name } });

describe('creating a command', () => {
  it('A2: saves what was typed, says so with a link, and shows it in the list', async () => {
    const { user, api, router } = await openCommands('/commands?type=RunBatScript');
    await user.click(await screen.findByRole('link', { name: 'Create command' }));
    await user.type(await field('Name'), 'free space');
    await user.type(await field('Description'), 'How full');
    await user.click(screen.getByRole('radio', { name: 'PowerShell' }));
    expect(await field('Working directory')).toHaveAttribute(
      'placeholder',
      'C:\\ProgramData\\aliyun\\assist\\$(version)',
    );
    await write('Write-Output "{{drive}}"');
    await user.click(screen.getByRole('switch', { name: 'Use parameters' }));
    expect(within(screen.getByRole('list', { name: 'Parameters' })).getByText('drive')).toBeInTheDocument();
    expect(await field('Timeout')).toHaveValue('3600');
    await user.click(button('Create command'));
    expect(await screen.findByText('free space is saved')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/cn-beijing/commands');
    const { items } = await api.ecs.describeCommands({ RegionId: REGION, Name: 'free space' });
    expect(items).toMatchObject([
      {
        Type: 'RunPowerShellScript',
        Description: 'How full',
        Timeout: 3600,
        ParameterNames: ['drive'],
        WorkingDir: '',
      },
    ]);
    expect(screen.getByRole('link', { name: 'Open free space' })).toHaveAttribute(
      'href',
      `/cn-beijing/commands/${items[0]?.CommandId}`,
    );
    expect(sessionStorage).toHaveLength(0);
  });

  it('A2: Back after saving leads to the list as it was, not to an empty form', async () => {
    const { user, router } = await openCommands('/commands?type=RunBatScript');
    await user.click(await screen.findByRole('link', { name: 'Create command' }));
    await rename('free space');
    await write('df -h');
    await user.click(button('Create command'));
    expect(await screen.findByText('free space is saved')).toBeVisible();
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-beijing/commands'));
    await act(() => router.navigate(-1));
    await waitFor(() => expect(router.state.location.search).toBe('?type=RunBatScript'));
    expect(router.state.location.pathname).toBe('/cn-beijing/commands');
  });

  it('B8: shows the call while it is written', async () => {
    await openCommands('/commands/new');
    await rename("it's");
    expect(screen.getByRole('group', { name: 'The same as a CLI call' })).toHaveTextContent(
      `aliyun ecs CreateCommand --RegionId cn-beijing --Name 'it'\\''s' --Type RunShellScript`,
    );
  });

  it('A2: an empty name is told at the field, which gets the focus', async () => {
    const { user, api } = await openCommands('/commands/new');
    await write('echo hi');
    await user.click(button('Create command'));
    const name = await field('Name');
    await waitFor(() => expect(name).toHaveAccessibleDescription(/Give the command a name\./));
    expect(name).toHaveFocus();
    expect(await field('Content')).toHaveValue('echo hi');
    expect((await api.ecs.describeCommands({ RegionId: REGION })).totalCount).toBe(5);
  });

  it.each([
    ['0', /at least 1 s/],
    ['-1', /at least 1 s/],
    ['1000000000', /at most 86,400 s/],
    ['1e9', /whole number of seconds/],
    ['abc', /whole number of seconds/],
    ['', /Give a timeout/],
  ])('A2: a timeout of “%s” is refused at the field', async (timeout, reason) => {
    const { user } = await openCommands('/commands/new');
    await rename('hello');
    await write('echo hi');
    fireEvent.change(await field('Timeout'), { target: { value: timeout } });
    await user.click(button('Create command'));
    await waitFor(async () => expect(await field('Timeout')).toHaveAccessibleDescription(reason));
    expect(await field('Name')).toHaveValue('hello');
  });

  it('A4: content over 16 KB of Base64 is refused as it is typed, with the sizes, and kept', async () => {
    await openCommands('/commands/new');
    await rename('big');
    const fits = 'x'.repeat(12_288);
    await write(fits);
    expect(screen.getByRole('meter', { name: 'Base64 size' })).toHaveAttribute('aria-valuenow', '16384');
    expect(button('Create command')).not.toHaveAttribute('aria-disabled');
    await write(`${fits}x`);
    const reason = /16,388 bytes after Base64; at most 16,384/;
    expect(await field('Content')).toHaveAccessibleDescription(reason);
    expect(button('Create command')).toHaveAccessibleDescription(reason);
    expect(await field('Content')).toHaveValue(`${fits}x`);
  });

  it('A3: 21 parameters are refused, 20 are not', async () => {
    const { user } = await openCommands('/commands/new');
    const script = (count: number) => Array.from({ length: count }, (_, i) => `echo "{{p${i}}}"`).join('\n');
    await user.click(await screen.findByRole('switch', { name: 'Use parameters' }));
    await write(script(20));
    expect(button('Create command')).not.toHaveAttribute('aria-disabled');
    await write(script(21));
    expect(button('Create command')).toHaveAccessibleDescription(/21 parameters; at most 20/);
    expect(within(screen.getByRole('list', { name: 'Parameters' })).getAllByRole('listitem')).toHaveLength(
      21,
    );
  });

  it.each([
    ['{{}}', /the braces are empty/],
    ['{{a b}}', /“a b” is no parameter name/],
    ['{{名}}', /“名” is no parameter name/],
    [`{{${'n'.repeat(65)}}}`, /too long for a parameter name/],
    ['{{ACS::Nothing}}', /not one of the built-in/],
  ])('A3: the bad parameter %s is told with its place, in the editor too', async (use, reason) => {
    const { user } = await openCommands('/commands/new');
    await user.click(await screen.findByRole('switch', { name: 'Use parameters' }));
    await write(`echo hi\necho ${use}`);
    expect(screen.getByTestId('in-editor')).toHaveTextContent(reason);
    expect(screen.getByTestId('in-editor')).toHaveTextContent('Line 2, column 6');
    expect(button('Create command')).toHaveAccessibleDescription(reason);
  });

  it('A3: parameters in a script without the switch are pointed out', async () => {
    const { user } = await openCommands('/commands/new');
    await write('echo "{{who}}"');
    expect(screen.getByText('The script has a parameter, but parameters are off.')).toBeInTheDocument();
    await user.click(button('Turn on'));
    expect(screen.getByRole('switch', { name: 'Use parameters' })).toBeChecked();
  });

  it('B9: a parameter outside quotes in a shell script is pointed out', async () => {
    const { user } = await openCommands('/commands/new');
    await user.click(await screen.findByRole('switch', { name: 'Use parameters' }));
    await write('rm -r {{path}}; echo "{{path}}"');
    expect(screen.getByText('{{path}} is not quoted')).toBeInTheDocument();
    await write('rm -r "{{path}}"');
    expect(screen.queryByText('{{path}} is not quoted')).not.toBeInTheDocument();
  });

  it('A1: with the quota used up meanwhile, the refusal is told and nothing is lost', async () => {
    const { user, api } = await openCommands('/commands/new', { limits: { commandQuota: 6 } });
    await rename('one too many');
    await write('echo hi');
    await saveCommand(api);
    await user.click(button('Create command'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The command was not saved. Nothing you typed is lost.');
    expect(alert).toHaveTextContent(/CmdCount\.ExceedQuota, RequestId [0-9A-F-]{36}/);
    expect(await field('Content')).toHaveValue('echo hi');
    expect(await screen.findByText('The quota of 6 commands is full')).toBeInTheDocument();
  });

  it('K4: a refusal that names a field is told there too', async () => {
    const { user, emulator } = await openCommands('/commands/new');
    await rename('hello');
    await write('echo hi');
    emulator.faults.set([{ action: 'CreateCommand', code: 'InvalidParameter.WorkingDir', times: 1 }]);
    await user.click(button('Create command'));
    expect(await screen.findByRole('alert')).toHaveTextContent('InvalidParameter.WorkingDir');
    expect(await field('Working directory')).toHaveAttribute('aria-invalid', 'true');
    await user.click(button('Create command'));
    expect(await screen.findByText('hello is saved')).toBeInTheDocument();
  });

  it('K4: trying again after a lost answer creates one command', async () => {
    const { user, api, emulator } = await openCommands('/commands/new');
    await rename('once');
    await write('echo hi');
    const tokens: (string | null)[] = [];
    const handle = emulator.handle.bind(emulator);
    vi.spyOn(emulator, 'handle').mockImplementation(async (request) => {
      const params = new URLSearchParams(await request.clone().text());
      if (params.get('Action') !== 'CreateCommand') return handle(request);
      tokens.push(params.get('ClientToken'));
      const answer = await handle(request);
      return tokens.length <= LOST ? Response.error() : answer;
    });
    await user.click(button('Create command'));
    expect(await screen.findByRole('alert', {}, { timeout: 15_000 })).toHaveTextContent('Network');
    vi.mocked(emulator.handle).mockRestore();
    await user.click(button('Create command'));
    expect(await screen.findByText('once is saved')).toBeInTheDocument();
    expect(new Set(tokens).size).toBe(1);
    expect((await api.ecs.describeCommands({ RegionId: REGION, Name: 'once' })).totalCount).toBe(1);
  });
});

/** More answers than the client waits for. */
const LOST = 50;

describe('unsaved work', () => {
  it('A2: survives a reload of the tab and can be thrown away', async () => {
    const first = await openCommands('/commands/new');
    await rename('half done');
    await write('echo {{');
    first.unmount();
    const { user } = await openCommands('/commands/new');
    expect(await field('Name')).toHaveValue('half done');
    expect(await field('Content')).toHaveValue('echo {{');
    await user.click(button('Discard the draft'));
    expect(await field('Name')).toHaveValue('');
    expect(sessionStorage).toHaveLength(0);
  });

  it('A2: asks before it is left, with the focus on staying, and keeps it', async () => {
    const { user, router } = await openCommands('/commands/new');
    await rename('half done');
    await user.keyboard('{Escape}');
    const question = await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await waitFor(() => expect(within(question).getByRole('button', { name: 'Stay here' })).toHaveFocus());
    await user.click(within(question).getByRole('button', { name: 'Stay here' }));
    // The first question is gone before the second is asked.
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Leave without saving?' })).toBeNull());
    expect(await field('Name')).toHaveValue('half done');
    void router.navigate('/cn-beijing/instances');
    await user.click(await screen.findByRole('button', { name: 'Leave, keep the draft' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-beijing/instances'));
    await router.navigate('/cn-beijing/commands/new');
    expect(await field('Name')).toHaveValue('half done');
  });

  it('A2: holds the tab only while there is something to lose', async () => {
    await openCommands('/commands/new');
    await field('Name');
    const closing = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(closing()).toBe(false);
    await rename('half done');
    await waitFor(() => expect(closing()).toBe(true));
  });
});

describe('copying', () => {
  it('A6: has every field filled and editable, and saves another command', async () => {
    let id = '';
    const { user, api } = await openCommands('/commands', {}, async (client) => {
      id = await saveCommand(client, { Description: 'Says hello', WorkingDir: '/srv' });
    });
    const link = await screen.findByRole('link', { name: 'say-hello' });
    link.closest('tr')?.focus();
    await user.keyboard('c');
    expect(await screen.findByRole('dialog', { name: /Copy of say-hello/ })).toBeInTheDocument();
    expect(await field('Name')).toHaveValue('say-hello-copy');
    expect(await field('Description')).toHaveValue('Says hello');
    expect(await field('Working directory')).toHaveValue('/srv');
    expect(await field('Timeout')).toHaveValue('60');
    expect(await field('Content')).toHaveValue('echo "hello {{who}}"');
    expect(screen.getByRole('switch', { name: 'Use parameters' })).toBeChecked();
    fireEvent.change(await field('Timeout'), { target: { value: '90' } });
    await user.click(button('Save as a new command'));
    expect(await screen.findByText('say-hello-copy is saved')).toBeInTheDocument();
    const { items } = await api.ecs.describeCommands({ RegionId: REGION, Name: 'say-hello*' });
    expect(items.map(({ Name, Timeout }) => [Name, Timeout])).toEqual([
      ['say-hello-copy', 90],
      ['say-hello', 60],
    ]);
    const copied = items.find(({ CommandId }) => CommandId !== id);
    expect(new TextDecoder().decode(decodeBase64(copied?.CommandContent ?? ''))).toBe('echo "hello {{who}}"');
  });

  it('A6: a command deleted elsewhere cannot be copied, and says so', async () => {
    await openCommands('/commands/c-0000000000/copy');
    expect(await screen.findByText('There is no command c-0000000000 to copy')).toBeInTheDocument();
  });
});
