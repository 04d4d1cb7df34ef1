import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import type { Params, Rpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import { COMMAND_FILE_BYTES, COMMAND_FILE_FORMAT } from '@/domain/command-file';
import { LIMITS } from '@/domain/limits';
import { routes } from '@/features/commands';
import { createFakeRunner } from '../../../../test/support/fake-runner';
import { REGION, saveCommand } from '../../../../test/support/open-commands';
import { apiError, emulatorRpc, renderPage } from '../../../../test/support/render';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import './ImportPage';
import './ExportAllDialog';
import './save-commands';

vi.setConfig({ testTimeout: 30_000 });

const saved = vi.hoisted(() => ({ files: [] as { blob: Blob; name: string }[] }));
vi.mock('@/ui/save-file', () => ({
  saveFile: (blob: Blob, name: string) => void saved.files.push({ blob, name }),
}));

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1280);
  sessionStorage.clear();
  saved.files.length = 0;
});

const COMMAND = { name: 'brand-new', type: 'RunShellScript', content: 'uptime\n', timeoutSeconds: 60 };
const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ ...COMMAND, name: `new-${number + 1}` }));
const fileOf = (content: unknown, name = 'commands.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name, {
    type: 'application/json',
  });
const commandsFile = (...commands: unknown[]) =>
  fileOf({ format: COMMAND_FILE_FORMAT, version: 1, commands });

/** The account behind the page; `tamper` may answer a CreateCommand in the service's place. */
async function open(at = '/commands/import', { commandQuota = 100 } = {}) {
  const { fetch } = await createTestEmulator({
    runner: createFakeRunner(),
    limits: { ...LIMITS.manual, commandQuota },
  });
  const direct = emulatorRpc(fetch);
  const api = createApi(direct);
  await saveCommand(api, { Name: 'say-hello', CommandContent: btoa('echo hello') });
  const sent: Params[] = [];
  let tamper: (params: Params) => Promise<Record<string, unknown>> | null = () => null;
  const rpc: Rpc = (product, action, params, options) => {
    const answer = action === 'CreateCommand' ? tamper(params) : null;
    if (action === 'CreateCommand') sent.push(params);
    return answer ?? direct(product, action, params, options);
  };
  const page = renderPage([...routes], { at: `/${REGION}${at}`, rpc });
  return {
    ...page,
    api,
    sent,
    setTamper: (next: typeof tamper) => {
      tamper = next;
    },
    names: async () =>
      (await api.ecs.describeCommands({ RegionId: REGION, PageSize: 50 })).items.map(({ Name }) => Name),
    choose: async (file: File) => {
      await screen.findByRole('button', { name: /^Choose a/ });
      await page.user.upload(screen.getByLabelText('File of commands'), file);
    },
  };
}

const rowOf = async (name: string) => {
  const table = await screen.findByRole('table', { name: 'Commands in the file' });
  return within(table).getByText(name).closest('tr')!;
};

describe('import of commands', () => {
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['another kind', 'name;type', 'It is not JSON text in UTF-8.'],
    ['another JSON', '{"commands":[]}', 'It is JSON, but not a file of commands.'],
    ['a newer version', `{"format":"${COMMAND_FILE_FORMAT}","version":2}`, 'It has version 2 of the format'],
    ['an older version', `{"format":"${COMMAND_FILE_FORMAT}","version":0}`, 'which is older than any known'],
  ])('A9: refuses %s and says why', async (_what, content, words) => {
    const { choose } = await open();
    await choose(fileOf(content, 'some.json'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('some.json cannot be imported.');
    expect(alert).toHaveTextContent(words);
  });

  it('A9: refuses a huge file without reading it', async () => {
    const { choose } = await open();
    const huge = fileOf('{}');
    const read = vi.spyOn(huge, 'arrayBuffer');
    Object.defineProperty(huge, 'size', { value: COMMAND_FILE_BYTES + 1 });
    await choose(huge);
    expect(await screen.findByRole('alert')).toHaveTextContent(/at most 32 MB are read/);
    expect(read).not.toHaveBeenCalled();
  });

  it('A9, B8: shows what is new, taken, identical and invalid, and imports what is chosen, by the calls it shows', async () => {
    const { choose, user, names, sent } = await open();
    const hello = { ...COMMAND, name: 'say-hello', content: 'echo hello', enableParameter: true };
    await choose(
      commandsFile(COMMAND, { ...hello, content: 'echo changed' }, hello, {
        ...COMMAND,
        name: 'bad',
        timeoutSeconds: 'x',
      }),
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: '4 commands in commands.json, one of them new' }),
    ).toBeInTheDocument();
    expect(within(await rowOf('brand-new')).getByText('New')).toBeInTheDocument();
    expect(screen.getByText('Identical to a saved command')).toBeInTheDocument();
    expect(within(await rowOf('bad')).getByText('“timeoutSeconds” must be a number.')).toBeInTheDocument();
    expect(within(await rowOf('bad')).getByRole('checkbox')).toBeDisabled();
    const taken = screen.getByText('Another command has this name').closest('tr')!;
    expect(within(taken).getByText('Skipped')).toBeInTheDocument();
    await user.click(within(taken).getByRole('checkbox'));
    expect(within(taken).getByText('As say-hello-2, a new command')).toBeInTheDocument();

    expect(
      screen.getByRole('button', { name: /^aliyun ecs CreateCommand --RegionId cn-beijing --Name / }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Import 2 commands' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '2 commands are imported' }),
    ).toBeInTheDocument();
    expect(await names()).toEqual(expect.arrayContaining(['brand-new', 'say-hello', 'say-hello-2']));
    expect(new Set(sent.map(({ ClientToken }) => ClientToken)).size).toBe(2);
    expect(within(taken).getByText('Saved as say-hello-2')).toBeInTheDocument();
  });

  it('A9: says which failed and why, and tries only those again, never one twice', async () => {
    const { choose, user, names, sent, setTamper, api } = await open();
    await choose(commandsFile(...numbered(3)));
    setTamper((params) => {
      if (params['Name'] !== 'new-2') return null;
      // It arrives, but its answer is lost.
      const { CommandContent, ...rest } = params as unknown as Parameters<typeof api.ecs.createCommand>[0];
      return api.ecs
        .createCommand({ ...rest, CommandContent })
        .then(() => Promise.reject(apiError('Network', { action: 'CreateCommand', httpStatus: null })));
    });
    await user.click(await screen.findByRole('button', { name: 'Import 3 commands' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '2 of 3 are imported, 1 failed' }),
    ).toBeInTheDocument();
    expect(await rowOf('new-2')).toHaveTextContent('Network');
    setTamper(() => null);
    await user.click(screen.getByRole('button', { name: 'Try the one again' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '3 commands are imported' }),
    ).toBeInTheDocument();
    expect((await names()).filter((name) => name === 'new-2')).toHaveLength(1);
    const tokens = sent.filter(({ Name }) => Name === 'new-2').map(({ ClientToken }) => ClientToken);
    expect(new Set(tokens).size).toBe(1);
    expect(sent).toHaveLength(4);
  });

  it('A9: does not begin what the quota has no room for', async () => {
    const { choose, user } = await open('/commands/import', { commandQuota: 8 });
    await choose(commandsFile(...numbered(3)));
    const button = await screen.findByRole('button', { name: 'Import 3 commands' });
    await waitFor(() =>
      expect(
        screen.getByText(/Room for 2 more commands: leave out 1/, { selector: 'b' }),
      ).toBeInTheDocument(),
    );
    expect(button).toBeInTheDocument();
    await user.click(within(await rowOf('new-3')).getByRole('checkbox'));
    await user.click(await screen.findByRole('button', { name: 'Import 2 commands' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '2 commands are imported' }),
    ).toBeInTheDocument();
  });

  it('A9: stops at a quota that is full meanwhile and keeps the rest for another try', async () => {
    const { choose, user, sent, setTamper } = await open();
    await choose(commandsFile(...numbered(12)));
    setTamper(() =>
      Promise.reject(apiError('CmdCount.ExceedQuota', { action: 'CreateCommand', httpStatus: 403 })),
    );
    await user.click(await screen.findByRole('button', { name: 'Import 12 commands' }));
    expect(await screen.findByRole('button', { name: 'Try the 12 again' })).toBeInTheDocument();
    expect(sent.length).toBeLessThanOrEqual(4);
    expect(screen.getAllByText('Not tried').length).toBe(12 - sent.length);
  });

  it('A9: refuses a file that is no UTF-8 rather than change its scripts', async () => {
    const { choose } = await open();
    await choose(new File([new Uint8Array([0xff, 0xfe, 0x7b])], 'utf16.json'));
    expect(await screen.findByRole('alert')).toHaveTextContent(/not JSON text in UTF-8/);
  });
});

describe('export of commands', () => {
  const written = async () => {
    await waitFor(() => expect(saved.files).toHaveLength(1));
    const { blob, name } = saved.files[0]!;
    return { name, file: JSON.parse(await blob.text()) as { commands: { name: string; content: string }[] } };
  };

  it('A9: exports the selected commands, scripts as text', async () => {
    const { user } = await open('/commands');
    await user.click(await screen.findByRole('checkbox', { name: 'Select say-hello' }));
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const { name, file } = await written();
    expect(name).toMatch(/^commands-cn-beijing-\d{4}-\d\d-\d\d\.json$/);
    expect(file.commands).toMatchObject([{ name: 'say-hello', content: 'echo hello', timeoutSeconds: 60 }]);
    expect(JSON.stringify(file)).not.toContain('CommandId');
    expect(await screen.findByText('1 command is exported')).toBeInTheDocument();
  });

  it('A9: exports all commands of the region, and imports them again as they were', async () => {
    const { user, names, choose, router } = await open('/commands');
    await user.click(await screen.findByRole('button', { name: 'More for all commands' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Export all commands' }));
    const { file } = await written();
    expect(file.commands.map(({ name }) => name)).toEqual(await names());
    await router.navigate(`/${REGION}/commands/import`);
    await choose(fileOf(file));
    expect(
      await screen.findByRole('heading', { level: 1, name: '6 commands in commands.json, none of them new' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Identical to a saved command')).toHaveLength(6);
  });
});
