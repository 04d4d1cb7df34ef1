import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import type { Instance } from '@/api/ecs/instances';
import type { Params, Rpc } from '@/api/rpc';
import { createTestEmulator, type TestEmulator } from '@mocks/node';
import { apiError, emulatorRpc, renderPage } from '../../../test/support/render';
import { createRoute, routes } from './index';
import { creationPaths } from './paths';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const REGION = 'cn-hangzhou';
let emulator: TestEmulator;
let rpc: Rpc;
let like: Instance;
/** Where the instance is there is a type with stock, and one of which there are few or none. */
let plenty: string;
let few: string;

beforeEach(async () => {
  sessionStorage.clear();
  emulator = await createTestEmulator();
  rpc = emulatorRpc(emulator.fetch);
  const { ecs } = createApi(rpc);
  const fleet = (await ecs.describeInstances({ RegionId: REGION, PageSize: 100 })).items;
  const stock = await ecs.describeAvailableResource({
    RegionId: REGION,
    DestinationResource: 'InstanceType',
  });
  const typesOf = (zoneId: string, category: string) =>
    stock
      .filter(({ ZoneId }) => ZoneId === zoneId)
      .flatMap(({ Resources }) => Resources[0]?.Supported ?? [])
      .filter(({ StatusCategory }) => StatusCategory === category)
      .map(({ Value }) => Value);
  like = fleet.find(
    ({ VSwitchId, ZoneId, OSType }) =>
      VSwitchId !== '' && OSType === 'linux' && typesOf(ZoneId, 'ClosedWithStock').length > 0,
  )!;
  plenty = typesOf(like.ZoneId, 'WithStock')[0]!;
  few = typesOf(like.ZoneId, 'ClosedWithStock').at(-1)!;
});

/** The same with every call noted; an answer of its own for one action. */
function watched(answer?: { action: string; with(params: Params): Error | null }) {
  const calls: { action: string; params: Params }[] = [];
  const answers: Rpc = (...call) => {
    const [, action, params] = call;
    calls.push({ action, params });
    const error = answer?.action === action ? answer.with(params) : null;
    return error ? Promise.reject(error) : rpc(...call);
  };
  return { answers, of: (action: string) => calls.filter((call) => call.action === action) };
}

const pages = [{ path: 'instances', children: [createRoute] }, ...routes];
const openForm = (answers: Rpc = rpc, query = `?like=${like.InstanceId}`) =>
  renderPage(pages, { at: `/${REGION}/instances/create${query}`, rpc: answers });

const radio = (type: string) =>
  screen.findByRole('radio', { name: new RegExp(`^${type.replaceAll('.', '\\.')} in ${zone()}:`) });
/** Zones are told by their letters. */
const zone = () => `Zone ${like.ZoneId.at(-1)!.toUpperCase()}`;

type User = ReturnType<typeof openForm>['user'];
const confirm = async (user: User, name: RegExp) => {
  await user.click(await screen.findByRole('button', { name }));
  await user.click(within(await screen.findByRole('dialog', { name: /\?$/ })).getByRole('button', { name }));
};

describe('creating instances', () => {
  it('J8: takes place, image and network from an instance, creates, and follows to Running', async () => {
    const { answers, of } = watched();
    const { user, router } = openForm(answers);
    await user.click(await radio(plenty));
    const amount = screen.getByRole('textbox', { name: 'Amount' });
    await user.clear(amount);
    await user.type(amount, '2');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'web-[[7,3]');
    expect(screen.getByText('web-007, web-008')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Host name' }), 'web-[[7,3].lan');
    expect(screen.getByText('web-007.lan, web-008.lan')).toBeVisible();
    await confirm(user, /^Create 2 instances$/);
    expect(await screen.findByRole('heading', { level: 1, name: '2 being created' })).toBeVisible();
    expect(of('RunInstances')[0]!.params).toMatchObject({
      InstanceType: plenty,
      ZoneId: like.ZoneId,
      VSwitchId: like.VSwitchId,
      Amount: 2,
      InstanceName: 'web-[7,3]',
      HostName: 'web-[7,3].lan',
    });
    emulator.clock.advance(120_000);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByRole('heading', { level: 1, name: '2 running' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'web-007' })).toBeVisible();
    expect(new URLSearchParams(router.state.location.search).get('ids')!.split(',')).toHaveLength(2);
  });

  it('J8: one that cannot be made shows its failure; it can be released, and made elsewhere', async () => {
    const { user } = openForm();
    await user.click(await radio(few));
    const amount = screen.getByRole('textbox', { name: 'Amount' });
    await user.clear(amount);
    await user.type(amount, '3');
    expect(await screen.findByText('Few', { exact: false, selector: 'b' })).toBeVisible();
    await confirm(user, /^Create 3 instances$/);
    await screen.findByRole('heading', { level: 1, name: '3 being created' });
    emulator.clock.advance(100_000);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByRole('heading', { level: 1, name: /failed/ })).toBeVisible();
    const [release] = await screen.findAllByRole('button', { name: 'Release now' });
    await user.click(release!);
    const ask = within(await screen.findByRole('dialog', { name: /Release/ }));
    await user.click(await ask.findByRole('button', { name: /^Release/ }));
    expect(await screen.findByText('Failed, released by you')).toBeVisible();
    await user.click(screen.getByRole('link', { name: /^Create the missing/ }));
    expect(await screen.findByText(/still missing/)).toBeVisible();
    expect(await screen.findByDisplayValue(like.ImageId)).toBeVisible();
  });

  it('J8: an answer that was lost is asked for again under the same token', async () => {
    let lost = true;
    const { answers, of } = watched({
      action: 'RunInstances',
      with: () => {
        if (!lost) return null;
        lost = false;
        return apiError('Network', { action: 'RunInstances', httpStatus: null, requestId: null });
      },
    });
    const { user } = openForm(answers);
    await user.click(await radio(plenty));
    await confirm(user, /^Create 1 instance$/);
    expect(await screen.findByText(/No answer came/)).toBeVisible();
    expect(await screen.findByText('This was sent and has no answer yet')).toBeVisible();
    await confirm(user, /^Create 1 instance$/);
    await screen.findByRole('heading', { level: 1, name: '1 being created' });
    const [first, second] = of('RunInstances').map(({ params }) => params['ClientToken']);
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it('J8: a password is sent, and stands in no line and in no storage', async () => {
    const { answers, of } = watched();
    const { user } = openForm(answers);
    await user.click(await radio(plenty));
    await user.click(screen.getByRole('radio', { name: 'Password' }));
    await user.type(screen.getByLabelText('Password', { selector: 'input[type=password]' }), 'Very-Secret1');
    expect(screen.getByRole('group', { name: 'The same as a call' })).toHaveTextContent(
      "--Password '******'",
    );
    await user.click(screen.getByRole('button', { name: 'Check only' }));
    expect(await screen.findByText('The service would create them.')).toBeVisible();
    expect(of('RunInstances')[0]!.params).toMatchObject({ Password: 'Very-Secret1', DryRun: true });
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('Very-Secret1');
    expect(document.body.textContent).not.toContain('Very-Secret1');
    // What is typed afterwards was not checked.
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'later');
    expect(screen.queryByText('The service would create them.')).not.toBeInTheDocument();
  });

  it('J8: a refusal stands at its field with what to do, and nothing typed is lost', async () => {
    const { answers } = watched({
      action: 'RunInstances',
      with: () => apiError('QuotaExceeded.PrivateIpAddress', { action: 'RunInstances' }),
    });
    const { user } = openForm(answers);
    await user.click(await radio(plenty));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'kept');
    await confirm(user, /^Create 1 instance$/);
    expect(await screen.findByRole('alert')).toHaveTextContent('QuotaExceeded.PrivateIpAddress');
    const field = screen.getByRole('textbox', { name: 'vSwitch ID' });
    await waitFor(() => expect(field).toHaveAccessibleDescription(/too few free private addresses/));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('kept');
  });

  it('J8: a host name is held to the rules of the image’s system, and told when all would have the same', async () => {
    const { user } = openForm(rpc, '');
    const host = await screen.findByRole('textbox', { name: 'Host name' });
    await user.type(screen.getByRole('textbox', { name: 'Image ID' }), 'win2019_64.vhd');
    await user.type(host, 'a-name-of-sixteen');
    await user.tab();
    expect(host).toHaveAccessibleDescription(/^A Windows host name has 2 to 15/);
    await user.clear(screen.getByRole('textbox', { name: 'Image ID' }));
    expect(host).toHaveAccessibleDescription(/They will be called a-name-of-sixteen$/);
    const amount = screen.getByRole('textbox', { name: 'Amount' });
    await user.clear(amount);
    expect(screen.getByRole('button', { name: 'Create instances' })).toHaveAttribute('aria-disabled', 'true');
    await user.type(amount, '3');
    await user.click(screen.getByRole('checkbox', { name: /^Number the names/ }));
    expect(screen.getByText('All 3 have the host name a-name-of-sixteen')).toBeVisible();
    expect(screen.getByRole('group', { name: 'The same as a call' })).toHaveTextContent(
      '--HostName a-name-of-sixteen',
    );
  });

  it('J8: a draft survives a reload', async () => {
    const first = openForm(rpc, '');
    await first.user.type(await screen.findByRole('textbox', { name: 'Image ID' }), 'my-image');
    first.unmount();
    // As a console kept it that knew no host names.
    for (const [key, kept] of Object.entries<string>({ ...sessionStorage }))
      sessionStorage.setItem(key, kept.replace('"hostName":"",', ''));
    openForm(rpc, '');
    expect(await screen.findByDisplayValue('my-image')).toBeVisible();
    expect(screen.getByText(/What you had typed is here again/)).toBeVisible();
  });
});

describe('the page that follows', () => {
  it('J8: an address without instances says so', async () => {
    renderPage(pages, { at: `/${REGION}/instances/create/progress`, rpc });
    expect(await screen.findByRole('heading', { level: 1, name: 'No instances to follow' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create instances' })).toHaveAttribute(
      'href',
      creationPaths(REGION).create,
    );
  });
});
